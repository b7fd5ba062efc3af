using System.Globalization;
using Simpul.Cluster.Tests.Processes;
using Simpul.Testing;
using Xunit.Abstractions;

namespace Simpul.Cluster.Tests.Faults;

/// <summary>The tests of faults run one after the other and beside no others: each of them may disturb the server, and all measure.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class FaultCollection : ICollectionFixture<FaultBench>
{
    public const string Name = "Faults";
}

/// <summary>
/// What the tests of faults share: a database server, three silos that are made whole again before each fault, the answers of a silo
/// that nothing ever happened to, and the measurements. One seed decides all that is left to chance.
/// </summary>
public sealed class FaultBench : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private readonly Measurements _measurements = Measurements.FromEnvironment();
    private readonly Random _random;
    private PostgresServer? _server;
    private FaultCluster? _cluster;
    private Answers? _calm;

    public FaultBench()
    {
        Seed = int.TryParse(Environment.GetEnvironmentVariable("SIMPUL_FAULTS_SEED"), CultureInfo.InvariantCulture, out var seed) ? seed : Random.Shared.Next();
        _random = new Random(Seed);
        Lines = Corpus.Shuffled(Corpus.Lines(Job.Articles), Seed);
    }

    internal int Seed { get; }

    /// <summary>The input of every job.</summary>
    internal string[] Lines { get; }

    internal PostgresServer Server => _server!;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (_cluster is not null) await _cluster.DisposeAsync();
        if (_server is not null) await _server.DisposeAsync();
        _folder.Dispose();
        _measurements.WriteTable();
    }

    /// <summary>A number below another, decided by the seed.</summary>
    internal int Any(int below) => _random.Next(below);

    /// <summary>A cluster of three silos, all of them well. What an earlier fault has taken is replaced.</summary>
    internal async Task<FaultCluster> ThreeSilos(ITestOutputHelper output)
    {
        output.WriteLine($"SIMPUL_FAULTS_SEED={Seed}");
        _server ??= await PostgresServer.Create();
        _cluster ??= await FaultCluster.Create(_server);
        await _cluster.Grow(3);
        return _cluster;
    }

    /// <summary>A cluster of its own with a number of silos that see other variables than these tests.</summary>
    internal async Task<FaultCluster> OtherSilos(ITestOutputHelper output, int silos, params (string Name, string Value)[] variables)
    {
        output.WriteLine($"SIMPUL_FAULTS_SEED={Seed}");
        _server ??= await PostgresServer.Create();
        var cluster = await FaultCluster.Create(_server, variables);
        await cluster.Grow(silos);
        return cluster;
    }

    /// <summary>Checks that a corpus shows what one silo shows that nothing happened to, and keeps what was measured.</summary>
    internal async Task Expect(string fault, Job job, params (string What, TimeSpan Time)[] times)
    {
        var (stall, worst) = await job.Stall();
        await Expect(fault, await job.Ask(), stall, [("a slice", worst), .. times]);
    }

    /// <summary>The same for answers that were asked for elsewhere.</summary>
    internal async Task Expect(string fault, Answers answers, TimeSpan? stall, params (string What, TimeSpan Time)[] times) =>
        Compare(fault, answers, await Calm(), stall, times);

    /// <summary>The same for a corpus that is not that of the jobs.</summary>
    internal void Compare(string fault, Answers answers, Answers calm, TimeSpan? stall = null, params (string What, TimeSpan Time)[] times)
    {
        _measurements.Add(new Measurement(fault, answers.LostOf(calm), answers.Twice, stall, times));
        answers.MustEqual(calm, $"{fault}, SIMPUL_FAULTS_SEED={Seed}");
    }

    // A single silo on its own file, undisturbed; in the order in which the articles were made.
    private async Task<Answers> Calm()
    {
        if (_calm is not null) return _calm;
        string[] target = ["--data", _folder["calm"]];
        await Commands.Run("submit", Corpus.Write(_folder, "calm.jsonl", Corpus.Lines(Job.Articles)), "--data", target[1]);
        _calm = await Answers.Of(target, together: false);
        Assert.Equal(Job.Articles, _calm.Articles);
        return _calm;
    }
}
