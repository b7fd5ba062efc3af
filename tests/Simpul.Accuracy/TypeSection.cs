using Simpul.Client.Evaluation;
using Simpul.Text;

namespace Simpul.Accuracy;

/// <summary>Event types of English sentences with a marked source and target.</summary>
internal static class TypeSection
{
    public static void Write(Markdown page, string data)
    {
        var lines = File.ReadLines(Path.Join(data, "plv-train", "PLV_train.tsv")).ToList();
        var columns = lines[0].Split('\t').Select((name, i) => (name, i)).ToDictionary(c => c.name, c => c.i);
        var said = new List<(byte Confidence, bool IsRight, bool IsForward)>();
        var (all, known) = (new List<(string Gold, string? Said)>(), new List<(string Gold, string? Said)>());
        foreach (var line in lines.Skip(1))
        {
            var cells = line.Split('\t');
            if (cells.Length <= columns["gold_root"] || cells[columns["gold_root"]].Length == 0) continue;
            var (sentence, source, target, gold) = (cells[columns["sentence"]], cells[columns["source"]], cells[columns["target"]], cells[columns["gold_root"]]);
            var record = ArticleReader.Default.Read(new Article("", sentence, Language: "en"));
            var (from, to) = (Span(sentence, source), Span(sentence, target));
            var pair = (gold, Type(record, from, to));
            all.Add(pair);
            foreach (var e in record.Events)
            {
                var isForward = Is(record, e.Source, from) && Is(record, e.Target, to);
                if (isForward || (Is(record, e.Source, to) && Is(record, e.Target, from))) said.Add((e.Confidence, Name(e) == gold, isForward || e.Type.IsMutual()));
            }

            if (IsParty(record, from) && IsParty(record, to)) known.Add(pair);
        }

        page.Heading(2, "English event types: PLV, training part");
        page.Text($"{all.Count} sentences with a marked source and target, one type each. Of the events that the record has in the sentence, one between the marked parties counts, else the surest; none is a miss. "
            + "The set's YIELD is CONCEDE or RETREAT, and its COERCE takes in sanctions and tariffs (CAMEO 163), which the guidelines call SANCTION. Most of its parties are crowds, offices and groups without a name, which no record has: the second column holds the sentences where both parties are in it.");
        page.Table(
            ["figure", "all", "both parties in the record"],
            [
                ["sentences", all.Count, known.Count],
                ["macro F1 over types", Markdown.Share(Macro(all)), Markdown.Share(Macro(known))],
                ["share right", Markdown.Share(all.Count(p => p.Gold == p.Said), all.Count), Markdown.Share(known.Count(p => p.Gold == p.Said), known.Count)],
                ["share right where a type was said", Markdown.Share(all.Count(p => p.Gold == p.Said), all.Count(p => p.Said is not null)), Markdown.Share(known.Count(p => p.Gold == p.Said), known.Count(p => p.Said is not null))],
            ]);
        page.Table(
            ["type", "F1", "F1, both parties", "sentences"],
            all.Select(p => p.Gold).Distinct().Order(StringComparer.Ordinal).Select(t => (object?[])[t, Of(all, t).F1, Of(known, t).F1, all.Count(p => p.Gold == t)]));
        page.Text("Events between the marked parties by confidence; the set names one type a sentence, so that a second event of a sentence counts as wrong:");
        page.Table(
            ["said with", "type right", "type and direction right", "of"],
            said.GroupBy(e => e.Confidence / 10).OrderBy(g => g.Key).Select(g => (object?[])
                [FormattableString.Invariant($"{g.Key / 10m:0.0}–{(g.Key + 1) / 10m:0.0}"), Markdown.Share(g.Count(e => e.IsRight), g.Count()), Markdown.Share(g.Count(e => e.IsRight && e.IsForward), g.Count()), g.Count()]));
    }

    private static decimal Macro(List<(string Gold, string? Said)> pairs)
    {
        var types = pairs.Select(p => p.Gold).Distinct().ToList();
        return types.Count == 0 ? 0 : types.Average(t => Of(pairs, t).F1);
    }

    private static Counts Of(List<(string Gold, string? Said)> pairs, string type) =>
        new(pairs.Count(p => p.Gold == type && p.Said == type), pairs.Count(p => p.Gold == type), pairs.Count(p => p.Said == type));

    private static (int Start, int End) Span(string sentence, string words) =>
        sentence.IndexOf(words, StringComparison.Ordinal) is >= 0 and var at ? (at, at + words.Length) : (-1, -1);

    private static bool IsParty(ArticleRecord record, (int Start, int End) span) =>
        record.Actors.SelectMany(a => a.Mentions.Select(m => m.Span)).Concat(record.Countries.SelectMany(c => c.Mentions.Select(m => m.Span))).Any(m => m.Start < span.End && span.Start < m.End);

    private static string? Type(ArticleRecord record, (int Start, int End) source, (int Start, int End) target)
    {
        var e = record.Events.OrderByDescending(e => (Is(record, e.Source, source) && Is(record, e.Target, target)) || (Is(record, e.Source, target) && Is(record, e.Target, source)))
            .ThenByDescending(e => e.Confidence).FirstOrDefault();
        return e is null ? null : Name(e);
    }

    // The set has one name for the two ways to yield, and counts sanctions, embargoes and tariffs (CAMEO 163) as coercion.
    private static string Name(Event e) => e.Type is EventType.Concede or EventType.Retreat ? "YIELD" : e is { Type: EventType.Sanction, Cameo: "163" } ? EventType.Coerce.Name() : e.Type.Name();

    private static bool Is(ArticleRecord record, Party party, (int Start, int End) span) =>
        record.Actors.Where(a => a.Id == party.Actor).SelectMany(a => a.Mentions.Select(m => m.Span))
            .Concat(record.Countries.Where(c => c.Code == party.Country).SelectMany(c => c.Mentions.Select(m => m.Span))).Any(m => m.Start < span.End && span.Start < m.End);
}
