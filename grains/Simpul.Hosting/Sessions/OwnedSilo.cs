using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Simpul.Hosting.Networking;
using Simpul.Hosting.Ownership;
using Simpul.Hosting.Settings;
using Simpul.Storage;

namespace Simpul.Hosting.Sessions;

/// <summary>A silo in this process, for the data folder that this process owns.</summary>
internal sealed class OwnedSilo : ILink
{
    private const int PortAttempts = 3;

    private readonly FolderOwner _owner;
    private readonly IStore _store;
    private readonly RunningSilo _silo;
    private readonly EmbeddedOptions _options;

    private OwnedSilo(FolderOwner owner, IStore store, RunningSilo silo, EmbeddedOptions options)
    {
        (_owner, _store, _silo, _options) = (owner, store, silo, options);
        Grains = silo.Host.Services.GetRequiredService<IGrainFactory>();
    }

    public IGrainFactory Grains { get; }

    /// <summary>Starts the silo and lets others know; the owner is let go where that fails.</summary>
    public static async Task<OwnedSilo> Start(FolderOwner owner, EmbeddedOptions options, CancellationToken cancel)
    {
        IStore? store = null;
        try
        {
            store = DataStore.Open(owner.Folder);
            var silo = await StartSilo(owner, store, options, cancel);
            owner.PublishReady(silo.Gateway, silo.ClusterId);
            return new OwnedSilo(owner, store, silo, options);
        }
        catch
        {
            if (store is not null) await store.DisposeAsync();
            owner.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            _owner.PublishStopping();
            using var limit = new CancellationTokenSource(_options.StopTimeout);
            await _silo.Stop(limit.Token);
        }
        finally
        {
            // In this order: the next owner must find the data file closed.
            await _store.DisposeAsync();
            _owner.Dispose();
        }
    }

    private static async Task<RunningSilo> StartSilo(FolderOwner owner, IStore store, EmbeddedOptions options, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await RunningSilo.Start(owner, store, options, cancel);
            }
            catch (Exception e) when (attempt < PortAttempts && IsPortClash(e))
            {
                // A program that knows nothing of our reservations took the port in between.
            }
        }
    }

    private static bool IsPortClash(Exception e) => e switch
    {
        SocketException socket => socket.SocketErrorCode == SocketError.AddressAlreadyInUse,
        AggregateException many => many.InnerExceptions.Any(IsPortClash),
        _ => e.InnerException is { } inner && IsPortClash(inner),
    };

    private sealed class RunningSilo(IHost host, SiloPorts ports, IPEndPoint gateway, string clusterId)
    {
        public IHost Host => host;

        public IPEndPoint Gateway => gateway;

        public string ClusterId => clusterId;

        public static async Task<RunningSilo> Start(FolderOwner owner, IStore store, EmbeddedOptions options, CancellationToken cancel)
        {
            // A cluster id of its own: a client that comes too late to a port must not take the port's next owner for this one.
            var ports = SiloPorts.TakeFree(IPAddress.Loopback, out var siloPort, out var gatewayPort);
            var settings = new SiloSettings
            {
                DataFolder = owner.Folder,
                HttpPort = null,
                SiloPort = siloPort,
                GatewayPort = gatewayPort,
                Cluster = options.Cluster with { ClusterId = $"embedded-{owner.Instance}" },
                StopTimeout = options.StopTimeout,
            };
            IHost? host = null;
            try
            {
                var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
                builder.Services.AddSingleton<IHostLifetime, QuietLifetime>();
                builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = settings.StopTimeout);
                if (options.Logging is { } logging) logging(builder.Logging);
                else builder.Logging.SetMinimumLevel(LogLevel.None);
                builder.UseOrleans(silo => silo.UseSimpul(settings, store));
                host = builder.Build();
                await host.StartAsync(cancel);
                return new RunningSilo(host, ports, new IPEndPoint(settings.Address, gatewayPort), settings.Cluster.ClusterId);
            }
            catch
            {
                host?.Dispose();
                ports.Dispose();
                throw;
            }
        }

        public async Task Stop(CancellationToken limit)
        {
            try
            {
                await host.StopAsync(limit);
            }
            finally
            {
                host.Dispose();
                ports.Dispose();
            }
        }
    }
}
