namespace Simpul.Contracts;

/// <summary>A corpus and which of the corpora that ever had its name: an incarnation is never used twice.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Incarnation">Its number in the store.</param>
[GenerateSerializer, Immutable, Alias("simpul.corpus-ref")]
public readonly record struct CorpusRef([property: Id(0)] string Name, [property: Id(1)] long Incarnation)
{
    /// <summary>True for names that a corpus may have: 1 to 64 ASCII letters, digits, <c>-</c>, <c>_</c>, <c>.</c>, beginning with a letter or digit.</summary>
    public static bool IsName(string? name) =>
        name is { Length: > 0 and <= Limits.MaxCorpusName } && char.IsAsciiLetterOrDigit(name[0])
        && name.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');
}

/// <summary>A corpus as the catalogue knows it.</summary>
[GenerateSerializer, Immutable, Alias("simpul.corpus-info")]
public sealed record CorpusInfo
{
    /// <summary>Its name and incarnation: what all other calls take.</summary>
    [Id(0)] public required CorpusRef Corpus { get; init; }

    /// <summary>Into how many slices its articles are split; fixed when it was made.</summary>
    [Id(1)] public required int Slices { get; init; }

    /// <summary>Into how many buckets its actors and countries are split; fixed when it was made.</summary>
    [Id(2)] public required int Buckets { get; init; }

    /// <summary>When it was made, UTC.</summary>
    [Id(3)] public required DateTime Created { get; init; }

    /// <summary>Articles that count now.</summary>
    [Id(4)] public required long Articles { get; init; }

    /// <summary>The slice of an article.</summary>
    public int SliceOf(string articleId) => Slicing.SliceOf(articleId, Slices);
}

/// <summary>How a new corpus is laid out. Zero takes the silo's default.</summary>
[GenerateSerializer, Immutable, Alias("simpul.corpus-layout")]
public sealed record CorpusLayout
{
    /// <summary>Slices: a power of two of about eight for each core the cluster will have.</summary>
    [Id(0)] public int Slices { get; init; }

    /// <summary>Buckets: about a quarter of the slices.</summary>
    [Id(1)] public int Buckets { get; init; }
}
