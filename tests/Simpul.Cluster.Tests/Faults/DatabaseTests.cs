using Simpul.Testing;
using Xunit.Abstractions;

namespace Simpul.Cluster.Tests.Faults;

/// <summary>A database server that goes away under load and comes back.</summary>
[Collection(FaultCollection.Name)]
public sealed class DatabaseTests(FaultBench bench, ITestOutputHelper output)
{
    private static readonly TimeSpan s_away = TimeSpan.FromSeconds(30);

    [LongFact]
    public async Task It_is_restarted()
    {
        var cluster = await bench.ThreeSilos(output);
        await using var job = cluster.Submit(bench.Lines);
        await job.Reaches(30);

        await bench.Server.Stop();
        var notice = await cluster.NoneReady();
        await cluster.MustLive();
        await bench.Server.Start();
        await job.MustBeUnderWay();
        var recovery = await cluster.AllReady();
        await job.Ends();

        await bench.Expect("PostgreSQL restarted", job, ("not ready", notice), ("ready again", recovery));
    }

    [LongFact]
    public async Task It_refuses_connections_for_half_a_minute()
    {
        var cluster = await bench.ThreeSilos(output);
        await using var job = cluster.Submit(bench.Lines);
        await job.Reaches(30);

        await bench.Server.Stop();
        var away = Wait.Lasting(s_away);
        var notice = await cluster.NoneReady();
        await cluster.MustLive();
        await away;
        await bench.Server.Start();
        await job.MustBeUnderWay();
        var recovery = await cluster.AllReady();
        await job.Ends();

        await bench.Expect("PostgreSQL gone for 30 s", job, ("not ready", notice), ("ready again", recovery));
    }

    [LongFact]
    public async Task It_does_not_answer_for_half_a_minute()
    {
        var cluster = await bench.ThreeSilos(output);
        await using var job = cluster.Submit(bench.Lines);
        await job.Reaches(30);

        TimeSpan notice;
        await using (bench.Server.Freeze())
        {
            var away = Wait.Lasting(s_away);
            notice = await cluster.NoneReady();
            await cluster.MustLive();
            await away;
        }

        await job.MustBeUnderWay();
        var recovery = await cluster.AllReady();
        await job.Ends();

        await bench.Expect("PostgreSQL silent for 30 s (SIGSTOP of all its processes)", job, ("not ready", notice), ("ready again", recovery));
    }
}
