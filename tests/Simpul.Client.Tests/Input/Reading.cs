using Simpul.Client.Input;
using Simpul.Text;

namespace Simpul.Client.Tests.Input;

/// <summary>Everything that came out of an input, sorted by kind.</summary>
internal sealed record Reading(IReadOnlyList<Article> Articles, IReadOnlyList<RejectedInput> Rejected, IReadOnlyList<InputWarning> Warnings)
{
    public Article Article => Assert.Single(Articles);

    public static Reading Of(string path, InputOptions? options = null) => Of([path], options);

    public static Reading Of(string[] paths, InputOptions? options = null, Func<Stream>? standardInput = null)
    {
        options ??= new InputOptions();
        var finder = new InputFinder(options, standardInput ?? (() => Stream.Null));
        var items = new InputReader(options, new InputProgress()).Read(finder.Find(paths)).ToList();
        return new Reading(
            [.. items.OfType<AcceptedInput>().Select(i => i.Article)], [.. items.OfType<RejectedInput>()], [.. items.OfType<InputWarning>()]);
    }
}
