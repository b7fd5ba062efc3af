using System.Collections.Concurrent;

namespace Simpul.Grains.Metering;

/// <summary>How long a ledger's commits wait for its tallies. Told by the ledger, asked for by whoever watches.</summary>
internal sealed class TallyLag : IDisposable
{
    // Of the commits that no tally counts the oldest matters; so many are remembered that catching up shows.
    private const int MaxCommits = 4096;

    private static readonly ConcurrentDictionary<TallyLag, bool> s_all = new();

    private readonly TimeProvider _clock;
    private readonly Queue<(long Version, long Committed)> _commits = new();

    public TallyLag(TimeProvider clock)
    {
        _clock = clock;
        s_all[this] = true;
    }

    /// <summary>How long the oldest of the commits that are not counted waits.</summary>
    public TimeSpan Age
    {
        get
        {
            lock (_commits) return _commits.TryPeek(out var oldest) ? _clock.GetElapsedTime(oldest.Committed) : TimeSpan.Zero;
        }
    }

    public static double Longest() => s_all.Keys.Select(static l => l.Age.TotalSeconds).DefaultIfEmpty().Max();

    public static int Count() => s_all.Count;

    public void Committed(long version)
    {
        lock (_commits)
            if (_commits.Count < MaxCommits) _commits.Enqueue((version, _clock.GetTimestamp()));
    }

    /// <summary>All tallies have counted up to a version.</summary>
    public void Counted(long version)
    {
        lock (_commits)
            while (_commits.TryPeek(out var oldest) && oldest.Version <= version) _commits.Dequeue();
    }

    public void Dispose() => s_all.TryRemove(this, out _);
}
