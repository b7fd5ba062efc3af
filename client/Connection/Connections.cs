using Simpul.Hosting.Sessions;

namespace Simpul.Client.Connection;

/// <summary>How sessions are opened: on a cluster that is named, else on a data folder.</summary>
internal static class Connections
{
    public static async Task<ISession> Open(SessionTarget target, CancellationToken cancel) => new ClusterSession(
        target.Cluster.Count > 0
            ? await RemoteCluster.ConnectAsync(target.Cluster, cancel: cancel)
            : await EmbeddedCluster.OpenAsync(target.DataFolder, cancel: cancel));
}
