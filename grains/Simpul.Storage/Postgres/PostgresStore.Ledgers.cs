using Npgsql;

namespace Simpul.Storage.Postgres;

public sealed partial class PostgresStore
{
    // The row of the ledger is changed first, and all else follows from that change: a writer that was replaced changes nothing.
    private const string AppendSegment =
        """
        WITH held AS (
            UPDATE ledger SET version = version + 1, articles = $5
            WHERE incarnation = $1 AND slice = $2 AND epoch = $3 AND version = $4 RETURNING version),
        put AS (
            INSERT INTO segment(incarnation, slice, sequence, articles, committed, entries, records)
            SELECT $1, $2, version, $5, $6, $7, $8 FROM held)
        SELECT count(*) FROM held
        """;

    private const string AppendSegmentAndTexts =
        """
        WITH held AS (
            UPDATE ledger SET version = version + 1, articles = $5
            WHERE incarnation = $1 AND slice = $2 AND epoch = $3 AND version = $4 RETURNING version),
        put AS (
            INSERT INTO segment(incarnation, slice, sequence, articles, committed, entries, records)
            SELECT $1, $2, version, $5, $6, $7, $8 FROM held),
        kept AS (
            INSERT INTO article_text(incarnation, slice, sequence, texts) SELECT $1, $2, version, $9 FROM held)
        SELECT count(*) FROM held
        """;

    /// <inheritdoc/>
    public Task<LedgerHead?> OpenLedger(long incarnation, int slice, CancellationToken cancellation = default) => WriteAndFind(
        "INSERT INTO ledger(incarnation, slice, epoch, version, articles) "
        + "SELECT incarnation, $2, 1, 0, 0 FROM corpus WHERE incarnation = $1 AND NOT deleted FOR SHARE "
        + "ON CONFLICT(incarnation, slice) DO UPDATE SET epoch = ledger.epoch + 1 RETURNING epoch, version, articles",
        static r => new LedgerHead(r.GetInt64(0), r.GetInt64(1), r.GetInt64(2)),
        incarnation, slice);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<LedgerPosition>> ReadPositions(long incarnation, CancellationToken cancellation = default) =>
        await Query(
            "SELECT slice, version, articles FROM ledger WHERE incarnation = $1 ORDER BY slice",
            static r => new LedgerPosition(r.GetInt32(0), r.GetInt64(1), r.GetInt64(2)),
            cancellation, incarnation).ConfigureAwait(false);

    /// <inheritdoc/>
    public async Task<bool> Append(SegmentAppend append)
    {
        var (sql, values) = Statement(append);
        if (append.Erased.Count == 0) return await Write(sql, values).ConfigureAwait(false) == 1;
        return await Try(async () =>
        {
            await using var connection = await DataSource.OpenConnectionAsync().ConfigureAwait(false);
            await using var transaction = await connection.BeginTransactionAsync().ConfigureAwait(false);
            await using (var command = new NpgsqlCommand(sql, connection))
            {
                Bind(command.Parameters, values);
                if ((long)(await command.ExecuteScalarAsync().ConfigureAwait(false))! == 0) return false;
            }

            // From here on this transaction holds the ledger's row, and nobody else changes a text of the slice.
            await EraseTexts(connection, append).ConfigureAwait(false);
            await transaction.CommitAsync().ConfigureAwait(false);
            return true;
        }).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<SegmentRow>> ReadSegments(SegmentRange range, CancellationToken cancellation = default)
    {
        var records = range.WithRecords ? "records" : "''::bytea";
        var order = range.NewestFirst ? "DESC" : "ASC";
        return await Query(
            $"SELECT sequence, articles, committed, entries, {records} FROM segment "
            + $"WHERE incarnation = $1 AND slice = $2 AND sequence > $3 AND sequence <= $4 ORDER BY sequence {order} LIMIT $5",
            static r => new SegmentRow(r.GetInt64(0), r.GetInt64(1), r.GetDateTime(2), Blob(r, 3), Blob(r, 4)),
            cancellation, range.Incarnation, range.Slice, range.After, range.To, range.Limit).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task<SegmentMark?> ReadMark(long incarnation, int slice, long sequence, CancellationToken cancellation = default) =>
        Find<SegmentMark?>(
            "SELECT articles, committed FROM segment WHERE incarnation = $1 AND slice = $2 AND sequence = $3",
            static r => new SegmentMark(r.GetInt64(0), r.GetDateTime(1)),
            cancellation, incarnation, slice, sequence);

    /// <inheritdoc/>
    public Task<byte[]?> ReadTexts(long incarnation, int slice, long sequence, CancellationToken cancellation = default) => Find(
        "SELECT texts FROM article_text WHERE incarnation = $1 AND slice = $2 AND sequence = $3",
        static r => Blob(r, 0), cancellation, incarnation, slice, sequence);

    /// <inheritdoc/>
    public async Task<bool> RewriteSegment(SegmentRewrite rewrite) => await Write(
        """
        WITH held AS (SELECT 1 FROM ledger WHERE incarnation = $1 AND slice = $2 AND epoch = $3 FOR UPDATE)
        UPDATE segment SET entries = $5, records = $6
        WHERE incarnation = $1 AND slice = $2 AND sequence = $4 AND EXISTS(SELECT 1 FROM held)
        """,
        rewrite.Incarnation, rewrite.Slice, rewrite.Epoch, rewrite.Sequence, rewrite.Entries, rewrite.Records).ConfigureAwait(false) == 1;

    /// <inheritdoc/>
    public async Task<bool> WriteDeadLetters(DeadLetterWrite write)
    {
        // One statement changes a row once: what is removed and added again is replaced, and of two of one id the last one counts.
        var added = write.Added.GroupBy(static l => l.Article, StringComparer.Ordinal).Select(static g => g.Last()).ToList();
        var removed = write.Removed.Except(added.Select(static l => l.Article), StringComparer.Ordinal).ToArray();
        return await Write(
            """
            WITH held AS (SELECT 1 FROM ledger WHERE incarnation = $1 AND slice = $2 AND epoch = $3 FOR UPDATE),
            gone AS (
                DELETE FROM dead_letter
                WHERE incarnation = $1 AND slice = $2 AND article = ANY($4) AND EXISTS(SELECT 1 FROM held)),
            put AS (
                INSERT INTO dead_letter(incarnation, slice, article, reason, at, content)
                SELECT $1, $2, l.article, l.reason, l.at, l.content FROM unnest($5, $6, $7, $8) AS l(article, reason, at, content)
                WHERE EXISTS(SELECT 1 FROM held)
                ON CONFLICT(incarnation, slice, article)
                DO UPDATE SET reason = excluded.reason, at = excluded.at, content = excluded.content)
            SELECT count(*) FROM held
            """,
            write.Incarnation, write.Slice, write.Epoch, removed,
            added.Select(static l => l.Article).ToArray(), added.Select(static l => Text(l.Reason)).ToArray(),
            added.Select(static l => Time(l.When)).ToArray(), added.Select(static l => l.Content).ToArray()).ConfigureAwait(false) == 1;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<DeadLetterRow>> ReadDeadLetters(
        long incarnation, int? slice, int skip, int limit, CancellationToken cancellation = default) => await Query(
        "SELECT slice, article, reason, at, content FROM dead_letter "
        + "WHERE incarnation = $1 AND ($2 < 0 OR slice = $2) ORDER BY article, slice LIMIT $4 OFFSET $3",
        static r => new DeadLetterRow(r.GetInt32(0), r.GetString(1), r.GetString(2), r.GetDateTime(3), Blob(r, 4)),
        cancellation, incarnation, slice ?? -1, skip, limit).ConfigureAwait(false);

    /// <inheritdoc/>
    public Task<long> CountDeadLetters(long incarnation, CancellationToken cancellation = default) => Find(
        "SELECT count(*) FROM dead_letter WHERE incarnation = $1", static r => r.GetInt64(0), cancellation, incarnation);

    private static (string Sql, object[] Values) Statement(SegmentAppend append)
    {
        object[] values =
        [
            append.Incarnation, append.Slice, append.Epoch, append.Version, append.Articles, Time(append.Committed), append.Entries, append.Records,
        ];
        return append.Texts is { Length: > 0 } texts ? (AppendSegmentAndTexts, [.. values, texts]) : (AppendSegment, values);
    }

    private static async Task EraseTexts(NpgsqlConnection connection, SegmentAppend append)
    {
        var groups = append.Erased.ToLookup(static e => e.Sequence, static e => e.Index);
        var changes = new List<NpgsqlBatchCommand>();
        await using (var command = new NpgsqlCommand(
            "SELECT sequence, texts FROM article_text WHERE incarnation = $1 AND slice = $2 AND sequence = ANY($3) ORDER BY sequence", connection))
        {
            Bind(command.Parameters, [append.Incarnation, append.Slice, groups.Select(static g => g.Key).ToArray()]);
            await using var reader = await command.ExecuteReaderAsync().ConfigureAwait(false);
            while (await reader.ReadAsync().ConfigureAwait(false))
            {
                var sequence = reader.GetInt64(0);
                var kept = Bundle.Erase(Blob(reader, 1), groups[sequence]);
                changes.Add(kept.Length == 0
                    ? BatchCommand(
                        "DELETE FROM article_text WHERE incarnation = $1 AND slice = $2 AND sequence = $3",
                        append.Incarnation, append.Slice, sequence)
                    : BatchCommand(
                        "UPDATE article_text SET texts = $4 WHERE incarnation = $1 AND slice = $2 AND sequence = $3",
                        append.Incarnation, append.Slice, sequence, kept));
            }
        }

        if (changes.Count == 0) return;
        await using var batch = new NpgsqlBatch(connection);
        foreach (var change in changes) batch.BatchCommands.Add(change);
        await batch.ExecuteNonQueryAsync().ConfigureAwait(false);
    }

    private static byte[] Blob(NpgsqlDataReader row, int column) => row.GetFieldValue<byte[]>(column);
}
