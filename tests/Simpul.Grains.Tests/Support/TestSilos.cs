using Microsoft.Extensions.DependencyInjection;
using Orleans.Configuration;
using Orleans.TestingHost;
using Simpul.Grains.Articles;
using Simpul.Grains.Hosting;
using Simpul.Storage;
using Simpul.Storage.Sqlite;

namespace Simpul.Grains.Tests.Support;

/// <summary>A cluster in this process over a store in a folder of its own; the store outlives the silos.</summary>
internal sealed class TestSilos : IAsyncDisposable
{
    private readonly string _folder;
    private readonly SqliteStore _store;

    private readonly Action<ISiloBuilder>? _more;

    private TestSilos(string folder, SqliteStore store, InProcessTestCluster cluster, Action<ISiloBuilder>? more)
    {
        _folder = folder;
        _store = store;
        _more = more;
        Cluster = cluster;
    }

    public InProcessTestCluster Cluster { get; private set; }

    public IStore Store => _store;

    public IGrainFactory Grains => Cluster.Client;

    /// <param name="silos">How many.</param>
    /// <param name="more">What each has besides.</param>
    public static async Task<TestSilos> Start(int silos = 1, Action<ISiloBuilder>? more = null)
    {
        var folder = Directory.CreateTempSubdirectory("simpul-grains-").FullName;
        var store = SqliteStore.Open(Path.Combine(folder, "simpul.db"));
        return new TestSilos(folder, store, await StartCluster(store, silos, more), more);
    }

    /// <summary>Ends all silos, by force or in good order, and starts others over the same store.</summary>
    public async Task Restart(bool byForce, int silos = 1)
    {
        await Stop(byForce);
        Cluster = await StartCluster(_store, silos, _more);
    }

    public async Task KillOne()
    {
        var silos = Cluster.Silos;
        // The first silo holds the test's membership and the client's gateway list.
        await Cluster.KillSiloAsync(silos[^1]);
        await Cluster.StartAdditionalSiloAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Stop(byForce: true);
        await _store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task Stop(bool byForce)
    {
        foreach (var silo in Cluster.Silos.ToArray())
        {
            if (byForce) await Cluster.KillSiloAsync(silo);
            else await Cluster.StopSiloAsync(silo);
        }

        await Cluster.DisposeAsync();
    }

    private static async Task<InProcessTestCluster> StartCluster(SqliteStore store, int silos, Action<ISiloBuilder>? more)
    {
        var builder = new InProcessTestClusterBuilder((short)silos);
        builder.ConfigureSilo((_, silo) =>
        {
            silo.Services.AddSingleton<IArticleReading, SyntheticReading>();
            silo.AddSimpulGrains(store, static o =>
            {
                o.SaveInterval = TimeSpan.FromMilliseconds(200);
                o.PushInterval = TimeSpan.FromMilliseconds(100);
            });
            more?.Invoke(silo);
            silo.Configure<SiloMessagingOptions>(static o => o.ResponseTimeout = TimeSpan.FromSeconds(10));
        });
        var cluster = builder.Build();
        await cluster.DeployAsync();
        return cluster;
    }
}
