using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Simpul.Hosting.Networking;

/// <summary>
/// A port that is ours. Orleans opens its ports in a way that lets two silos share one in silence, each getting part of the
/// connections, so a port is tried first, and kept from other silos by a name that the system gives up when the process ends.
/// </summary>
public sealed class PortReservation : IDisposable
{
    private readonly Socket? _claim;

    private PortReservation(int port, Socket? claim)
    {
        Port = port;
        _claim = claim;
    }

    /// <summary>The port.</summary>
    public int Port { get; }

    /// <summary>Reserves a port; null, with the reason, where it is not to be had.</summary>
    public static PortReservation? TryTake(IPAddress address, int port, out SocketError error)
    {
        error = SocketError.Success;
        Socket? claim = null;
        try
        {
            using var trial = Listen(address, port);
            claim = Claim(((IPEndPoint)trial.LocalEndPoint!).Port);
            return new PortReservation(((IPEndPoint)trial.LocalEndPoint!).Port, claim);
        }
        catch (SocketException e) when (e.SocketErrorCode is SocketError.AddressAlreadyInUse or SocketError.AccessDenied or SocketError.AddressNotAvailable)
        {
            claim?.Dispose();
            error = e.SocketErrorCode;
            return null;
        }
    }

    /// <summary>Reserves any free port.</summary>
    public static PortReservation TakeFree(IPAddress address)
    {
        const int attempts = 20;
        for (var i = 0; i < attempts; i++)
        {
            if (TryTake(address, 0, out _) is { } taken) return taken;
        }

        throw new HostingException(HostingFault.Settings, $"No port is free on {address}.", "End programs that hold many ports, or raise the system's range of ports.");
    }

    /// <inheritdoc/>
    public void Dispose() => _claim?.Dispose();

    private static Socket Listen(IPAddress address, int port)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(address, port));
            socket.Listen();
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    // Between the trial and the silo's own listening another silo might pass the same trial. An abstract socket's name can be held
    // once in a network namespace and leaves no file behind; only Linux has them, and elsewhere the trial has to do.
    private static Socket? Claim(int port)
    {
        if (!RuntimeInformation.IsOSPlatform(OSPlatform.Linux)) return null;
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            socket.Bind(new UnixDomainSocketEndPoint($"\0simpul/port/{port}"));
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
