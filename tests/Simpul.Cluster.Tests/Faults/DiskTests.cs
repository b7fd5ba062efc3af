using Simpul.Cluster.Tests.Processes;
using Simpul.Testing;
using Xunit.Abstractions;

namespace Simpul.Cluster.Tests.Faults;

/// <summary>A disk that is full while articles come in, and has room again later.</summary>
[Collection(FaultCollection.Name)]
public sealed class DiskTests(FaultBench bench, ITestOutputHelper output)
{
    [MountFact]
    public async Task Of_a_data_folder()
    {
        using var disk = SmallDisk.Mount(megabytes: 64);
        await using var silo = await LoneSilo.Start(disk.Folder);
        var fault = "Disk of the data folder full (SQLite)";

        await FillAndMakeRoom(disk, silo, fault, output);
    }

    [MountFact]
    public async Task Of_the_database_server()
    {
        using var disk = SmallDisk.Mount(megabytes: 192);
        await using var server = await PostgresServer.Create(disk.Folder);
        await using var cluster = await FaultCluster.Create(server);
        await cluster.Grow(3);
        var fault = "Disk of PostgreSQL full";

        await FillAndMakeRoom(disk, cluster, fault, output, async () =>
        {
            // A server that could not write its log has ended, and a supervisor starts it again.
            if (!server.IsRunning) await server.Start();
        });
    }

    private async Task FillAndMakeRoom(SmallDisk disk, IPlace place, string fault, ITestOutputHelper log, Func<Task>? mend = null)
    {
        log.WriteLine($"SIMPUL_FAULTS_SEED={bench.Seed}");
        using var folder = new TempFolder();
        await using var job = new Job(place, bench.Lines, pace: 500);
        await job.Reaches(20);

        disk.Fill();
        await job.MustBeUnderWay();
        var notice = await place.NoneReady();
        await place.MustLive();
        await using (var impatient = Commands.Start(place.Variables, ["submit", Corpus.Write(folder, "more.jsonl", bench.Lines), "--patience", "1", .. place.Target]))
        {
            Assert.Equal(4, await impatient.Exit());
            log.WriteLine(impatient.Talk);
            Assert.Contains("the store cannot be read or written", impatient.Talk, StringComparison.Ordinal);
        }

        disk.MakeRoom();
        if (mend is not null) await mend();
        var recovery = await place.AllReady();
        await job.Ends();

        await bench.Expect(fault, job, ("not ready", notice), ("ready again", recovery));
    }
}
