using Simpul.Contracts;
using Simpul.Grains.Corpora;
using Simpul.Grains.Ledgers;
using Simpul.Storage;
using Simpul.Text;

namespace Simpul.Grains.Queries;

/// <summary>
/// Goes through the current records of a corpus, newest segments first, up to a bound: the way to what the tallies no longer keep.
/// </summary>
internal sealed class SegmentScan(IStore store)
{
    private const int Chunk = 16;

    /// <summary>Shows each current record; answers how many, and whether those were all.</summary>
    public async Task<(long Scanned, bool IsComplete)> Run(CorpusRow corpus, Heads heads, long limit, Action<ArticleRecord> visit)
    {
        var scanned = 0L;
        var isComplete = true;
        var gate = new Lock();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, Environment.ProcessorCount / 2) };
        await Parallel.ForAsync(0, corpus.Slices, parallel, async (slice, cancellation) =>
        {
            var superseded = new HashSet<RecordPlace>();
            for (var to = heads.Versions[slice]; to > 0;)
            {
                var range = new SegmentRange(corpus.Incarnation, slice, 0, to, Chunk, WithRecords: true, NewestFirst: true);
                var rows = await store.ReadSegments(range, cancellation);
                if (rows.Count == 0) break;
                foreach (var row in rows)
                {
                    if (Interlocked.Read(ref scanned) >= limit)
                    {
                        lock (gate) isComplete = false;
                        return;
                    }

                    foreach (var record in CurrentOf(UnpackedSegment.From(row), superseded))
                    {
                        Interlocked.Increment(ref scanned);
                        lock (gate) visit(record);
                    }
                }

                to = rows[^1].Sequence - 1;
            }
        });
        return (scanned, isComplete);
    }

    // What supersedes a record always lies behind it, so going backwards it has been seen already.
    private static IEnumerable<ArticleRecord> CurrentOf(UnpackedSegment segment, HashSet<RecordPlace> superseded)
    {
        for (var i = segment.Entries.Length - 1; i >= 0; i--)
        {
            var entry = segment.Entries[i];
            if (!entry.Supersedes.IsNone) superseded.Add(entry.Supersedes);
            if (entry.Kind != EntryKind.Version || superseded.Contains(new RecordPlace(segment.Row.Sequence, i))) continue;
            yield return RecordCodec.Decode(segment.Record(i).Span);
        }
    }
}
