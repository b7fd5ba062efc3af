using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using Simpul.Hosting.Networking;
using Simpul.Hosting.Security;
using Simpul.Hosting.Settings;
using Simpul.Storage;

namespace Simpul.Hosting.Tests.Security;

/// <summary>Silos of one cluster that show certificates, over one store.</summary>
internal sealed class SecuredSilo : IAsyncDisposable
{
    private readonly IHost _host;
    private readonly SiloPorts _ports;

    private SecuredSilo(IHost host, SiloPorts ports, SiloSettings settings) => (_host, _ports, Settings) = (host, ports, settings);

    public SiloSettings Settings { get; }

    public IPEndPoint SiloEndpoint => new(IPAddress.Loopback, Settings.SiloPort);

    public IPEndPoint GatewayEndpoint => new(IPAddress.Loopback, Settings.GatewayPort);

    public int ActiveSilos => _host.Services.GetRequiredService<IClusterMembershipService>().CurrentSnapshot.Members.Values.Count(m => m.Status == SiloStatus.Active);

    public static async Task<SecuredSilo> Start(IStore store, string folder, TlsSettings? tls, IPEndPoint? first = null)
    {
        var ports = SiloPorts.TakeFree(IPAddress.Loopback, out var siloPort, out var gatewayPort);
        var settings = new SiloSettings
        {
            DataFolder = folder, HttpPort = null, SiloPort = siloPort, GatewayPort = gatewayPort, Cluster = new ClusterSettings { Tls = tls },
        };
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Logging.SetMinimumLevel(LogLevel.None);
        builder.UseOrleans(silo =>
        {
            silo.UseSimpul(settings, store);
            if (first is not null) silo.Configure<DevelopmentClusterMembershipOptions>(o => o.PrimarySiloEndpoint = first);
        });
        var host = builder.Build();
        try
        {
            await host.StartAsync();
            return new SecuredSilo(host, ports, settings);
        }
        catch
        {
            host.Dispose();
            ports.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        await _host.StopAsync(limit.Token);
        _host.Dispose();
        _ports.Dispose();
    }
}
