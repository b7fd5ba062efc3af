using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;

namespace Simpul.Hosting.Security;

/// <summary>Puts TLS into a silo or a client.</summary>
internal static class TlsExtensions
{
    /// <summary>Secures the silo's port, its gateway and its calls to other silos; nothing where there are no settings.</summary>
    public static ISiloBuilder UseTls(this ISiloBuilder silo, TlsSettings? settings)
    {
        if (settings is null) return silo;
        var certificates = new Certificates(settings);
        silo.Services.AddOptions<SiloConnectionOptions>().Configure<ILogger<TlsConnections>>((o, log) =>
        {
            o.ConfigureSiloOutboundConnection(c => c.UseMiddleware(new TlsConnections(settings, certificates, TlsEnd.CallsSilo, log)));
            o.ConfigureSiloInboundConnection(c => c.UseMiddleware(new TlsConnections(settings, certificates, TlsEnd.AnswersSilo, log)));
            o.ConfigureGatewayInboundConnection(c => c.UseMiddleware(new TlsConnections(settings, certificates, TlsEnd.AnswersClient, log)));
        });
        return silo;
    }

    /// <summary>Secures a client's connections to gateways; nothing where there are no settings.</summary>
    public static IClientBuilder UseTls(this IClientBuilder client, TlsSettings? settings)
    {
        if (settings is null) return client;
        var certificates = new Certificates(settings);
        client.Services.AddOptions<ClientConnectionOptions>().Configure<ILogger<TlsConnections>>((o, log) =>
            o.ConfigureConnection(c => c.UseMiddleware(new TlsConnections(settings, certificates, TlsEnd.CallsSilo, log))));
        return client;
    }
}
