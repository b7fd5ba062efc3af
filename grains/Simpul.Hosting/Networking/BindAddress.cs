using System.Net;
using Simpul.Hosting.Settings;

namespace Simpul.Hosting.Networking;

/// <summary>The address that a silo's ports are opened on.</summary>
public static class BindAddress
{
    private const string Setting = "--bind";

    /// <summary>The address that a name stands for, or null. Host names are not looked up: which address they mean may change.</summary>
    public static IPAddress? Parse(string text) =>
        string.Equals(text, "localhost", StringComparison.OrdinalIgnoreCase) ? IPAddress.Loopback
        : IPAddress.TryParse(text, out var address) ? address : null;

    /// <summary>
    /// Why a silo may not bind to an address; null where it may. Neither the gateway nor the dashboard asks who is calling, so only
    /// this machine may reach them.
    /// </summary>
    public static SettingError? Problem(string text)
    {
        if (Parse(text) is not { } address)
            return new(Setting, $"\"{text}\" is not an IP address.", "Use 127.0.0.1.");
        if (!IPAddress.IsLoopback(address))
        {
            return new(
                Setting, $"{text} would open the silo to other machines, and it has neither a token nor a certificate to tell friends from strangers.",
                "Use 127.0.0.1, and reach it from elsewhere through an SSH tunnel.");
        }

        return null;
    }
}
