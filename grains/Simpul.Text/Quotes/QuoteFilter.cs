using Simpul.Text.Packs;
using Simpul.Text.Tokens;

namespace Simpul.Text.Quotes;

/// <summary>Tells quotations from names, titles and scare quotes between the same marks.</summary>
internal static class QuoteFilter
{
    private const int FewestWords = 4;
    private const int FewestTaggedWords = 2;

    /// <summary>Takes what stands between two marks.</summary>
    internal static void Add(Workspace w, int from, int to, bool isClosed)
    {
        if (to <= from) return;
        var words = 0;
        for (var i = from; i < to && words < FewestWords; i++)
        {
            if (w.Tokens[i].Is(Shape.Word | Shape.Number)) words++;
        }

        var language = w.LanguageOf(from);
        var isTagged = isClosed && IsTagged(w, to, language) && EndsClause(w, to - 1);
        if (words < FewestWords ? !(isTagged && words >= FewestTaggedWords) : !isTagged && IsTitle(w, from, to, language)) return;
        ref var quote = ref w.Quotes.Add();
        quote = new QuoteSpan
        {
            Token = from, End = to, Start = w.Tokens[from].Start, Stop = w.Tokens[to - 1].End,
            Speaker = -1, SpeakerCountry = -1, Confidence = isClosed ? (byte)95 : (byte)80, Rule = isClosed ? "quote" : "quote-unclosed",
        };
    }

    /// <summary>Takes a quotation that nothing closes: it ends before its tag, else with the line.</summary>
    internal static void AddOpen(Workspace w, int from, int to)
    {
        var language = from < to ? w.LanguageOf(from) : 0;
        for (var i = from + FewestWords; i + 1 < to; i++)
        {
            if (w.MarkAt(i) == ',' && Reporting(w, i + 1, language, out var word) > 0 && word is { Place: "after" or "both", Kind: "verb", IsMedium: false }
                && w.Tokens[i + 1].Is(Shape.SpaceBefore) && !w.Tokens[i + 1].Is(Shape.Capital) && w.Pack.Grammar.Languages[language].NounFirst)
            {
                to = i + 1;
                break;
            }
        }

        Add(w, from, to, isClosed: false);
    }

    /// <summary>Takes a quotation whose opening mark is missing, where a tag follows: it began with the line.</summary>
    internal static void AddUnopened(Workspace w, int from, int to)
    {
        if (EndsClause(w, to - 1) && IsTagged(w, to, w.LanguageOf(from))) Add(w, from, to, isClosed: true);
    }

    /// <summary>The word of saying at a token and how many tokens it takes.</summary>
    internal static int Reporting(Workspace w, int token, int language, out ReportingWord word)
    {
        word = default;
        if (token < 0 || token >= w.Tokens.Count) return 0;
        foreach (ref readonly var hit in w.HitsAt(token))
        {
            if (hit.Kind != PhraseKind.Reporting || hit.ByStem || !w.Speaks(hit, language)) continue;
            word = w.Pack.Grammar.Reporting[hit.Payload];
            return hit.Length;
        }

        return 0;
    }

    // `," kata X`; `," X said`: a word of saying right behind the mark, or after the few words of a name.
    private static bool IsTagged(Workspace w, int mark, int language)
    {
        if (mark + 1 >= w.Tokens.Count || w.Tokens[mark + 1].Is(Shape.LineStart)) return false;
        for (var i = mark + 1; i < w.Tokens.Count && i <= mark + 5; i++)
        {
            if (w.Tokens[i].Is(Shape.LineStart) || w.Tokens[i].Is(Shape.QuoteMark) || w.MarkAt(i) == '.') return false;
            if (Reporting(w, i, language, out var word) > 0 && word.Kind == "verb") return true;
            if (w.Pack.Grammar.Languages[language].NounFirst) return false;
        }

        return false;
    }

    private static bool EndsClause(Workspace w, int token) => w.MarkAt(token) is ',' or '.' or '!' or '?' or '…' or '-' or '–' or '—' || w.MarkAt(token + 2) == ',';

    // `film "..."`, or capitals throughout: the name of something.
    private static bool IsTitle(Workspace w, int from, int to, int language)
    {
        if (CitationBefore(w, from - 1, CitationKind.Title, language)) return true;
        int words = 0, capitals = 0;
        for (var i = from; i < to; i++)
        {
            if (!w.Tokens[i].Is(Shape.Word) || w.Tokens[i].Length < 4) continue;
            words++;
            if (w.Tokens[i].Is(Shape.Capital)) capitals++;
        }

        return words >= 2 && capitals * 5 >= words * 4;
    }

    private static bool CitationBefore(Workspace w, int end, CitationKind kind, int language)
    {
        for (var length = 1; length <= 3 && end - length >= 0; length++)
        {
            if (Citation(w, end - length, kind, language) == length) return true;
        }

        return false;
    }

    /// <summary>How many tokens a word beside quotation marks takes at a token; 0 where there is none of that kind.</summary>
    internal static int Citation(Workspace w, int token, CitationKind kind, int language)
    {
        foreach (ref readonly var hit in w.HitsAt(token))
        {
            if (hit.Kind == PhraseKind.Citation && !hit.ByStem && w.Speaks(hit, language) && w.Pack.Citations.Words[hit.Payload] == kind) return hit.Length;
        }

        return 0;
    }
}
