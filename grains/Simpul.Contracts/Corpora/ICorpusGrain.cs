namespace Simpul.Contracts;

/// <summary>One corpus: its progress, freshness, submissions and dead letters. Key: <see cref="GrainKeys.Corpus"/>.</summary>
[Alias("simpul.ICorpus")]
public interface ICorpusGrain : IGrainWithStringKey
{
    /// <summary>How far the corpus is.</summary>
    [Alias("Status")]
    Task<CorpusStatus> Status();

    /// <summary>
    /// Waits until everything committed when the call arrives is included in all tallies, for at most <paramref name="atMost"/>
    /// (capped at 20 s: call again). <see cref="AsOf.IsFresh"/> of the answer says whether it is.
    /// </summary>
    [Alias("WaitIncluded"), ResponseTimeout("00:00:40")]
    Task<AsOf> WaitIncluded(TimeSpan atMost);

    /// <summary>Articles that could not be read, by id.</summary>
    [Alias("DeadLetters")]
    Task<DeadLetter[]> DeadLetters(int skip, int limit);

    /// <summary>
    /// Reads articles again that could not be read, each apart from all others, under the stamp and position that they came with.
    /// One that can be read counts, and its letter goes. Takes at most <see cref="Limits.MaxRetriedLetters"/> ids; of one without
    /// a letter the outcome is null.
    /// </summary>
    [Alias("RetryDeadLetters"), ResponseTimeout("00:10:00")]
    Task<RetriedLetter[]> RetryDeadLetters(string[] articleIds);

    /// <summary>The submissions of the corpus, the newest first.</summary>
    [Alias("Submissions")]
    Task<SubmissionInfo[]> Submissions(int limit);

    /// <summary>
    /// Begins a submission, or goes on with one that has no client any more. Null where that one was written since it was seen:
    /// look again.
    /// </summary>
    [Alias("BeginSubmission")]
    Task<SubmissionInfo?> BeginSubmission(SubmissionStart start);

    /// <summary>
    /// Keeps how far a submission is. The answer's <see cref="SubmissionInfo.Phase"/> tells the client to end where it is
    /// <see cref="SubmissionPhase.Stopping"/>, and its <see cref="SubmissionInfo.Client"/> where another has taken over. Null where
    /// there is none of the id.
    /// </summary>
    [Alias("ReportSubmission")]
    Task<SubmissionInfo?> ReportSubmission(SubmissionReport report);

    /// <summary>Asks the client of a submission to end it; null where there is none of the id.</summary>
    [Alias("StopSubmission")]
    Task<SubmissionInfo?> StopSubmission(string id);

    /// <summary>
    /// Removes what retracted and superseded versions left in the segments. Waits until all tallies have passed; answers how many
    /// records were erased.
    /// </summary>
    [Alias("Compact"), ResponseTimeout("00:05:00")]
    Task<long> Compact();
}

/// <summary>How fresh an answer is.</summary>
[GenerateSerializer, Immutable, Alias("simpul.as-of")]
public sealed record AsOf
{
    /// <summary>Articles that are committed, and so will count.</summary>
    [Id(0)] public required long Committed { get; init; }

    /// <summary>Of those, articles included in every tally that was asked.</summary>
    [Id(1)] public required long Included { get; init; }

    /// <summary>The age of the oldest commit that some tally does not include yet; null when all do.</summary>
    [Id(2)] public TimeSpan? OldestLag { get; init; }

    /// <summary>How many tallies did not answer: their part is missing from the answer.</summary>
    [Id(3)] public int SilentTallies { get; init; }

    /// <summary>True when everything committed is in the answer.</summary>
    public bool IsFresh => OldestLag is null && SilentTallies == 0;
}

/// <summary>How far a corpus is.</summary>
[GenerateSerializer, Immutable, Alias("simpul.corpus-status")]
public sealed record CorpusStatus
{
    /// <summary>The corpus.</summary>
    [Id(0)] public required CorpusInfo Corpus { get; init; }

    /// <summary>How fresh its totals are.</summary>
    [Id(1)] public required AsOf AsOf { get; init; }

    /// <summary>Current articles by the language pack that read them, oldest pack first by ordinal.</summary>
    [Id(2)] public required PackCount[] Packs { get; init; }

    /// <summary>The pack that this silo reads with.</summary>
    [Id(3)] public required string CurrentPack { get; init; }

    /// <summary>Articles that could not be read.</summary>
    [Id(4)] public required long DeadLetters { get; init; }

    /// <summary>Distinct countries named.</summary>
    [Id(5)] public required long Countries { get; init; }

    /// <summary>Distinct actors named.</summary>
    [Id(6)] public required long Actors { get; init; }

    /// <summary>Asserted events.</summary>
    [Id(7)] public required long Events { get; init; }

    /// <summary>First day of publication, as far as known, or null.</summary>
    [Id(8)] public string? FirstDay { get; init; }

    /// <summary>Last day of publication, as far as known, or null.</summary>
    [Id(9)] public string? LastDay { get; init; }

    /// <summary>Articles without a date.</summary>
    [Id(10)] public required long Undated { get; init; }

    /// <summary>Articles by language, most first.</summary>
    [Id(11)] public required NamedCount[] Languages { get; init; }
}

/// <summary>How many articles one language pack read.</summary>
/// <param name="Pack">The pack's version.</param>
/// <param name="Articles">How many.</param>
[GenerateSerializer, Immutable, Alias("simpul.pack-count")]
public sealed record PackCount([property: Id(0)] string Pack, [property: Id(1)] long Articles);

/// <summary>A name and how often.</summary>
/// <param name="Name">The name.</param>
/// <param name="Count">How often.</param>
[GenerateSerializer, Immutable, Alias("simpul.named-count")]
public sealed record NamedCount([property: Id(0)] string Name, [property: Id(1)] long Count);

/// <summary>An article that could not be read; the others of its batch were.</summary>
[GenerateSerializer, Immutable, Alias("simpul.dead-letter")]
public sealed record DeadLetter
{
    /// <summary>The article's id.</summary>
    [Id(0)] public required string Id { get; init; }

    /// <summary>What went wrong.</summary>
    [Id(1)] public required string Reason { get; init; }

    /// <summary>When, UTC.</summary>
    [Id(2)] public required DateTime When { get; init; }
}

/// <summary>A dead letter that was tried again.</summary>
/// <param name="Id">The article's id.</param>
/// <param name="Answer">What became of the article; null where it has no letter.</param>
[GenerateSerializer, Immutable, Alias("simpul.retried-letter")]
public sealed record RetriedLetter([property: Id(0)] string Id, [property: Id(1)] ArticleAnswer? Answer);
