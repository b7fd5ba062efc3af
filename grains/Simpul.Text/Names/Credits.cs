using Simpul.Text.Tokens;

namespace Simpul.Text.Names;

/// <summary>
/// Datelines and closing credits: <c>Jakarta (ANTARA News) - ...</c>, <c>VIVA - ...</c>, <c>... . [Antara]</c>. A brand in them is
/// no actor, and a country's name inside such a brand is no mention.
/// </summary>
internal static class Credits
{
    /// <summary>How far into a line a dateline may reach, in tokens.</summary>
    private const int DatelineReach = 12;

    internal static void Remove(Workspace w)
    {
        foreach (ref var span in w.Names.Mutable)
        {
            var line = w.Lines[w.Sentences[span.Sentence].Line];
            if ((IsDateline(w, span, line) && IsBrand(w, span)) || IsClosing(w, span, line)) span.Kind = NameKind.Credit;
        }
    }

    private static bool IsBrand(Workspace w, in NameSpan span) => span.Kind switch
    {
        NameKind.Organisation => IsMedium(w, span),
        NameKind.Unknown => true,
        _ => false,
    };

    private static bool IsMedium(Workspace w, in NameSpan span) =>
        w.Pack.Gazetteer.Organisations[span.Known].Kind is "medium" or "news-agency" or "broadcaster";

    // A dash with white space around it after the brand, brackets between them.
    private static bool IsDateline(Workspace w, in NameSpan span, in Line line)
    {
        if (span.Token - line.TokenFrom > DatelineReach) return false;
        // `Jakarta, CNN Indonesia -`: a word in small letters before the brand tells a sentence.
        for (var t = line.TokenFrom; t < span.Token; t++)
        {
            if (w.Tokens[t].Is(Shape.Word) && !w.Tokens[t].Is(Shape.Capital)) return false;
        }

        for (var t = span.End; t < Math.Min(span.End + 4, line.TokenTo); t++)
        {
            var mark = w.MarkAt(t);
            if (mark is '-' or '\u2013' or '\u2014') return w.Tokens[t].Is(Shape.SpaceBefore) || mark != '-';
            if (mark is not (')' or ']' or ',') && !w.Tokens[t].Is(Shape.Capital)) return false;
        }

        return false;
    }

    // Brackets around the brand that close the line.
    private static bool IsClosing(Workspace w, in NameSpan span, in Line line)
    {
        if (line.TokenTo - span.End > 4 || w.MarkAt(line.TokenTo - 1) is not (')' or ']')) return false;
        for (var t = span.Token - 1; t >= Math.Max(line.TokenFrom, span.Token - 5); t--)
        {
            if (w.MarkAt(t) is '[' || (w.MarkAt(t) is '(' && t > line.TokenFrom && w.MarkAt(t - 1) is '.' or '"' or '\u201D'))
                return span.Kind != NameKind.Organisation || IsMedium(w, span);
        }

        return false;
    }
}
