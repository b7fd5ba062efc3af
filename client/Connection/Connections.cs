using Simpul.Hosting.Sessions;
using Simpul.Hosting.Settings;

namespace Simpul.Client.Connection;

/// <summary>How sessions are opened: on a cluster that is named, else on a data folder.</summary>
internal static class Connections
{
    private static RemoteOptions Options => new()
    {
        Cluster = new ClusterSettings { ClusterId = Environment.GetEnvironmentVariable(ClusterIdVariable) is { Length: > 0 } id ? id : ClusterSettings.DefaultClusterId },
    };

    /// <summary>The cluster's id, where it is not the default.</summary>
    public const string ClusterIdVariable = "SIMPUL_CLUSTER_ID";

    public static async Task<ISession> Open(SessionTarget target, CancellationToken cancel) => new ClusterSession(
        target.IsPostgres ? await RemoteCluster.ConnectAsync(PostgresSettings.FromEnvironment().Connection, Options, cancel)
            : target.Cluster.Count > 0 ? await RemoteCluster.ConnectAsync(target.Cluster, Options, cancel)
            : await EmbeddedCluster.OpenAsync(target.DataFolder, cancel: cancel));
}
