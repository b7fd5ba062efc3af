using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Configuration;
using Simpul.Grains.Articles;
using Simpul.Grains.Hosting;
using Simpul.Hosting.Isolation;
using Simpul.Hosting.Security;
using Simpul.Hosting.Settings;
using Simpul.Storage;
using Simpul.Storage.Postgres;

namespace Simpul.Hosting;

/// <summary>The one place where a silo is put together, for the program <c>silo</c> and for a command's own.</summary>
public static class SimpulSilo
{
    /// <summary>Configures Orleans, the store and the grains from valid settings.</summary>
    public static ISiloBuilder UseSimpul(this ISiloBuilder silo, SiloSettings settings, IStore store)
    {
        var cluster = settings.Cluster;
        if (ReaderCommand.OfThisProgram() is { } reader)
            silo.Services.AddSingleton<IIsolatedReading>(_ => new IsolatedReading(reader, TimeProvider.System));
        if (store is PostgresStore { DataSource: var database })
            silo.UseAdoNetClustering(o => (o.Invariant, o.DataSource) = ("Npgsql", database));
        else
            silo.UseDevelopmentClustering(new IPEndPoint(settings.AdvertisedAddress, settings.SiloPort));
        return silo
            .Configure<EndpointOptions>(o =>
            {
                (o.AdvertisedIPAddress, o.SiloPort, o.GatewayPort) = (settings.AdvertisedAddress, settings.SiloPort, settings.GatewayPort);
                o.SiloListeningEndpoint = new IPEndPoint(settings.Address, settings.SiloPort);
                o.GatewayListeningEndpoint = new IPEndPoint(settings.Address, settings.GatewayPort);
            })
            .UseTls(cluster.Tls)
            .Configure<ClusterOptions>(o =>
            {
                o.ServiceId = cluster.ServiceId;
                o.ClusterId = cluster.ClusterId;
            })
            .Configure<ClusterMembershipOptions>(o =>
            {
                o.ProbeTimeout = cluster.ProbeTimeout;
                o.MaxProbeTimeout = cluster.MaxProbeTimeout;
                o.TableRefreshTimeout = cluster.TableRefresh;
                o.IAmAliveTablePublishTimeout = cluster.AliveInterval;
                o.DefunctSiloExpiration = cluster.DeadRowsKept;
            })
            .Configure<SiloMessagingOptions>(o =>
            {
                o.MaxMessageBodySize = cluster.MaxMessageBytes;
                // A pause for clients to move to another silo; a data folder has no other.
                if (settings.Postgres is null) o.ClientGatewayShutdownNotificationTimeout = TimeSpan.Zero;
            })
            .Configure<GrainCollectionOptions>(o =>
            {
                o.CollectionAge = settings.CollectionAge;
                o.EnableActivationSheddingOnMemoryPressure = true;
            })
            .AddSimpulGrains(store, settings.Grains);
    }
}
