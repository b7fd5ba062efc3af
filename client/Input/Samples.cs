using System.Reflection;

namespace Simpul.Client.Input;

/// <summary>The articles that come with the program.</summary>
internal static class Samples
{
    private const string Folder = "samples/";

    /// <summary>The samples as if their folder had been named, in ordinal order.</summary>
    public static IEnumerable<InputItemSource> Sources()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(Folder, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => (Name: name, Format: InputFinder.FormatOf(name)))
            .Where(s => s.Format is not null)
            .Select(s => new InputItemSource(
                new InputSource(
                    s.Name, s.Format == InputFormat.Txt ? ArticleId.FromPath(s.Name[Folder.Length..]) : null, s.Format!.Value, null,
                    () => assembly.GetManifestResourceStream(s.Name)!),
                null));
    }
}
