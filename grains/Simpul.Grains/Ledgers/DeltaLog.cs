using Simpul.Contracts;
using Simpul.Grains.Counting;
using Simpul.Storage;
using Simpul.Text;

namespace Simpul.Grains.Ledgers;

/// <summary>One article's facts that a segment adds or takes away, by bucket.</summary>
internal readonly record struct FactChange(byte[][] Facts, bool IsRemoved);

/// <summary>
/// What each segment changes, for the tallies that have not counted it yet: kept from the commit where there is room, made anew from
/// the segments otherwise. Both are the same, since facts are a function of the record.
/// </summary>
internal sealed class DeltaLog(IStore store, SegmentCache cache, long incarnation, int slice, int buckets, long maxBytes)
{
    // So much at once keeps a tally's turn short.
    private const int MaxSegments = 32;
    private const int MaxMessageBytes = 1 << 20;

    private readonly Dictionary<long, (List<FactChange> Changes, long Size)> _kept = [];
    private long _oldest = 1;

    public long Bytes { get; private set; }

    public bool IsFull => Bytes > maxBytes;

    /// <summary>Keeps what a segment changes, if there is room.</summary>
    public void Keep(long sequence, List<FactChange> changes)
    {
        if (_kept.ContainsKey(sequence)) return;
        var size = changes.Sum(static c => c.Facts.Sum(static f => (long)f.Length));
        if (Bytes + size > 2 * maxBytes) return;
        _kept.Add(sequence, (changes, size));
        _oldest = Math.Min(_oldest, sequence);
        Bytes += size;
    }

    /// <summary>Lets go of what every tally has counted.</summary>
    public void Drop(long upTo)
    {
        for (; _oldest <= upTo; _oldest++)
            if (_kept.Remove(_oldest, out var kept)) Bytes -= kept.Size;
    }

    /// <summary>What the segments after one and up to another change in a bucket; perhaps not all of them at once.</summary>
    public async Task<(long To, byte[][] Facts, bool[] Removed)> Collect(int bucket, long from, long to)
    {
        var facts = new List<byte[]>();
        var removed = new List<bool>();
        var size = 0;
        var sequence = from;
        while (sequence < to && sequence - from < MaxSegments && size < MaxMessageBytes)
        {
            sequence++;
            if (!_kept.TryGetValue(sequence, out var kept))
            {
                kept = (await Rebuild(sequence), 0);
                Keep(sequence, kept.Changes);
            }

            foreach (var change in kept.Changes)
            {
                if (change.Facts.Length == 0 || change.Facts[bucket].Length == 0) continue;
                facts.Add(change.Facts[bucket]);
                removed.Add(change.IsRemoved);
                size += change.Facts[bucket].Length;
            }
        }

        return (sequence, [.. facts], [.. removed]);
    }

    private async Task<List<FactChange>> Rebuild(long sequence)
    {
        var rows = await store.ReadSegments(new SegmentRange(incarnation, slice, sequence - 1, sequence, WithRecords: true));
        if (rows.Count == 0) throw new ClusterException(ErrorCode.StoreUnavailable, $"Segment {sequence} of slice {slice} is missing.");
        var segment = UnpackedSegment.From(rows[0]);
        var records = new List<(ReadOnlyMemory<byte> Record, bool IsRemoved)>();
        for (var i = 0; i < segment.Entries.Length; i++)
        {
            var supersedes = segment.Entries[i].Supersedes;
            if (!supersedes.IsNone)
            {
                var old = supersedes.Sequence == sequence
                    ? segment.Record(supersedes.Index)
                    : await cache.GetRecord(incarnation, slice, supersedes);
                records.Add((old, true));
            }

            records.Add((segment.Record(i), false));
        }

        return await Task.Run(() => records.Where(static r => !r.Record.IsEmpty)
            .Select(r => new FactChange(FactsWriter.Write(RecordCodec.Decode(r.Record.Span), buckets), r.IsRemoved)).ToList());
    }
}
