using Simpul.Client.Connection;
using Simpul.Client.Input;
using Simpul.Client.Terminals;
using Simpul.Contracts;

namespace Simpul.Client.Submission;

/// <summary>
/// Sends articles to a corpus: grouped by slice, over many lanes, a bounded amount at a time, and again where the outcome is unknown.
/// What is held up is sent a second way, for it may be the gateway that stands still. One stamp orders the whole run, so that sending twice counts once. A batch that lost its silo twice is sent article by article, to
/// be read apart: one of them may be what ends silos.
/// </summary>
internal sealed class Submitter(ISession session, CorpusInfo corpus, SubmissionOptions options, SubmissionCounts counts, Talk talk, TimeProvider time)
{
    private const int MaxLost = 2;
    private static readonly TimeSpan LastMoment = TimeSpan.FromSeconds(5);

    private readonly Retry retry = new(time, options.Patience);
    private readonly Lanes lanes = new(session);
    private long retries;

    /// <summary>Calls that were made again.</summary>
    public long Retries => Interlocked.Read(ref retries);

    /// <summary>What is acknowledged.</summary>
    public required Checkpoint Checkpoint { get; init; }

    /// <summary>The stamp of what is sent from now on.</summary>
    public required SubmissionStamp Stamp { get; set; }

    /// <summary>Articles up to this position are sent one by one: clients were lost where they stand.</summary>
    public long SuspectsUpTo { get; set; }

    /// <summary>Sends every article of <paramref name="items"/>; what was said about the input goes to the talk as it comes.</summary>
    /// <param name="items">The input.</param>
    /// <param name="resumption">What an earlier run has sent.</param>
    /// <param name="onChange">Is called where the input is another than in the earlier run, before anything of it is sent.</param>
    /// <param name="cancel">Interrupts.</param>
    public async Task Run(IEnumerable<InputItem> items, Resumption resumption, Func<Task> onChange, CancellationToken cancel)
    {
        await using var inFlight = new InFlight(corpus.Slices, options, time);
        using var rest = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        try
        {
            await Feed(items, resumption, onChange, inFlight, rest.Token);
            Checkpoint.End();
            await inFlight.Finish().WaitAsync(cancel);
        }
        catch
        {
            // Nothing is sent again; but what is under way is let through, for its acknowledgement is worth a moment.
            await rest.CancelAsync();
            await Task.WhenAny(inFlight.Settle(), Task.Delay(LastMoment, time, CancellationToken.None));
            throw;
        }
    }

    private async Task Feed(IEnumerable<InputItem> items, Resumption resumption, Func<Task> onChange, InFlight inFlight, CancellationToken cancel)
    {
        var batcher = new Batcher(corpus, options);
        var position = 0;
        foreach (var item in items)
        {
            cancel.ThrowIfCancellationRequested();
            if (item is not AcceptedInput accepted)
            {
                counts.Report(item, talk);
                continue;
            }

            var article = Submitted(accepted, position++);
            if (!resumption.IsComparing) await Send(article, accepted.Place);
            else await SendChanged(resumption.Take(article, accepted.Place, Skip));
        }

        if (resumption.IsComparing) await SendChanged(resumption.End(Skip));
        await Start(rest: true);

        void Skip(ulong digest, int articles)
        {
            Checkpoint.Skip(digest, articles);
            counts.Skip(articles);
        }

        async Task SendChanged(IReadOnlyList<(SubmittedArticle Article, Place Place)> changed)
        {
            if (resumption.IsChanged) await onChange();
            foreach (var (article, place) in changed) await Send(article, place);
        }

        async Task Send(SubmittedArticle article, Place place)
        {
            Checkpoint.Add(article);
            if (batcher.Add(article, place)) await Start(rest: false);
        }

        // Where slices alone have no room, the input is read on for the others, as long as what waits for those may wait.
        async Task Start(bool rest)
        {
            while (true)
            {
                while (batcher.Take(inFlight.HasRoom, rest || batcher.IsOverfull) is { } batch) inFlight.Start(batch, delivery => Deliver(batch, delivery, cancel));
                if (rest ? batcher.IsEmpty : !batcher.IsOverfull && !(batcher.HasFull && inFlight.IsFull)) return;
                await inFlight.Changed(cancel);
            }
        }
    }

    private async Task Deliver(PendingBatch pending, Delivery delivery, CancellationToken cancel)
    {
        if (pending.Articles[0].Position < SuspectsUpTo)
        {
            await DeliverApart(pending, cancel);
            return;
        }

        var batch = new ArticleBatch { Corpus = corpus.Corpus, Slice = pending.Slice, Stamp = Stamp, Articles = [.. pending.Articles] };
        var lost = 0;
        var answer = await retry.Call<BatchAnswer?>(
            async () => lost == MaxLost ? null : await Send(batch, delivery, maySendTwice: lost == 0), cancel, e =>
            {
                Again(e);
                if (ClusterErrors.IsLostSilo(e)) lost++;
            });
        if (answer is null) await DeliverApart(pending, cancel);
        else for (var i = 0; i < answer.Articles.Length; i++) Acknowledge(pending, i, answer.Articles[i]);
    }

    // The first answer is as good as the other one: what arrives twice counts once. What may have ended a silo is not sent to two.
    private async Task<BatchAnswer> Send(ArticleBatch batch, Delivery delivery, bool maySendTwice)
    {
        var first = lanes.Call(lane => lane.Submit(batch));
        if (maySendTwice) await Task.WhenAny(first, Task.WhenAll(delivery.HeldUp, Task.Delay(InFlight.Moment, time)));
        if (!maySendTwice || first.IsCompleted) return await first;
        var second = lanes.Call(lane => lane.Submit(batch));
        var (one, other) = await Task.WhenAny(first, second) == first ? (first, second) : (second, first);
        _ = other.ContinueWith(static c => c.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        return await one;
    }

    private async Task DeliverApart(PendingBatch pending, CancellationToken cancel)
    {
        for (var i = 0; i < pending.Articles.Count; i++)
        {
            var batch = new ArticleBatch { Corpus = corpus.Corpus, Slice = pending.Slice, Stamp = Stamp, Articles = [pending.Articles[i]] };
            var answer = await retry.Call(() => lanes.Call(lane => lane.SubmitApart(batch)), cancel, Again);
            Acknowledge(pending, i, answer.Articles[0]);
        }
    }

    private void Acknowledge(PendingBatch pending, int index, ArticleAnswer answer)
    {
        counts.Add(answer.Outcome);
        if (answer.Outcome == ArticleOutcome.Rejected) talk.Reject(Rejection(pending.Places[index], pending.Articles[index], answer));
        Checkpoint.Acknowledge(pending.Articles[index].Position, answer.Outcome);
    }

    private void Again(Exception _)
    {
        Interlocked.Increment(ref retries);
        counts.Fail(time.GetTimestamp());
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
            RejectReason.ReadingFailed => "It is kept as a dead letter (simpul deadletters); please report it with the article.",
            _ => "Please report it.",
        };
        return $"{place}: article \"{article.Id}\": {answer.Message?.TrimEnd('.') ?? answer.Reason.ToString()}. {remedy}";
    }
}
