namespace Simpul.Storage.Sqlite;

public sealed partial class SqliteStore
{
    /// <inheritdoc/>
    public Task<LedgerHead?> OpenLedger(long incarnation, int slice, CancellationToken cancellation = default) => _writer.Write(s => s.Find(
        "INSERT INTO ledger(incarnation, slice, epoch, version, articles) "
        + "SELECT $1, $2, 1, 0, 0 FROM corpus WHERE incarnation = $1 AND deleted = 0 "
        + "ON CONFLICT(incarnation, slice) DO UPDATE SET epoch = epoch + 1 RETURNING epoch, version, articles",
        static r => new LedgerHead(r.GetInt64(0), r.GetInt64(1), r.GetInt64(2)),
        incarnation, slice));

    /// <inheritdoc/>
    public Task<IReadOnlyList<LedgerPosition>> ReadPositions(long incarnation, CancellationToken cancellation = default) =>
        Read<IReadOnlyList<LedgerPosition>>(
            s => s.Query(
                "SELECT slice, version, articles FROM ledger WHERE incarnation = $1 ORDER BY slice",
                static r => new LedgerPosition(r.GetInt32(0), r.GetInt64(1), r.GetInt64(2)),
                incarnation),
            cancellation);

    /// <inheritdoc/>
    public Task<bool> Append(SegmentAppend append) => _writer.Write(s =>
    {
        var held = s.Execute(
            "UPDATE ledger SET version = version + 1, articles = $5 "
            + "WHERE incarnation = $1 AND slice = $2 AND epoch = $3 AND version = $4",
            append.Incarnation, append.Slice, append.Epoch, append.Version, append.Articles) == 1;
        if (!held) return false;

        var sequence = append.Version + 1;
        s.Execute(
            "INSERT INTO segment(incarnation, slice, sequence, articles, committed, entries, records) "
            + "VALUES($1, $2, $3, $4, $5, $6, $7)",
            append.Incarnation, append.Slice, sequence, append.Articles, Ticks(append.Committed), append.Entries, append.Records);
        if (append.Texts is { Length: > 0 } texts)
        {
            s.Execute(
                "INSERT INTO text(incarnation, slice, sequence, texts) VALUES($1, $2, $3, $4)",
                append.Incarnation, append.Slice, sequence, texts);
        }

        foreach (var group in append.Erased.GroupBy(static e => e.Sequence))
            EraseTexts(s, append.Incarnation, append.Slice, group.Key, group.Select(static e => e.Index));
        return true;
    });

    /// <inheritdoc/>
    public Task<IReadOnlyList<SegmentRow>> ReadSegments(SegmentRange range, CancellationToken cancellation = default)
    {
        var records = range.WithRecords ? "records" : "x''";
        var order = range.NewestFirst ? "DESC" : "ASC";
        return Read<IReadOnlyList<SegmentRow>>(
            s => s.Query(
                $"SELECT sequence, articles, committed, entries, {records} FROM segment "
                + $"WHERE incarnation = $1 AND slice = $2 AND sequence > $3 AND sequence <= $4 ORDER BY sequence {order} LIMIT $5",
                static r => new SegmentRow(r.GetInt64(0), r.GetInt64(1), Utc(r.GetInt64(2)), Blob(r, 3), Blob(r, 4)),
                range.Incarnation, range.Slice, range.After, range.To, range.Limit),
            cancellation);
    }

    /// <inheritdoc/>
    public Task<SegmentMark?> ReadMark(long incarnation, int slice, long sequence, CancellationToken cancellation = default) => Read(
        s => s.Find<SegmentMark?>(
            "SELECT articles, committed FROM segment WHERE incarnation = $1 AND slice = $2 AND sequence = $3",
            static r => new SegmentMark(r.GetInt64(0), Utc(r.GetInt64(1))),
            incarnation, slice, sequence),
        cancellation);

    /// <inheritdoc/>
    public Task<byte[]?> ReadTexts(long incarnation, int slice, long sequence, CancellationToken cancellation = default) =>
        Read(s => TextsOf(s, incarnation, slice, sequence), cancellation);

    /// <inheritdoc/>
    public Task<bool> RewriteSegment(SegmentRewrite rewrite) => _writer.Write(s => s.Execute(
        "UPDATE segment SET entries = $5, records = $6 WHERE incarnation = $1 AND slice = $2 AND sequence = $4 "
        + "AND EXISTS(SELECT 1 FROM ledger WHERE incarnation = $1 AND slice = $2 AND epoch = $3)",
        rewrite.Incarnation, rewrite.Slice, rewrite.Epoch, rewrite.Sequence, rewrite.Entries, rewrite.Records) == 1);

    /// <inheritdoc/>
    public Task<bool> WriteDeadLetters(DeadLetterWrite write) => _writer.Write(s =>
    {
        var held = s.Find(
            "SELECT 1 FROM ledger WHERE incarnation = $1 AND slice = $2 AND epoch = $3",
            static r => r.GetInt32(0), write.Incarnation, write.Slice, write.Epoch) == 1;
        if (!held) return false;
        foreach (var id in write.Removed)
        {
            s.Execute(
                "DELETE FROM dead_letter WHERE incarnation = $1 AND slice = $2 AND article = $3",
                write.Incarnation, write.Slice, id);
        }

        foreach (var letter in write.Added)
        {
            s.Execute(
                "INSERT OR REPLACE INTO dead_letter(incarnation, slice, article, reason, at, content) VALUES($1, $2, $3, $4, $5, $6)",
                write.Incarnation, write.Slice, letter.Article, letter.Reason, Ticks(letter.When), letter.Content);
        }

        return true;
    });

    /// <inheritdoc/>
    public Task<IReadOnlyList<DeadLetterRow>> ReadDeadLetters(
        long incarnation, int? slice, int skip, int limit, CancellationToken cancellation = default) => Read<IReadOnlyList<DeadLetterRow>>(
        s => s.Query(
            "SELECT slice, article, reason, at, content FROM dead_letter "
            + "WHERE incarnation = $1 AND ($2 < 0 OR slice = $2) ORDER BY article LIMIT $4 OFFSET $3",
            static r => new DeadLetterRow(r.GetInt32(0), r.GetString(1), r.GetString(2), Utc(r.GetInt64(3)), Blob(r, 4)),
            incarnation, slice ?? -1, skip, limit),
        cancellation);

    /// <inheritdoc/>
    public Task<long> CountDeadLetters(long incarnation, CancellationToken cancellation = default) =>
        Read(s => s.Find("SELECT count(*) FROM dead_letter WHERE incarnation = $1", static r => r.GetInt64(0), incarnation), cancellation);

    private static byte[]? TextsOf(SqliteSession s, long incarnation, int slice, long sequence) => s.Find(
        "SELECT texts FROM text WHERE incarnation = $1 AND slice = $2 AND sequence = $3",
        static r => Blob(r, 0), incarnation, slice, sequence);

    private static void EraseTexts(SqliteSession s, long incarnation, int slice, long sequence, IEnumerable<int> indices)
    {
        if (TextsOf(s, incarnation, slice, sequence) is not { } packed) return;
        var kept = Bundle.Erase(packed, indices);
        if (kept.Length == 0)
        {
            s.Execute(
                "DELETE FROM text WHERE incarnation = $1 AND slice = $2 AND sequence = $3", incarnation, slice, sequence);
        }
        else
        {
            s.Execute(
                "UPDATE text SET texts = $4 WHERE incarnation = $1 AND slice = $2 AND sequence = $3",
                incarnation, slice, sequence, kept);
        }
    }
}
