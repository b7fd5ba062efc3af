using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Simpul.Contracts;
using Simpul.Grains.Corpora;
using Simpul.Grains.Hosting;

namespace Simpul.Grains.Articles;

/// <summary>
/// Takes articles of one slice the whole way: checks them, asks the ledger which are new to it, has those read, appends all. Used by
/// the ingest grain for batches and by an article's own grain for one.
/// </summary>
internal sealed class Submission(IGrainFactory grains, CorpusDirectory corpora, IngestGate gate, IOptions<GrainsOptions> options)
{
    // A repeat that is none any more is read after all; it cannot go on for ever, since each round is a later version of the article.
    private const int MaxRounds = 8;

    public async Task<ArticleAnswer[]> Submit(CorpusRef corpus, int slice, SubmissionStamp stamp, SubmittedArticle[] articles)
    {
        var layout = await corpora.Layout(corpus);
        var length = articles.Sum(static a => (long)(a.Text?.Length ?? 0));
        using var pass = await gate.Enter(length);

        var answers = new ArticleAnswer[articles.Length];
        var taken = new List<(int Index, SubmittedArticle Article, ArticleKey Key)>(articles.Length);
        for (var i = 0; i < articles.Length; i++)
        {
            if (Reject(articles[i], slice, layout.Slices) is { } rejection)
            {
                answers[i] = rejection;
                continue;
            }

            var clean = ArticleCheck.Clean(articles[i]);
            taken.Add((i, clean, ArticleHash.KeyOf(clean, stamp)));
        }

        if (taken.Count == 0) return answers;
        var ledger = grains.GetGrain<ILedgerGrain>(GrainKeys.Ledger(corpus, slice));
        var mustRead = await ledger.Probe([.. taken.Select(static t => t.Key)]);
        for (var round = 0; taken.Count > 0; round++)
        {
            if (round == MaxRounds) throw new ClusterException(ErrorCode.Moved, "The articles changed again and again; send the same again.");
            var outcomes = await Append(ledger, layout.Buckets, taken, mustRead);
            var again = new List<(int, SubmittedArticle, ArticleKey)>();
            for (var i = 0; i < taken.Count; i++)
            {
                if (outcomes[i].Outcome == AppendOutcome.ReadAgain) again.Add(taken[i]);
                else answers[taken[i].Index] = AnswerOf(outcomes[i].Outcome, outcomes[i].Error);
            }

            taken = again;
            mustRead = new bool[taken.Count];
            Array.Fill(mustRead, true);
        }

        return answers;
    }

    private async Task<(AppendOutcome Outcome, string? Error)[]> Append(
        ILedgerGrain ledger, int buckets, List<(int Index, SubmittedArticle Article, ArticleKey Key)> taken, bool[] mustRead)
    {
        var toRead = taken.Where((_, i) => mustRead[i]).Select(static t => t.Article).ToArray();
        var read = await Read(toRead, buckets);
        var items = new LedgerItem[taken.Count];
        var next = 0;
        for (var i = 0; i < items.Length; i++) items[i] = ItemOf(taken[i].Article, taken[i].Key, mustRead[i] ? read[next++] : null);
        var outcomes = await ledger.Append(items);
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
                Text = JsonSerializer.SerializeToUtf8Bytes(article),
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
}
