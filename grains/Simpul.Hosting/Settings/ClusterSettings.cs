using Simpul.Hosting.Security;

namespace Simpul.Hosting.Settings;

/// <summary>What all silos and clients of one cluster share.</summary>
public sealed record ClusterSettings
{
    /// <summary>The service's id unless another is given.</summary>
    public const string DefaultServiceId = "simpul";

    /// <summary>The cluster's id unless another is given.</summary>
    public const string DefaultClusterId = "simpul";

    /// <summary>The longest cluster id.</summary>
    public const int MaxClusterId = 64;

    /// <summary>Tells this cluster's silos from others that can reach the same addresses. Default: <c>simpul</c>.</summary>
    public string ClusterId { get; init; } = DefaultClusterId;

    /// <summary>What Orleans calls the service that the cluster is one deployment of. Default: <c>simpul</c>.</summary>
    public string ServiceId { get; init; } = DefaultServiceId;

    /// <summary>How long a silo waits for the answer to a probe. Default: 2 s.</summary>
    public TimeSpan ProbeTimeout { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// The longest that an adaptive probe waits; three of these without any message make a silo suspect. Default: 4 s, with which a
    /// silo that is cut off in silence is out within 15 s. Orleans' own 20 s keep it for over a minute.
    /// </summary>
    public TimeSpan MaxProbeTimeout { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>How often the list of silos is read anew. Default: 15 s.</summary>
    public TimeSpan TableRefresh { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// How often a silo writes that it lives. Default: 5 s, so that silos started after all others were killed wait for those no
    /// longer than 15 s. Orleans' own 30 s make it 90.
    /// </summary>
    public TimeSpan AliveInterval { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long the rows of dead silos stay. Default: a day.</summary>
    public TimeSpan DeadRowsKept { get; init; } = TimeSpan.FromDays(1);

    /// <summary>The longest message between silos and clients. Default: 64 MiB, which holds a batch of the longest article.</summary>
    public int MaxMessageBytes { get; init; } = 64 << 20;

    /// <summary>The certificates by which silos and clients know each other; null for none.</summary>
    public TlsSettings? Tls { get; init; }

    /// <summary>All that is wrong; empty where nothing is.</summary>
    public IReadOnlyList<SettingError> Validate()
    {
        var errors = new List<SettingError>();
        foreach (var (setting, what, id) in new[] { ("--cluster-id", "cluster id", ClusterId), ("ServiceId", "service id", ServiceId) })
        {
            if (id.Length is 0 or > MaxClusterId || !id.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.'))
                errors.Add(new(setting, $"\"{id}\" is not a {what}.", $"Use 1 to {MaxClusterId} letters, digits, - _ and ."));
        }

        if (ProbeTimeout <= TimeSpan.Zero)
            errors.Add(new("ProbeTimeout", $"{ProbeTimeout} is no time to wait.", "Use a second or more."));
        if (MaxProbeTimeout < ProbeTimeout)
            errors.Add(new("MaxProbeTimeout", $"{MaxProbeTimeout} is shorter than ProbeTimeout, {ProbeTimeout}.", "Use twice ProbeTimeout or more."));
        if (AliveInterval <= TimeSpan.Zero || AliveInterval > TimeSpan.FromSeconds(20))
            errors.Add(new("AliveInterval", $"{AliveInterval} is no interval, or one so long that a living silo passes for a dead one.", "Use 5 seconds."));
        if (TableRefresh <= TimeSpan.Zero)
            errors.Add(new("TableRefresh", $"{TableRefresh} is no interval.", "Use a second or more."));
        if (MaxMessageBytes < 16 << 20)
            errors.Add(new("MaxMessageBytes", $"{MaxMessageBytes:N0} bytes do not hold the longest article.", "Use 16 MiB or more."));
        return errors;
    }
}
