namespace Simpul.Storage.Postgres;

public sealed partial class PostgresStore
{
    /// <inheritdoc/>
    public Task<TallyHead?> OpenTally(long incarnation, int bucket, CancellationToken cancellation = default) => WriteAndFind(
        "INSERT INTO tally(incarnation, bucket, epoch, vector) "
        + "SELECT incarnation, $2, 1, ''::bytea FROM corpus WHERE incarnation = $1 AND NOT deleted FOR SHARE "
        + "ON CONFLICT(incarnation, bucket) DO UPDATE SET epoch = tally.epoch + 1 RETURNING epoch, vector",
        static r => new TallyHead(r.GetInt64(0), Blob(r, 1)),
        incarnation, bucket);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<PageRow>> ReadPages(
        long incarnation, int bucket, IReadOnlyCollection<int>? pages = null, CancellationToken cancellation = default) => pages is null
        ? await Query(
            "SELECT page, content FROM tally_page WHERE incarnation = $1 AND bucket = $2 ORDER BY page",
            static r => new PageRow(r.GetInt32(0), Blob(r, 1)), cancellation, incarnation, bucket).ConfigureAwait(false)
        : await Query(
            "SELECT page, content FROM tally_page WHERE incarnation = $1 AND bucket = $2 AND page = ANY($3) ORDER BY page",
            static r => new PageRow(r.GetInt32(0), Blob(r, 1)), cancellation, incarnation, bucket, pages.ToArray()).ConfigureAwait(false);

    /// <inheritdoc/>
    public async Task<bool> SaveTally(TallySave save)
    {
        var put = save.Pages.Where(static p => p.Content.Length > 0).ToList();
        return await Write(
            """
            WITH held AS (
                UPDATE tally SET vector = $4 WHERE incarnation = $1 AND bucket = $2 AND epoch = $3 RETURNING 1),
            gone AS (
                DELETE FROM tally_page
                WHERE incarnation = $1 AND bucket = $2 AND page = ANY($5) AND EXISTS(SELECT 1 FROM held)),
            put AS (
                INSERT INTO tally_page(incarnation, bucket, page, content)
                SELECT $1, $2, p.page, p.content FROM unnest($6, $7) AS p(page, content) WHERE EXISTS(SELECT 1 FROM held)
                ON CONFLICT(incarnation, bucket, page) DO UPDATE SET content = excluded.content)
            SELECT count(*) FROM held
            """,
            save.Incarnation, save.Bucket, save.Epoch, save.Vector,
            save.Pages.Where(static p => p.Content.Length == 0).Select(static p => p.Page).ToArray(),
            put.ConvertAll(static p => p.Page).ToArray(), put.ConvertAll(static p => p.Content).ToArray()).ConfigureAwait(false) == 1;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<TallyVector>> ReadVectors(long incarnation, CancellationToken cancellation = default) => await Query(
        "SELECT bucket, vector FROM tally WHERE incarnation = $1 ORDER BY bucket",
        static r => new TallyVector(r.GetInt32(0), Blob(r, 1)), cancellation, incarnation).ConfigureAwait(false);
}
