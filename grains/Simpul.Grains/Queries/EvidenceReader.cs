using System.Text;
using Simpul.Contracts;
using Simpul.Grains.Ledgers;
using Simpul.Storage;
using Simpul.Text;

namespace Simpul.Grains.Queries;

/// <summary>Opens places of events and mentions to their sentences: the article's record and text, read once for each article.</summary>
internal sealed class EvidenceReader(IStore store, SegmentCache cache, IGrainFactory grains)
{
    public async Task<EventRow[]> Events(CorpusRow corpus, IReadOnlyCollection<EventPosition> positions)
    {
        var articles = await Open(corpus, positions);
        return
        [
            .. positions.Select(p => articles.TryGetValue(p.Article, out var a) && p.Index < a.Record.Events.Count ? RowOf(a, p.Index) : null)
                .OfType<EventRow>(),
        ];
    }

    public async Task<MentionRow[]> Mentions(CorpusRow corpus, EntityRef entity, IReadOnlyCollection<EventPosition> positions)
    {
        var articles = await Open(corpus, positions);
        return
        [
            .. positions.Select(p => articles.TryGetValue(p.Article, out var a) ? RowOf(a, entity, p.Offset) : null).OfType<MentionRow>(),
        ];
    }

    private async Task<Dictionary<string, Opened>> Open(CorpusRow corpus, IReadOnlyCollection<EventPosition> positions)
    {
        var scope = new CorpusRef(corpus.Name, corpus.Incarnation);
        var bySlice = positions.Select(static p => p.Article).Distinct().GroupBy(id => Slicing.SliceOf(id, corpus.Slices));
        var opened = await Task.WhenAll(bySlice.Select(async group =>
        {
            var ids = group.ToArray();
            var places = await grains.GetGrain<ILedgerGrain>(GrainKeys.Ledger(scope, group.Key)).Locate(ids);
            return await Open(corpus.Incarnation, group.Key, ids.Zip(places).Where(static p => !p.Second.IsNone));
        }));
        return opened.SelectMany(static o => o).ToDictionary(static o => o.Record.Id, StringComparer.Ordinal);
    }

    private async Task<List<Opened>> Open(long incarnation, int slice, IEnumerable<(string Id, RecordPlace Place)> places)
    {
        var opened = new List<Opened>();
        foreach (var group in places.GroupBy(static p => p.Place.Sequence))
        {
            var texts = Bundle.Unpack(await store.ReadTexts(incarnation, slice, group.Key) ?? []);
            foreach (var (_, place) in group)
            {
                var record = await cache.GetRecord(incarnation, slice, place);
                // Retracted between the tally's answer and now.
                if (record.IsEmpty || place.Index >= texts.Length) continue;
                opened.Add(new Opened(RecordCodec.Decode(record.Span), Encoding.UTF8.GetString(texts[place.Index].Span)));
            }
        }

        return opened;
    }

    private static EventRow RowOf(Opened article, int index)
    {
        var e = article.Record.Events[index];
        var (start, sentence) = article.Sentence(e.Sentence);
        return new EventRow
        {
            Article = article.Record.Id,
            Title = article.Record.Title,
            Published = article.Record.Published,
            Index = index,
            Type = e.Type,
            Status = e.Status,
            Source = article.Party(e.Source),
            Target = article.Party(e.Target),
            Place = e.Place,
            Date = e.Date,
            Sentence = sentence,
            SentenceStart = start,
            TriggerStart = e.Trigger.Start,
            TriggerEnd = e.Trigger.End,
            Trigger = e.Trigger.Text,
            Cameo = e.Cameo,
            Goldstein = e.Goldstein,
            Confidence = e.Confidence,
            Rule = e.Rule,
        };
    }

    private static MentionRow? RowOf(Opened article, EntityRef entity, int offset)
    {
        var record = article.Record;
        var spans = entity.Kind == EntityKind.Country
            ? record.Countries.Where(c => c.Code == entity.Id).SelectMany(static c => c.Mentions).Select(static m => m.Span)
            : record.Actors.Where(a => a.Id == entity.Id).SelectMany(static a => a.Mentions).Select(static m => m.Span);
        foreach (var span in spans)
        {
            if (span.Start != offset) continue;
            var (start, sentence) = article.SentenceAt(offset);
            return new MentionRow
            {
                Article = record.Id,
                Title = record.Title,
                Published = record.Published,
                Sentence = sentence,
                SentenceStart = start,
                Start = span.Start,
                End = span.End,
                Text = span.Text,
            };
        }

        return null;
    }

    private sealed record Opened(ArticleRecord Record, string Text)
    {
        public PartyRow Party(Party party) => new(
            party.Actor, party.Actor is null ? null : Record.Actors.FirstOrDefault(a => a.Id == party.Actor)?.Name, party.Country);

        public (int Start, string Text) Sentence(int index)
        {
            if ((uint)index >= (uint)Record.Sentences.Count) return (0, "");
            var sentence = Record.Sentences[index];
            var end = Math.Min(sentence.End, Text.Length);
            var start = Math.Min(sentence.Start, end);
            return (start, Text[start..end]);
        }

        public (int Start, string Text) SentenceAt(int offset)
        {
            for (var i = 0; i < Record.Sentences.Count; i++)
                if (Record.Sentences[i].Start <= offset && offset < Record.Sentences[i].End) return Sentence(i);
            return (offset, "");
        }
    }
}
