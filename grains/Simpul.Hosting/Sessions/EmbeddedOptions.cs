using Microsoft.Extensions.Logging;
using Simpul.Hosting.Settings;

namespace Simpul.Hosting.Sessions;

/// <summary>How a command reaches its data folder.</summary>
public sealed record EmbeddedOptions
{
    /// <summary>How long to wait for an owner that is starting or stopping. Default: 45 s, longer than a silo may take to stop.</summary>
    public TimeSpan OwnerWait { get; init; } = TimeSpan.FromSeconds(45);

    /// <summary>How long a silo of one's own may take to stop. Default: 30 s.</summary>
    public TimeSpan StopTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Where the silo's log goes. Default: nowhere.</summary>
    public Action<ILoggingBuilder>? Logging { get; init; }

    /// <summary>Timings and limits of the silo; the cluster id is made anew for each.</summary>
    public ClusterSettings Cluster { get; init; } = new();

    /// <summary>The clock of waits.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
