using System.Globalization;
using System.Text.RegularExpressions;
using Simpul.Cluster.Tests.Processes;
using Simpul.Testing;

namespace Simpul.Cluster.Tests;

/// <summary>Silos that join, leave in order and are killed while one client submits.</summary>
public sealed partial class ScalingTests
{
    private const int Articles = 40_000;

    [LongFact]
    public async Task A_silo_that_joins_takes_its_share_and_one_that_leaves_or_dies_is_not_noticed()
    {
        await using var server = await PostgresServer.Create();
        await server.Execute("CREATE DATABASE simpul");
        var variables = new Dictionary<string, string?>(StringComparer.Ordinal) { ["SIMPUL_POSTGRES"] = server.ConnectionString("simpul") };
        using var folder = new TempFolder();
        var input = Corpus.Write(folder, "input.jsonl", Corpus.Lines(Articles));
        await using var first = await SiloProcess.Start(variables);
        await using var second = await SiloProcess.Start(variables);
        await using var submission = Commands.Start(variables, "submit", input, "--cluster", "postgres", "--batch-size", "16", "--in-flight", "16");
        await Taken(first, 1000);

        await using var third = await SiloProcess.Start(variables);
        await Taken(third, 1);
        var before = await Task.WhenAll(Taken(first, 0), Taken(second, 0), Taken(third, 0));
        await Taken(third, before[2] + 3000);
        var after = await Task.WhenAll(Taken(first, 0), Taken(second, 0), Taken(third, 0));
        var share = (double)(after[2] - before[2]) / (after.Sum() - before.Sum());
        Assert.True(share >= 0.2, $"The silo that joined took {share:P0} of the work: {string.Join(", ", before)} and then {string.Join(", ", after)}.");

        var started = TimeProvider.System.GetTimestamp();
        Assert.Equal(0, await second.Process.Stop());
        Assert.True(TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromSeconds(30));
        await Taken(third, after[2] + 1000);
        await first.Process.Kill();

        Assert.Equal(0, await submission.Exit());
        Assert.Contains($"{Articles:N0} new, 0 repeated", NewAndRepeated(submission.Talk), StringComparison.Ordinal);
        Assert.DoesNotContain("error", submission.Talk.Replace("0 errors", "", StringComparison.Ordinal), StringComparison.Ordinal);
        await Commands.Run("submit", input, "--data", folder["calm"]);
        await using var export = Commands.Start(variables, "export", "--fresh", "--cluster", "postgres");
        Assert.Equal(0, await export.Exit());
        Assert.Equal(await Commands.Run("export", "--data", folder["calm"]), export.Output);
    }

    // What is sent again after its answer was lost counts as repeated: together they are all.
    private static string NewAndRepeated(string talk)
    {
        var found = Figures().Match(talk);
        Assert.True(found.Success, talk);
        var sum = found.Groups.Values.Skip(1).Sum(static g => long.Parse(g.Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture));
        return string.Create(CultureInfo.InvariantCulture, $"{sum:N0} new, 0 repeated");
    }

    // How many articles a silo has taken, once they are as many as asked for.
    private static async Task<long> Taken(SiloProcess silo, long atLeast)
    {
        var taken = 0L;
        await silo.Until("/metrics", text =>
        {
            taken = Counter().Matches(text).Sum(static m => long.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture));
            return taken >= atLeast;
        });
        return taken;
    }

    [GeneratedRegex(@"([\d,]+) new, ([\d,]+) repeated")]
    private static partial Regex Figures();

    [GeneratedRegex(@"(?m)^simpul_articles_total\{[^}]*\} (\d+)")]
    private static partial Regex Counter();
}
