using System.Net;
using System.Net.Sockets;
using Orleans.Messaging;

namespace Simpul.Hosting.Sessions;

/// <summary>
/// The gateways behind addresses that were named: those that take a connection now, asked anew again and again. So a silo that
/// starts later is used, one that is gone is not, and a name may stand for silos that come and go.
/// </summary>
internal sealed class NamedGateways(IReadOnlyList<GatewayAddress> addresses) : IGatewayListProvider
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(3);

    private IList<Uri> _last = [];

    /// <inheritdoc/>
    public TimeSpan MaxStaleness => TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    public bool IsUpdatable => true;

    /// <inheritdoc/>
    public Task InitializeGatewayListProvider() => Task.CompletedTask;

    /// <inheritdoc/>
    public async Task<IList<Uri>> GetGateways()
    {
        var (endpoints, _) = await Answering(addresses, Limit, CancellationToken.None);
        // Where nobody answers, those of before are as good as any until somebody does.
        if (endpoints.Length > 0) _last = [.. endpoints.Select(static e => SiloAddress.New(e, 0).ToGatewayUri())];
        return _last;
    }

    /// <summary>The addresses that take a connection, and what is wrong with one that does not.</summary>
    public static async Task<(IPEndPoint[] Endpoints, string Problem)> Answering(
        IReadOnlyList<GatewayAddress> gateways, TimeSpan atMost, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(atMost);
        var found = await Task.WhenAll(gateways.Select(g => Find(g, limit.Token)));
        cancel.ThrowIfCancellationRequested();
        return ([.. found.SelectMany(static f => f.Endpoints).Distinct()], found.Select(static f => f.Problem).FirstOrDefault(static p => p.Length > 0, ""));
    }

    private static async Task<(IPEndPoint[] Endpoints, string Problem)> Find(GatewayAddress gateway, CancellationToken limit)
    {
        try
        {
            var found = await Dns.GetHostAddressesAsync(gateway.Host, limit);
            var probes = await Task.WhenAll(found.Select(a => Probe(new IPEndPoint(a.IsIPv4MappedToIPv6 ? a.MapToIPv4() : a, gateway.Port), limit)));
            var open = probes.Where(static p => p.Problem.Length == 0).Select(static p => p.Endpoint).ToArray();
            return (open, open.Length > 0 ? "" : probes.Select(static p => p.Problem).FirstOrDefault($"the name {gateway.Host} is not known"));
        }
        catch (SocketException)
        {
            return ([], $"the name {gateway.Host} is not known");
        }
        catch (OperationCanceledException)
        {
            return ([], $"the name {gateway.Host} is not told");
        }
    }

    // A plain connection: Orleans would wait long for what the system knows at once.
    private static async Task<(IPEndPoint Endpoint, string Problem)> Probe(IPEndPoint endpoint, CancellationToken limit)
    {
        try
        {
            using var socket = new Socket(endpoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(endpoint, limit);
            return (endpoint, "");
        }
        catch (SocketException e)
        {
            return (endpoint, e.SocketErrorCode == SocketError.ConnectionRefused ? "nothing listens there" : e.Message.TrimEnd('.'));
        }
        catch (OperationCanceledException)
        {
            return (endpoint, "the connection is not accepted");
        }
    }
}
