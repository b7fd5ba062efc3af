using System.Globalization;

namespace Simpul.Text.Tests.Robust;

/// <summary>What holds of the record of any string whatever.</summary>
internal static class RecordChecks
{
    internal static ArticleRecord ReadAndCheck(string text, string? published = "2026-02-05", string? language = null)
    {
        var record = ArticleReader.Default.Read(new Article("any", text, Published: published, Language: language));
        Check(text, record);
        return record;
    }

    internal static void Check(string text, ArticleRecord record)
    {
        var actors = record.Actors.Select(a => a.Id).ToHashSet();
        True(actors.Count == record.Actors.Count, "one id, two actors");
        foreach (var actor in record.Actors)
        {
            True(actor.Mentions.Count > 0 && actor.Name.Length > 0 && actor.Id.Length > 0, $"an empty actor {actor.Id}");
            Apart(text, actor.Mentions.Select(m => m.Span), actor.Id);
        }

        Sorted(record.Actors.Select(a => a.Mentions[0].Span.Start), "actors");
        True(record.Countries.Select(c => c.Code).SequenceEqual(record.Countries.Select(c => c.Code).Distinct().Order(StringComparer.Ordinal)), "countries not sorted");
        foreach (var country in record.Countries) Apart(text, country.Mentions.Select(m => m.Span), country.Code);
        NeverCross(record);
        Apart(text, record.Dates.Select(d => d.Span), "dates");
        Apart(text, record.Amounts.Select(a => a.Span), "amounts");
        foreach (var quote in record.Quotes)
        {
            Fits(text, quote.Span, "quote");
            True(quote.Speaker is null || actors.Contains(quote.Speaker), "a quote's speaker is no actor");
        }

        Sorted(record.Quotes.Select(q => q.Span.Start), "quotes");
        Sentences(text, record);
        Events(text, record, actors);
    }

    private static void Events(string text, ArticleRecord record, HashSet<string> actors)
    {
        foreach (var e in record.Events)
        {
            Fits(text, e.Trigger, "trigger");
            True(e.Sentence >= 0 && e.Sentence < record.Sentences.Count, "an event without its sentence");
            var sentence = record.Sentences[e.Sentence];
            True(e.Trigger.Start >= sentence.Start && e.Trigger.End <= sentence.End, "a trigger outside its sentence");
            True(e.Source.Actor is null || actors.Contains(e.Source.Actor), "an event's source is no actor");
            True(e.Target.Actor is null || actors.Contains(e.Target.Actor), "an event's target is no actor");
            True(!(e.Source.IsEmpty && e.Target.IsEmpty), "an event of nobody");
            True(e.Confidence <= 100 && e.Goldstein is >= -100 and <= 100 && e.Cameo.Length >= 2, "an event's scores");
            foreach (var more in e.Evidence) Fits(text, more, "evidence");
            Sorted(e.Evidence.Select(s => s.Start), "evidence");
        }

        Sorted(record.Events.Select(e => e.Trigger.Start), "events");
    }

    private static void Sentences(string text, ArticleRecord record)
    {
        var at = 0;
        foreach (var sentence in record.Sentences)
        {
            True(sentence.Start >= at && sentence.End > sentence.Start && sentence.End <= text.Length, "sentences overlap");
            Blank(text, at, sentence.Start);
            True(IsBoundary(text, sentence.Start) && IsBoundary(text, sentence.End), "a sentence cuts a character");
            at = sentence.End;
        }

        Blank(text, at, text.Length);
    }

    // Outside the sentences there is nothing to read.
    private static void Blank(string text, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            True(char.IsWhiteSpace(text[i]) || char.GetUnicodeCategory(text[i]) == UnicodeCategory.Format, $"no sentence covers offset {i} (U+{(int)text[i]:X4})");
        }
    }

    private static void Apart(string text, IEnumerable<Span> spans, string what)
    {
        var end = 0;
        foreach (var span in spans)
        {
            Fits(text, span, what);
            True(span.Start >= end, $"{what}: overlap or disorder at {span.Start}");
            end = span.End;
        }
    }

    private static void Fits(string text, Span span, string what)
    {
        True(span.Start >= 0 && span.Start < span.End && span.End <= text.Length, $"{what}: offsets {span.Start}..{span.End} of {text.Length}");
        True(text.AsSpan(span.Start, span.End - span.Start).SequenceEqual(span.Text), $"{what}: text at {span.Start} is not the mention's");
        True(IsBoundary(text, span.Start) && IsBoundary(text, span.End), $"{what}: offsets cut a character at {span.Start}..{span.End}");
    }

    private static bool IsBoundary(string text, int at) =>
        at == 0 || at == text.Length || !(char.IsHighSurrogate(text[at - 1]) && char.IsLowSurrogate(text[at]));

    // Spans of different actors and countries may nest, never cross.
    private static void NeverCross(ArticleRecord record)
    {
        var open = new Stack<int>();
        var spans = record.Actors.SelectMany(a => a.Mentions.Select(m => m.Span)).Concat(record.Countries.SelectMany(c => c.Mentions.Select(m => m.Span)))
            .OrderBy(s => s.Start).ThenByDescending(s => s.End);
        foreach (var span in spans)
        {
            while (open.Count > 0 && open.Peek() <= span.Start) open.Pop();
            True(open.Count == 0 || span.End <= open.Peek(), $"mentions cross at {span.Start}: {span.Text}");
            open.Push(span.End);
        }
    }

    private static void Sorted(IEnumerable<int> starts, string what)
    {
        var last = -1;
        foreach (var start in starts)
        {
            True(start >= last, $"{what} not sorted at {start}");
            last = start;
        }
    }

    private static void True(bool holds, string otherwise)
    {
        if (!holds) Assert.Fail(otherwise);
    }
}
