using Simpul.Client.Input;
using Simpul.Contracts;

namespace Simpul.Client.Submission;

/// <summary>Articles of one slice, with the places that they came from.</summary>
internal sealed class PendingBatch(int slice, long number)
{
    public int Slice => slice;

    /// <summary>Counts the batches in the order in which they were begun.</summary>
    public long Number => number;

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

/// <summary>
/// Groups articles by slice, and keeps what cannot go yet. All that waits is bounded, so a corpus of many slices sends smaller batches
/// and not more memory.
/// </summary>
internal sealed class Batcher(CorpusInfo corpus, SubmissionOptions options)
{
    private readonly Dictionary<int, PendingBatch> open = [];
    private readonly Dictionary<int, Queue<PendingBatch>> full = [];
    private long text;
    private int articles;
    private long made;

    /// <summary>True where a batch is full and has not gone.</summary>
    public bool HasFull => full.Count > 0;

    /// <summary>True where more waits than may.</summary>
    public bool IsOverfull => text > options.Waiting || articles > options.WaitingArticles;

    public bool IsEmpty => articles == 0;

    /// <summary>Takes an article; true where that has filled a batch, or the last room.</summary>
    public bool Add(SubmittedArticle article, Place place)
    {
        var slice = corpus.SliceOf(article.Id);
        var isFull = open.TryGetValue(slice, out var batch) && batch.Text + article.Text.Length > options.BatchText;
        if (isFull) Close(batch!);
        if (batch is null || isFull) open[slice] = batch = new PendingBatch(slice, made++);
        batch.Add(article, place);
        text += article.Text.Length;
        articles++;
        if (batch.Articles.Count < options.Batch && batch.Text < options.BatchText) return isFull || IsOverfull;
        Close(batch);
        return true;
    }

    /// <summary>
    /// Takes the oldest of those full batches that may go; where there is none and <paramref name="isPartialWanted"/>, the largest of
    /// the others.
    /// </summary>
    public PendingBatch? Take(Func<PendingBatch, bool> mayGo, bool isPartialWanted)
    {
        var batch = full.Values.Select(static q => q.Peek()).Where(mayGo).MinBy(static b => b.Number);
        if (batch is not null)
        {
            var queue = full[batch.Slice];
            queue.Dequeue();
            if (queue.Count == 0) full.Remove(batch.Slice);
        }
        else
        {
            if (isPartialWanted) batch = open.Values.Where(mayGo).MaxBy(static b => b.Text);
            if (batch is null) return null;
            open.Remove(batch.Slice);
        }

        text -= batch.Text;
        articles -= batch.Articles.Count;
        return batch;
    }

    private void Close(PendingBatch batch)
    {
        open.Remove(batch.Slice);
        if (!full.TryGetValue(batch.Slice, out var queue)) full[batch.Slice] = queue = [];
        queue.Enqueue(batch);
    }
}
