using Simpul.Client.Commands;
using Simpul.Client.Connection;
using Simpul.Contracts;

namespace Simpul.Client.Submission;

/// <summary>A run's hold on its submission's row: who sends this input, under which stamp, from where on.</summary>
internal sealed class Ticket(Connected connected, CorpusInfo corpus, InputIdentity input, Services services)
{
    private const int Recent = 500;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LastWord = TimeSpan.FromSeconds(5);

    private readonly string client = ClientName.OfThisRun();

    /// <summary>The row as it was taken.</summary>
    public SubmissionInfo Row { get; private set; } = null!;

    /// <summary>True where an earlier run has begun it.</summary>
    public bool IsResumed { get; private set; }

    /// <summary>Goes on with an interrupted submission of the same input, or begins one.</summary>
    public async Task Take(CancellationToken cancel)
    {
        while (true)
        {
            var recent = await connected.Look(() => Corpus.Submissions(Recent), cancel);
            var known = recent.FirstOrDefault(s => s.Fingerprint == input.Fingerprint);
            var canResume = known is { Phase: not SubmissionPhase.Finished } && (known.Phase is SubmissionPhase.Interrupted or SubmissionPhase.Failed || ClientName.IsGone(known.Client));
            if (known is { Phase: SubmissionPhase.Running or SubmissionPhase.Stopping } && !canResume)
                services.Terminal.Talk.Say($"The same input is on its way already: submission {known.Id}, {ClientName.ForPeople(known.Client)}. What both send counts once.");
            if (!canResume)
            {
                await Begin(cancel);
                return;
            }

            var row = await connected.Ask(() => Corpus.BeginSubmission(Start(known!.Id, known.Revision, known.Stamp)), cancel);
            // Null: another client was faster.
            if (row is null) continue;
            (Row, IsResumed) = (row, true);
            return;
        }
    }

    /// <summary>Begins a submission of its own.</summary>
    public async Task Begin(CancellationToken cancel)
    {
        SubmissionInfo? row = null;
        while (row is null)
        {
            var (id, stamp) = (NewId(), SubmissionStamp.Now(services.Time));
            row = await connected.Ask(() => Corpus.BeginSubmission(Start(id, 0, stamp)), cancel);
        }

        (Row, IsResumed) = (row, false);
    }

    /// <summary>Keeps how far it is; answers the row, or null where the cluster does not answer now.</summary>
    public async Task<SubmissionInfo?> Report(SubmissionPhase phase, SubmissionProgress progress)
    {
        try
        {
            // Where a silo stands still, the next report may find another way.
            return await Corpus.ReportSubmission(new SubmissionReport { Id = Row.Id, Client = client, Phase = phase, Progress = progress }).WaitAsync(Patience, services.Time);
        }
        catch (Exception e) when (e is OperationCanceledException || ClusterErrors.AsCommandException(e) is not null)
        {
            return null;
        }
    }

    /// <summary>Says how it ended; a cluster that does not answer is not waited for, and sees by itself that nobody reports any more.</summary>
    public async Task End(SubmissionPhase phase, SubmissionProgress progress)
    {
        using var left = new CancellationTokenSource(LastWord, services.Time);
        try
        {
            var report = new SubmissionReport { Id = Row.Id, Client = client, Phase = phase, Progress = progress };
            await new Retry(services.Time).Call(() => Corpus.ReportSubmission(report), left.Token).WaitAsync(left.Token);
        }
        catch (Exception e) when (e is OperationCanceledException || ClusterErrors.AsCommandException(e) is not null)
        {
        }
    }

    /// <summary>True where another client has taken the submission over.</summary>
    public bool IsLost(SubmissionInfo row) => row.Id == Row.Id && row.Client != client;

    private ICorpusGrain Corpus => connected.Session.Corpus(corpus.Corpus);

    private SubmissionStart Start(string id, long revision, SubmissionStamp stamp) => new()
    {
        Id = id, Revision = revision, Stamp = stamp, Fingerprint = input.Fingerprint, Input = input.Name, Client = client,
    };

    // Short enough to be typed; the store refuses one that is taken.
    private static string NewId() => $"s-{Random.Shared.NextInt64(1L << 32):x8}";
}
