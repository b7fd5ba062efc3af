using Orleans.Concurrency;
using Simpul.Contracts;
using Simpul.Grains.Corpora;
using Simpul.Grains.Hosting;
using Simpul.Grains.Ledgers;

namespace Simpul.Grains.Articles;

/// <summary>One article, on demand: it holds no state, so that nothing of it can be out of date.</summary>
[Reentrant, Rendezvous, CollectionAgeLimit(Minutes = 2), GrainType("article")]
internal sealed class ArticleGrain(CorpusDirectory corpora, SegmentCache cache, Submission submission) : Grain, IArticleGrain
{
    private CorpusRef _corpus;
    private string _id = "";

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        (_corpus, _id) = GrainKeys.Parse(this.GetPrimaryKeyString());
        return Task.CompletedTask;
    }

    public async Task<ArticleView?> Get()
    {
        await corpora.Check(_corpus);
        var slice = await SliceOf();
        var found = await Ledger(slice).Find(_id);
        if (found.History.Length == 0) return null;
        var record = ReadOnlyMemory<byte>.Empty;
        string? text = null;
        if (!found.Place.IsNone)
        {
            record = await cache.GetRecord(_corpus.Incarnation, slice, found.Place);
            var texts = await cache.GetTexts(_corpus.Incarnation, slice, found.Place.Sequence, [found.Place.Index]);
            if (texts[0].Length > 0) text = texts[0];
        }

        return new ArticleView { Id = _id, Record = record.IsEmpty ? null : record.ToArray(), Text = text, History = found.History };
    }

    public async Task<ArticleAnswer> Submit(SubmittedArticle article, SubmissionStamp stamp)
    {
        if (article.Id != _id)
            throw new ClusterException(ErrorCode.BadRequest, $"The article '{article.Id}' was sent to the grain of '{_id}'.");
        return (await submission.Submit(_corpus, await SliceOf(), stamp, [article]))[0];
    }

    public async Task<bool> Retract(SubmissionStamp stamp)
    {
        var (first, second) = ArticleHash.OfId(_id);
        var item = new LedgerItem
        {
            Kind = LedgerItemKind.Retraction,
            // A retraction comes after all that its run has sent.
            Key = new ArticleKey(first, second, default, stamp, int.MaxValue),
            ArticleId = _id,
        };
        var outcome = await Ledger(await SliceOf()).Append([item]);
        return outcome[0] == AppendOutcome.Retracted;
    }

    private async Task<int> SliceOf() => Slicing.SliceOf(_id, (await corpora.Layout(_corpus)).Slices);

    private ILedgerGrain Ledger(int slice) => GrainFactory.GetGrain<ILedgerGrain>(GrainKeys.Ledger(_corpus, slice));
}
