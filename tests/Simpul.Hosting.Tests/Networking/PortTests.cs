using System.Net;
using System.Net.Sockets;
using Simpul.Hosting.Networking;
using Simpul.Hosting.Settings;

namespace Simpul.Hosting.Tests.Networking;

public sealed class PortTests
{
    [Fact]
    public void A_port_that_another_listens_on_is_taken()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var settings = Settings(((IPEndPoint)other.LocalEndpoint).Port);

        using var ports = SiloPorts.Reserve(settings, out var errors);

        var error = Assert.Single(errors);
        Assert.Equal("--silo-port", error.Setting);
        Assert.Contains($"{settings.SiloPort} on 127.0.0.1 is taken", error.Problem, StringComparison.Ordinal);
        Assert.Contains("--silo-port", error.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_port_that_is_shared_by_reuse_is_taken()
    {
        using var other = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        other.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        other.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        other.Listen();

        Assert.Null(PortReservation.TryTake(IPAddress.Loopback, ((IPEndPoint)other.LocalEndPoint!).Port, out var error));
        Assert.Equal(SocketError.AddressAlreadyInUse, error);
    }

    [Fact]
    public void A_reserved_port_is_taken_before_anybody_listens_and_free_again_after()
    {
        if (!OperatingSystem.IsLinux()) return;
        var first = PortReservation.TakeFree(IPAddress.Loopback);

        Assert.Null(PortReservation.TryTake(IPAddress.Loopback, first.Port, out _));
        first.Dispose();
        using var second = PortReservation.TryTake(IPAddress.Loopback, first.Port, out _);
        Assert.NotNull(second);
    }

    [Fact]
    public void Every_taken_port_is_reported()
    {
        using var a = new TcpListener(IPAddress.Loopback, 0);
        using var b = new TcpListener(IPAddress.Loopback, 0);
        a.Start();
        b.Start();
        var settings = Settings(((IPEndPoint)a.LocalEndpoint).Port) with { GatewayPort = ((IPEndPoint)b.LocalEndpoint).Port };

        using var ports = SiloPorts.Reserve(settings, out var errors);

        Assert.Equal(["--silo-port", "--gateway-port"], errors.Select(e => e.Setting));
    }

    private static SiloSettings Settings(int siloPort)
    {
        using var free = PortReservation.TakeFree(IPAddress.Loopback);
        return new SiloSettings { DataFolder = "data", HttpPort = null, SiloPort = siloPort, GatewayPort = free.Port };
    }
}
