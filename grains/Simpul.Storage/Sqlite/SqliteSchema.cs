using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Simpul.Storage.Sqlite;

/// <summary>The tables of a data file and the version that they have.</summary>
internal static class SqliteSchema
{
    /// <summary>The version that this program writes. A step up adds an entry to <see cref="Steps"/>.</summary>
    public const int Version = 2;

    // Marks the file as one of ours, so that another program's database is refused before it is touched.
    private const int ApplicationId = 0x53494D50;

    private static readonly string[] Steps =
    [
        """
        CREATE TABLE corpus(
            incarnation INTEGER PRIMARY KEY AUTOINCREMENT,
            name TEXT NOT NULL,
            slices INTEGER NOT NULL,
            buckets INTEGER NOT NULL,
            created INTEGER NOT NULL,
            deleted INTEGER NOT NULL DEFAULT 0);
        CREATE UNIQUE INDEX corpus_name ON corpus(name) WHERE deleted = 0;
        CREATE TABLE ledger(
            incarnation INTEGER NOT NULL,
            slice INTEGER NOT NULL,
            epoch INTEGER NOT NULL,
            version INTEGER NOT NULL,
            articles INTEGER NOT NULL,
            PRIMARY KEY(incarnation, slice)) WITHOUT ROWID;
        CREATE TABLE segment(
            incarnation INTEGER NOT NULL,
            slice INTEGER NOT NULL,
            sequence INTEGER NOT NULL,
            articles INTEGER NOT NULL,
            committed INTEGER NOT NULL,
            entries BLOB NOT NULL,
            records BLOB NOT NULL,
            PRIMARY KEY(incarnation, slice, sequence));
        CREATE TABLE text(
            incarnation INTEGER NOT NULL,
            slice INTEGER NOT NULL,
            sequence INTEGER NOT NULL,
            texts BLOB NOT NULL,
            PRIMARY KEY(incarnation, slice, sequence));
        CREATE TABLE tally(
            incarnation INTEGER NOT NULL,
            bucket INTEGER NOT NULL,
            epoch INTEGER NOT NULL,
            vector BLOB NOT NULL,
            PRIMARY KEY(incarnation, bucket)) WITHOUT ROWID;
        CREATE TABLE tally_page(
            incarnation INTEGER NOT NULL,
            bucket INTEGER NOT NULL,
            page INTEGER NOT NULL,
            content BLOB NOT NULL,
            PRIMARY KEY(incarnation, bucket, page));
        CREATE TABLE dead_letter(
            incarnation INTEGER NOT NULL,
            slice INTEGER NOT NULL,
            article TEXT NOT NULL,
            reason TEXT NOT NULL,
            at INTEGER NOT NULL,
            content BLOB NOT NULL,
            PRIMARY KEY(incarnation, slice, article)) WITHOUT ROWID;
        """,
        """
        CREATE TABLE submission(
            incarnation INTEGER NOT NULL,
            id TEXT NOT NULL,
            revision INTEGER NOT NULL,
            stamp INTEGER NOT NULL,
            input BLOB NOT NULL,
            checkpoint BLOB NOT NULL,
            state INTEGER NOT NULL,
            client TEXT NOT NULL,
            started INTEGER NOT NULL,
            updated INTEGER NOT NULL,
            PRIMARY KEY(incarnation, id));
        CREATE TABLE reading_marker(
            incarnation INTEGER NOT NULL,
            slice INTEGER NOT NULL,
            article TEXT NOT NULL,
            silo TEXT NOT NULL,
            since INTEGER NOT NULL,
            deaths INTEGER NOT NULL,
            PRIMARY KEY(incarnation, slice, article)) WITHOUT ROWID;
        """,
    ];

    /// <summary>Brings a data file to the current version, or says why it cannot be used.</summary>
    public static void Apply(SqliteConnection connection, string path)
    {
        var application = Number(connection, "PRAGMA application_id");
        var version = Number(connection, "PRAGMA user_version");
        var tables = Number(connection, "SELECT count(*) FROM sqlite_master");
        if (application != ApplicationId && (application != 0 || tables != 0))
            throw new StoreFormatException($"{path} is a database of another program. Name another data folder.");
        if (version > Version)
        {
            throw new StoreFormatException(
                $"{path} was written by a newer version of the program (data version {version}; this one reads up to {Version}). "
                + "Update the program, or name another data folder.");
        }

        if (version == Version) return;
        Run(connection, "BEGIN IMMEDIATE");
        try
        {
            for (var step = (int)Number(connection, "PRAGMA user_version"); step < Version; step++) Run(connection, Steps[step]);
            Run(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA application_id = {ApplicationId}"));
            Run(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {Version}"));
            Run(connection, "COMMIT");
        }
        catch
        {
            Run(connection, "ROLLBACK");
            throw;
        }
    }

    public static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static long Number(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }
}
