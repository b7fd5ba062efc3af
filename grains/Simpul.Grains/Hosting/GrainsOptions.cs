using Simpul.Contracts;

namespace Simpul.Grains.Hosting;

/// <summary>Limits and rhythms of the grains.</summary>
public sealed class GrainsOptions
{
    /// <summary>The longest article text, in bytes of UTF-8, at most <see cref="Limits.MaxTextBytes"/>. Default: 1 MiB.</summary>
    public int MaxTextBytes { get; set; } = Limits.DefaultTextBytes;

    /// <summary>Slices of a corpus that is made without a number of its own. Default: 16.</summary>
    public int DefaultSlices { get; set; } = 16;

    /// <summary>Buckets of a corpus that is made without a number of its own. Default: 4.</summary>
    public int DefaultBuckets { get; set; } = 4;

    /// <summary>Articles that a silo has in work before further batches wait. Default: 4,096.</summary>
    public int MaxArticlesInFlight { get; set; } = 4096;

    /// <summary>UTF-16 code units of text that a silo has in work before further batches wait. Default: 32 Mi.</summary>
    public long MaxTextInFlight { get; set; } = 32 << 20;

    /// <summary>Articles that wait for their turn before further batches are refused. Default: 8,192.</summary>
    public int MaxArticlesWaiting { get; set; } = 8192;

    /// <summary>UTF-16 code units of text that wait for their turn before further batches are refused. Default: 64 Mi.</summary>
    public long MaxTextWaiting { get; set; } = 64 << 20;

    /// <summary>How long a batch waits for its turn before the silo says that it is overloaded. Default: 5 seconds.</summary>
    public TimeSpan MaxQueueTime { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How many articles a reader is handed at once: so few that a turn stays short. Default: 16.</summary>
    public int ChunkSize { get; set; } = 16;

    /// <summary>Bytes of differences that a ledger keeps for slow tallies before it makes them anew from its segments. Default: 16 MiB.</summary>
    public long MaxPendingBytes { get; set; } = 16 << 20;

    /// <summary>How long a busy tally goes without saving; an idle one saves at once. Default: 15 seconds.</summary>
    public TimeSpan SaveInterval { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How often a tally tells its country and actor grains what changed. Default: 1 second.</summary>
    public TimeSpan PushInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Bytes of segments that a silo keeps unpacked for exports, articles and evidence. Default: 64 MiB.</summary>
    public long SegmentCacheBytes { get; set; } = 64 << 20;

    /// <summary>What makes no sense, with the setting's name and the remedy.</summary>
    public IEnumerable<string> Validate()
    {
        if (MaxTextBytes is < 1 or > Limits.MaxTextBytes) yield return $"{nameof(MaxTextBytes)} must be from 1 to {Limits.MaxTextBytes}.";
        if (DefaultSlices is < 1 or > Limits.MaxSlices) yield return $"{nameof(DefaultSlices)} must be from 1 to {Limits.MaxSlices}.";
        if (DefaultBuckets is < 1 or > Limits.MaxBuckets) yield return $"{nameof(DefaultBuckets)} must be from 1 to {Limits.MaxBuckets}.";
        if (MaxArticlesInFlight < 1) yield return $"{nameof(MaxArticlesInFlight)} must be at least 1.";
        if (MaxTextInFlight < 1) yield return $"{nameof(MaxTextInFlight)} must be at least 1.";
        if (MaxArticlesWaiting < 0) yield return $"{nameof(MaxArticlesWaiting)} must be at least 0.";
        if (MaxTextWaiting < 0) yield return $"{nameof(MaxTextWaiting)} must be at least 0.";
        if (MaxQueueTime <= TimeSpan.Zero) yield return $"{nameof(MaxQueueTime)} must be longer than zero.";
        if (ChunkSize is < 1 or > Limits.MaxBatchArticles) yield return $"{nameof(ChunkSize)} must be from 1 to {Limits.MaxBatchArticles}.";
        if (SaveInterval <= TimeSpan.Zero) yield return $"{nameof(SaveInterval)} must be longer than zero.";
        if (PushInterval < TimeSpan.FromMilliseconds(100)) yield return $"{nameof(PushInterval)} must be at least 100 ms.";
    }
}
