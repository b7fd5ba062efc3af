using Npgsql;

namespace Simpul.Storage.Postgres;

public sealed partial class PostgresStore
{
    private const string CorpusColumns = "SELECT incarnation, name, slices, buckets, created, deleted FROM corpus";

    // A transaction of a purge ends here, so that the log of the server can be cut meanwhile.
    private const int PurgeChunk = 1024;

    private static readonly string[] CorpusTables = ["article_text", "segment", "tally_page", "submission", "dead_letter", "reading_marker"];

    /// <inheritdoc/>
    public Task<CorpusRow?> FindCorpus(string name, CancellationToken cancellation = default) =>
        Find($"{CorpusColumns} WHERE name = $1 AND NOT deleted", CorpusOf, cancellation, name);

    /// <inheritdoc/>
    public Task<CorpusRow?> FindCorpus(long incarnation, CancellationToken cancellation = default) =>
        Find($"{CorpusColumns} WHERE incarnation = $1", CorpusOf, cancellation, incarnation);

    /// <inheritdoc/>
    public async Task<CorpusRow> CreateCorpus(
        string name, int slices, int buckets, DateTime created, CancellationToken cancellation = default)
    {
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            await Write(
                "INSERT INTO corpus(name, slices, buckets, created) SELECT $1, $2, $3, $4 "
                + "WHERE NOT EXISTS(SELECT 1 FROM corpus WHERE name = $1 AND NOT deleted) ON CONFLICT DO NOTHING",
                name, slices, buckets, Time(created)).ConfigureAwait(false);
            // Where it is gone already, somebody has deleted it between the two statements.
            if (await FindCorpus(name, cancellation).ConfigureAwait(false) is { } row) return row;
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<CorpusRow>> ListCorpora(CancellationToken cancellation = default) =>
        await Query($"{CorpusColumns} ORDER BY incarnation", CorpusOf, cancellation).ConfigureAwait(false);

    /// <inheritdoc/>
    public Task<bool> FenceCorpus(long incarnation, CancellationToken cancellation = default) => Try(async () =>
    {
        // Three statements of one transaction, each of which sees what was committed while the one before it waited: a writer that
        // opens at the same time either finds the corpus deleted or has its row deleted here.
        await using var batch = DataSource.CreateBatch();
        batch.BatchCommands.Add(BatchCommand("UPDATE corpus SET deleted = true WHERE incarnation = $1 AND NOT deleted", incarnation));
        batch.BatchCommands.Add(BatchCommand("DELETE FROM ledger WHERE incarnation = $1", incarnation));
        batch.BatchCommands.Add(BatchCommand("DELETE FROM tally WHERE incarnation = $1", incarnation));
        await batch.ExecuteNonQueryAsync(CancellationToken.None).ConfigureAwait(false);
        return batch.BatchCommands[0].Rows == 1;
    });

    /// <inheritdoc/>
    public async Task PurgeCorpus(long incarnation, CancellationToken cancellation = default)
    {
        foreach (var table in CorpusTables)
        {
            var delete = $"DELETE FROM {table} WHERE ctid = ANY(ARRAY(SELECT ctid FROM {table} WHERE incarnation = $1 LIMIT {PurgeChunk}))";
            while (await Write(delete, incarnation).ConfigureAwait(false) > 0) cancellation.ThrowIfCancellationRequested();
        }

        await Write("DELETE FROM corpus WHERE incarnation = $1 AND deleted", incarnation).ConfigureAwait(false);
        // Deleted rows stay in the files until they are swept. A user who does not own the tables leaves that to the server's own sweep.
        await Try(async () =>
        {
            await using var command = DataSource.CreateCommand($"VACUUM {string.Join(", ", CorpusTables)}, ledger, tally, corpus");
            command.CommandTimeout = 0;
            return await command.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
        }).ConfigureAwait(false);
    }

    private static CorpusRow CorpusOf(NpgsqlDataReader row) => new(
        row.GetInt64(0), row.GetString(1), row.GetInt32(2), row.GetInt32(3), row.GetDateTime(4), row.GetBoolean(5));
}
