using Simpul.Client.Connection;
using Simpul.Client.Input;
using Simpul.Client.Terminals;
using Simpul.Contracts;

namespace Simpul.Client.Submission;

/// <summary>
/// Sends articles to a corpus: grouped by slice, over many lanes, a bounded amount at a time, and again where the outcome is unknown.
/// One stamp orders the whole run, so that sending twice counts once.
/// </summary>
internal sealed class Submitter(ISession session, CorpusInfo corpus, SubmissionStamp stamp, SubmissionOptions options, SubmissionCounts counts, Talk talk, TimeProvider time)
{
    private readonly Retry retry = new(time);
    private int nextLane;
    private long retries;

    /// <summary>Calls that were made again.</summary>
    public long Retries => Interlocked.Read(ref retries);

    /// <summary>Sends every article of <paramref name="items"/>; what was said about the input goes to the talk as it comes.</summary>
    public async Task Run(IEnumerable<InputItem> items, CancellationToken cancel)
    {
        var inFlight = new InFlight(options.InFlight, options.TextInFlight);
        try
        {
            await Feed(items, inFlight, cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // What is under way is let through: its acknowledgement is worth a moment.
            await Task.WhenAny(inFlight.Finish(), Task.Delay(TimeSpan.FromSeconds(5), time, CancellationToken.None));
            throw;
        }

        await inFlight.Finish().WaitAsync(cancel);
    }

    private async Task Feed(IEnumerable<InputItem> items, InFlight inFlight, CancellationToken cancel)
    {
        var batcher = new Batcher(corpus, options);
        var position = 0;
        foreach (var item in items)
        {
            cancel.ThrowIfCancellationRequested();
            if (item is not AcceptedInput accepted) counts.Report(item, talk);
            else foreach (var batch in batcher.Add(Submitted(accepted, position++), accepted.Place)) await Send(batch, inFlight, cancel);
        }

        foreach (var batch in batcher.Rest()) await Send(batch, inFlight, cancel);
    }

    private Task Send(PendingBatch batch, InFlight inFlight, CancellationToken cancel) => inFlight.Start(batch.Text, () => Deliver(batch, cancel), cancel);

    private async Task Deliver(PendingBatch pending, CancellationToken cancel)
    {
        var batch = new ArticleBatch { Corpus = corpus.Corpus, Slice = pending.Slice, Stamp = stamp, Articles = [.. pending.Articles] };
        var answer = await retry.Call(
            () => session.Ingest(Interlocked.Increment(ref nextLane) & (GrainKeys.Lanes - 1)).Submit(batch), cancel, _ => Interlocked.Increment(ref retries));
        for (var i = 0; i < answer.Articles.Length; i++)
        {
            counts.Add(answer.Articles[i].Outcome);
            if (answer.Articles[i].Outcome == ArticleOutcome.Rejected) talk.Reject(Rejection(pending.Places[i], pending.Articles[i], answer.Articles[i]));
        }
    }

    private static SubmittedArticle Submitted(AcceptedInput input, int position) => new()
    {
        Id = input.Article.Id,
        Text = input.Article.Text,
        Title = input.Article.Title,
        Published = input.Article.Published,
        Language = input.Article.Language,
        Source = input.Article.Source,
        Url = input.Article.Url,
        Position = position,
    };

    private static string Rejection(Place place, SubmittedArticle article, ArticleAnswer answer)
    {
        var remedy = answer.Reason switch
        {
            RejectReason.IdMissing or RejectReason.IdTooLong or RejectReason.IdInvalid => "Give another id, or none to have one made.",
            RejectReason.TextMissing => "Give the article its text, or leave the row out.",
            RejectReason.TextTooLong => "Split it, or raise the silo's limit.",
            RejectReason.FieldTooLong => $"Title, source and url hold up to {Limits.MaxFieldLength:N0} characters each.",
            RejectReason.DateInvalid => "Write dates as 2026-02-05, 2026-02 or 2026.",
            RejectReason.ReadingFailed => "It is kept as a dead letter; please report it with the article.",
            _ => "Please report it.",
        };
        return $"{place}: article \"{article.Id}\": {answer.Message?.TrimEnd('.') ?? answer.Reason.ToString()}. {remedy}";
    }
}
