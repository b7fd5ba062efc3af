using Simpul.Cluster.Tests.Operations;
using Simpul.Cluster.Tests.Processes;
using Simpul.Testing;
using Xunit.Abstractions;

namespace Simpul.Cluster.Tests.Faults;

/// <summary>Networks that drop what is sent between silos for 30 seconds, and say nothing.</summary>
[Collection(FaultCollection.Name)]
public sealed class PartitionTests(FaultBench bench, ITestOutputHelper output)
{
    private static readonly TimeSpan s_cut = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_evictedWithin = TimeSpan.FromSeconds(15);

    [NetworkFact]
    public async Task Two_of_three_silos_lose_each_other()
    {
        using var network = SmallNetwork.Create(hosts: 3);
        using var secrets = await ClusterSecrets.Make();
        await using var server = await PostgresServer.Create(host: network.OwnAddress);
        await using var cluster = await Silos(network, secrets, server);
        await using var job = cluster.Submit(bench.Lines, pace: 100);
        await job.Reaches(10);

        network.Cut(0, 1);
        var cut = Wait.Lasting(s_cut);
        Assert.False(network.Reaches(0, 1, cluster.Silos[1].Ports.Silo) || network.Reaches(1, 0, cluster.Silos[0].Ports.Silo), "The link is cut and still carries.");
        Assert.True(network.Reaches(0, 2, cluster.Silos[2].Ports.Silo), "Another link is cut too.");
        await cut;
        await job.MustBeUnderWay();
        network.Heal(0, 1);
        await job.Ends();

        await bench.Expect("Partition between two of three silos for 30 s", job);
    }

    [NetworkFact]
    public async Task One_of_three_silos_loses_everybody()
    {
        using var network = SmallNetwork.Create(hosts: 3);
        using var secrets = await ClusterSecrets.Make();
        await using var server = await PostgresServer.Create(host: network.OwnAddress);
        await using var cluster = await Silos(network, secrets, server);
        await using var job = cluster.Submit(bench.Lines, pace: 100);
        await job.Reaches(10);

        var lost = bench.Any(3);
        var victim = cluster.Silos[lost];
        network.Unplug(lost);
        var cut = Wait.Lasting(s_cut);
        Assert.False(network.Reaches(lost, (lost + 1) % 3, cluster.Silos[(lost + 1) % 3].Ports.Silo), "The link is cut and still carries.");
        var eviction = await cluster.Evicts(victim);
        await cut;
        await job.MustBeUnderWay();
        network.Plug(lost);
        await victim.MustEnd();
        await cluster.Forget(victim);
        await job.Ends();

        await bench.Expect("One of three silos cut off for 30 s without a word", job, ("eviction", eviction));
        Assert.InRange(eviction, TimeSpan.Zero, s_evictedWithin);
    }

    // Across a network a silo opens only with certificates and a token.
    private async Task<FaultCluster> Silos(SmallNetwork network, ClusterSecrets secrets, PostgresServer server)
    {
        output.WriteLine($"SIMPUL_FAULTS_SEED={bench.Seed}");
        var cluster = await FaultCluster.Create(
            server,
            (host, database) => SiloProcess.Start(
                new Dictionary<string, string?>(secrets.OfSilo, StringComparer.Ordinal) { ["SIMPUL_POSTGRES"] = database }, network.AddressOf(host), network.On(host)),
            [.. secrets.OfClient.Select(static v => (v.Key, v.Value!))]);
        await cluster.Grow(3);
        return cluster;
    }
}
