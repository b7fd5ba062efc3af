using System.Globalization;
using System.Text.RegularExpressions;
using CliWrap;
using Simpul.Cluster.Tests.Processes;
using Simpul.Testing;

namespace Simpul.Cluster.Tests;

/// <summary>A corpus on the embedded store, equal to the byte however its articles came in.</summary>
public sealed partial class ResubmissionTests(ResubmissionTests.Reference reference) : IClassFixture<ResubmissionTests.Reference>
{
    private const int Articles = 1500;
    private static readonly string[] Lines = Corpus.Lines(Articles);

    [Fact]
    public async Task Twice_in_another_order_and_in_other_batches()
    {
        using var folder = new TempFolder();
        var shuffled = Corpus.Write(folder, "shuffled.jsonl", Corpus.Shuffled(Lines, seed: 7));
        var data = folder["data"];

        await Commands.Run("submit", shuffled, "--data", data, "--batch-size", "7");
        Assert.Equal(reference.Views, await Commands.Views("--data", data));
        await Commands.Run("submit", shuffled, "--data", data);

        Assert.Equal(reference.Views, await Commands.Views("--data", data));
    }

    [Fact]
    public Task Killed_half_way_and_submitted_again() => KillAndSubmitAgain(50);

    [LongTheory]
    [InlineData(10)]
    [InlineData(90)]
    public Task Killed_early_or_late_and_submitted_again(int percent) => KillAndSubmitAgain(percent);

    private async Task KillAndSubmitAgain(int percent)
    {
        using var folder = new TempFolder();
        var (data, input) = (folder["data"], Directory.CreateDirectory(folder["input"]).FullName);
        var (wanted, there) = (Articles * percent / 100, Articles * (percent + 5) / 100);
        await File.WriteAllLinesAsync(Path.Combine(input, "1.jsonl"), Lines[..there]);
        // The rest is a pipe into which nobody writes, so that the command cannot end before it is killed.
        var rest = Path.Combine(input, "2.jsonl");
        await Cli.Wrap("mkfifo").WithArguments([rest]).ExecuteAsync();

        await using (var killed = Commands.Start("submit", input, "--data", data, "--batch-size", "1"))
        {
            await DataFile.UntilCommitted(data, "default", wanted);
            await killed.Kill();
        }

        File.Delete(rest);
        await File.WriteAllLinesAsync(rest, Lines[there..]);
        var committed = DataFile.Committed(data, "default");
        Assert.InRange(committed, wanted, there);
        await using var again = Commands.Start("submit", input, "--data", data);
        Assert.Equal(0, await again.Exit());

        // What the checkpoint held is passed over, what was committed beyond it is repeated; the rest is new.
        var figures = Figures().Match(again.Talk);
        Assert.True(figures.Success, again.Talk);
        Assert.Equal(Articles - committed, Number(figures.Groups[1]));
        Assert.Equal(committed, Number(figures.Groups[2]) + (figures.Groups[3].Success ? Number(figures.Groups[3]) : 0));
        Assert.Equal(reference.Views, await Commands.Views("--data", data));
    }

    private static long Number(Group text) => long.Parse(text.Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"([\d,]+) new, ([\d,]+) repeated, [^.]*\.(?: ([\d,]+) more had been acknowledged)?")]
    private static partial Regex Figures();

    /// <summary>The same articles submitted once, in order and undisturbed.</summary>
    public sealed class Reference : IAsyncLifetime
    {
        public string Views { get; private set; } = "";

        public async Task InitializeAsync()
        {
            using var folder = new TempFolder();
            var data = folder["data"];
            await Commands.Run("submit", Corpus.Write(folder, "input.jsonl", Lines), "--data", data);
            Views = await Commands.Views("--data", data);
            Assert.True(Views.AsSpan().Count('\n') > Articles);
        }

        public Task DisposeAsync() => Task.CompletedTask;
    }
}
