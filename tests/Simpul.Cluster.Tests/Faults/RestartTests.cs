using Simpul.Testing;
using Xunit.Abstractions;

namespace Simpul.Cluster.Tests.Faults;

/// <summary>Silos that are told to stop, one after the other, each replaced before the next.</summary>
[Collection(FaultCollection.Name)]
public sealed class RestartTests(FaultBench bench, ITestOutputHelper output)
{
    [LongFact]
    public async Task Three_silos_are_replaced_under_load_and_the_client_does_not_notice()
    {
        var cluster = await bench.ThreeSilos(output);
        await using var job = cluster.Submit(bench.Lines, pace: 60);
        await job.Reaches(5);

        var longest = TimeSpan.Zero;
        foreach (var silo in cluster.Silos.ToList())
        {
            var stop = await cluster.Restart(silo);
            if (stop > longest) longest = stop;
            await job.GoesOn();
        }

        await job.MustBeUnderWay();
        await job.Ends();

        await bench.Expect("Rolling restart of three silos", job, ("a stop", longest));
    }
}
