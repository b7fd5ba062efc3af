using Simpul.Testing;
using Xunit.Abstractions;

namespace Simpul.Cluster.Tests.Faults;

/// <summary>A silo that stands still and does not know: SIGSTOP for 20 seconds, then SIGCONT.</summary>
[Collection(FaultCollection.Name)]
public sealed class FreezeTests(FaultBench bench, ITestOutputHelper output)
{
    private static readonly TimeSpan s_frozen = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan s_evictedWithin = TimeSpan.FromSeconds(15);

    [LongFact]
    public async Task It_is_put_out_and_ends_when_it_wakes_among_the_others_at_work()
    {
        var cluster = await bench.ThreeSilos(output);
        await using var job = cluster.Submit(bench.Lines, pace: 150);
        await job.Reaches(10);

        var victim = cluster.Silos[bench.Any(3)];
        victim.Process.Freeze();
        var frozen = Wait.Lasting(s_frozen);
        var eviction = await cluster.Evicts(victim);
        await frozen;
        await job.MustBeUnderWay();
        victim.Process.Thaw();
        await victim.MustEnd();
        await cluster.Forget(victim);
        await job.Ends();

        await bench.Expect("SIGSTOP of one of three silos for 20 s, then SIGCONT under load", job, ("eviction", eviction));
        Assert.InRange(eviction, TimeSpan.Zero, s_evictedWithin);
        // Its slices wait for the eviction; those of the others do not.
        Assert.InRange((await job.Stall()).Corpus, TimeSpan.Zero, eviction / 2);
    }

    [LongFact]
    public async Task What_it_still_had_to_write_is_not_kept_when_it_wakes_late()
    {
        var cluster = await bench.ThreeSilos(output);
        await using var job = cluster.Submit(bench.Lines);
        await job.Reaches(50);

        var victim = cluster.Silos[bench.Any(3)];
        victim.Process.Freeze();
        var frozen = Wait.Lasting(s_frozen);
        await job.MustBeUnderWay();
        var eviction = await cluster.Evicts(victim);
        await frozen;
        await job.Ends();
        var kept = await cluster.Kept(job.Corpus);
        victim.Process.Thaw();
        await victim.MustEnd();
        await cluster.Forget(victim);

        Assert.Equal(kept, await cluster.Kept(job.Corpus));
        await bench.Expect("SIGSTOP of one of three silos until all is done, then SIGCONT", job, ("eviction", eviction));
    }
}
