using System.Text.Json;
using Simpul.Contracts;
using Simpul.Storage;

namespace Simpul.Grains.Corpora;

/// <summary>
/// Submissions are rows of the store and nothing of them is kept here, so that neither the grain's death nor its move is noticed.
/// Two clients that want the same row are told apart by its revision.
/// </summary>
internal sealed partial class CorpusGrain
{
    // Clients report every second; one that has not for so long is gone.
    private static readonly TimeSpan s_clientLife = TimeSpan.FromSeconds(15);

    private const int MaxWrites = 8;

    public async Task<SubmissionInfo[]> Submissions(int limit)
    {
        var row = await corpora.Check(_corpus);
        var rows = await store.ReadSubmissions(row.Incarnation, Math.Clamp(limit, 0, Limits.MaxPage));
        return [.. rows.Select(InfoOf)];
    }

    public async Task<SubmissionInfo?> BeginSubmission(SubmissionStart start)
    {
        var corpus = await corpora.Check(_corpus);
        var now = clock.GetUtcNow().UtcDateTime;
        var row = await store.FindSubmission(corpus.Incarnation, start.Id);
        // The answer to the first call was lost.
        if (row is not null && row.Client == start.Client) return InfoOf(row);
        if ((row?.Revision ?? 0) != start.Revision) return null;
        if (row is null)
        {
            row = new SubmissionRow
            {
                Incarnation = corpus.Incarnation, Id = start.Id, Stamp = start.Stamp.Time, Input = Convert.FromHexString(start.Fingerprint),
                Checkpoint = Encode(new Checkpoint(start.Stamp.Salt, start.Input, new SubmissionProgress(), 0)),
                State = SubmissionState.Running, Client = start.Client, Started = now, Updated = now,
            };
        }
        else
        {
            var checkpoint = Decode(row.Checkpoint);
            // A client that ended in order says so; of one that did not, its input may have been the reason.
            var lost = row.State is SubmissionState.Running or SubmissionState.Stopping ? checkpoint.LostClients + 1 : checkpoint.LostClients;
            row = row with
            {
                State = SubmissionState.Running, Client = start.Client, Updated = now,
                Checkpoint = Encode(checkpoint with { LostClients = lost }),
            };
        }

        return await store.WriteSubmission(row) ? InfoOf(row with { Revision = row.Revision + 1 }) : null;
    }

    public async Task<SubmissionInfo?> ReportSubmission(SubmissionReport report)
    {
        var corpus = await corpora.Check(_corpus);
        return await Change(corpus, report.Id, row =>
        {
            if (row.Client != report.Client) return null;
            var checkpoint = Decode(row.Checkpoint);
            var hasMoved = report.Progress.Acknowledged > checkpoint.Progress.Acknowledged;
            return row with
            {
                State = report.Phase switch
                {
                    SubmissionPhase.Finished => SubmissionState.Finished,
                    SubmissionPhase.Interrupted => SubmissionState.Stopped,
                    SubmissionPhase.Failed => SubmissionState.Failed,
                    _ => row.State is SubmissionState.Stopping ? SubmissionState.Stopping : SubmissionState.Running,
                },
                Updated = clock.GetUtcNow().UtcDateTime,
                Checkpoint = Encode(checkpoint with { Progress = report.Progress, LostClients = hasMoved ? 0 : checkpoint.LostClients }),
            };
        });
    }

    public async Task<SubmissionInfo?> StopSubmission(string id)
    {
        var corpus = await corpora.Check(_corpus);
        return await Change(corpus, id, static row => row.State == SubmissionState.Running ? row with { State = SubmissionState.Stopping } : null);
    }

    private async Task<SubmissionInfo?> Change(CorpusRow corpus, string id, Func<SubmissionRow, SubmissionRow?> change)
    {
        for (var writes = 0; writes < MaxWrites; writes++)
        {
            if (await store.FindSubmission(corpus.Incarnation, id) is not { } row) return null;
            if (change(row) is not { } changed) return InfoOf(row);
            if (await store.WriteSubmission(changed)) return InfoOf(changed with { Revision = row.Revision + 1 });
        }

        throw new ClusterException(ErrorCode.Moved, $"The submission '{id}' was written by others again and again; send the same again.");
    }

    private SubmissionInfo InfoOf(SubmissionRow row)
    {
        var checkpoint = Decode(row.Checkpoint);
        var isGone = clock.GetUtcNow().UtcDateTime - row.Updated > s_clientLife;
        return new SubmissionInfo
        {
            Id = row.Id,
            Revision = row.Revision,
            Stamp = new SubmissionStamp(row.Stamp, checkpoint.Salt),
            Fingerprint = Convert.ToHexStringLower(row.Input),
            Input = checkpoint.Input,
            Client = row.Client,
            Phase = row.State switch
            {
                SubmissionState.Finished => SubmissionPhase.Finished,
                SubmissionState.Failed => SubmissionPhase.Failed,
                SubmissionState.Stopped => SubmissionPhase.Interrupted,
                _ when isGone => SubmissionPhase.Interrupted,
                SubmissionState.Stopping => SubmissionPhase.Stopping,
                _ => SubmissionPhase.Running,
            },
            Started = row.Started,
            Updated = row.Updated,
            Progress = checkpoint.Progress,
            LostClients = checkpoint.LostClients,
        };
    }

    private static byte[] Encode(Checkpoint checkpoint) => JsonSerializer.SerializeToUtf8Bytes(checkpoint);

    private static Checkpoint Decode(byte[] bytes) => JsonSerializer.Deserialize<Checkpoint>(bytes)!;

    private sealed record Checkpoint(int Salt, string Input, SubmissionProgress Progress, int LostClients);
}
