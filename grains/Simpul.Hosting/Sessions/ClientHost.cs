using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Orleans.Configuration;
using Orleans.Messaging;
using Orleans.Runtime.Messaging;
using Simpul.Hosting.Security;
using Simpul.Hosting.Settings;

namespace Simpul.Hosting.Sessions;

/// <summary>An Orleans client put together.</summary>
internal static class ClientHost
{
    public static IHost Build(IPEndPoint[] gateways, ClusterSettings cluster, Action<ILoggingBuilder>? logging, LostCalls? calls) =>
        Build(client => client.UseStaticClustering(gateways), cluster, logging, calls);

    /// <summary>The same for addresses behind which silos come and go.</summary>
    public static IHost Build(NamedGateways gateways, ClusterSettings cluster, Action<ILoggingBuilder>? logging) => Build(
        client => client.Services.AddSingleton<IGatewayListProvider>(gateways), cluster, logging, calls: null);

    /// <summary>The same for silos that come and go: which there are is read from the database.</summary>
    public static IHost Build(NpgsqlDataSource database, ClusterSettings cluster, Action<ILoggingBuilder>? logging) => Build(
        client => client.UseAdoNetClustering(o => (o.Invariant, o.DataSource) = ("Npgsql", database)), cluster, logging, calls: null);

    private static IHost Build(Action<IClientBuilder> useClustering, ClusterSettings cluster, Action<ILoggingBuilder>? logging, LostCalls? calls)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddSingleton<IHostLifetime, QuietLifetime>();
        if (logging is not null) logging(builder.Logging);
        else builder.Logging.SetMinimumLevel(LogLevel.None);
        builder.UseOrleansClient(client =>
        {
            useClustering(client);
            Watch(client.Services);
            client.Services.AddOptions<ClientConnectionOptions>().Configure<IServiceProvider>(
                static (o, services) => o.ConfigureConnection(c => c.UseMiddleware(new LostGateways(services))));
            client
                .UseTls(cluster.Tls)
                .Configure<ClusterOptions>(o =>
                {
                    o.ServiceId = cluster.ServiceId;
                    o.ClusterId = cluster.ClusterId;
                })
                .Configure<ClientMessagingOptions>(o =>
                {
                    o.MaxMessageBodySize = cluster.MaxMessageBytes;
                    // Each set of gateways has keys of its own, and each key a bucket that stays with its gateway.
                    o.ClientSenderBuckets = 1 << 16;
                })
                .Configure<GatewayOptions>(o => o.GatewayListRefreshPeriod = TimeSpan.FromSeconds(5))
                .Configure<ConnectionOptions>(o => o.OpenConnectionTimeout = TimeSpan.FromSeconds(5))
                // Whoever connects knows better than a count whether another try is of use.
                .UseConnectionRetryFilter(static (_, _) => Task.FromResult(false));
            if (calls is null) return;
            client.AddOutgoingGrainCallFilter(calls);
            client.AddClusterConnectionLostHandler((_, _) => calls.Break());
        });
        return builder.Build();
    }

    private static void Watch(IServiceCollection services)
    {
        var provider = services.Last(static s => s.ServiceType == typeof(IGatewayListProvider));
        services.AddSingleton(s => new WatchedGateways(
            (IGatewayListProvider)(provider.ImplementationInstance ?? provider.ImplementationFactory?.Invoke(s)
                ?? ActivatorUtilities.CreateInstance(s, provider.ImplementationType!))));
        services.AddSingleton<IGatewayListProvider>(static s => s.GetRequiredService<WatchedGateways>());
    }

    /// <summary>True where a connection failed because nobody, or somebody else, answers.</summary>
    public static bool IsNoAnswer(Exception e) => e switch
    {
        ConnectionFailedException or SiloUnavailableException or OrleansMessageRejectionException or TimeoutException or SocketException => true,
        OperationCanceledException or IOException => true,
        OrleansException { InnerException: { } inner } => IsNoAnswer(inner),
        _ => false,
    };

    /// <summary>Ends a client. Nothing is left to save, so a silo that is gone must not hold it up.</summary>
    public static async Task Stop(IHost client)
    {
        try
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(2));
            await client.StopAsync(limit.Token);
        }
        catch (Exception e) when (IsNoAnswer(e))
        {
        }
        finally
        {
            client.Dispose();
        }
    }
}
