namespace Simpul.Storage;

/// <summary>A corpus.</summary>
/// <param name="Incarnation">Its number, never used twice.</param>
/// <param name="Name">Its name.</param>
/// <param name="Slices">How many ledgers it has.</param>
/// <param name="Buckets">How many tallies it has.</param>
/// <param name="Created">When it was made, UTC.</param>
/// <param name="IsDeleted">True from its deletion until its rows are purged.</param>
public sealed record CorpusRow(long Incarnation, string Name, int Slices, int Buckets, DateTime Created, bool IsDeleted);

/// <summary>A ledger as its new writer finds it.</summary>
/// <param name="Epoch">The epoch that the writer now holds.</param>
/// <param name="Version">The sequence number of its last segment; zero for none.</param>
/// <param name="Articles">How many articles count.</param>
public sealed record LedgerHead(long Epoch, long Version, long Articles);

/// <summary>Where a ledger stands.</summary>
/// <param name="Slice">Its slice.</param>
/// <param name="Version">The sequence number of its last segment; zero for none.</param>
/// <param name="Articles">How many articles count.</param>
public readonly record struct LedgerPosition(int Slice, long Version, long Articles);

/// <summary>A segment to append.</summary>
public sealed record SegmentAppend
{
    /// <summary>The corpus.</summary>
    public required long Incarnation { get; init; }

    /// <summary>The slice.</summary>
    public required int Slice { get; init; }

    /// <summary>The writer's epoch.</summary>
    public required long Epoch { get; init; }

    /// <summary>The last sequence number that the writer knows; the segment gets the next one.</summary>
    public required long Version { get; init; }

    /// <summary>How many articles count after it.</summary>
    public required long Articles { get; init; }

    /// <summary>When it is committed, UTC.</summary>
    public required DateTime Committed { get; init; }

    /// <summary>What it says of its articles.</summary>
    public required byte[] Entries { get; init; }

    /// <summary>The records, packed by <see cref="Bundle"/>; empty where it has none.</summary>
    public required byte[] Records { get; init; }

    /// <summary>The texts, packed by <see cref="Bundle"/>; null where it has none.</summary>
    public byte[]? Texts { get; init; }

    /// <summary>Texts of earlier segments that go at once.</summary>
    public IReadOnlyList<TextPosition> Erased { get; init; } = [];
}

/// <summary>Where a text is.</summary>
/// <param name="Sequence">Its segment.</param>
/// <param name="Index">Its index in it.</param>
public readonly record struct TextPosition(long Sequence, int Index);

/// <summary>Which segments to read.</summary>
/// <param name="Incarnation">The corpus.</param>
/// <param name="Slice">The slice.</param>
/// <param name="After">Sequence number before the first.</param>
/// <param name="To">Sequence number of the last.</param>
/// <param name="Limit">The most segments.</param>
/// <param name="WithRecords">Whether the records are wanted beside the entries.</param>
/// <param name="NewestFirst">Whether to begin with the last.</param>
public sealed record SegmentRange(
    long Incarnation, int Slice, long After, long To, int Limit = int.MaxValue, bool WithRecords = false, bool NewestFirst = false);

/// <summary>A segment.</summary>
/// <param name="Sequence">Its number.</param>
/// <param name="Articles">How many articles counted after it.</param>
/// <param name="Committed">When it was committed, UTC.</param>
/// <param name="Entries">What it says of its articles.</param>
/// <param name="Records">The records, packed; empty where they were not asked for.</param>
public sealed record SegmentRow(long Sequence, long Articles, DateTime Committed, byte[] Entries, byte[] Records);

/// <summary>When a segment was committed and how many articles counted after it.</summary>
/// <param name="Articles">How many articles counted after it.</param>
/// <param name="Committed">When it was committed, UTC.</param>
public readonly record struct SegmentMark(long Articles, DateTime Committed);

/// <summary>A segment's new content.</summary>
/// <param name="Incarnation">The corpus.</param>
/// <param name="Slice">The slice.</param>
/// <param name="Epoch">The writer's epoch.</param>
/// <param name="Sequence">The segment's number.</param>
/// <param name="Entries">Its new entries.</param>
/// <param name="Records">Its new records, packed.</param>
public sealed record SegmentRewrite(long Incarnation, int Slice, long Epoch, long Sequence, byte[] Entries, byte[] Records);

/// <summary>A tally as its new writer finds it.</summary>
/// <param name="Epoch">The epoch that the writer now holds.</param>
/// <param name="Vector">The sequence number of each slice up to which it has counted; empty for a new one.</param>
public sealed record TallyHead(long Epoch, byte[] Vector);

/// <summary>A tally's saved vector.</summary>
/// <param name="Bucket">Its bucket.</param>
/// <param name="Vector">The vector; empty for one never saved.</param>
public sealed record TallyVector(int Bucket, byte[] Vector);

/// <summary>A page of a tally.</summary>
/// <param name="Page">Its number.</param>
/// <param name="Content">Its content, compressed; empty removes the page.</param>
public readonly record struct PageRow(int Page, byte[] Content);

/// <summary>What a tally saves.</summary>
/// <param name="Incarnation">The corpus.</param>
/// <param name="Bucket">The bucket.</param>
/// <param name="Epoch">The writer's epoch.</param>
/// <param name="Vector">The vector that all its pages stand at.</param>
/// <param name="Pages">The pages that changed.</param>
public sealed record TallySave(long Incarnation, int Bucket, long Epoch, byte[] Vector, IReadOnlyList<PageRow> Pages);

/// <summary>An article that could not be read.</summary>
/// <param name="Slice">Its slice.</param>
/// <param name="Article">Its id.</param>
/// <param name="Reason">What went wrong.</param>
/// <param name="When">When, UTC.</param>
/// <param name="Content">The article, so that it can be read again.</param>
public sealed record DeadLetterRow(int Slice, string Article, string Reason, DateTime When, byte[] Content);

/// <summary>Dead letters that come and go.</summary>
/// <param name="Incarnation">The corpus.</param>
/// <param name="Slice">The slice.</param>
/// <param name="Epoch">The writer's epoch.</param>
/// <param name="Added">Those to add or replace.</param>
/// <param name="Removed">Ids of those that were read after all.</param>
public sealed record DeadLetterWrite(
    long Incarnation, int Slice, long Epoch, IReadOnlyList<DeadLetterRow> Added, IReadOnlyList<string> Removed);
