using Simpul.Contracts;
using Simpul.Grains.Counting;
using Simpul.Text;

namespace Simpul.Grains.Articles;

/// <summary>Reads articles where their reading can end nothing but itself: what the grains need of the host.</summary>
public interface IIsolatedReading
{
    /// <summary>Begins to read; dispose to end. At most one is open at a time, others wait.</summary>
    Task<IIsolatedReader> Open(CancellationToken cancel = default);
}

/// <summary>Reads one article after the other apart from all else.</summary>
public interface IIsolatedReader : IAsyncDisposable
{
    /// <summary>Reads an article.</summary>
    /// <exception cref="ReaderEndedException">The process that read it ended.</exception>
    Task<ReadArticle> Read(SubmittedArticle article, int buckets, CancellationToken cancel = default);
}

/// <summary>The process that read an article ended.</summary>
public sealed class ReaderEndedException : Exception
{
    /// <summary>Makes one without words.</summary>
    public ReaderEndedException() { }

    /// <summary>Makes one.</summary>
    public ReaderEndedException(string message) : base(message) { }

    /// <summary>Makes one with its cause.</summary>
    public ReaderEndedException(string message, Exception innerException) : base(message, innerException) { }

    /// <summary>Makes one.</summary>
    /// <param name="message">How it ended.</param>
    /// <param name="isByItself">False where it was killed from outside, which says nothing about the article.</param>
    public ReaderEndedException(string message, bool isByItself) : base(message) => IsByItself = isByItself;

    /// <summary>False where it was killed from outside, which says nothing about the article.</summary>
    public bool IsByItself { get; }
}

/// <summary>Reads in this very process: where a host has no other to give.</summary>
public sealed class InProcessReading(IArticleReading reading) : IIsolatedReading, IIsolatedReader
{
    /// <inheritdoc/>
    public Task<IIsolatedReader> Open(CancellationToken cancel = default) => Task.FromResult<IIsolatedReader>(this);

    /// <inheritdoc/>
    public Task<ReadArticle> Read(SubmittedArticle article, int buckets, CancellationToken cancel = default) =>
        Task.Run(() => ReadHere(reading, article, buckets, null), cancel);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>Reads an article; a failure has its place in the answer.</summary>
    /// <param name="reading">How.</param>
    /// <param name="article">The article.</param>
    /// <param name="buckets">How many buckets its corpus has.</param>
    /// <param name="onError">Is told of a failure.</param>
    public static ReadArticle ReadHere(IArticleReading reading, SubmittedArticle article, int buckets, Action<Exception>? onError)
    {
        try
        {
            var record = reading.Read(new Article(
                article.Id, article.Text, article.Title, article.Published, article.Language, article.Source, article.Url));
            return new ReadArticle { Record = RecordCodec.Encode(record), Facts = FactsWriter.Write(record, buckets) };
        }
        catch (Exception e)
        {
            // One bad article fails alone.
            onError?.Invoke(e);
            return new ReadArticle { Error = $"{e.GetType().Name}: {e.Message}" };
        }
    }
}
