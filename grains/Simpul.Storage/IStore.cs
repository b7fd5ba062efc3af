namespace Simpul.Storage;

/// <summary>
/// What a cluster keeps. Ledgers append segments and tallies save pages, each under an epoch taken when the writer opens: a writer
/// that has been replaced changes nothing and is told so. What a segment or page holds is the grains' own business.
/// </summary>
public interface IStore : IAsyncDisposable
{
    /// <summary>Finds a corpus that is not deleted.</summary>
    Task<CorpusRow?> FindCorpus(string name, CancellationToken cancellation = default);

    /// <summary>Finds a corpus by its incarnation, deleted or not.</summary>
    Task<CorpusRow?> FindCorpus(long incarnation, CancellationToken cancellation = default);

    /// <summary>Finds a corpus or makes it under an incarnation that was never used.</summary>
    Task<CorpusRow> CreateCorpus(string name, int slices, int buckets, DateTime created, CancellationToken cancellation = default);

    /// <summary>All corpora, deleted ones that are not purged yet included, by incarnation.</summary>
    Task<IReadOnlyList<CorpusRow>> ListCorpora(CancellationToken cancellation = default);

    /// <summary>Marks a corpus as deleted and takes the epochs of all its writers away, in one transaction.</summary>
    Task<bool> FenceCorpus(long incarnation, CancellationToken cancellation = default);

    /// <summary>Removes every row of a fenced corpus, and its traces in the file.</summary>
    Task PurgeCorpus(long incarnation, CancellationToken cancellation = default);

    /// <summary>Opens a ledger under the next epoch; null where its corpus is deleted.</summary>
    Task<LedgerHead?> OpenLedger(long incarnation, int slice, CancellationToken cancellation = default);

    /// <summary>Where all ledgers of a corpus stand, by slice; those never opened are missing.</summary>
    Task<IReadOnlyList<LedgerPosition>> ReadPositions(long incarnation, CancellationToken cancellation = default);

    /// <summary>Appends a segment if the writer still holds its epoch and version; false where it was replaced.</summary>
    Task<bool> Append(SegmentAppend append);

    /// <summary>Segments after one sequence number up to another, in order.</summary>
    Task<IReadOnlyList<SegmentRow>> ReadSegments(SegmentRange range, CancellationToken cancellation = default);

    /// <summary>When a segment was committed and how many articles counted after it; null where it is not there.</summary>
    Task<SegmentMark?> ReadMark(long incarnation, int slice, long sequence, CancellationToken cancellation = default);

    /// <summary>The texts of a segment, packed; null where it has none.</summary>
    Task<byte[]?> ReadTexts(long incarnation, int slice, long sequence, CancellationToken cancellation = default);

    /// <summary>Puts another content in place of a segment's, keeping its number; false where the writer was replaced.</summary>
    Task<bool> RewriteSegment(SegmentRewrite rewrite);

    /// <summary>Adds and removes dead letters of a slice; false where the writer was replaced.</summary>
    Task<bool> WriteDeadLetters(DeadLetterWrite write);

    /// <summary>Dead letters by article id in the order of UTF-8 bytes.</summary>
    Task<IReadOnlyList<DeadLetterRow>> ReadDeadLetters(
        long incarnation, int? slice, int skip, int limit, CancellationToken cancellation = default);

    /// <summary>How many dead letters a corpus has.</summary>
    Task<long> CountDeadLetters(long incarnation, CancellationToken cancellation = default);

    /// <summary>Opens a tally under the next epoch; null where its corpus is deleted.</summary>
    Task<TallyHead?> OpenTally(long incarnation, int bucket, CancellationToken cancellation = default);

    /// <summary>Pages of a tally, all or those named, by number.</summary>
    Task<IReadOnlyList<PageRow>> ReadPages(
        long incarnation, int bucket, IReadOnlyCollection<int>? pages = null, CancellationToken cancellation = default);

    /// <summary>Saves pages and the vector that they stand at in one transaction; false where the writer was replaced.</summary>
    Task<bool> SaveTally(TallySave save);

    /// <summary>The saved vectors of all tallies, by bucket; those never saved are empty.</summary>
    Task<IReadOnlyList<TallyVector>> ReadVectors(long incarnation, CancellationToken cancellation = default);

    /// <summary>
    /// Writes a submission's row if nobody else has since it was read: its <see cref="SubmissionRow.Revision"/> is the one that
    /// stands, which then goes up by one. False where it is not, or the corpus is deleted.
    /// </summary>
    Task<bool> WriteSubmission(SubmissionRow submission, CancellationToken cancellation = default);

    /// <summary>Finds a submission.</summary>
    Task<SubmissionRow?> FindSubmission(long incarnation, string id, CancellationToken cancellation = default);

    /// <summary>The newest submissions of a corpus by stamp, the newest first; those of one stamp by id in the order of UTF-8 bytes.</summary>
    Task<IReadOnlyList<SubmissionRow>> ReadSubmissions(long incarnation, int limit = int.MaxValue, CancellationToken cancellation = default);

    /// <summary>Writes the marker of an article that is about to be read alone, in place of an earlier one; nothing where the corpus is deleted.</summary>
    Task Mark(long incarnation, ReadingMarker marker, CancellationToken cancellation = default);

    /// <summary>Removes the marker of an article that was read.</summary>
    Task Clear(long incarnation, int slice, string article, CancellationToken cancellation = default);

    /// <summary>The markers of a slice, or of all, by slice and article id in the order of UTF-8 bytes.</summary>
    Task<IReadOnlyList<ReadingMarker>> ReadMarkers(long incarnation, int? slice = null, CancellationToken cancellation = default);

    /// <summary>Ends when the store can be read and written.</summary>
    Task Ping(CancellationToken cancellation = default);
}
