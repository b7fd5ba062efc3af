using System.Globalization;
using System.Text;
using Npgsql;

namespace Simpul.Storage.Postgres;

/// <summary>The tables of a database and the version that they have: numbered steps, each applied once, all in one transaction.</summary>
public static class PostgresSchema
{
    /// <summary>The version that this program writes: the number of steps.</summary>
    public const int Version = 2;

    // Keeps the silos that start at once from making the tables twice.
    private const long Lock = 0x53494D50;

    /// <summary>The version of a database's tables; zero where there are none.</summary>
    public static async Task<int> Read(NpgsqlDataSource source, CancellationToken cancellation = default)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        return await Read(connection, cancellation).ConfigureAwait(false);
    }

    /// <summary>Brings a database's tables to this program's version; answers which they had.</summary>
    /// <exception cref="StoreFormatException">They are of a newer version, or the database is unfit.</exception>
    public static async Task<int> Apply(NpgsqlDataSource source, CancellationToken cancellation = default)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        var found = await Read(connection, cancellation).ConfigureAwait(false);
        ThrowIfNewer(found, connection.Database);
        if (found == Version) return found;
        await ThrowIfUnfit(connection, cancellation).ConfigureAwait(false);

        var transaction = await connection.BeginTransactionAsync(cancellation).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            await Run(connection, $"SELECT pg_advisory_xact_lock({Lock})", cancellation).ConfigureAwait(false);
            found = await Read(connection, cancellation).ConfigureAwait(false);
            ThrowIfNewer(found, connection.Database);
            for (var version = found + 1; version <= Version; version++) await Run(connection, Step(version), cancellation).ConfigureAwait(false);
            await transaction.CommitAsync(cancellation).ConfigureAwait(false);
        }

        return found;
    }

    /// <summary>The statements that bring the tables from one version to this program's, as a script for <c>psql</c>.</summary>
    public static string Script(int from)
    {
        if (from == Version) return string.Create(CultureInfo.InvariantCulture, $"-- The tables have version {Version}: nothing to do.\n");
        var script = new StringBuilder();
        script.Append(CultureInfo.InvariantCulture, $"-- From version {from} to {Version}. Run with: psql --set ON_ERROR_STOP=1 --file THIS\n");
        script.Append(CultureInfo.InvariantCulture, $"BEGIN;\nSELECT pg_advisory_xact_lock({Lock});\n\n");
        for (var version = from + 1; version <= Version; version++) script.Append(Step(version)).Append('\n');
        return script.Append("COMMIT;\n").ToString();
    }

    /// <summary>Refuses tables that a newer version of the program has made.</summary>
    /// <exception cref="StoreFormatException">They are.</exception>
    public static void ThrowIfNewer(int found, string database)
    {
        if (found <= Version) return;
        throw new StoreFormatException(string.Create(
            CultureInfo.InvariantCulture,
            $"The database {database} was written by a newer version of the program (data version {found}; this one reads up to {Version}). Update the program, or name another database."));
    }

    /// <summary>The statements of one step.</summary>
    internal static string Step(int version)
    {
        using var stream = typeof(PostgresSchema).Assembly.GetManifestResourceStream(string.Create(CultureInfo.InvariantCulture, $"migrations/{version:D3}"))!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var table = version == 1
            ? "CREATE TABLE simpul_schema(version int PRIMARY KEY, applied timestamptz NOT NULL DEFAULT now());\n"
            : "";
        return string.Create(
            CultureInfo.InvariantCulture, $"-- Version {version}\n{table}{reader.ReadToEnd()}INSERT INTO simpul_schema(version) VALUES({version});\n");
    }

    private static async Task<int> Read(NpgsqlConnection connection, CancellationToken cancellation)
    {
        // Asked of the catalogue itself: to_regclass may answer from a session's memory of before the lock was waited for.
        var isThere = await Find<bool>(
            connection, "SELECT EXISTS(SELECT 1 FROM pg_class WHERE relname = 'simpul_schema' AND relkind = 'r' AND pg_table_is_visible(oid))",
            cancellation).ConfigureAwait(false);
        return isThere ? await Find<int>(connection, "SELECT coalesce(max(version), 0) FROM simpul_schema", cancellation).ConfigureAwait(false) : 0;
    }

    private static async Task ThrowIfUnfit(NpgsqlConnection connection, CancellationToken cancellation)
    {
        var encoding = await Find<string>(connection, "SHOW server_encoding", cancellation).ConfigureAwait(false);
        if (encoding != "UTF8")
        {
            throw new StoreFormatException(
                $"The database {connection.Database} has the encoding {encoding}, which cannot hold every id. Create one with CREATE DATABASE ... ENCODING 'UTF8' TEMPLATE template0.");
        }

        const int oldest = 13;
        if (connection.PostgreSqlVersion.Major < oldest)
        {
            throw new StoreFormatException(string.Create(
                CultureInfo.InvariantCulture, $"The server is PostgreSQL {connection.PostgreSqlVersion}. Use {oldest} or newer."));
        }
    }

    private static async Task<T> Find<T>(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync(cancellation).ConfigureAwait(false))!;
    }

    private static async Task Run(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
    }
}
