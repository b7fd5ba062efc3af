using System.Net;
using Npgsql;
using Simpul.Hosting.Settings;
using Simpul.Storage.Postgres;

namespace Simpul.Hosting;

/// <summary>The list of silos in the database of a cluster, as it is read outside of Orleans.</summary>
internal static class Membership
{
    // Orleans' number for a silo that is active. A silo that has not shown itself for a minute is not counted, whatever its row says.
    private const string Active =
        "FROM cluster_member WHERE status = 3 AND alive > (SELECT max(alive) FROM cluster_member) - interval '1 minute'";

    /// <summary>The gateways of a cluster's silos.</summary>
    /// <exception cref="HostingException">The database has no tables, or none of this version.</exception>
    public static async Task<IPEndPoint[]> Gateways(NpgsqlDataSource source, string cluster, CancellationToken cancel)
    {
        if (await PostgresSchema.Read(source, cancel) == 0) return [];
        await using var command = source.CreateCommand($"SELECT address, proxy_port {Active} AND cluster = $1 AND proxy_port > 0");
        command.Parameters.Add(new NpgsqlParameter { Value = cluster });
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var found = new List<IPEndPoint>();
        while (await reader.ReadAsync(cancel)) found.Add(new IPEndPoint(IPAddress.Parse(reader.GetString(0)), reader.GetInt32(1)));
        return [.. found];
    }

    /// <summary>
    /// Refuses a database that a cluster of another id works with: both would take every ledger from each other without end.
    /// </summary>
    /// <exception cref="HostingException">It does.</exception>
    public static async Task ThrowIfTaken(PostgresStore store, PostgresConnection connection, ClusterSettings cluster, CancellationToken cancel)
    {
        await using var command = store.DataSource.CreateCommand(
            $"SELECT cluster, address, port {Active} AND alive > now() - interval '1 minute' AND cluster <> $1 LIMIT 1");
        command.Parameters.Add(new NpgsqlParameter { Value = cluster.ClusterId });
        await using var reader = await command.ExecuteReaderAsync(cancel);
        if (!await reader.ReadAsync(cancel)) return;
        throw new HostingException(
            HostingFault.Owned,
            $"The database {connection} serves the cluster \"{reader.GetString(0)}\", whose silo at {reader.GetString(1)}:{reader.GetInt32(2)} is alive, and this silo is of the cluster \"{cluster.ClusterId}\".",
            $"Join it with --cluster-id {reader.GetString(0)}, or name another database; one that was killed is forgotten after a minute.");
    }
}
