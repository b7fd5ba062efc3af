using Orleans.Concurrency;

namespace Simpul.Contracts;

/// <summary>The single writer of one slice of a corpus. Key: <see cref="GrainKeys.Ledger"/>.</summary>
[Alias("simpul.ILedger")]
public interface ILedgerGrain : IGrainWithStringKey
{
    /// <summary>How each of these versions has to be read before it is appended.</summary>
    [Alias("Examine"), AlwaysInterleave, ResponseTimeout("00:00:10")]
    Task<ReadingNeed[]> Examine(ArticleKey[] articles);

    /// <summary>Appends versions; answers once they are durable.</summary>
    [Alias("Append"), ResponseTimeout("00:00:10")]
    Task<AppendOutcome[]> Append(LedgerItem[] items);

    /// <summary>Where the current records of articles are; a zero sequence where none counts.</summary>
    [Alias("Locate"), AlwaysInterleave]
    Task<RecordPlace[]> Locate(string[] articleIds);

    /// <summary>Where the current record of an article is, and all its versions.</summary>
    [Alias("Find"), AlwaysInterleave]
    Task<LedgerFind> Find(string articleId);

    /// <summary>A tally says where it stands: what it misses is sent at once.</summary>
    [Alias("Sync"), AlwaysInterleave]
    Task Sync(int bucket, long position);

    /// <summary>Erases records that no longer count, below the given sequence number; answers how many.</summary>
    [Alias("Compact"), ResponseTimeout("00:05:00")]
    Task<long> Compact(long below);

    /// <summary>Lets go of its slice: its corpus is deleted.</summary>
    [Alias("Close")]
    Task Close();
}

/// <summary>A version of an article without its content.</summary>
/// <param name="Id">The first half of the id's hash.</param>
/// <param name="Id2">The second half.</param>
/// <param name="Content">The content's hash.</param>
/// <param name="Stamp">The run.</param>
/// <param name="Position">The position in the run.</param>
[GenerateSerializer, Immutable, Alias("simpul.article-key")]
public readonly record struct ArticleKey(
    [property: Id(0)] ulong Id,
    [property: Id(1)] ulong Id2,
    [property: Id(2)] UInt128 Content,
    [property: Id(3)] SubmissionStamp Stamp,
    [property: Id(4)] int Position);

/// <summary>Whether a version must be read.</summary>
public enum ReadingNeed : byte
{
    /// <summary>It is there already, or outdated.</summary>
    None = 0,

    /// <summary>It must.</summary>
    Read = 1,

    /// <summary>It must, and its reading has ended a process before.</summary>
    ReadApart = 2,
}

/// <summary>What an item asks of a ledger.</summary>
public enum LedgerItemKind : byte
{
    /// <summary>A version with its record.</summary>
    Version = 0,

    /// <summary>A version that seemed to be there already.</summary>
    Repeat = 1,

    /// <summary>A retraction.</summary>
    Retraction = 2,

    /// <summary>A version that could not be read.</summary>
    DeadLetter = 3,
}

/// <summary>One item of an append.</summary>
[GenerateSerializer, Immutable, Alias("simpul.ledger-item")]
public sealed record LedgerItem
{
    /// <summary>What it asks.</summary>
    [Id(0)] public required LedgerItemKind Kind { get; init; }

    /// <summary>Hashes and order.</summary>
    [Id(1)] public required ArticleKey Key { get; init; }

    /// <summary>The article's id.</summary>
    [Id(2)] public required string ArticleId { get; init; }

    /// <summary>The encoded record, of a version.</summary>
    [Id(3)] public byte[] Record { get; init; } = [];

    /// <summary>The text in UTF-8, of a version; the whole article with its stamp as JSON, of a dead letter.</summary>
    [Id(4)] public byte[] Text { get; init; } = [];

    /// <summary>What each bucket's tally has to count, of a version.</summary>
    [Id(5)] public byte[][] Facts { get; init; } = [];

    /// <summary>Why it could not be read, of a dead letter.</summary>
    [Id(6)] public string? Error { get; init; }
}

/// <summary>What became of an item.</summary>
public enum AppendOutcome : byte
{
    /// <summary>A version of an article that was not there.</summary>
    New = 0,

    /// <summary>The same content is there.</summary>
    Repeated = 1,

    /// <summary>A version in place of another.</summary>
    Edited = 2,

    /// <summary>A later version or retraction is there.</summary>
    Older = 3,

    /// <summary>It seemed to be a repeat but is not any more: append it with its record.</summary>
    ReadAgain = 4,

    /// <summary>Retracted.</summary>
    Retracted = 5,

    /// <summary>There was nothing to retract.</summary>
    NotThere = 6,

    /// <summary>Kept as a dead letter.</summary>
    DeadLettered = 7,
}

/// <summary>Where a record is.</summary>
/// <param name="Sequence">Its segment; zero for none.</param>
/// <param name="Index">Its index in it.</param>
[GenerateSerializer, Immutable, Alias("simpul.record-place")]
public readonly record struct RecordPlace([property: Id(0)] long Sequence, [property: Id(1)] int Index)
{
    /// <summary>True for no place.</summary>
    public bool IsNone => Sequence == 0;
}

/// <summary>What a ledger knows of an article.</summary>
[GenerateSerializer, Immutable, Alias("simpul.ledger-find")]
public sealed record LedgerFind
{
    /// <summary>Where its current record is.</summary>
    [Id(0)] public required RecordPlace Place { get; init; }

    /// <summary>Its versions, oldest commit first.</summary>
    [Id(1)] public required ArticleVersion[] History { get; init; }
}
