using System.Globalization;
using System.Net;

namespace Simpul.Hosting.Sessions;

/// <summary>Where a gateway is.</summary>
/// <param name="Host">A name or an address.</param>
/// <param name="Port">A port.</param>
public readonly record struct GatewayAddress(string Host, int Port)
{
    /// <summary>Reads <c>host:port</c> or <c>[address]:port</c>; null where it is neither.</summary>
    public static GatewayAddress? Parse(string text)
    {
        var colon = text.LastIndexOf(':');
        if (colon <= 0) return null;
        var host = text[..colon];
        if (!int.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            || port is <= IPEndPoint.MinPort or > IPEndPoint.MaxPort) return null;
        if (host.StartsWith('[') && host.EndsWith(']')) host = host[1..^1];
        else if (host.Contains(':', StringComparison.Ordinal)) return null;
        return Uri.CheckHostName(host) == UriHostNameType.Unknown ? null : new GatewayAddress(host, port);
    }

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{(Host.Contains(':', StringComparison.Ordinal) ? $"[{Host}]" : Host)}:{Port}");
}
