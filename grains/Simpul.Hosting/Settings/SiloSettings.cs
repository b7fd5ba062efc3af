using System.Net;
using Simpul.Grains.Hosting;
using Simpul.Hosting.Networking;
using Simpul.Hosting.Security;

namespace Simpul.Hosting.Settings;

/// <summary>How one silo runs.</summary>
public sealed record SiloSettings
{
    /// <summary>The port of dashboard, health and metrics unless another is given.</summary>
    public const int DefaultHttpPort = 8080;

    /// <summary>The port for other silos unless another is given.</summary>
    public const int DefaultSiloPort = 11111;

    /// <summary>The port for clients unless another is given.</summary>
    public const int DefaultGatewayPort = 30000;

    /// <summary>The folder that holds the data of a silo that is alone; null where <see cref="Postgres"/> holds them.</summary>
    public string? DataFolder { get; init; }

    /// <summary>The database that holds the data and the list of silos of a cluster; null where the data are in <see cref="DataFolder"/>.</summary>
    public PostgresSettings? Postgres { get; init; }

    /// <summary>The address that all ports are opened on. Default: <c>127.0.0.1</c>.</summary>
    public string Bind { get; init; } = "127.0.0.1";

    /// <summary>The address that other silos and clients are told; null for the one bound to, or the machine's only one.</summary>
    public string? Advertise { get; init; }

    /// <summary>What opens the pages; null where everybody on this machine may.</summary>
    public AccessToken? Token { get; init; }

    /// <summary>The port of dashboard, health and metrics; null for none. Default: 8080.</summary>
    public int? HttpPort { get; init; } = DefaultHttpPort;

    /// <summary>The port for other silos. Default: 11111.</summary>
    public int SiloPort { get; init; } = DefaultSiloPort;

    /// <summary>The port for clients. Default: 30000.</summary>
    public int GatewayPort { get; init; } = DefaultGatewayPort;

    /// <summary>What the silo shares with its cluster.</summary>
    public ClusterSettings Cluster { get; init; } = new();

    /// <summary>Limits and rhythms of the grains; null for the defaults.</summary>
    public Action<GrainsOptions>? Grains { get; init; }

    /// <summary>How long a grain may idle before it is deactivated. Default: 10 minutes.</summary>
    public TimeSpan CollectionAge { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long a stop may take until everything is saved. Default: 30 s.</summary>
    public TimeSpan StopTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The address as one; valid settings have one.</summary>
    public IPAddress Address => BindAddress.Parse(Bind) ?? throw new InvalidOperationException($"{Bind} is no address; validate the settings first.");

    /// <summary>The address that others are told; valid settings have one.</summary>
    public IPAddress AdvertisedAddress => BindAddress.Advertised(Advertise, Bind);

    /// <summary>The address that this machine reaches the silo by.</summary>
    public IPAddress LocalAddress => Address.Equals(IPAddress.Any) ? IPAddress.Loopback : Address.Equals(IPAddress.IPv6Any) ? IPAddress.IPv6Loopback : Address;

    /// <summary>The ports by the names of their settings, in the order in which they are asked for.</summary>
    public IEnumerable<(string Setting, int Port)> Ports
    {
        get
        {
            if (HttpPort is { } http) yield return ("--http-port", http);
            yield return ("--silo-port", SiloPort);
            yield return ("--gateway-port", GatewayPort);
        }
    }

    /// <summary>All that is wrong; empty where nothing is.</summary>
    public IReadOnlyList<SettingError> Validate()
    {
        var errors = new List<SettingError>();
        if (Postgres is not null && DataFolder is not null)
            errors.Add(new("--data", "A data folder is named, and a database too.", "Name one of them: data are kept in one place."));
        else if (Postgres is null && string.IsNullOrWhiteSpace(DataFolder))
            errors.Add(new("--data", "No folder is named.", "Name a folder that this user may write to, or a database."));
        else if (File.Exists(DataFolder))
            errors.Add(new("--data", $"{DataFolder} is a file.", "Name a folder; it is made where it is missing."));
        if (BindAddress.Problem(Bind, Cluster.Tls is not null, HttpPort is null || Token is not null) is { } bind) errors.Add(bind);
        if (BindAddress.AdvertiseProblem(Advertise, Bind) is { } advertise) errors.Add(advertise);
        if (Cluster.Tls is { } tls) errors.AddRange(Certificates.Problems(tls, isSilo: true));

        foreach (var (setting, port) in Ports)
        {
            if (port is <= IPEndPoint.MinPort or > IPEndPoint.MaxPort)
                errors.Add(new(setting, $"{port} is not a port.", $"Use a number from 1 to {IPEndPoint.MaxPort}; from 1024 on no privileges are needed."));
        }

        foreach (var same in Ports.GroupBy(p => p.Port).Where(g => g.Count() > 1))
        {
            var names = same.Select(p => p.Setting).ToList();
            errors.Add(new(names[^1], $"{same.Key} is the port of {string.Join(" and ", names.SkipLast(1))} too.", "Give each its own."));
        }

        if (CollectionAge < TimeSpan.FromMinutes(2))
            errors.Add(new("CollectionAge", $"{CollectionAge} is too short to be of use.", "Use 2 minutes or more."));
        if (StopTimeout <= TimeSpan.Zero)
            errors.Add(new("StopTimeout", $"{StopTimeout} leaves no time to save.", "Use 30 seconds."));
        errors.AddRange(Cluster.Validate());
        var grains = new GrainsOptions();
        Grains?.Invoke(grains);
        errors.AddRange(grains.Validate().Select(static problem => new SettingError("Grains", problem, "Leave it out to have the default.")));
        return errors;
    }
}
