using System.Text;
using Simpul.Client.Output;
using Simpul.Contracts;
using Simpul.Text;

namespace Simpul.Client.Queries;

/// <summary>One article for people: what it is, its text with mentions marked, and what was read in it.</summary>
internal static class ArticlePage
{
    public static void Write(Stream output, ArticleView view, ArticleRecord? record, TableLook look)
    {
        using (var writer = new StreamWriter(output, new UTF8Encoding(false), 4096, leaveOpen: true) { NewLine = "\n" })
        {
            writer.WriteLine(view.Id);
            if (record is not null)
            {
                foreach (var fact in new[] { record.Title, record.Published, record.Source, record.Url, record.Language })
                    if (fact is not null)
                        writer.WriteLine(fact);
                writer.WriteLine();
                if (view.Text is { } text) writer.WriteLine(MarkedText.Of(text, record, look.Colours).TrimEnd('\n'));
            }

            writer.WriteLine();
        }

        RowWriters.Write(new Report([.. record is null ? [] : Found(record), History(view.History)], []), OutputFormat.Table, output, look);
    }

    private static IEnumerable<Table> Found(ArticleRecord r)
    {
        var names = r.Actors.ToDictionary(a => a.Id, a => a.Name);
        yield return new Table(new("actors", "Actors", "actor", "name", "type", "country", "role", "mentions"),
            [.. r.Actors.Select(a => (Cell[])[a.Id, a.Name, a.Type.ToString().ToLowerInvariant(), a.Country, a.Role, a.Mentions.Count])]);
        yield return new Table(new("events", "Events", "type", "source", "target", "status", "date", "place", "trigger", "+start", "+end", "+cameo", "+goldstein", "+confidence", "+rule"),
        [.. r.Events.Select(e => (Cell[])
        [
            e.Type.Name(), Name(e.Source, names), Name(e.Target, names), e.Status.Name(), e.Date, e.Place, e.Trigger.Text, e.Trigger.Start, e.Trigger.End, e.Cameo,
            Cell.Tenths(e.Goldstein), Cell.Hundredths(e.Confidence), e.Rule,
        ])]);
        yield return new Table(new("quotes", "Quotes", "speaker", "~text", "+start", "+end", "+rule"),
            [.. r.Quotes.Select(q => (Cell[])[q.Speaker is { } s ? names.GetValueOrDefault(s, s) : null, q.Span.Text, q.Span.Start, q.Span.End, q.Rule])]);
        yield return new Table(new("dates", "Dates and amounts", "text", "value", "unit"),
            [.. r.Dates.Select(d => (Cell[])[d.Span.Text, d.Value, null]), .. r.Amounts.Select(a => (Cell[])[a.Span.Text, a.Value, a.Unit])]);
    }

    private static Table History(ArticleVersion[] history) => new(
        new TableShape("history", "History", "committed", "content", "current", "+stamp", "+position"),
        [.. history.Select(v => (Cell[])
        [
            v.Committed.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture), v.IsRetraction ? "retracted" : v.ContentHash,
            v.IsCurrent ? "current" : null, v.Stamp.Time, v.Position,
        ])]);

    private static string? Name(Party party, Dictionary<string, string> names) =>
        EvidenceRows.Name(new PartyRow(party.Actor, party.Actor is { } id ? names.GetValueOrDefault(id) : null, party.Country));
}
