using Simpul.Text.Packs;
using Simpul.Text.Tokens;

namespace Simpul.Text.Values;

/// <summary>A sentence being read for its dates: where it ends, which language it is in.</summary>
internal readonly struct SentenceReading(Workspace w, int end, int sentence, int language)
{
    private const int LongestQuote = 400;

    public Workspace W => w;

    /// <summary>Index after the sentence's last token.</summary>
    public int End => end;

    public int Sentence => sentence;

    public int Language => language;

    /// <summary>The calendar word of a kind at a token of the sentence.</summary>
    public int At(int token, CalendarKind kind, out CalendarWord word)
    {
        word = default;
        return token < end ? w.CalendarAt(token, kind, language, out word) : 0;
    }

    /// <summary>Writes an expression down; answers where it ends.</summary>
    public int Add(int from, int to, in DateExpression date)
    {
        ref var added = ref w.DateExpressions.Add();
        added = date;
        added.Token = from;
        added.End = to;
        added.Sentence = sentence;
        return to;
    }

    public int SkipFillers(int token)
    {
        while (At(token, CalendarKind.Filler, out _) is > 0 and var length) token += length;
        return token;
    }

    /// <summary>True where a word before a number makes it a name (<c>Pasal 27</c>, <c>No. 20</c>).</summary>
    public bool IsLabelled(int token)
    {
        if (token == 0 || w.Tokens[token].Is(Shape.LineStart)) return false;
        if (w.MarkAt(token - 1) == '.' && !w.Tokens[token - 1].Is(Shape.SpaceBefore)) token--;
        return NumberReader.WordBefore(w, token, NumberKind.Label, language) || w.MarkAt(token - 1) == '#';
    }

    /// <summary>True where a quotation mark has opened in the line before a token and none has closed since.</summary>
    public bool InQuote(int token)
    {
        var open = false;
        for (var i = token - 1; i >= 0 && token - i < LongestQuote; i--)
        {
            if (w.Tokens[i + 1].Is(Shape.LineStart)) break;
            if (w.Tokens[i].Is(Shape.QuoteMark)) open = !open;
        }

        return open;
    }

    /// <summary>
    /// Which way a bare weekday points: on where a word of the future stands before it in the sentence, unless a word of saying
    /// or a quotation mark stands between, whose day it then is.
    /// </summary>
    public DateTense Tense(int token)
    {
        if (token > 0 && At(token - 1, CalendarKind.Since, out _) > 0) return DateTense.Past;
        var from = w.Sentences[sentence].TokenFrom;
        if (w.DateExpressions.Count > 0)
        {
            // A word of the future governs the date next to it; a second one only where both stand together.
            ref readonly var last = ref w.DateExpressions[w.DateExpressions.Count - 1];
            if (last.End <= token && token - last.End <= 2 && last.Sentence == sentence) return last.Tense;
            from = Math.Max(from, Math.Min(token, last.End));
        }

        for (var i = token - 1; i >= from; i--)
        {
            if (w.Tokens[i].Is(Shape.QuoteMark)) return DateTense.Open;
            foreach (ref readonly var hit in w.HitsAt(i))
            {
                if (hit.ByStem || !w.Speaks(hit, language)) continue;
                if (hit.Kind == PhraseKind.Reporting && hit.End <= token) return DateTense.Open;
                if (hit.Kind == PhraseKind.Calendar && w.Pack.Calendar.Words[hit.Payload].Kind == CalendarKind.Future) return DateTense.Future;
            }
        }

        return DateTense.Open;
    }
}
