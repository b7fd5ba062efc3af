using System.Net;
using Orleans.Dashboard;
using Simpul.Grains.Metering;
using Simpul.Hosting;
using Simpul.Hosting.Ownership;
using Simpul.Hosting.Settings;
using Simpul.Silo.Http;
using Simpul.Silo.Operations;
using Simpul.Storage;

namespace Simpul.Silo;

/// <summary>A running silo with its HTTP port.</summary>
internal sealed class SiloHost : IAsyncDisposable
{
    private readonly FolderOwner? _owner;
    private readonly IStore _store;
    private readonly WebApplication _app;

    private SiloHost(FolderOwner? owner, IStore store, WebApplication app) => (_owner, _store, _app) = (owner, store, app);

    /// <summary>Starts a silo with valid settings on ports that are reserved.</summary>
    /// <exception cref="HostingException">The data folder cannot be used.</exception>
    public static async Task<SiloHost> Start(SiloSettings settings, SiloLogSettings log, TextWriter output, CancellationToken cancel)
    {
        // A database has no owner: each of its silos is one of many.
        var owner = settings.DataFolder is { } folder ? await Ownership.Take(folder, TimeProvider.System, cancel) : null;
        IStore? store = null;
        WebApplication? app = null;
        try
        {
            store = await DataStore.Open(settings, cancel);
            app = Build(settings, log, store, owner);
            await app.StartAsync(cancel);
            owner?.PublishReady(new IPEndPoint(settings.LocalAddress, settings.GatewayPort), settings.Cluster.ClusterId, settings.Cluster.Tls is not null);
            await Greeting.Write(settings, output);
            return new SiloHost(owner, store, app);
        }
        catch
        {
            if (app is not null) await app.DisposeAsync();
            if (store is not null) await store.DisposeAsync();
            owner?.Dispose();
            throw;
        }
    }

    /// <summary>Every route that the silo serves, those of packages included.</summary>
    public IReadOnlyList<Endpoint> Routes => _app.Services.GetRequiredService<EndpointDataSource>().Endpoints;

    /// <summary>Ends when the silo was told to stop and has stopped.</summary>
    public Task UntilStopped(CancellationToken cancel) => _app.WaitForShutdownAsync(cancel);

    public async ValueTask DisposeAsync()
    {
        try
        {
            await _app.DisposeAsync();
        }
        finally
        {
            // In this order: the next owner must find the data file closed.
            await _store.DisposeAsync();
            _owner?.Dispose();
        }
    }

    private static WebApplication Build(SiloSettings settings, SiloLogSettings log, IStore store, FolderOwner? owner)
    {
        // Without arguments and files: all settings have come through SiloSettings, and been validated.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "silo" });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(settings.Address, settings.HttpPort!.Value));
        builder.Services.AddSiloPages(settings);
        builder.Services.Configure<HostOptions>(o =>
        {
            // Together: an open dashboard must not take the time that saving needs.
            o.ServicesStopConcurrently = true;
            o.ShutdownTimeout = settings.StopTimeout;
        });
        builder.Logging.AddSiloLog(log);
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton<Readiness>();
        builder.AddSiloMetrics($"{settings.AdvertisedAddress}:{settings.SiloPort}");
        builder.UseOrleans(silo => silo.UseSimpul(settings, store).AddDashboard(o => o.HideTrace = true));

        var app = builder.Build();
        if (owner is not null) app.Lifetime.ApplicationStopping.Register(owner.PublishStopping);
        app.UseSiloPages();
        SimpulMeters.Start();
        return app;
    }
}
