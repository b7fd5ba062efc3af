using Microsoft.Data.Sqlite;

namespace Simpul.Storage.Sqlite;

public sealed partial class SqliteStore
{
    private const string SubmissionColumns =
        "SELECT incarnation, id, revision, stamp, input, checkpoint, state, client, started, updated FROM submission";

    /// <inheritdoc/>
    public Task<bool> WriteSubmission(SubmissionRow submission, CancellationToken cancellation = default) => _writer.Write(s =>
    {
        var written = submission.Revision == 0
            ? s.Execute(
                "INSERT INTO submission(incarnation, id, revision, stamp, input, checkpoint, state, client, started, updated) "
                + "SELECT $1, $2, 1, $3, $4, $5, $6, $7, $8, $9 FROM corpus WHERE incarnation = $1 AND deleted = 0 "
                + "ON CONFLICT DO NOTHING",
                submission.Incarnation, submission.Id, submission.Stamp, submission.Input, submission.Checkpoint,
                (int)submission.State, submission.Client, Ticks(submission.Started), Ticks(submission.Updated))
            : s.Execute(
                "UPDATE submission SET revision = revision + 1, stamp = $4, input = $5, checkpoint = $6, state = $7, client = $8, "
                + "started = $9, updated = $10 WHERE incarnation = $1 AND id = $2 AND revision = $3 "
                + "AND EXISTS(SELECT 1 FROM corpus WHERE incarnation = $1 AND deleted = 0)",
                submission.Incarnation, submission.Id, submission.Revision, submission.Stamp, submission.Input, submission.Checkpoint,
                (int)submission.State, submission.Client, Ticks(submission.Started), Ticks(submission.Updated));
        return written == 1;
    });

    /// <inheritdoc/>
    public Task<SubmissionRow?> FindSubmission(long incarnation, string id, CancellationToken cancellation = default) =>
        Read(s => s.Find($"{SubmissionColumns} WHERE incarnation = $1 AND id = $2", SubmissionOf, incarnation, id), cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<SubmissionRow>> ReadSubmissions(
        long incarnation, int limit = int.MaxValue, CancellationToken cancellation = default) => Read<IReadOnlyList<SubmissionRow>>(
        s => s.Query($"{SubmissionColumns} WHERE incarnation = $1 ORDER BY stamp DESC, id LIMIT $2", SubmissionOf, incarnation, limit),
        cancellation);

    /// <inheritdoc/>
    public Task Mark(long incarnation, ReadingMarker marker, CancellationToken cancellation = default) => _writer.Write(s => s.Execute(
        "INSERT OR REPLACE INTO reading_marker(incarnation, slice, article, silo, since, deaths) "
        + "SELECT $1, $2, $3, $4, $5, $6 FROM corpus WHERE incarnation = $1 AND deleted = 0",
        incarnation, marker.Slice, marker.Article, marker.Silo, Ticks(marker.Since), marker.Deaths));

    /// <inheritdoc/>
    public Task Clear(long incarnation, int slice, string article, CancellationToken cancellation = default) => _writer.Write(s => s.Execute(
        "DELETE FROM reading_marker WHERE incarnation = $1 AND slice = $2 AND article = $3", incarnation, slice, article));

    /// <inheritdoc/>
    public Task<IReadOnlyList<ReadingMarker>> ReadMarkers(
        long incarnation, int? slice = null, CancellationToken cancellation = default) => Read<IReadOnlyList<ReadingMarker>>(
        s => s.Query(
            "SELECT slice, article, silo, since, deaths FROM reading_marker "
            + "WHERE incarnation = $1 AND ($2 < 0 OR slice = $2) ORDER BY slice, article",
            static r => new ReadingMarker(r.GetInt32(0), r.GetString(1), r.GetString(2), Utc(r.GetInt64(3)), r.GetInt32(4)),
            incarnation, slice ?? -1),
        cancellation);

    private static SubmissionRow SubmissionOf(SqliteDataReader row) => new()
    {
        Incarnation = row.GetInt64(0),
        Id = row.GetString(1),
        Revision = row.GetInt64(2),
        Stamp = row.GetInt64(3),
        Input = Blob(row, 4),
        Checkpoint = Blob(row, 5),
        State = (SubmissionState)row.GetInt32(6),
        Client = row.GetString(7),
        Started = Utc(row.GetInt64(8)),
        Updated = Utc(row.GetInt64(9)),
    };
}
