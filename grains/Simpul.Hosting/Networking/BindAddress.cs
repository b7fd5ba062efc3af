using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using Simpul.Hosting.Settings;

namespace Simpul.Hosting.Networking;

/// <summary>The address that a silo's ports are opened on, and the one that others reach it by.</summary>
public static class BindAddress
{
    private const string Setting = "--bind";
    private const string AdvertiseSetting = "--advertise";

    /// <summary>The address that a name stands for, or null. Host names are not looked up: which address they mean may change.</summary>
    public static IPAddress? Parse(string text) =>
        string.Equals(text, "localhost", StringComparison.OrdinalIgnoreCase) ? IPAddress.Loopback
        : IPAddress.TryParse(text, out var address) ? address : null;

    /// <summary>True for the addresses that mean all of a machine's.</summary>
    public static bool IsAny(IPAddress address) => address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any);

    /// <summary>
    /// Why a silo may not bind to an address; null where it may. To this machine alone it opens as it is; to others only where silos
    /// and clients show certificates, and pages ask for a token.
    /// </summary>
    /// <param name="text">The address.</param>
    /// <param name="hasCertificates">True where silos and clients show certificates.</param>
    /// <param name="hasToken">True where there are no pages, or they ask for a token.</param>
    public static SettingError? Problem(string text, bool hasCertificates, bool hasToken)
    {
        if (Parse(text) is not { } address)
            return new(Setting, $"\"{text}\" is not an IP address.", "Use 127.0.0.1.");
        if (IPAddress.IsLoopback(address) || (hasCertificates && hasToken)) return null;
        var missing = (hasCertificates, hasToken) switch
        {
            (false, false) => "neither a token nor a certificate",
            (false, true) => "no certificate",
            _ => "no token",
        };
        return new(
            Setting, $"{text} would open the silo to other machines, and it has {missing} to tell friends from strangers.",
            "Set SIMPUL_TLS_CERT, SIMPUL_TLS_KEY and SIMPUL_TLS_CA for its ports and SIMPUL_TOKEN_FILE for its pages, or use 127.0.0.1.");
    }

    /// <summary>Why others could not reach a silo by the address that it would tell them; null where they can.</summary>
    public static SettingError? AdvertiseProblem(string? text, string bind)
    {
        if (Parse(bind) is not { } bound) return null;
        if (text is not null)
        {
            if (Parse(text) is not { } address) return new(AdvertiseSetting, $"\"{text}\" is not an IP address.", "Use the address that other machines reach this one by.");
            if (IsAny(address)) return new(AdvertiseSetting, $"{text} stands for every address and leads nowhere.", "Use the address that other machines reach this one by.");
            return null;
        }

        if (!IsAny(bound)) return null;
        var own = Own(bound.AddressFamily);
        return own.Count switch
        {
            1 => null,
            0 => new(AdvertiseSetting, "This machine has no address that others could reach it by.", "Name one, or use --bind 127.0.0.1."),
            _ => new(AdvertiseSetting, $"This machine has more than one address: {string.Join(", ", own)}.", "Name the one that other silos and clients reach it by."),
        };
    }

    /// <summary>The address to tell others: the one named, else the one bound to, else the machine's only one.</summary>
    public static IPAddress Advertised(string? text, string bind)
    {
        if (AdvertiseProblem(text, bind) is { } problem) throw new InvalidOperationException($"{problem} Validate the settings first.");
        if (text is not null) return Parse(text)!;
        var bound = Parse(bind)!;
        return IsAny(bound) ? Own(bound.AddressFamily)[0] : bound;
    }

    // Of the addresses of one interface, or of several: those that lead to this machine from outside.
    private static List<IPAddress> Own(AddressFamily family) =>
    [
        .. NetworkInterface.GetAllNetworkInterfaces()
            .Where(static i => i.OperationalStatus == OperationalStatus.Up && i.NetworkInterfaceType != NetworkInterfaceType.Loopback)
            .SelectMany(static i => i.GetIPProperties().UnicastAddresses).Select(static a => a.Address)
            .Where(a => a.AddressFamily == family && !a.IsIPv6LinkLocal && !IPAddress.IsLoopback(a)).Distinct(),
    ];
}
