namespace Simpul.Contracts;

/// <summary>
/// Takes batches in. A stateless worker: the key is a lane and means nothing else. A client uses <see cref="GrainKeys.Lanes"/> of them,
/// and others when the silos change.
/// </summary>
[Alias("simpul.IIngest")]
public interface IIngestGrain : IGrainWithIntegerKey
{
    /// <summary>
    /// Reads and commits a batch whose articles all belong to one slice, and answers once the batch is durable. A batch may be sent
    /// again after any failure: what is already there is answered as repeated.
    /// </summary>
    [Alias("Submit"), ResponseTimeout("00:00:15")]
    Task<BatchAnswer> Submit(ArticleBatch batch);

    /// <summary>
    /// The same for articles that are suspected of having ended silos: each is read alone, in a process of its own, and set aside as
    /// a dead letter when its reading has ended that process three times.
    /// </summary>
    [Alias("SubmitApart"), ResponseTimeout("00:05:00")]
    Task<BatchAnswer> SubmitApart(ArticleBatch batch);
}

/// <summary>Articles of one slice of one corpus, sent in one run.</summary>
[GenerateSerializer, Immutable, Alias("simpul.article-batch")]
public sealed record ArticleBatch
{
    /// <summary>The corpus.</summary>
    [Id(0)] public required CorpusRef Corpus { get; init; }

    /// <summary>The slice that all of <see cref="Articles"/> belong to.</summary>
    [Id(1)] public required int Slice { get; init; }

    /// <summary>The run's stamp; the same in all its batches, retries and resumes.</summary>
    [Id(2)] public required SubmissionStamp Stamp { get; init; }

    /// <summary>The articles, at most <see cref="Limits.MaxBatchArticles"/>.</summary>
    [Id(3)] public required SubmittedArticle[] Articles { get; init; }
}

/// <summary>Orders the runs that submit, edit and retract: the version of an article with the highest (stamp, position) is current.</summary>
/// <param name="Time">When the run began, in microseconds of Unix time.</param>
/// <param name="Salt">A random number that tells two runs of one microsecond apart.</param>
[GenerateSerializer, Immutable, Alias("simpul.stamp")]
public readonly record struct SubmissionStamp([property: Id(0)] long Time, [property: Id(1)] int Salt) : IComparable<SubmissionStamp>
{
    /// <summary>The stamp of a run that begins now.</summary>
    public static SubmissionStamp Now(TimeProvider clock) =>
        new((clock.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond, Random.Shared.Next());

    /// <inheritdoc/>
    public int CompareTo(SubmissionStamp other) => Time != other.Time ? Time.CompareTo(other.Time) : Salt.CompareTo(other.Salt);

    /// <summary>The earlier of two runs.</summary>
    public static bool operator <(SubmissionStamp a, SubmissionStamp b) => a.CompareTo(b) < 0;

    /// <summary>The later of two runs.</summary>
    public static bool operator >(SubmissionStamp a, SubmissionStamp b) => a.CompareTo(b) > 0;

    /// <summary>The earlier of two runs, or the same.</summary>
    public static bool operator <=(SubmissionStamp a, SubmissionStamp b) => a.CompareTo(b) <= 0;

    /// <summary>The later of two runs, or the same.</summary>
    public static bool operator >=(SubmissionStamp a, SubmissionStamp b) => a.CompareTo(b) >= 0;
}

/// <summary>An article as it is submitted.</summary>
[GenerateSerializer, Immutable, Alias("simpul.article")]
public sealed record SubmittedArticle
{
    /// <summary>Its id, at most <see cref="Limits.MaxIdBytes"/> bytes of UTF-8.</summary>
    [Id(0)] public required string Id { get; init; }

    /// <summary>Its text.</summary>
    [Id(1)] public required string Text { get; init; }

    /// <summary>Its headline, or null.</summary>
    [Id(2)] public string? Title { get; init; }

    /// <summary>Its date of publication as far as known (<c>2026-02-05</c>, <c>2026-02</c>, <c>2026</c>), or null.</summary>
    [Id(3)] public string? Published { get; init; }

    /// <summary>ISO 639-1 code, or null to have it detected.</summary>
    [Id(4)] public string? Language { get; init; }

    /// <summary>Its medium, or null.</summary>
    [Id(5)] public string? Source { get; init; }

    /// <summary>Its address, or null.</summary>
    [Id(6)] public string? Url { get; init; }

    /// <summary>Its position in the run's input, from zero: of two versions in one run the later one is current.</summary>
    [Id(7)] public required int Position { get; init; }
}

/// <summary>What became of a batch; durable.</summary>
[GenerateSerializer, Immutable, Alias("simpul.batch-answer")]
public sealed record BatchAnswer
{
    /// <summary>What became of each article, in the order of the batch.</summary>
    [Id(0)] public required ArticleAnswer[] Articles { get; init; }
}

/// <summary>What became of one submitted article.</summary>
/// <param name="Outcome">What.</param>
/// <param name="Reason">Why it was rejected.</param>
/// <param name="Message">The same in words, with the numbers; null unless rejected.</param>
[GenerateSerializer, Immutable, Alias("simpul.article-answer")]
public readonly record struct ArticleAnswer(
    [property: Id(0)] ArticleOutcome Outcome,
    [property: Id(1)] RejectReason Reason = RejectReason.None,
    [property: Id(2)] string? Message = null);

/// <summary>What became of one submitted article.</summary>
public enum ArticleOutcome
{
    /// <summary>Its id was not there; it counts now.</summary>
    New = 0,

    /// <summary>The same content is there already; nothing changed.</summary>
    Repeated = 1,

    /// <summary>Its id was there with other content; it counts now in the old one's place.</summary>
    Edited = 2,

    /// <summary>A later version, or a later retraction, is there; nothing changed.</summary>
    Older = 3,

    /// <summary>It cannot be taken; nothing changed.</summary>
    Rejected = 4,
}

/// <summary>Why an article was rejected.</summary>
public enum RejectReason
{
    /// <summary>It was not.</summary>
    None = 0,

    /// <summary>No id.</summary>
    IdMissing = 1,

    /// <summary>The id is longer than <see cref="Limits.MaxIdBytes"/>.</summary>
    IdTooLong = 2,

    /// <summary>The id holds a control character or half a surrogate pair.</summary>
    IdInvalid = 3,

    /// <summary>No text, or white space alone.</summary>
    TextMissing = 4,

    /// <summary>The text is longer than the silo takes.</summary>
    TextTooLong = 5,

    /// <summary>Title, source or address are longer than <see cref="Limits.MaxFieldLength"/>.</summary>
    FieldTooLong = 6,

    /// <summary>The article belongs to another slice than its batch.</summary>
    WrongSlice = 7,

    /// <summary>Reading it failed; it is kept as a dead letter.</summary>
    ReadingFailed = 8,

    /// <summary>The date of publication is none.</summary>
    DateInvalid = 9,
}
