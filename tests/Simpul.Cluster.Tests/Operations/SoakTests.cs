using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CliWrap;
using Simpul.Cluster.Tests.Processes;
using Simpul.Testing;

namespace Simpul.Cluster.Tests.Operations;

/// <summary>The script <c>deploy/soak</c>, for as long as it takes to have one fault, which its seed decides.</summary>
public sealed partial class SoakTests : IDisposable
{
    private const string Minutes = "0.01";

    // Where the database's own user can pass, too.
    private readonly TempFolder _folder = new(isOpen: true);

    public void Dispose() => _folder.Dispose();

    [LongFact]
    public async Task A_fault_strikes_under_load_and_in_the_end_all_is_equal()
    {
        var (code, said) = await Soak(seed: "7");

        Assert.True(code == 0, said);
        Assert.Contains($"Soak of {Minutes} minutes, seed 7: deploy/soak {Minutes} 7\n", said, StringComparison.Ordinal);
        Assert.Single(Fault().Matches(said));
        var end = Verdict().Match(said);
        Assert.True(end.Success, said);
        // A round is forty copies.
        Assert.True(Number(end.Groups["articles"]) >= 40, said);
        Assert.Equal(1, end.Groups["hits"].Captures.Sum(Number));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path, "simpul-soak.*"));
    }

    [LongFact]
    public async Task An_article_that_the_cluster_lacks_is_found_out()
    {
        var (code, said) = await Soak(seed: "5", onStart: () =>
        {
            // The single silo is given it in the end, and no round of the load has it.
            var late = Path.Combine(Directory.EnumerateDirectories(_folder.Path, "simpul-soak.*").Single(), "input", "late");
            Directory.CreateDirectory(late);
            File.WriteAllText(Path.Combine(late, "late.txt"), "Presiden Prabowo Subianto bertemu Perdana Menteri Jepang di Tokyo.");
        });

        Assert.True(code == 1, said);
        Assert.Single(Fault().Matches(said));
        Assert.Contains("FAILED: export --format jsonl differs after seed 5.\n", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Equal:", said, StringComparison.Ordinal);
    }

    private async Task<(int Code, string Said)> Soak(string seed, Action? onStart = null)
    {
        var said = new StringBuilder();
        var result = await Cli.Wrap(Path.Combine(Programs.Root, "deploy/soak")).WithArguments([Minutes, seed])
            .WithEnvironmentVariables(new Dictionary<string, string?> { ["TMPDIR"] = _folder.Path, ["SIMPUL_BUILD"] = Programs.Configuration })
            .WithStandardOutputPipe(PipeTarget.ToDelegate(Hear)).WithStandardErrorPipe(PipeTarget.ToDelegate(Hear))
            .WithValidation(CommandResultValidation.None).ExecuteAsync();
        return (result.ExitCode, said.ToString());

        void Hear(string line)
        {
            lock (said) said.Append(line).Append('\n');
            if (line.StartsWith("Soak of ", StringComparison.Ordinal)) onStart?.Invoke();
        }
    }

    private static int Number(Capture text) => int.Parse(text.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("(?m)^ *[0-9]+ s  (killed silo|froze silo|drained one|one joined)")]
    private static partial Regex Fault();

    [GeneratedRegex(@"(?m)^Equal: (?<articles>[0-9]+) articles in [0-9]+ submissions, [0-9]+ of which had to be repeated;(,? (?<hits>[0-9]+) (killed|frozen|drained|joined)){4}\.$")]
    private static partial Regex Verdict();
}
