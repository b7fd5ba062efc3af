using Simpul.Contracts;
using Simpul.Text;

namespace Simpul.Grains.Queries;

/// <summary>Articles opened to show the sentences behind numbers.</summary>
internal sealed class Evidence(IEnumerable<OpenedArticle> opened)
{
    private readonly Dictionary<string, OpenedArticle> _articles = opened.ToDictionary(static o => o.Record.Id, StringComparer.Ordinal);

    /// <summary>The events at these places; one whose article was not opened is left out.</summary>
    public EventRow[] Events(IEnumerable<EventPosition> positions) =>
    [
        .. positions.Select(p => _articles.TryGetValue(p.Article, out var a) && p.Index < a.Record.Events.Count ? RowOf(a, p.Index) : null)
            .OfType<EventRow>(),
    ];

    /// <summary>Where an entity is named at these places; one whose article was not opened is left out.</summary>
    public MentionRow[] Mentions(EntityRef entity, IEnumerable<EventPosition> positions) =>
    [
        .. positions.Select(p => _articles.TryGetValue(p.Article, out var a) ? RowOf(a, entity, p.Offset) : null).OfType<MentionRow>(),
    ];

    private static EventRow RowOf(OpenedArticle article, int index)
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

    private static MentionRow? RowOf(OpenedArticle article, EntityRef entity, int offset)
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
}

/// <summary>An article with its record.</summary>
internal sealed record OpenedArticle(ArticleRecord Record, string Text)
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
