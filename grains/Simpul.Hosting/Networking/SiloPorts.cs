using System.Net;
using System.Net.Sockets;
using Simpul.Hosting.Settings;

namespace Simpul.Hosting.Networking;

/// <summary>All ports of a silo, reserved until it ends.</summary>
public sealed class SiloPorts : IDisposable
{
    private readonly List<PortReservation> _reservations = [];

    /// <summary>Reserves the ports of valid settings; what cannot be had is told in <paramref name="errors"/>, all at once.</summary>
    public static SiloPorts Reserve(SiloSettings settings, out IReadOnlyList<SettingError> errors)
    {
        var ports = new SiloPorts();
        var problems = new List<SettingError>();
        foreach (var (setting, port) in settings.Ports)
        {
            if (PortReservation.TryTake(settings.Address, port, out var error) is { } reservation) ports._reservations.Add(reservation);
            else problems.Add(Explain(setting, settings.Address, port, error));
        }

        errors = problems;
        return ports;
    }

    /// <summary>Reserves free ports for a silo and its gateway.</summary>
    public static SiloPorts TakeFree(IPAddress address, out int siloPort, out int gatewayPort)
    {
        var ports = new SiloPorts();
        ports._reservations.Add(PortReservation.TakeFree(address));
        ports._reservations.Add(PortReservation.TakeFree(address));
        (siloPort, gatewayPort) = (ports._reservations[0].Port, ports._reservations[1].Port);
        return ports;
    }

    /// <inheritdoc/>
    public void Dispose() => _reservations.ForEach(static r => r.Dispose());

    private static SettingError Explain(string setting, IPAddress address, int port, SocketError error) => error switch
    {
        SocketError.AccessDenied => new(setting, $"This user may not open port {port}.", "Use a port from 1024 on."),
        SocketError.AddressNotAvailable => new("--bind", $"This machine has no address {address}.", "Use 127.0.0.1."),
        _ => new(setting, $"Port {port} on {address} is taken by another process.", $"Stop that process, or name another port with {setting}."),
    };
}
