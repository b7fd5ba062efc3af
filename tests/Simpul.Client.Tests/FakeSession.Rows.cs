using Simpul.Contracts;

namespace Simpul.Client.Tests;

/// <summary>The rows of submissions and dead letters, in memory.</summary>
internal sealed partial class FakeSession
{
    private readonly List<SubmissionInfo> submissions = [];

    public List<DeadLetter> Letters { get; } = [];

    /// <summary>What becomes of a letter that is tried again.</summary>
    public Func<string, ArticleAnswer> Retried { get; set; } = static _ => new ArticleAnswer(ArticleOutcome.New);

    /// <summary>Changes a submission's row before it is answered, as where somebody else has.</summary>
    public Func<SubmissionInfo, SubmissionInfo> OnReport { get; set; } = static s => s;

    public IReadOnlyList<SubmissionInfo> Rows
    {
        get
        {
            lock (gate) return [.. submissions];
        }
    }

    public void Put(SubmissionInfo row)
    {
        lock (gate)
        {
            submissions.RemoveAll(s => s.Id == row.Id);
            submissions.Add(row with { Revision = row.Revision + 1 });
        }
    }

    public Task<SubmissionInfo[]> Submissions(int limit)
    {
        lock (gate) return Task.FromResult(submissions.OrderByDescending(s => s.Stamp).Take(limit).ToArray());
    }

    public async Task<SubmissionInfo?> BeginSubmission(SubmissionStart start)
    {
        await Before(nameof(BeginSubmission));
        lock (gate)
        {
            var row = submissions.FirstOrDefault(s => s.Id == start.Id);
            if ((row?.Revision ?? 0) != start.Revision) return null;
            row = row is null
                ? new SubmissionInfo
                {
                    Id = start.Id, Revision = 0, Stamp = start.Stamp, Fingerprint = start.Fingerprint, Input = start.Input, Client = start.Client,
                    Phase = SubmissionPhase.Running, Started = default, Updated = default, Progress = new SubmissionProgress(),
                }
                : row with { Client = start.Client, Phase = SubmissionPhase.Running };
            Put(row);
            return row with { Revision = row.Revision + 1 };
        }
    }

    public async Task<SubmissionInfo?> ReportSubmission(SubmissionReport report)
    {
        await Before(nameof(ReportSubmission));
        lock (gate)
        {
            if (submissions.FirstOrDefault(s => s.Id == report.Id) is not { } row) return null;
            row = OnReport(row with { Phase = report.Phase, Progress = report.Progress });
            Put(row);
            return row;
        }
    }

    public async Task<SubmissionInfo?> StopSubmission(string id)
    {
        await Before(nameof(StopSubmission));
        lock (gate)
        {
            if (submissions.FirstOrDefault(s => s.Id == id) is not { } row) return null;
            if (row.Phase == SubmissionPhase.Running) row = row with { Phase = SubmissionPhase.Interrupted };
            Put(row);
            return row;
        }
    }

    public Task<DeadLetter[]> DeadLetters(int skip, int limit) =>
        Task.FromResult(Letters.OrderBy(l => l.Id, Utf8Order.Instance).Skip(skip).Take(limit).ToArray());

    public Task<RetriedLetter[]> RetryDeadLetters(string[] articleIds) => Task.FromResult(Array.ConvertAll(articleIds, id =>
    {
        if (Letters.FirstOrDefault(l => l.Id == id) is not { } letter) return new RetriedLetter(id, null);
        var answer = Retried(id);
        if (answer.Outcome != ArticleOutcome.Rejected) Letters.Remove(letter);
        return new RetriedLetter(id, answer);
    }));
}
