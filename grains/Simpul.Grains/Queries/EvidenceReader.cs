using Simpul.Contracts;
using Simpul.Grains.Ledgers;
using Simpul.Storage;
using Simpul.Text;

namespace Simpul.Grains.Queries;

/// <summary>Opens places of events and mentions: the article's record and text, read once for each article.</summary>
internal sealed class EvidenceReader(SegmentCache cache, IGrainFactory grains)
{
    public async Task<Evidence> Open(CorpusRow corpus, IEnumerable<EventPosition> positions)
    {
        var scope = new CorpusRef(corpus.Name, corpus.Incarnation);
        var bySlice = positions.Select(static p => p.Article).Distinct().GroupBy(id => Slicing.SliceOf(id, corpus.Slices));
        var opened = await Task.WhenAll(bySlice.Select(async group =>
        {
            var ids = group.ToArray();
            var places = await grains.GetGrain<ILedgerGrain>(GrainKeys.Ledger(scope, group.Key)).Locate(ids);
            var bySegment = places.Where(static p => !p.IsNone).GroupBy(static p => p.Sequence, static p => p.Index);
            return await Task.WhenAll(bySegment.Select(s => Open(corpus.Incarnation, group.Key, s.Key, [.. s])));
        }));
        return new Evidence(opened.SelectMany(static o => o).SelectMany(static o => o));
    }

    private async Task<List<OpenedArticle>> Open(long incarnation, int slice, long sequence, int[] indices)
    {
        var segment = await cache.Get(incarnation, slice, sequence);
        var texts = await cache.GetTexts(incarnation, slice, sequence, indices);
        var opened = new List<OpenedArticle>();
        for (var i = 0; i < indices.Length; i++)
        {
            // Retracted between the tally's answer and now.
            if (segment?.Record(indices[i]) is not { IsEmpty: false } record || texts[i].Length == 0) continue;
            opened.Add(new OpenedArticle(RecordCodec.Decode(record.Span), texts[i]));
        }

        return opened;
    }
}
