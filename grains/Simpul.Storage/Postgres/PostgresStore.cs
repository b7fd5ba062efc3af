using System.Net.Sockets;
using Npgsql;

namespace Simpul.Storage.Postgres;

/// <summary>How a store is opened.</summary>
public sealed record PostgresOptions
{
    /// <summary>Whether tables may be made and changed at start; where not, they must have this program's version. Default: true.</summary>
    public bool AllowSchemaChanges { get; init; } = true;

    /// <summary>How long to wait for a server that does not answer yet. Default: 30 s.</summary>
    public TimeSpan Wait { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The most connections of the process, unless the connection string says. Default: two a core, four at least.</summary>
    public int PoolSize { get; init; } = Math.Max(4, 2 * Environment.ProcessorCount);

    /// <summary>The clock of waits.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}

/// <summary>
/// The cluster's store: one PostgreSQL database for all silos. Every write is one statement, or one transaction, that checks the
/// writer's epoch and version itself, so a silo that lost its place changes nothing however late its statement arrives.
/// </summary>
public sealed partial class PostgresStore : IStore
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private PostgresStore(NpgsqlDataSource source) => DataSource = source;

    /// <summary>The process's connections, for the cluster's membership to share.</summary>
    public NpgsqlDataSource DataSource { get; }

    /// <summary>Opens a database, and makes or renews its tables where that is allowed.</summary>
    /// <exception cref="StoreFormatException">It is of a newer version, of an older one that may not be changed, or unfit.</exception>
    /// <exception cref="StoreException">It cannot be reached or used.</exception>
    public static async Task<PostgresStore> Open(
        PostgresConnection connection, PostgresOptions? options = null, CancellationToken cancellation = default)
    {
        options ??= new PostgresOptions();
        var source = connection.Open(options.PoolSize);
        try
        {
            await WaitForServer(source, options, cancellation).ConfigureAwait(false);
            await Prepare(source, options, cancellation).ConfigureAwait(false);
            return new PostgresStore(source);
        }
        catch (Exception e)
        {
            await source.DisposeAsync().ConfigureAwait(false);
            if (e is StoreException or OperationCanceledException) throw;
            throw new StoreException($"The database {connection} cannot be used: {Reason(e)}", e);
        }
    }

    /// <inheritdoc/>
    public async Task Ping(CancellationToken cancellation = default)
    {
        var isReadOnly = await Find(
            "SELECT current_setting('transaction_read_only') = 'on'", static r => r.GetBoolean(0), cancellation).ConfigureAwait(false);
        if (isReadOnly) throw new StoreException("The store failed: the server takes no writes.");
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => DataSource.DisposeAsync();

    private static async Task WaitForServer(NpgsqlDataSource source, PostgresOptions options, CancellationToken cancellation)
    {
        var started = options.Time.GetTimestamp();
        while (true)
        {
            try
            {
                await using var connection = await source.OpenConnectionAsync(cancellation).ConfigureAwait(false);
                return;
            }
            catch (NpgsqlException e) when (IsAway(e) && options.Time.GetElapsedTime(started) < options.Wait)
            {
                await Task.Delay(Pause, options.Time, cancellation).ConfigureAwait(false);
            }
        }
    }

    // A server that is starting or stopping, or not there at all; a wrong password or database does not mend itself.
    private static bool IsAway(NpgsqlException e) =>
        e is PostgresException { SqlState: PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.TooManyConnections }
        || (e is not PostgresException && e.InnerException is SocketException or TimeoutException or IOException);

    private static async Task Prepare(NpgsqlDataSource source, PostgresOptions options, CancellationToken cancellation)
    {
        if (options.AllowSchemaChanges)
        {
            try
            {
                await PostgresSchema.Apply(source, cancellation).ConfigureAwait(false);
                return;
            }
            catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InsufficientPrivilege)
            {
                throw new StoreException(
                    $"The user may not make tables in the database: {e.MessageText}. Let a user who may run \"silo schema apply\", and then grant this one SELECT, INSERT, UPDATE and DELETE on them.", e);
            }
            catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.DuplicateTable)
            {
                throw new StoreFormatException($"The database holds tables of another program: {e.MessageText}. Name another database.", e);
            }
        }

        await using var connection = await source.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        var found = await PostgresSchema.Read(source, cancellation).ConfigureAwait(false);
        PostgresSchema.ThrowIfNewer(found, connection.Database);
        if (found == PostgresSchema.Version) return;
        var state = found == 0 ? "no tables of this program" : $"tables of version {found}";
        throw new StoreFormatException(
            $"The database {connection.Database} has {state}, this program needs version {PostgresSchema.Version}, and may not change them. Run \"silo schema apply\", or \"silo schema apply --print\" to have the statements.");
    }

    private Task<List<T>> Query<T>(string sql, Func<NpgsqlDataReader, T> read, CancellationToken cancellation, params object[] values) =>
        Read(
            async () =>
            {
                await using var command = Command(sql, values);
                await using var reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
                var rows = new List<T>();
                while (await reader.ReadAsync(cancellation).ConfigureAwait(false)) rows.Add(read(reader));
                return rows;
            },
            cancellation);

    private async Task<T?> Find<T>(string sql, Func<NpgsqlDataReader, T> read, CancellationToken cancellation, params object[] values)
    {
        var rows = await Query(sql, read, cancellation, values).ConfigureAwait(false);
        return rows.Count == 0 ? default : rows[0];
    }

    // After a restart of the server every pooled connection is broken, and reading again is always right. A write is never sent
    // again from here: whether it was kept is unknown, and the old one may still arrive after the new one.
    private static async Task<T> Read<T>(Func<Task<T>> read, CancellationToken cancellation)
    {
        try
        {
            return await read().ConfigureAwait(false);
        }
        catch (NpgsqlException e) when (e.IsTransient && !cancellation.IsCancellationRequested)
        {
            return await Try(read).ConfigureAwait(false);
        }
        catch (Exception e) when (Translate(e) is { } translated)
        {
            throw translated;
        }
    }

    private static async Task<T> Try<T>(Func<Task<T>> run)
    {
        try
        {
            return await run().ConfigureAwait(false);
        }
        catch (Exception e) when (Translate(e) is { } translated)
        {
            throw translated;
        }
    }

    /// <summary>Runs a writing statement and answers how many rows it changed; of one that selects, the number that it selects.</summary>
    private Task<long> Write(string sql, params object[] values) => Try(async () =>
    {
        await using var command = Command(sql, values);
        await using var reader = await command.ExecuteReaderAsync().ConfigureAwait(false);
        var isSelect = reader.FieldCount > 0;
        var selected = isSelect && await reader.ReadAsync().ConfigureAwait(false) ? reader.GetInt64(0) : 0;
        await UntilCommitted(reader).ConfigureAwait(false);
        return isSelect ? selected : reader.RecordsAffected;
    });

    private Task<T?> WriteAndFind<T>(string sql, Func<NpgsqlDataReader, T> read, params object[] values) where T : class => Try(async () =>
    {
        await using var command = Command(sql, values);
        await using var reader = await command.ExecuteReaderAsync().ConfigureAwait(false);
        var found = await reader.ReadAsync().ConfigureAwait(false) ? read(reader) : null;
        await UntilCommitted(reader).ConfigureAwait(false);
        return found;
    });

    // A statement answers its rows before it is committed: only the end of the answer says that it is.
    private static async Task UntilCommitted(NpgsqlDataReader reader)
    {
        while (await reader.NextResultAsync().ConfigureAwait(false))
        {
        }
    }

    private NpgsqlCommand Command(string sql, object[] values)
    {
        var command = DataSource.CreateCommand(sql);
        Bind(command.Parameters, values);
        return command;
    }

    private static NpgsqlBatchCommand BatchCommand(string sql, params object[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        Bind(command.Parameters, values);
        return command;
    }

    // Statements name their parameters $1, $2, ... in the order of the values.
    private static void Bind(NpgsqlParameterCollection parameters, object[] values)
    {
        foreach (var value in values) parameters.Add(new NpgsqlParameter { Value = value });
    }

    private static StoreException? Translate(Exception e) => e switch
    {
        StoreException or OperationCanceledException => null,
        ObjectDisposedException => new StoreException("The store is closed.", e),
        NpgsqlException or IOException or SocketException or TimeoutException or InvalidOperationException =>
            new StoreException($"The store failed: {Reason(e)}", e),
        _ => null,
    };

    private static string Reason(Exception e) => e switch
    {
        PostgresException p => $"{p.MessageText} ({p.SqlState})",
        NpgsqlException { InnerException: { } inner } => $"{e.Message.TrimEnd('.')}: {inner.Message}",
        _ => e.Message,
    };

    // Both stores keep milliseconds, so that both answer the same.
    private static DateTime Time(DateTime utc) => new(utc.Ticks - utc.Ticks % TimeSpan.TicksPerMillisecond, DateTimeKind.Utc);

    // PostgreSQL's text has no zero character and no halves of characters.
    private static string Text(string text)
    {
        if (text.Contains('\0', StringComparison.Ordinal)) text = text.Replace('\0', '\uFFFD');
        return System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text));
    }
}
