using Npgsql;

namespace Simpul.Storage.Postgres;

public sealed partial class PostgresStore
{
    private const string SubmissionColumns =
        "SELECT incarnation, id, revision, stamp, input, checkpoint, state, client, started, updated FROM submission";

    /// <inheritdoc/>
    public async Task<bool> WriteSubmission(SubmissionRow submission, CancellationToken cancellation = default)
    {
        object[] values =
        [
            submission.Incarnation, submission.Id, submission.Stamp, submission.Input, submission.Checkpoint, (int)submission.State,
            Text(submission.Client), Time(submission.Started), Time(submission.Updated),
        ];
        // The corpus's row is held against a deletion that would otherwise miss what is written here.
        var written = submission.Revision == 0
            ? await Write(
                "INSERT INTO submission(incarnation, id, revision, stamp, input, checkpoint, state, client, started, updated) "
                + "SELECT incarnation, $2, 1, $3, $4, $5, $6, $7, $8, $9 FROM corpus WHERE incarnation = $1 AND NOT deleted FOR SHARE "
                + "ON CONFLICT DO NOTHING",
                values).ConfigureAwait(false)
            : await Write(
                "WITH held AS (SELECT 1 FROM corpus WHERE incarnation = $1 AND NOT deleted FOR SHARE) "
                + "UPDATE submission SET revision = revision + 1, stamp = $3, input = $4, checkpoint = $5, state = $6, client = $7, "
                + "started = $8, updated = $9 WHERE incarnation = $1 AND id = $2 AND revision = $10 AND EXISTS(SELECT 1 FROM held)",
                [.. values, submission.Revision]).ConfigureAwait(false);
        return written == 1;
    }

    /// <inheritdoc/>
    public Task<SubmissionRow?> FindSubmission(long incarnation, string id, CancellationToken cancellation = default) =>
        Find($"{SubmissionColumns} WHERE incarnation = $1 AND id = $2", SubmissionOf, cancellation, incarnation, id);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<SubmissionRow>> ReadSubmissions(
        long incarnation, int limit = int.MaxValue, CancellationToken cancellation = default) => await Query(
        $"{SubmissionColumns} WHERE incarnation = $1 ORDER BY stamp DESC, id LIMIT $2", SubmissionOf, cancellation, incarnation, limit)
        .ConfigureAwait(false);

    /// <inheritdoc/>
    public Task Mark(long incarnation, ReadingMarker marker, CancellationToken cancellation = default) => Write(
        "INSERT INTO reading_marker(incarnation, slice, article, silo, since, deaths) "
        + "SELECT incarnation, $2, $3, $4, $5, $6 FROM corpus WHERE incarnation = $1 AND NOT deleted FOR SHARE "
        + "ON CONFLICT(incarnation, slice, article) DO UPDATE SET silo = excluded.silo, since = excluded.since, deaths = excluded.deaths",
        incarnation, marker.Slice, marker.Article, marker.Silo, Time(marker.Since), marker.Deaths);

    /// <inheritdoc/>
    public Task Clear(long incarnation, int slice, string article, CancellationToken cancellation = default) => Write(
        "DELETE FROM reading_marker WHERE incarnation = $1 AND slice = $2 AND article = $3", incarnation, slice, article);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ReadingMarker>> ReadMarkers(
        long incarnation, int? slice = null, CancellationToken cancellation = default) => await Query(
        "SELECT slice, article, silo, since, deaths FROM reading_marker "
        + "WHERE incarnation = $1 AND ($2 < 0 OR slice = $2) ORDER BY slice, article",
        static r => new ReadingMarker(r.GetInt32(0), r.GetString(1), r.GetString(2), r.GetDateTime(3), r.GetInt32(4)),
        cancellation, incarnation, slice ?? -1).ConfigureAwait(false);

    private static SubmissionRow SubmissionOf(NpgsqlDataReader row) => new()
    {
        Incarnation = row.GetInt64(0),
        Id = row.GetString(1),
        Revision = row.GetInt64(2),
        Stamp = row.GetInt64(3),
        Input = Blob(row, 4),
        Checkpoint = Blob(row, 5),
        State = (SubmissionState)row.GetInt32(6),
        Client = row.GetString(7),
        Started = row.GetDateTime(8),
        Updated = row.GetDateTime(9),
    };
}
