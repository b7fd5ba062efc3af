using System.Net;

namespace Simpul.Silo.Http;

/// <summary>The names that a silo on loopback answers to.</summary>
internal static class HostNames
{
    public static bool IsOwn(string host, IPAddress bound) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && (address.Equals(bound) || IPAddress.IsLoopback(address)));
}
