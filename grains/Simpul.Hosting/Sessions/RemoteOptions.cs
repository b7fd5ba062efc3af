using Microsoft.Extensions.Logging;
using Simpul.Hosting.Settings;

namespace Simpul.Hosting.Sessions;

/// <summary>How a command reaches a cluster.</summary>
public sealed record RemoteOptions
{
    /// <summary>How long to try until a gateway answers. Default: 10 s.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The cluster's id and limits.</summary>
    public ClusterSettings Cluster { get; init; } = new();

    /// <summary>Where the client's log goes. Default: nowhere.</summary>
    public Action<ILoggingBuilder>? Logging { get; init; }

    /// <summary>The clock of waits.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
