using Simpul.Client.Input;
using Simpul.Contracts;

namespace Simpul.Client.Submission;

/// <summary>Articles of one slice, with the places that they came from.</summary>
internal sealed class PendingBatch(int slice)
{
    public int Slice { get; } = slice;

    public List<SubmittedArticle> Articles { get; } = [];

    public List<Place> Places { get; } = [];

    public long Text { get; private set; }

    public void Add(SubmittedArticle article, Place place)
    {
        Articles.Add(article);
        Places.Add(place);
        Text += article.Text.Length;
    }
}

/// <summary>Groups articles by slice. What waits is bounded, so a corpus of many slices sends smaller batches and not more memory.</summary>
internal sealed class Batcher(CorpusInfo corpus, SubmissionOptions options)
{
    private readonly Dictionary<int, PendingBatch> waiting = [];
    private long text;

    /// <summary>Takes an article; yields the batches that are to go now.</summary>
    public IEnumerable<PendingBatch> Add(SubmittedArticle article, Place place)
    {
        var slice = corpus.SliceOf(article.Id);
        if (waiting.TryGetValue(slice, out var batch) && batch.Text + article.Text.Length > options.BatchText)
        {
            yield return Take(batch);
            batch = null;
        }

        if (batch is null) waiting[slice] = batch = new PendingBatch(slice);
        batch.Add(article, place);
        text += article.Text.Length;
        if (batch.Articles.Count >= options.Batch || batch.Text >= options.BatchText) yield return Take(batch);
        while (text > options.Waiting) yield return Take(waiting.Values.MaxBy(b => b.Text)!);
    }

    /// <summary>Yields all that still waits.</summary>
    public IEnumerable<PendingBatch> Rest()
    {
        foreach (var batch in waiting.Values.OrderBy(b => b.Slice).ToList()) yield return Take(batch);
    }

    private PendingBatch Take(PendingBatch batch)
    {
        waiting.Remove(batch.Slice);
        text -= batch.Text;
        return batch;
    }
}
