namespace Simpul.Contracts;

/// <summary>Article grains at bulk: a stateless worker, one a core, that reads chunks of articles on the silo that received them.</summary>
[Alias("simpul.IArticleReader")]
public interface IArticleReaderGrain : IGrainWithIntegerKey
{
    /// <summary>Reads articles; one that cannot be read has an error in its place.</summary>
    [Alias("Read")]
    Task<ReadArticle[]> Read(SubmittedArticle[] articles, int buckets);
}

/// <summary>What was read in an article.</summary>
[GenerateSerializer, Immutable, Alias("simpul.read-article")]
public sealed record ReadArticle
{
    /// <summary>The encoded record; empty where reading failed.</summary>
    [Id(0)] public byte[] Record { get; init; } = [];

    /// <summary>What each bucket's tally has to count, by bucket; empty where it has nothing.</summary>
    [Id(1)] public byte[][] Facts { get; init; } = [];

    /// <summary>Why reading failed, or null.</summary>
    [Id(2)] public string? Error { get; init; }

    /// <summary>True where it failed since its reading ended the process that read it.</summary>
    [Id(3)] public bool EndsReaders { get; init; }
}
