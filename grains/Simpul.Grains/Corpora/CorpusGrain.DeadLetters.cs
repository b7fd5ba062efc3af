using Simpul.Contracts;
using Simpul.Grains.Articles;
using Simpul.Storage;

namespace Simpul.Grains.Corpora;

internal sealed partial class CorpusGrain
{
    // Letters hold whole articles: few at once.
    private const int LetterPage = 16;

    public async Task<DeadLetter[]> DeadLetters(int skip, int limit)
    {
        var row = await corpora.Check(_corpus);
        var letters = await store.ReadDeadLetters(row.Incarnation, null, skip, Math.Min(limit, Limits.MaxPage));
        return [.. letters.Select(static l => new DeadLetter { Id = l.Article, Reason = l.Reason, When = l.When })];
    }

    public async Task<RetriedLetter[]> RetryDeadLetters(string[] articleIds)
    {
        if (articleIds.Length > Limits.MaxRetriedLetters)
        {
            throw new ClusterException(
                ErrorCode.BadRequest, $"{articleIds.Length} dead letters were named; at most {Limits.MaxRetriedLetters} are tried again at once.");
        }

        var row = await corpora.Check(_corpus);
        var answers = new Dictionary<string, ArticleAnswer?>(StringComparer.Ordinal);
        foreach (var slice in articleIds.Distinct(StringComparer.Ordinal).GroupBy(id => Slicing.SliceOf(id, row.Slices)))
        {
            foreach (var letter in await Find(row, slice.Key, [.. slice])) answers[letter.Article] = await Retry(letter);
        }

        return [.. articleIds.Select(id => new RetriedLetter(id, answers.GetValueOrDefault(id)))];
    }

    private async Task<List<DeadLetterRow>> Find(CorpusRow corpus, int slice, HashSet<string> ids)
    {
        var found = new List<DeadLetterRow>();
        for (var skip = 0; found.Count < ids.Count; skip += LetterPage)
        {
            var page = await store.ReadDeadLetters(corpus.Incarnation, slice, skip, LetterPage);
            found.AddRange(page.Where(l => ids.Contains(l.Article)));
            if (page.Count < LetterPage) break;
        }

        return found;
    }

    // Under its own stamp: what it counts must not depend on when it was tried again.
    private async Task<ArticleAnswer> Retry(DeadLetterRow letter)
    {
        var content = DeadLetterContent.Decode(letter.Content);
        return (await submission.Submit(_corpus, letter.Slice, content.StampOr(letter.When), [content.Article], isSuspect: true))[0];
    }
}
