namespace Simpul.Contracts;

/// <summary>One article, activated when it is asked for. Key: <see cref="GrainKeys.Article"/>.</summary>
[Alias("simpul.IArticle")]
public interface IArticleGrain : IGrainWithStringKey
{
    /// <summary>Its record, text and history; null where the corpus never had it.</summary>
    [Alias("Get")]
    Task<ArticleView?> Get();

    /// <summary>Submits or edits it alone.</summary>
    [Alias("Submit")]
    Task<ArticleAnswer> Submit(SubmittedArticle article, SubmissionStamp stamp);

    /// <summary>
    /// Retracts it: its part leaves every total and its text is removed. True when it counted before. Its record stays in the
    /// segments until a compaction.
    /// </summary>
    [Alias("Retract")]
    Task<bool> Retract(SubmissionStamp stamp);
}

/// <summary>An article with what was read in it.</summary>
[GenerateSerializer, Immutable, Alias("simpul.article-view")]
public sealed record ArticleView
{
    /// <summary>Its id.</summary>
    [Id(0)] public required string Id { get; init; }

    /// <summary>The current record, encoded by <see cref="Simpul.Text.RecordCodec"/>; null when it is retracted.</summary>
    [Id(1)] public byte[]? Record { get; init; }

    /// <summary>The current text; null when it is retracted.</summary>
    [Id(2)] public string? Text { get; init; }

    /// <summary>All its versions, oldest commit first.</summary>
    [Id(3)] public required ArticleVersion[] History { get; init; }
}

/// <summary>One version of an article.</summary>
[GenerateSerializer, Immutable, Alias("simpul.article-version")]
public sealed record ArticleVersion
{
    /// <summary>The run that sent it.</summary>
    [Id(0)] public required SubmissionStamp Stamp { get; init; }

    /// <summary>Its position in that run.</summary>
    [Id(1)] public required int Position { get; init; }

    /// <summary>The hash of its content, 32 hexadecimal digits; null for a retraction.</summary>
    [Id(2)] public string? ContentHash { get; init; }

    /// <summary>True for a retraction.</summary>
    [Id(3)] public required bool IsRetraction { get; init; }

    /// <summary>When it was committed, UTC.</summary>
    [Id(4)] public required DateTime Committed { get; init; }

    /// <summary>True for the one that counts now.</summary>
    [Id(5)] public required bool IsCurrent { get; init; }
}
