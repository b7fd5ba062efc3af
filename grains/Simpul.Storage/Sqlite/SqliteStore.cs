using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Simpul.Storage.Sqlite;

/// <summary>
/// The embedded store: one SQLite file with a write-ahead log, every commit flushed to the disk, one writing thread and any number
/// of readers.
/// </summary>
public sealed partial class SqliteStore : IStore
{
    private readonly string _path;
    private readonly SqliteSession _session;
    private readonly SqliteWriter _writer;
    private readonly ConcurrentBag<SqliteSession> _readers = [];
    private volatile bool _closed;

    private SqliteStore(string path, SqliteSession session)
    {
        _path = path;
        _session = session;
        _writer = new SqliteWriter(session);
    }

    /// <summary>Opens a data file, making it and its folder where they are missing.</summary>
    /// <exception cref="StoreFormatException">The file is another program's or a newer version's.</exception>
    /// <exception cref="StoreException">The file cannot be opened.</exception>
    public static SqliteStore Open(string path)
    {
        SqliteSession? session = null;
        try
        {
            path = Path.GetFullPath(path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            session = new SqliteSession(path, readOnly: false);
            SqliteSchema.Run(session.Connection, "PRAGMA busy_timeout = 10000");
            SqliteSchema.Apply(session.Connection, path);
            SqliteSchema.Run(session.Connection, "PRAGMA journal_mode = WAL");
            SqliteSchema.Run(session.Connection, "PRAGMA synchronous = FULL");
            SqliteSchema.Run(session.Connection, "PRAGMA secure_delete = ON");
            SqliteSchema.Run(session.Connection, "PRAGMA wal_autocheckpoint = 4000");
            return new SqliteStore(path, session);
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException)
        {
            session?.Dispose();
            const int notADatabase = 26;
            if (e is SqliteException { SqliteErrorCode: notADatabase })
                throw new StoreFormatException($"{path} is no data file of this program. Name another data folder.", e);
            throw new StoreException($"The data file {path} cannot be opened: {e.Message}", e);
        }
        catch
        {
            session?.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public Task Ping(CancellationToken cancellation = default) => _writer.Write(static s => s.Find("SELECT 1", static r => r.GetInt32(0)));

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        if (_closed) return default;
        _closed = true;
        _writer.Dispose();
        while (_readers.TryTake(out var reader)) reader.Dispose();
        _session.Dispose();
        return default;
    }

    // SQLite blocks its thread, and a grain's thread is not for blocking.
    private Task<T> Read<T>(Func<SqliteSession, T> read, CancellationToken cancellation) => Task.Run(
        () =>
        {
            if (_closed) throw new StoreException("The store is closed.");
            SqliteSession? session = null;
            try
            {
                if (!_readers.TryTake(out session)) session = new SqliteSession(_path, readOnly: true);
                return read(session);
            }
            catch (SqliteException e)
            {
                throw new StoreException($"The store failed: {e.Message}", e);
            }
            finally
            {
                if (session is not null)
                {
                    if (_closed) session.Dispose();
                    else _readers.Add(session);
                }
            }
        },
        cancellation);

    private static long Ticks(DateTime utc) => utc.Ticks / TimeSpan.TicksPerMillisecond;

    private static DateTime Utc(long ticks) => new(ticks * TimeSpan.TicksPerMillisecond, DateTimeKind.Utc);

    private static byte[] Blob(SqliteDataReader row, int column) => row.GetFieldValue<byte[]>(column);
}
