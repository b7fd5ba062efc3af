using Simpul.Text.Packs;
using static Simpul.Text.Tokens.CharFold;

namespace Simpul.Text.Tokens;


/// <summary>Lines, their languages, headings, and sentences.</summary>
internal static class LayoutStage
{
    /// <summary>A line of so many words or fewer, without final punctuation, is a heading.</summary>
    private const int HeadingTokens = 8;

    /// <summary>A sentence ends here at the latest: what runs on without a full stop is a list or a table.</summary>
    private const int LongestSentence = 400;

    internal static void Lines(Workspace w)
    {
        for (var i = 0; i < w.Tokens.Count; i++)
        {
            if (i > 0 && !w.Tokens[i].Is(Shape.LineStart)) continue;
            if (w.Lines.Count > 0) w.Lines[w.Lines.Count - 1].TokenTo = i;
            w.Lines.Add().TokenFrom = i;
        }

        if (w.Lines.Count > 0) w.Lines[w.Lines.Count - 1].TokenTo = w.Tokens.Count;
    }

    /// <summary>True for a text all in small letters, where a capital can be no cue.</summary>
    internal static bool HasNoCapitals(Workspace w)
    {
        foreach (ref readonly var token in w.Tokens.Items)
        {
            if (token.Is(Shape.Capital)) return false;
        }

        return true;
    }

    /// <summary>Cuts the clitics of each language's list; the stem counts only where the whole word means nothing.</summary>
    internal static void Stems(Workspace w, Grammar grammar)
    {
        foreach (ref var token in w.Tokens.Mutable)
        {
            if (!token.Is(Shape.Word) || token.Length < 5 || !grammar.MayEndInClitic(w.Text[token.End - 2], w.Text[token.End - 1])) continue;
            var text = w.Text.AsSpan(token.Start, token.Length);
            byte number = 0;
            foreach (var language in grammar.Languages)
            {
                foreach (var (ending, minStem) in language.Clitics)
                {
                    number++;
                    if (token.Stem != 0 || text.Length - ending.Length < minStem || !text.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) continue;
                    token.Stem = TokenHash.Of(text[..^ending.Length].TrimEnd('-'));
                    token.Clitic = number;
                }
            }
        }
    }

    /// <summary>
    /// Tells each line's language by its function words, and the article's by the sum: an article mixes languages, so that a
    /// heading may be in another one than its paragraphs.
    /// </summary>
    internal static void Languages(Workspace w, Grammar grammar)
    {
        var count = grammar.Languages.Count;
        Span<int> total = stackalloc int[count];
        Span<int> line = stackalloc int[count];
        var given = grammar.IndexOf(w.Article.Language);
        if (given < 0) Count(w, 0, w.Tokens.Count, total);
        w.Language = given >= 0 ? given : Best(total, w.DefaultLanguage);
        foreach (ref var l in w.Lines.Mutable)
        {
            line.Clear();
            Count(w, l.TokenFrom, l.TokenTo, line);
            // The article's language unless another one clearly leads.
            line[w.Language] = (line[w.Language] * 2) + 1;
            l.Language = (byte)Best(line, w.Language);
        }
    }

    private static void Count(Workspace w, int from, int to, Span<int> counts)
    {
        var h = w.FirstHit(from);
        while (h < w.Hits.Count && w.Hits[h].Token < to)
        {
            // A word of several classes (`as`) tells its language once.
            var token = w.Hits[h].Token;
            var languages = 0;
            for (; h < w.Hits.Count && w.Hits[h].Token == token; h++)
            {
                ref readonly var hit = ref w.Hits[h];
                if (hit.Kind == PhraseKind.Word && !hit.ByStem) languages |= hit.Languages;
            }

            for (var l = 0; l < counts.Length; l++) counts[l] += languages >> l & 1;
        }
    }

    private static int Best(ReadOnlySpan<int> counts, int fallback)
    {
        var best = fallback;
        for (var l = 0; l < counts.Length; l++)
        {
            if (counts[l] > counts[best]) best = l;
        }

        return best;
    }

    internal static void Sentences(Workspace w, Grammar grammar)
    {
        for (var l = 0; l < w.Lines.Count; l++)
        {
            ref var line = ref w.Lines[l];
            var last = w.Tokens[line.TokenTo - 1];
            line.IsHeading = line.TokenTo - line.TokenFrom <= HeadingTokens && !EndsSentence(w, last);
            var from = line.TokenFrom;
            for (var i = from; i < line.TokenTo; i++)
            {
                if (i + 1 < line.TokenTo && i - from < LongestSentence && !IsEnd(w, i, line, grammar.Languages[line.Language])) continue;
                // A closing quote or bracket goes with the sentence that it closes.
                while (i + 1 < line.TokenTo && IsCloser(w, i + 1)) i++;
                AddSentence(w, l, from, i + 1);
                from = i + 1;
            }
        }
    }

    private static void AddSentence(Workspace w, int line, int from, int to)
    {
        ref var sentence = ref w.Sentences.Add();
        sentence.TokenFrom = from;
        sentence.TokenTo = to;
        sentence.Start = w.Tokens[from].Start;
        sentence.End = w.Tokens[to - 1].End;
        sentence.Line = line;
        sentence.Language = w.Lines[line].Language;
        sentence.IsHeading = w.Lines[line].IsHeading;
        // The first word, and the first inside a quotation or after a colon, is capitalised whatever it is.
        var opening = true;
        for (var i = from; i < to; i++)
        {
            ref var token = ref w.Tokens[i];
            if (opening && token.Is(Shape.Word | Shape.Number))
            {
                token.Shape |= Shape.Opening;
                opening = false;
            }
            else if (token.Is(Shape.QuoteMark) || (token.Is(Shape.Punctuation) && w.Text[token.Start] == ':')) opening = true;
        }
    }

    private static bool EndsSentence(Workspace w, in Token token) =>
        token.Is(Shape.Punctuation) && w.Text[token.End - 1] is '.' or '!' or '?' or '…' or ':' or ';' or ',' or '"' or '”';

    private static bool IsEnd(Workspace w, int i, in Line line, LanguageTraits language)
    {
        ref readonly var token = ref w.Tokens[i];
        var isAbbreviation = token.Is(Shape.Word) && w.Text[token.End - 1] == '.';
        if (!isAbbreviation && !token.Is(Shape.Punctuation)) return false;
        if (!isAbbreviation && w.Text[token.Start] is not ('.' or '!' or '?' or '…')) return false;
        var next = i + 1;
        while (next < line.TokenTo && IsCloser(w, next)) next++;
        if (next == line.TokenTo) return true;
        ref readonly var follower = ref w.Tokens[next];
        // A full stop glued to the next word ends a sentence only where a capital follows a small letter (`selesai.Kemudian`).
        if (!follower.Is(Shape.SpaceBefore) && next == i + 1)
            return follower.Is(Shape.Capital) && i > line.TokenFrom && !w.Tokens[i - 1].Is(Shape.Capital | Shape.Number);
        if (!(follower.Is(Shape.Capital | Shape.Number | Shape.QuoteMark) || w.Text[follower.Start] is '(' or '[' or '-')) return false;
        if (isAbbreviation) return false;
        if (w.Text[token.Start] != '.' || token.Length > 1) return true;
        if (i == line.TokenFrom) return false;
        ref readonly var word = ref w.Tokens[i - 1];
        if (word.End != token.Start) return true;
        if (word.Is(Shape.Initial) && word.Is(Shape.Capital)) return false;
        return !(word.Is(Shape.Word) && language.Abbreviations.Contains(word.Hash) && follower.Is(Shape.Capital | Shape.Number));
    }

    // After a sentence's end: a quotation mark or bracket without white space before it closes what went before.
    private static bool IsCloser(Workspace w, int i)
    {
        ref readonly var token = ref w.Tokens[i];
        if (token.Is(Shape.SpaceBefore) || !token.Is(Shape.Punctuation)) return false;
        return Of(w.Text[token.Start]) is Class.Quote or Class.Apostrophe || w.Text[token.Start] is ')' or ']';
    }
}
