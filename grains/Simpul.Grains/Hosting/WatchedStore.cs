using Simpul.Contracts;
using Simpul.Storage;

namespace Simpul.Grains.Hosting;

/// <summary>
/// The store as a silo uses it. What fails in it fails as an error that crosses the network and that every client knows; and a silo
/// whose last write failed is not ready, though the store may well answer: a disk that is full can be read.
/// </summary>
internal sealed class WatchedStore(IStore store, TimeProvider clock) : IStore
{
    // A silo that nobody asks to write again cannot show that it can: after a while it is believed.
    private static readonly TimeSpan s_doubt = TimeSpan.FromSeconds(15);

    private Failure? _failure;

    /// <inheritdoc/>
    public Task Ping(CancellationToken cancellation = default)
    {
        if (Volatile.Read(ref _failure) is { } failure && clock.GetElapsedTime(failure.At) < s_doubt)
            throw new StoreException($"The last write failed: {failure.Reason.Message}", failure.Reason);
        return store.Ping(cancellation);
    }

    /// <inheritdoc/>
    public Task<CorpusRow?> FindCorpus(string name, CancellationToken cancellation = default) => Read(() => store.FindCorpus(name, cancellation));

    /// <inheritdoc/>
    public Task<CorpusRow?> FindCorpus(long incarnation, CancellationToken cancellation = default) =>
        Read(() => store.FindCorpus(incarnation, cancellation));

    /// <inheritdoc/>
    public Task<CorpusRow> CreateCorpus(string name, int slices, int buckets, DateTime created, CancellationToken cancellation = default) =>
        Write(() => store.CreateCorpus(name, slices, buckets, created, cancellation));

    /// <inheritdoc/>
    public Task<IReadOnlyList<CorpusRow>> ListCorpora(CancellationToken cancellation = default) => Read(() => store.ListCorpora(cancellation));

    /// <inheritdoc/>
    public Task<bool> FenceCorpus(long incarnation, CancellationToken cancellation = default) =>
        Write(() => store.FenceCorpus(incarnation, cancellation));

    /// <inheritdoc/>
    public Task PurgeCorpus(long incarnation, CancellationToken cancellation = default) => Write(() => store.PurgeCorpus(incarnation, cancellation));

    /// <inheritdoc/>
    public Task<LedgerHead?> OpenLedger(long incarnation, int slice, CancellationToken cancellation = default) =>
        Write(() => store.OpenLedger(incarnation, slice, cancellation));

    /// <inheritdoc/>
    public Task<IReadOnlyList<LedgerPosition>> ReadPositions(long incarnation, CancellationToken cancellation = default) =>
        Read(() => store.ReadPositions(incarnation, cancellation));

    /// <inheritdoc/>
    public Task<bool> Append(SegmentAppend append) => Proof(() => store.Append(append));

    /// <inheritdoc/>
    public Task<IReadOnlyList<SegmentRow>> ReadSegments(SegmentRange range, CancellationToken cancellation = default) =>
        Read(() => store.ReadSegments(range, cancellation));

    /// <inheritdoc/>
    public Task<SegmentMark?> ReadMark(long incarnation, int slice, long sequence, CancellationToken cancellation = default) =>
        Read(() => store.ReadMark(incarnation, slice, sequence, cancellation));

    /// <inheritdoc/>
    public Task<byte[]?> ReadTexts(long incarnation, int slice, long sequence, CancellationToken cancellation = default) =>
        Read(() => store.ReadTexts(incarnation, slice, sequence, cancellation));

    /// <inheritdoc/>
    public Task<bool> RewriteSegment(SegmentRewrite rewrite) => Write(() => store.RewriteSegment(rewrite));

    /// <inheritdoc/>
    public Task<bool> WriteDeadLetters(DeadLetterWrite write) => Write(() => store.WriteDeadLetters(write));

    /// <inheritdoc/>
    public Task<IReadOnlyList<DeadLetterRow>> ReadDeadLetters(long incarnation, int? slice, int skip, int limit, CancellationToken cancellation = default) =>
        Read(() => store.ReadDeadLetters(incarnation, slice, skip, limit, cancellation));

    /// <inheritdoc/>
    public Task<long> CountDeadLetters(long incarnation, CancellationToken cancellation = default) =>
        Read(() => store.CountDeadLetters(incarnation, cancellation));

    /// <inheritdoc/>
    public Task<TallyHead?> OpenTally(long incarnation, int bucket, CancellationToken cancellation = default) =>
        Write(() => store.OpenTally(incarnation, bucket, cancellation));

    /// <inheritdoc/>
    public Task<IReadOnlyList<PageRow>> ReadPages(long incarnation, int bucket, IReadOnlyCollection<int>? pages = null, CancellationToken cancellation = default) =>
        Read(() => store.ReadPages(incarnation, bucket, pages, cancellation));

    /// <inheritdoc/>
    public Task<bool> SaveTally(TallySave save) => Proof(() => store.SaveTally(save));

    /// <inheritdoc/>
    public Task<IReadOnlyList<TallyVector>> ReadVectors(long incarnation, CancellationToken cancellation = default) =>
        Read(() => store.ReadVectors(incarnation, cancellation));

    /// <inheritdoc/>
    public Task<bool> WriteSubmission(SubmissionRow submission, CancellationToken cancellation = default) =>
        Write(() => store.WriteSubmission(submission, cancellation));

    /// <inheritdoc/>
    public Task<SubmissionRow?> FindSubmission(long incarnation, string id, CancellationToken cancellation = default) =>
        Read(() => store.FindSubmission(incarnation, id, cancellation));

    /// <inheritdoc/>
    public Task<IReadOnlyList<SubmissionRow>> ReadSubmissions(long incarnation, int limit = int.MaxValue, CancellationToken cancellation = default) =>
        Read(() => store.ReadSubmissions(incarnation, limit, cancellation));

    /// <inheritdoc/>
    public Task Mark(long incarnation, ReadingMarker marker, CancellationToken cancellation = default) =>
        Write(() => store.Mark(incarnation, marker, cancellation));

    /// <inheritdoc/>
    public Task Clear(long incarnation, int slice, string article, CancellationToken cancellation = default) =>
        Write(() => store.Clear(incarnation, slice, article, cancellation));

    /// <inheritdoc/>
    public Task<IReadOnlyList<ReadingMarker>> ReadMarkers(long incarnation, int? slice = null, CancellationToken cancellation = default) =>
        Read(() => store.ReadMarkers(incarnation, slice, cancellation));

    /// <summary>Does nothing: the store is closed by whoever opened it.</summary>
    public ValueTask DisposeAsync() => default;

    private static async Task<T> Read<T>(Func<Task<T>> read)
    {
        try
        {
            return await read();
        }
        catch (StoreException e)
        {
            throw Unavailable(e);
        }
    }

    private async Task<T> Write<T>(Func<Task<T>> write)
    {
        try
        {
            return await write();
        }
        catch (StoreException e)
        {
            Volatile.Write(ref _failure, new Failure(clock.GetTimestamp(), e));
            throw Unavailable(e);
        }
    }

    private Task<bool> Write(Func<Task> write) => Write(async () =>
    {
        await write();
        return true;
    });

    // A small write may find the last free bytes of a disk; these are the large ones.
    private async Task<T> Proof<T>(Func<Task<T>> write)
    {
        var result = await Write(write);
        Volatile.Write(ref _failure, null);
        return result;
    }

    private static ClusterException Unavailable(StoreException e) => new(ErrorCode.StoreUnavailable, e.Message);

    private sealed record Failure(long At, StoreException Reason);
}
