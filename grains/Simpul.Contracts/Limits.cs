namespace Simpul.Contracts;

/// <summary>What a cluster takes in. An article beyond a limit is rejected alone, with its reason; a batch beyond one is refused.</summary>
public static class Limits
{
    /// <summary>The longest article id, in bytes of UTF-8.</summary>
    public const int MaxIdBytes = 512;

    /// <summary>The longest article text, in bytes of UTF-8: 8 MiB. A silo's own limit may be lower (1 MiB unless configured).</summary>
    public const int MaxTextBytes = 8 << 20;

    /// <summary>The text limit of a silo that is not configured otherwise: 1 MiB of UTF-8.</summary>
    public const int DefaultTextBytes = 1 << 20;

    /// <summary>The longest title, source and address each, in UTF-16 code units.</summary>
    public const int MaxFieldLength = 4096;

    /// <summary>The most articles in one batch. Good throughput starts at 16; above 64 only the latency grows.</summary>
    public const int MaxBatchArticles = 256;

    /// <summary>Where a client should end a batch, in UTF-16 code units of text; a single longer article is a batch of its own.</summary>
    public const int BatchTextLength = 256 << 10;

    /// <summary>The longest corpus name, in characters.</summary>
    public const int MaxCorpusName = 64;

    /// <summary>The most slices (ledgers) of a corpus.</summary>
    public const int MaxSlices = 4096;

    /// <summary>The most buckets (tallies) of a corpus.</summary>
    public const int MaxBuckets = 1024;

    /// <summary>The most rows of one answer; more come in pages.</summary>
    public const int MaxPage = 10_000;

    /// <summary>The most dead letters that one call tries again.</summary>
    public const int MaxRetriedLetters = 16;
}
