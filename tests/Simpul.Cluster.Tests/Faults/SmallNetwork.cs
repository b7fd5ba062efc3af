using System.ComponentModel;
using System.Globalization;
using Simpul.Testing;

namespace Simpul.Cluster.Tests.Faults;

/// <summary>
/// Hosts in network namespaces of their own, plugged into one bridge, whose links can be cut without anybody being told: what is sent
/// is dropped, and connections stay open.
/// </summary>
internal sealed class SmallNetwork : IDisposable
{
    private static int s_networks;

    private readonly string _name;
    private readonly string _subnet;
    private readonly int _hosts;

    private SmallNetwork(int hosts)
    {
        var number = Interlocked.Increment(ref s_networks);
        _hosts = hosts;
        _name = string.Create(CultureInfo.InvariantCulture, $"sp{Environment.ProcessId % 100_000}n{number}");
        _subnet = string.Create(CultureInfo.InvariantCulture, $"10.213.{(Environment.ProcessId + number) % 256}");
    }

    /// <summary>Why none can be had here; null where one can.</summary>
    public static string? Obstacle { get; } = Try();

    /// <summary>The address by which the hosts reach this one.</summary>
    public string OwnAddress => $"{_subnet}.1";

    public static SmallNetwork Create(int hosts)
    {
        var network = new SmallNetwork(hosts);
        try
        {
            network.Create();
            return network;
        }
        catch
        {
            network.Dispose();
            throw;
        }
    }

    public string AddressOf(int host) => string.Create(CultureInfo.InvariantCulture, $"{_subnet}.{host + 2}");

    /// <summary>The command that starts a program on a host.</summary>
    public string[] On(int host) => ["ip", "netns", "exec", Name(host)];

    /// <summary>Two hosts lose each other; all others they still reach.</summary>
    public void Cut(int host, int other) => Isolate("on", host, other);

    /// <summary>They reach each other again.</summary>
    public void Heal(int host, int other) => Isolate("off", host, other);

    /// <summary>A host loses everybody.</summary>
    public void Unplug(int host) => Ip("link", "set", Port(host), "nomaster");

    /// <summary>It has everybody again.</summary>
    public void Plug(int host) => Ip("link", "set", Port(host), "master", _name);

    /// <summary>True where one host can open a connection to a port of another.</summary>
    public bool Reaches(int host, int other, int port)
    {
        string[] command = [.. On(host), "timeout", "1", "bash", "-c", string.Create(CultureInfo.InvariantCulture, $"exec 3<>/dev/tcp/{AddressOf(other)}/{port}")];
        return SystemCommand.Try(command[0], command[1..]).Code == 0;
    }

    public void Dispose()
    {
        for (var host = 0; host < _hosts; host++)
        {
            SystemCommand.Try("ip", "link", "delete", Port(host));
            SystemCommand.Try("ip", "netns", "delete", Name(host));
        }

        SystemCommand.Try("ip", "link", "delete", _name);
    }

    private void Create()
    {
        Ip("link", "add", _name, "type", "bridge");
        Ip("address", "add", $"{OwnAddress}/24", "dev", _name);
        Ip("link", "set", _name, "up");
        for (var host = 0; host < _hosts; host++)
        {
            Ip("netns", "add", Name(host));
            Ip("link", "add", Port(host), "type", "veth", "peer", "name", "eth0", "netns", Name(host));
            Plug(host);
            Ip("link", "set", Port(host), "up");
            Ip("-n", Name(host), "link", "set", "lo", "up");
            Ip("-n", Name(host), "address", "add", $"{AddressOf(host)}/24", "dev", "eth0");
            Ip("-n", Name(host), "link", "set", "eth0", "up");
        }
    }

    // Ports of a bridge that are isolated reach all ports but each other.
    private void Isolate(string state, params int[] hosts)
    {
        foreach (var host in hosts) Ip("link", "set", "dev", Port(host), "type", "bridge_slave", "isolated", state);
    }

    private string Name(int host) => string.Create(CultureInfo.InvariantCulture, $"{_name}h{host}");

    private string Port(int host) => Name(host);

    private static void Ip(params string[] args) => SystemCommand.Run("ip", args);

    private static string? Try()
    {
        try
        {
            using var network = Create(hosts: 2);
            network.Cut(0, 1);
            return null;
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception)
        {
            return $"Needs the right to make network namespaces: {e.Message}";
        }
    }
}

/// <summary>A long test that makes network namespaces.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NetworkFactAttribute : FactAttribute
{
    /// <inheritdoc/>
    public override string? Skip { get; set; } = TakesLong.Skip ?? SmallNetwork.Obstacle;
}
