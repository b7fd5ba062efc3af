using Simpul.Testing;
using Xunit.Abstractions;

namespace Simpul.Cluster.Tests.Faults;

/// <summary>Silos that are killed while they work: SIGKILL, in which they have no say.</summary>
[Collection(FaultCollection.Name)]
public sealed class KillTests(FaultBench bench, ITestOutputHelper output)
{
    [LongTheory]
    [InlineData(10)]
    [InlineData(50)]
    [InlineData(90)]
    public async Task One_of_three(int percent)
    {
        var cluster = await bench.ThreeSilos(output);
        await using var job = cluster.Submit(bench.Lines);
        await job.Reaches(percent);

        var victim = cluster.Silos[bench.Any(3)];
        await cluster.Kill(victim);
        await job.MustBeUnderWay();
        var eviction = cluster.Evicts(victim);
        await job.Ends();

        await bench.Expect($"SIGKILL of one of three silos at {percent} %", job, ("eviction", await eviction));
    }

    [LongFact]
    public async Task Two_of_three()
    {
        var cluster = await bench.ThreeSilos(output);
        await using var job = cluster.Submit(bench.Lines);
        await job.Reaches(50);

        var spared = cluster.Silos[bench.Any(3)];
        var victims = cluster.Silos.Where(s => s != spared).ToList();
        foreach (var victim in victims) await cluster.Kill(victim);
        await job.MustBeUnderWay();
        var evictions = Task.WhenAll(victims.Select(cluster.Evicts));
        await job.Ends();

        await bench.Expect("SIGKILL of two of three silos at 50 %", job, ("eviction of both", (await evictions).Max()));
    }

    [LongFact]
    public async Task All_and_started_again()
    {
        var cluster = await bench.ThreeSilos(output);
        await using var job = cluster.Submit(bench.Lines);
        await job.Reaches(50);

        await Task.WhenAll(cluster.Silos.ToList().Select(cluster.Kill));
        await job.MustBeUnderWay();
        var started = TimeProvider.System.GetTimestamp();
        await cluster.Grow(3);
        var start = TimeProvider.System.GetElapsedTime(started);
        await job.Ends();

        await bench.Expect("SIGKILL of all three silos at 50 %, then three new ones", job, ("start of the new ones", start));
    }
}
