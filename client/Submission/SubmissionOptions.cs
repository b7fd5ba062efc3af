using Simpul.Contracts;

namespace Simpul.Client.Submission;

/// <summary>How articles travel.</summary>
internal sealed record SubmissionOptions
{
    public const int DefaultBatch = 64;
    public const int DefaultInFlight = 32;

    /// <summary>The most articles of a batch.</summary>
    public int Batch { get; init; } = DefaultBatch;

    /// <summary>The most batches that are under way at once, beside those that are held up.</summary>
    public int InFlight { get; init; } = DefaultInFlight;

    /// <summary>How long a batch is sent again before the run is given up.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The most characters of text that wait for their batch to fill, or to go.</summary>
    public long Waiting { get; init; } = 16L << 20;

    /// <summary>The most articles that wait for their batch to fill, or to go.</summary>
    public int WaitingArticles { get; init; } = 1 << 16;

    /// <summary>The most characters of text under way at once; a single longer article goes alone.</summary>
    public long TextInFlight { get; init; } = 16L << 20;

    /// <summary>Where a batch ends, in characters of text.</summary>
    public long BatchText { get; init; } = Limits.BatchTextLength;
}
