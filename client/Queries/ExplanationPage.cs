using System.Globalization;
using System.Text;
using Simpul.Client.Output;
using Simpul.Text;
using Simpul.Text.Explanations;

namespace Simpul.Client.Queries;

/// <summary>An article with the reasons of what was read in it, for people.</summary>
internal static class ExplanationPage
{
    public static void Write(Stream output, string text, ArticleExplanation explanation, TableLook look)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(false), 4096, leaveOpen: true) { NewLine = "\n" };
        var record = explanation.Record;
        writer.WriteLine(Line($"{record.Id}  {record.Published}  {record.Title}"));
        writer.WriteLine($"language {record.Language}, pack {record.Pack}");
        writer.WriteLine();
        writer.WriteLine(MarkedText.Of(text, record, look.Colours).TrimEnd('\n'));
        Actors(writer, record);
        Countries(writer, record);
        Events(writer, text, explanation);
        Unused(writer, explanation);
        Quotes(writer, record);
        Values(writer, record);
    }

    private static void Actors(StreamWriter writer, ArticleRecord record)
    {
        Heading(writer, "Actors", record.Actors.Count);
        foreach (var actor in record.Actors)
        {
            writer.WriteLine(Line($"  {actor.Name} ({actor.Id}): {actor.Type.ToString().ToLowerInvariant()}, country {actor.Country ?? "unknown"}{(actor.Role is null ? "" : $", {actor.Role}")}"));
            foreach (var m in actor.Mentions) writer.WriteLine(Line($"      {Words(m.Span)}  {m.Rule} {Share(m.Confidence)}"));
        }
    }

    private static void Countries(StreamWriter writer, ArticleRecord record)
    {
        Heading(writer, "Countries", record.Countries.Count);
        foreach (var country in record.Countries)
        {
            writer.WriteLine($"  {country.Code}");
            foreach (var m in country.Mentions) writer.WriteLine(Line($"      {Words(m.Span)}  {m.Kind.ToString().ToLowerInvariant()}, {m.Rule} {Share(m.Confidence)}"));
        }
    }

    private static void Events(StreamWriter writer, string text, ArticleExplanation explanation)
    {
        var record = explanation.Record;
        var names = record.Actors.ToDictionary(a => a.Id, a => a.Name);
        Heading(writer, "Events", record.Events.Count);
        for (var i = 0; i < record.Events.Count; i++)
        {
            var e = record.Events[i];
            var arrow = e.Type.IsMutual() ? "–" : "→";
            writer.WriteLine(Line($"  {i + 1}  {e.Type.Name()}  {Party(e.Source)} {arrow} {Party(e.Target)}  {e.Status.Name()}{Fact(", date ", e.Date)}{Fact(", place ", e.Place)}, confidence {Share(e.Confidence)}"));
            writer.WriteLine($"      CAMEO {e.Cameo}, Goldstein {(e.Goldstein / 10m).ToString(CultureInfo.InvariantCulture)}");
            foreach (var place in explanation.Events.Where(x => x.Event == i)) Place(writer, text, record, place);
        }

        string Party(Party party) => party.IsEmpty ? "nobody else"
            : string.Join(" of ", new[] { party.Actor is { } id ? names.GetValueOrDefault(id, id) : null, party.Country }.OfType<string>());
    }

    private static void Place(StreamWriter writer, string text, ArticleRecord record, EventExplanation e)
    {
        var sentence = record.Sentences[e.Sentence];
        writer.WriteLine(Line($"      sentence {e.Sentence + 1}: {text[sentence.Start..sentence.End]}"));
        writer.WriteLine(Line($"        trigger  {Words(e.Trigger)}  {e.Form} of {e.Rule}"));
        writer.WriteLine(Line($"        source   {Chosen(e.Source)}"));
        if (e.Target is { } target) writer.WriteLine(Line($"        target   {Chosen(target)}"));
        if (e.StatusWords.Count > 0) writer.WriteLine(Line($"        status   near {string.Join(", ", e.StatusWords.Select(s => Words(s)))}"));
        var c = e.Confidence;
        writer.WriteLine($"        sure     row {Share(c.Row)} × parties {Share(c.Parties)} × frame {Share(c.Frame)} × status {Share(c.Status)}");
    }

    private static void Unused(StreamWriter writer, ArticleExplanation explanation)
    {
        Heading(writer, "Triggers without an event", explanation.Unused.Count);
        foreach (var u in explanation.Unused) writer.WriteLine(Line($"  sentence {u.Sentence + 1}: {Words(u.Words)}  {u.Rule}: {u.Reason}"));
    }

    private static void Quotes(StreamWriter writer, ArticleRecord record)
    {
        Heading(writer, "Quotes", record.Quotes.Count);
        foreach (var q in record.Quotes) writer.WriteLine(Line($"  {q.Speaker ?? "nobody known"}: {Words(q.Span)}  {q.Rule} {Share(q.Confidence)}"));
    }

    private static void Values(StreamWriter writer, ArticleRecord record)
    {
        Heading(writer, "Dates and amounts", record.Dates.Count + record.Amounts.Count);
        foreach (var d in record.Dates) writer.WriteLine(Line($"  {Words(d.Span)}  {d.Value}  {d.Rule}"));
        foreach (var a in record.Amounts) writer.WriteLine(Line($"  {Words(a.Span)}  {a.Value} {a.Unit}  {a.Rule}"));
    }

    private static void Heading(StreamWriter writer, string title, int count)
    {
        writer.WriteLine();
        writer.WriteLine($"{title} ({count})");
    }

    private static string Chosen(PartyExplanation party) =>
        $"{Words(party.Words)}  {party.Slot}; {(party.Identity.Length > 0 ? party.Identity : "same phrase")} {Share(party.Confidence)}";

    private static string Fact(string label, string? value) => value is null ? "" : label + value;

    private static string Words(Span span) => $"“{span.Text}” {span.Start}–{span.End}";

    private static string Share(byte hundredths) => (hundredths / 100m).ToString("0.00", CultureInfo.InvariantCulture);

    // Line ends and controls of an article must neither break a line nor drive the terminal.
    private static string Line(string text) => string.Create(text.Length, text, static (line, text) =>
    {
        for (var i = 0; i < line.Length; i++) line[i] = char.IsControl(text[i]) ? ' ' : text[i];
    });
}
