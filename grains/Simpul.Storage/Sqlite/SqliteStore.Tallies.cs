namespace Simpul.Storage.Sqlite;

public sealed partial class SqliteStore
{
    /// <inheritdoc/>
    public Task<TallyHead?> OpenTally(long incarnation, int bucket, CancellationToken cancellation = default) => _writer.Write(s => s.Find(
        "INSERT INTO tally(incarnation, bucket, epoch, vector) "
        + "SELECT $1, $2, 1, x'' FROM corpus WHERE incarnation = $1 AND deleted = 0 "
        + "ON CONFLICT(incarnation, bucket) DO UPDATE SET epoch = epoch + 1 RETURNING epoch, vector",
        static r => new TallyHead(r.GetInt64(0), Blob(r, 1)),
        incarnation, bucket));

    /// <inheritdoc/>
    public Task<IReadOnlyList<PageRow>> ReadPages(
        long incarnation, int bucket, IReadOnlyCollection<int>? pages = null, CancellationToken cancellation = default) =>
        Read<IReadOnlyList<PageRow>>(
            s =>
            {
                if (pages is null)
                {
                    return s.Query(
                        "SELECT page, content FROM tally_page WHERE incarnation = $1 AND bucket = $2 ORDER BY page",
                        static r => new PageRow(r.GetInt32(0), Blob(r, 1)), incarnation, bucket);
                }

                // One page a statement, so that the statement stays prepared; in one read transaction, so that all are of one save.
                s.Execute("BEGIN");
                try
                {
                    var rows = new List<PageRow>(pages.Count);
                    foreach (var page in pages.Order())
                    {
                        rows.AddRange(s.Query(
                            "SELECT page, content FROM tally_page WHERE incarnation = $1 AND bucket = $2 AND page = $3",
                            static r => new PageRow(r.GetInt32(0), Blob(r, 1)), incarnation, bucket, page));
                    }

                    return rows;
                }
                finally
                {
                    s.Execute("COMMIT");
                }
            },
            cancellation);

    /// <inheritdoc/>
    public Task<bool> SaveTally(TallySave save) => _writer.Write(s =>
    {
        var held = s.Execute(
            "UPDATE tally SET vector = $4 WHERE incarnation = $1 AND bucket = $2 AND epoch = $3",
            save.Incarnation, save.Bucket, save.Epoch, save.Vector) == 1;
        if (!held) return false;
        foreach (var page in save.Pages)
        {
            if (page.Content.Length == 0)
            {
                s.Execute(
                    "DELETE FROM tally_page WHERE incarnation = $1 AND bucket = $2 AND page = $3",
                    save.Incarnation, save.Bucket, page.Page);
            }
            else
            {
                s.Execute(
                    "INSERT OR REPLACE INTO tally_page(incarnation, bucket, page, content) VALUES($1, $2, $3, $4)",
                    save.Incarnation, save.Bucket, page.Page, page.Content);
            }
        }

        return true;
    });

    /// <inheritdoc/>
    public Task<IReadOnlyList<TallyVector>> ReadVectors(long incarnation, CancellationToken cancellation = default) =>
        Read<IReadOnlyList<TallyVector>>(
            s => s.Query(
                "SELECT bucket, vector FROM tally WHERE incarnation = $1 ORDER BY bucket",
                static r => new TallyVector(r.GetInt32(0), Blob(r, 1)),
                incarnation),
            cancellation);
}
