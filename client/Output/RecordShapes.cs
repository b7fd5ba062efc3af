using Simpul.Text;

namespace Simpul.Client.Output;

/// <summary>The tables that records can be laid out as: a row for each thing of one kind found in them.</summary>
internal static class RecordShapes
{
    private static readonly Column[] Mention = ["start", "end", "rule", "confidence"];

    public static TableShape Articles { get; } = new("articles", null,
        "article", "published", "language", "title", "source", "url", "actors", "countries", "events", "quotes", "dates", "amounts", "sentences");

    public static TableShape Events { get; } = new("events", null,
        "article", "published", "date", "type", "source_actor", "source_country", "target_actor", "target_country", "place", "status", "trigger",
        "start", "end", "sentence", "cameo", "goldstein", "confidence", "rule");

    public static TableShape Actors { get; } = new("actors", null,
        ["article", "published", "actor", "name", "type", "country", "role", "mention", .. Mention]);

    public static TableShape Countries { get; } = new("countries", null, ["article", "published", "country", "mention", "kind", .. Mention]);

    public static TableShape Quotes { get; } = new("quotes", null, ["article", "published", "speaker", "text", .. Mention]);

    public static TableShape Dates { get; } = new("dates", null, "article", "published", "text", "value", "start", "end", "rule");

    public static TableShape Amounts { get; } = new("amounts", null, "article", "published", "text", "value", "unit", "start", "end", "rule");

    public static IReadOnlyList<TableShape> All { get; } = [Articles, Events, Actors, Countries, Quotes, Dates, Amounts];

    /// <summary>The rows of one record in a shape.</summary>
    public static IEnumerable<Cell[]> Rows(TableShape shape, ArticleRecord r)
    {
        switch (shape.Key)
        {
            case "articles":
                return [[r.Id, r.Published, r.Language, r.Title, r.Source, r.Url, r.Actors.Count, r.Countries.Count, r.Events.Count, r.Quotes.Count, r.Dates.Count, r.Amounts.Count, r.Sentences.Count]];
            case "events":
                return r.Events.Select(e => (Cell[])
                [
                    r.Id, r.Published, e.Date, e.Type.Name(), e.Source.Actor, e.Source.Country, e.Target.Actor, e.Target.Country, e.Place, e.Status.Name(),
                    e.Trigger.Text, e.Trigger.Start, e.Trigger.End, e.Sentence, e.Cameo, Cell.Tenths(e.Goldstein), Cell.Hundredths(e.Confidence), e.Rule,
                ]);
            case "actors":
                return r.Actors.SelectMany(a => a.Mentions, (a, m) => (Cell[])
                [
                    r.Id, r.Published, a.Id, a.Name, a.Type == ActorType.Person ? "person" : "organisation", a.Country, a.Role, m.Span.Text,
                    m.Span.Start, m.Span.End, m.Rule, Cell.Hundredths(m.Confidence),
                ]);
            case "countries":
                return r.Countries.SelectMany(c => c.Mentions, (c, m) => (Cell[])
                    [r.Id, r.Published, c.Code, m.Span.Text, m.Kind.ToString().ToLowerInvariant(), m.Span.Start, m.Span.End, m.Rule, Cell.Hundredths(m.Confidence)]);
            case "quotes":
                return r.Quotes.Select(q => (Cell[])[r.Id, r.Published, q.Speaker, q.Span.Text, q.Span.Start, q.Span.End, q.Rule, Cell.Hundredths(q.Confidence)]);
            case "dates":
                return r.Dates.Select(d => (Cell[])[r.Id, r.Published, d.Span.Text, d.Value, d.Span.Start, d.Span.End, d.Rule]);
            default:
                return r.Amounts.Select(a => (Cell[])[r.Id, r.Published, a.Span.Text, a.Value, a.Unit, a.Span.Start, a.Span.End, a.Rule]);
        }
    }
}
