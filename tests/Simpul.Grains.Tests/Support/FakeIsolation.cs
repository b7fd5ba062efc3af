using System.Collections.Concurrent;
using Simpul.Contracts;
using Simpul.Grains.Articles;

namespace Simpul.Grains.Tests.Support;

/// <summary>Reads apart, in this process, and ends as often as the test says.</summary>
internal sealed class FakeIsolation : IIsolatedReading, IIsolatedReader
{
    private readonly InProcessReading _reading = new(new SyntheticReading());

    /// <summary>How the process ends when it reads an article; null where it does not.</summary>
    public Func<SubmittedArticle, ReaderEndedException?> Ends { get; set; } = static _ => null;

    public ConcurrentQueue<string> Read { get; } = [];

    public Task<IIsolatedReader> Open(CancellationToken cancel = default) => Task.FromResult<IIsolatedReader>(this);

    async Task<ReadArticle> IIsolatedReader.Read(SubmittedArticle article, int buckets, CancellationToken cancel)
    {
        Read.Enqueue(article.Id);
        return Ends(article) is { } end ? throw end : await _reading.Read(article, buckets, cancel);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
