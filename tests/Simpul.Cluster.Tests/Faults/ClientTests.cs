using Simpul.Cluster.Tests.Processes;
using Simpul.Testing;
using Xunit.Abstractions;

namespace Simpul.Cluster.Tests.Faults;

/// <summary>A client that is killed, and one that asks while a silo dies.</summary>
[Collection(FaultCollection.Name)]
public sealed class ClientTests(FaultBench bench, ITestOutputHelper output)
{
    [LongFact]
    public async Task A_killed_client_s_submission_is_seen_from_elsewhere_to_run_and_to_be_interrupted_and_the_same_command_goes_on_with_it()
    {
        const string corpus = "killed-client";
        var cluster = await bench.ThreeSilos(output);
        using var folder = new TempFolder();
        string[] target = ["--corpus", corpus, .. cluster.Target];
        string[] submit = ["submit", Corpus.Write(folder, "input.jsonl", bench.Lines), "--batch-size", "4", "--in-flight", "2", .. target];
        await using var watch = Commands.Start(cluster.Variables, ["status", "--watch", "--format", "csv", .. cluster.Target]);
        await watch.Line("Data: ");

        long killed;
        await using (var client = Commands.Start(cluster.Variables, submit))
        {
            await Wait.Until("500 committed articles", async () => await cluster.Committed(corpus) >= 500);
            // It stands still until the other terminal has shown it.
            client.Freeze();
            await watch.Line($",{corpus},", ",running,");
            await client.Kill();
            killed = TimeProvider.System.GetTimestamp();
        }

        Assert.InRange(await cluster.Committed(corpus), 500, Job.Articles - 1);
        await watch.Line($",{corpus},", ",interrupted,");
        var interruption = TimeProvider.System.GetElapsedTime(killed);
        await using var again = Commands.Start(cluster.Variables, submit);
        Assert.True(await again.Exit() == 0, again.Talk);
        Assert.Contains("Going on with submission", again.Talk, StringComparison.Ordinal);

        await bench.Expect("SIGKILL of the client, the same command again", await Answers.Of(target, variables: cluster.Variables), null, ("until it stood as interrupted", interruption));
    }

    [LongFact]
    public async Task Exports_and_queries_answer_while_a_silo_dies()
    {
        const string fault = "SIGKILL of one of three silos while commands ask";
        var cluster = await bench.ThreeSilos(output);
        await using var job = cluster.Submit(bench.Lines, pace: 0);
        await job.Ends();

        var victim = cluster.Silos[bench.Any(3)];
        var asked = job.Ask();
        await cluster.Kill(victim);
        Assert.False(asked.IsCompleted, "All was answered before the silo was killed.");
        var eviction = cluster.Evicts(victim);
        // From before its death until the others have put it out.
        while (!eviction.IsCompleted)
        {
            await bench.Expect(fault, await asked, null);
            asked = job.Ask();
        }

        await bench.Expect(fault, await asked, null, ("eviction", await eviction));
    }
}
