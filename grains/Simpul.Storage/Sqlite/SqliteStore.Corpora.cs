using Microsoft.Data.Sqlite;

namespace Simpul.Storage.Sqlite;

public sealed partial class SqliteStore
{
    private const string CorpusColumns = "SELECT incarnation, name, slices, buckets, created, deleted FROM corpus";

    // A transaction of a purge ends here, so that other corpora's writers are not kept waiting for long.
    private const int PurgeChunk = 256;

    private static readonly string[] CorpusTables = ["text", "segment", "tally_page", "submission", "dead_letter", "reading_marker"];

    /// <inheritdoc/>
    public Task<CorpusRow?> FindCorpus(string name, CancellationToken cancellation = default) =>
        Read(s => s.Find($"{CorpusColumns} WHERE name = $1 AND deleted = 0", CorpusOf, name), cancellation);

    /// <inheritdoc/>
    public Task<CorpusRow?> FindCorpus(long incarnation, CancellationToken cancellation = default) =>
        Read(s => s.Find($"{CorpusColumns} WHERE incarnation = $1", CorpusOf, incarnation), cancellation);

    /// <inheritdoc/>
    public Task<CorpusRow> CreateCorpus(
        string name, int slices, int buckets, DateTime created, CancellationToken cancellation = default) => _writer.Write(s =>
    {
        s.Execute(
            "INSERT INTO corpus(name, slices, buckets, created) SELECT $1, $2, $3, $4 "
            + "WHERE NOT EXISTS(SELECT 1 FROM corpus WHERE name = $1 AND deleted = 0)",
            name, slices, buckets, Ticks(created));
        return s.Find($"{CorpusColumns} WHERE name = $1 AND deleted = 0", CorpusOf, name)!;
    });

    /// <inheritdoc/>
    public Task<IReadOnlyList<CorpusRow>> ListCorpora(CancellationToken cancellation = default) =>
        Read<IReadOnlyList<CorpusRow>>(s => s.Query($"{CorpusColumns} ORDER BY incarnation", CorpusOf), cancellation);

    /// <inheritdoc/>
    public Task<bool> FenceCorpus(long incarnation, CancellationToken cancellation = default) => _writer.Write(s =>
    {
        var found = s.Execute("UPDATE corpus SET deleted = 1 WHERE incarnation = $1 AND deleted = 0", incarnation) == 1;
        // Every write of a ledger or tally is conditional on its row: without it nothing more can be written.
        s.Execute("DELETE FROM ledger WHERE incarnation = $1", incarnation);
        s.Execute("DELETE FROM tally WHERE incarnation = $1", incarnation);
        return found;
    });

    /// <inheritdoc/>
    public async Task PurgeCorpus(long incarnation, CancellationToken cancellation = default)
    {
        foreach (var table in CorpusTables)
        {
            // A table without row ids is addressed by its key.
            var delete = table is "dead_letter" or "reading_marker"
                ? $"DELETE FROM {table} WHERE incarnation = $1"
                : $"DELETE FROM {table} WHERE rowid IN (SELECT rowid FROM {table} WHERE incarnation = $1 LIMIT {PurgeChunk})";
            while (await _writer.Write(s => s.Execute(delete, incarnation)).ConfigureAwait(false) > 0)
                cancellation.ThrowIfCancellationRequested();
        }

        await _writer.Write(s => s.Execute("DELETE FROM corpus WHERE incarnation = $1 AND deleted = 1", incarnation)).ConfigureAwait(false);
        // Freed pages are overwritten in the file itself; the log still holds what they were until it is emptied.
        await _writer.RunAlone(static s => s.Execute("PRAGMA wal_checkpoint(TRUNCATE)")).ConfigureAwait(false);
    }

    private static CorpusRow CorpusOf(SqliteDataReader row) => new(
        row.GetInt64(0), row.GetString(1), row.GetInt32(2), row.GetInt32(3), Utc(row.GetInt64(4)), row.GetInt64(5) != 0);
}
