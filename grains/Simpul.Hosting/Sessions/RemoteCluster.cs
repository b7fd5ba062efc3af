using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Simpul.Hosting.Security;

namespace Simpul.Hosting.Sessions;

/// <summary>A cluster of running silos, reached through gateways that are named.</summary>
public sealed class RemoteCluster : IClusterSession
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private readonly IHost _client;

    private RemoteCluster(IHost client, IReadOnlyList<GatewayAddress> gateways)
    {
        _client = client;
        Grains = client.Services.GetRequiredService<IClusterClient>();
        Description = string.Join(',', gateways);
    }

    /// <inheritdoc/>
    public IGrainFactory Grains { get; }

    /// <inheritdoc/>
    public string Description { get; }

    /// <summary>Connects to the first of the gateways that answers.</summary>
    /// <param name="gateways">Each <c>host:port</c>.</param>
    /// <param name="options">How, or null for the defaults.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="HostingException">An address is none, or no gateway answers in time.</exception>
    public static async Task<RemoteCluster> ConnectAsync(IReadOnlyList<string> gateways, RemoteOptions? options = null, CancellationToken cancel = default)
    {
        options ??= new RemoteOptions();
        if (options.Cluster.Tls is null) options = options with { Cluster = options.Cluster with { Tls = TlsSettings.FromEnvironment() } };
        var addresses = Parse(gateways);
        var names = string.Join(',', addresses);
        var started = options.Time.GetTimestamp();
        while (true)
        {
            var (endpoints, problem) = await Answering(addresses, cancel);
            if (endpoints.Length > 0)
            {
                if (await TryStart(endpoints, options, cancel) is { } client) return new RemoteCluster(client, addresses);
                problem = $"it is no gateway of the cluster \"{options.Cluster.ClusterId}\", or one that is starting or stopping";
            }

            if (options.Time.GetElapsedTime(started) > options.ConnectTimeout)
            {
                throw new HostingException(
                    HostingFault.Unreachable, $"No silo answers at {names}: {problem}.",
                    "Check that the silo runs, that the port is its gateway port (30000 unless named otherwise), and the cluster id.");
            }

            await Task.Delay(Pause, options.Time, cancel);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await ClientHost.Stop(_client);

    private static List<GatewayAddress> Parse(IReadOnlyList<string> gateways)
    {
        if (gateways.Count == 0) throw new HostingException(HostingFault.Settings, "No gateway is named.", "Name one as host:port, such as 127.0.0.1:30000.");
        return [.. gateways.Select(static text => GatewayAddress.Parse(text) ?? throw new HostingException(
            HostingFault.Settings, $"\"{text}\" is not the address of a gateway.", "Write it as host:port, such as 127.0.0.1:30000."))];
    }

    // A plain connection first: Orleans would wait long for what the system knows at once.
    private static async Task<(IPEndPoint[] Endpoints, string Problem)> Answering(
        IReadOnlyList<GatewayAddress> gateways, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(TimeSpan.FromSeconds(5));
        var found = await Task.WhenAll(gateways.Select(g => Probe(g, limit.Token)));
        cancel.ThrowIfCancellationRequested();
        return ([.. found.Select(static f => f.Endpoint).OfType<IPEndPoint>()], found.Select(static f => f.Problem).FirstOrDefault(static p => p.Length > 0, ""));
    }

    private static async Task<(IPEndPoint? Endpoint, string Problem)> Probe(GatewayAddress gateway, CancellationToken limit)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(gateway.Host, gateway.Port, limit);
            var remote = (IPEndPoint)client.Client.RemoteEndPoint!;
            return (remote.Address.IsIPv4MappedToIPv6 ? new IPEndPoint(remote.Address.MapToIPv4(), remote.Port) : remote, "");
        }
        catch (SocketException e)
        {
            return (null, e.SocketErrorCode switch
            {
                SocketError.ConnectionRefused => "nothing listens there",
                SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain => $"the name {gateway.Host} is not known",
                _ => e.Message.TrimEnd('.'),
            });
        }
        catch (OperationCanceledException)
        {
            return (null, "the connection is not accepted");
        }
    }

    private static async Task<IHost?> TryStart(IPEndPoint[] endpoints, RemoteOptions options, CancellationToken cancel)
    {
        var client = ClientHost.Build(endpoints, options.Cluster, options.Logging, calls: null);
        try
        {
            await client.StartAsync(cancel);
            return client;
        }
        catch (Exception e) when (!cancel.IsCancellationRequested && ClientHost.IsNoAnswer(e))
        {
            client.Dispose();
            return null;
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }
}
