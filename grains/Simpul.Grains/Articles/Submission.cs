using System.Text;
using Microsoft.Extensions.Options;
using Simpul.Contracts;
using Simpul.Grains.Corpora;
using Simpul.Grains.Hosting;
using Simpul.Grains.Metering;

namespace Simpul.Grains.Articles;

/// <summary>
/// Takes articles of one slice the whole way: checks them, asks the ledger which are new to it, has those read, appends all. Used by
/// the ingest grain for batches and by an article's own grain for one.
/// </summary>
internal sealed class Submission(
    IGrainFactory grains, CorpusDirectory corpora, IngestGate gate, ApartReading apart, IOptions<GrainsOptions> options)
{
    // A repeat that is none any more is read after all; it cannot go on for ever, since each round is a later version of the article.
    private const int MaxRounds = 8;

    /// <param name="corpus">The corpus.</param>
    /// <param name="slice">The slice that all articles belong to.</param>
    /// <param name="stamp">The run.</param>
    /// <param name="articles">The articles.</param>
    /// <param name="isSuspect">True to read each alone, in a process of its own.</param>
    public async Task<ArticleAnswer[]> Submit(
        CorpusRef corpus, int slice, SubmissionStamp stamp, SubmittedArticle[] articles, bool isSuspect = false)
    {
        using var inFlight = SimpulMeters.Take(articles);
        var layout = await corpora.Layout(corpus);
        using var pass = await gate.Enter(articles.Length, articles.Sum(static a => (long)(a.Text?.Length ?? 0)));

        var answers = new ArticleAnswer[articles.Length];
        var taken = new List<Taken>(articles.Length);
        for (var i = 0; i < articles.Length; i++)
        {
            if (Reject(articles[i], slice, layout.Slices) is { } rejection)
            {
                answers[i] = rejection;
                continue;
            }

            var clean = ArticleCheck.Clean(articles[i]);
            taken.Add(new Taken(i, clean, ArticleHash.KeyOf(clean, stamp)));
        }

        if (taken.Count == 0) return SimpulMeters.Count(answers);
        var ledger = grains.GetGrain<ILedgerGrain>(GrainKeys.Ledger(corpus, slice));
        var needs = await ledger.Examine([.. taken.Select(static t => t.Key)]);
        for (var round = 0; taken.Count > 0; round++)
        {
            if (round == MaxRounds) throw new ClusterException(ErrorCode.Moved, "The articles changed again and again; send the same again.");
            if (isSuspect) needs = Array.ConvertAll(needs, static n => n == ReadingNeed.Read ? ReadingNeed.ReadApart : n);
            var outcomes = await Append(ledger, corpus, slice, layout.Buckets, taken, needs);
            var again = new List<Taken>();
            for (var i = 0; i < taken.Count; i++)
            {
                if (outcomes[i].Outcome == AppendOutcome.ReadAgain) again.Add(taken[i]);
                else answers[taken[i].Index] = AnswerOf(outcomes[i].Outcome, outcomes[i].Error);
            }

            taken = again;
            needs = new ReadingNeed[taken.Count];
            Array.Fill(needs, ReadingNeed.Read);
        }

        return SimpulMeters.Count(answers);
    }

    private async Task<(AppendOutcome Outcome, string? Error)[]> Append(
        ILedgerGrain ledger, CorpusRef corpus, int slice, int buckets, List<Taken> taken, ReadingNeed[] needs)
    {
        var together = taken.Where((_, i) => needs[i] == ReadingNeed.Read).Select(static t => t.Article).ToArray();
        var alone = taken.Where((_, i) => needs[i] == ReadingNeed.ReadApart).Select(static t => t.Article).ToArray();
        var read = new Queue<ReadArticle>(await Read(together, buckets));
        var readAlone = new Queue<ReadArticle>(await apart.Read(corpus, slice, alone, buckets));
        var items = taken.Select((t, i) => ItemOf(t.Article, t.Key, needs[i] switch
        {
            ReadingNeed.None => null,
            ReadingNeed.Read => read.Dequeue(),
            _ => readAlone.Dequeue(),
        })).ToArray();
        var outcomes = await ledger.Append(items);
        await apart.Clear(corpus, slice, alone);
        return [.. outcomes.Select((o, i) => (o, items[i].Error))];
    }

    private async Task<ReadArticle[]> Read(SubmittedArticle[] articles, int buckets)
    {
        if (articles.Length == 0) return [];
        var reader = grains.GetGrain<IArticleReaderGrain>(0);
        var chunks = await Task.WhenAll(articles.Chunk(options.Value.ChunkSize).Select(chunk => reader.Read(chunk, buckets)));
        return chunks.Length == 1 ? chunks[0] : [.. chunks.SelectMany(static c => c)];
    }

    private static LedgerItem ItemOf(SubmittedArticle article, ArticleKey key, ReadArticle? read)
    {
        if (read is null) return new LedgerItem { Kind = LedgerItemKind.Repeat, Key = key, ArticleId = article.Id };
        if (read.Error is not null)
        {
            return new LedgerItem
            {
                Kind = LedgerItemKind.DeadLetter,
                Key = key,
                ArticleId = article.Id,
                Text = new DeadLetterContent(article, key.Stamp, read.EndsReaders).Encode(),
                Error = read.Error,
            };
        }

        return new LedgerItem
        {
            Kind = LedgerItemKind.Version,
            Key = key,
            ArticleId = article.Id,
            Record = read.Record,
            Text = Encoding.UTF8.GetBytes(article.Text),
            Facts = read.Facts,
        };
    }

    private ArticleAnswer? Reject(SubmittedArticle article, int slice, int slices)
    {
        if (ArticleCheck.Reject(article, options.Value.MaxTextBytes) is { } rejection) return rejection;
        var own = Slicing.SliceOf(article.Id, slices);
        return own == slice ? null
            : new ArticleAnswer(ArticleOutcome.Rejected, RejectReason.WrongSlice, $"The article belongs to slice {own}, its batch to slice {slice}.");
    }

    private static ArticleAnswer AnswerOf(AppendOutcome outcome, string? error) => outcome switch
    {
        AppendOutcome.New => new ArticleAnswer(ArticleOutcome.New),
        AppendOutcome.Repeated => new ArticleAnswer(ArticleOutcome.Repeated),
        AppendOutcome.Edited => new ArticleAnswer(ArticleOutcome.Edited),
        AppendOutcome.Older => new ArticleAnswer(ArticleOutcome.Older),
        _ => new ArticleAnswer(ArticleOutcome.Rejected, RejectReason.ReadingFailed, $"Reading failed: {error}"),
    };

    private readonly record struct Taken(int Index, SubmittedArticle Article, ArticleKey Key);
}
