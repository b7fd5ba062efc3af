using Simpul.Text.Tokens;

namespace Simpul.Text.Quotes;

/// <summary>
/// Pairs quotation marks line by line: a paragraph ends what it leaves open. White space tells opening from closing marks where the
/// glyph does not; a mark that opens inside an open pair is nested only where marks enough follow to close both.
/// </summary>
internal static class MarkPairs
{
    private enum Direction : byte
    {
        None,
        Open,
        Close,
        Either,
    }

    internal static void Line(Workspace w, int from, int to)
    {
        int open = -1, depth = 0;
        var isFirst = true;
        for (var i = from; i < to; i++)
        {
            if (!w.Tokens[i].Is(Shape.Punctuation)) continue;
            if (!w.Tokens[i].Is(Shape.QuoteMark) || w.Text[w.Tokens[i].Start] == '‘')
            {
                if (open < 0 && Single(w, i, from, to) is var close && close > i)
                {
                    QuoteFilter.Add(w, i + 1, close, isClosed: true);
                    i = close;
                    isFirst = false;
                }

                continue;
            }

            // A mark alone at a line's beginning closes what the line before left open: `" kata Perry.`
            if (i == from && i + 1 < to && w.Tokens[i + 1].Is(Shape.SpaceBefore))
            {
                isFirst = false;
                continue;
            }

            var direction = Of(w, i, from, to, open >= 0);
            if (direction == Direction.Either) direction = open < 0 ? Direction.Open : Direction.Close;
            if (direction == Direction.Open)
            {
                if (open < 0)
                {
                    open = i;
                    depth = 1;
                }
                else if (Closers(w, i, from, to) > depth) depth++;
                else
                {
                    QuoteFilter.AddOpen(w, open + 1, i);
                    open = i;
                    depth = 1;
                }
            }
            else if (open >= 0)
            {
                if (--depth == 0)
                {
                    QuoteFilter.Add(w, open + 1, i, isClosed: true);
                    open = -1;
                }
            }
            else if (isFirst && i > from) QuoteFilter.AddUnopened(w, from, i);

            isFirst = false;
        }

        if (open >= 0) QuoteFilter.AddOpen(w, open + 1, to);
    }

    private static Direction Of(Workspace w, int i, int from, int to, bool isOpen)
    {
        ref readonly var token = ref w.Tokens[i];
        var glyph = w.Text[token.Start] switch
        {
            '“' or '«' or '„' or '‟' => Direction.Open,
            '”' or '»' => Direction.Close,
            _ => Direction.Either,
        };
        var isApart = i == from || token.Is(Shape.SpaceBefore) || IsOpener(w, i - 1);
        var isGlued = i + 1 < to && !w.Tokens[i + 1].Is(Shape.SpaceBefore);
        var spacing = isApart && isGlued ? Direction.Open
            : !isApart && (!isGlued || IsCloser(w, i + 1)) ? Direction.Close
            : Direction.Either;
        if (glyph == Direction.Either || spacing == Direction.Either || spacing == glyph) return glyph == Direction.Either ? spacing : glyph;
        // A curly mark that looks the wrong way: white space is right where something is there to open or close.
        return spacing == Direction.Close ? (isOpen ? Direction.Close : glyph) : isOpen ? glyph : Direction.Open;
    }

    // Marks that still close in the line, less those that open: how many levels the rest can end.
    private static int Closers(Workspace w, int i, int from, int to)
    {
        var closers = 0;
        var opens = 0;
        for (var j = i + 1; j < to; j++)
        {
            if (!w.Tokens[j].Is(Shape.QuoteMark) || w.Text[w.Tokens[j].Start] == '‘') continue;
            switch (Of(w, j, from, to, isOpen: true))
            {
                case Direction.Open: opens++; break;
                default: closers++; break;
            }

            // Enough is known: long lines stay linear.
            if (j - i > 400) break;
        }

        return closers - opens;
    }

    // Single marks: `‘...’` and `'...'`, told from apostrophes by the white space on both sides.
    private static int Single(Workspace w, int i, int from, int to)
    {
        if (w.Text[w.Tokens[i].Start] is not ('\'' or '‘') || w.Tokens[i].Length > 1) return i;
        if (!(i == from || w.Tokens[i].Is(Shape.SpaceBefore)) || i + 1 >= to || w.Tokens[i + 1].Is(Shape.SpaceBefore)) return i;
        for (var j = i + 2; j < to && j - i < 400; j++)
        {
            if (w.Tokens[j].Is(Shape.QuoteMark)) return i;
            if (w.MarkAt(j) is not ('\'' or '’') || w.Tokens[j].Is(Shape.SpaceBefore)) continue;
            if (j + 1 < to && !w.Tokens[j + 1].Is(Shape.SpaceBefore) && !w.Tokens[j + 1].Is(Shape.Punctuation)) continue;
            // A plural's apostrophe (`the workers' union`): a closing mark has its punctuation or ends the clause.
            if (w.Tokens[j - 1].Is(Shape.Punctuation) || !HasLaterSingle(w, j, to)) return j;
        }

        return i;
    }

    private static bool HasLaterSingle(Workspace w, int i, int to)
    {
        for (var j = i + 1; j < to && j - i < 200; j++)
        {
            if (w.MarkAt(j) is '‘') return false;
            if (w.MarkAt(j) is '\'' or '’' && !w.Tokens[j].Is(Shape.SpaceBefore)) return true;
            if (w.MarkAt(j) is '\'' && w.Tokens[j].Is(Shape.SpaceBefore)) return false;
        }

        return false;
    }

    private static bool IsOpener(Workspace w, int i) => w.MarkAt(i) is '(' or '[' or '–' or '—';

    private static bool IsCloser(Workspace w, int i) => w.MarkAt(i) is ',' or '.' or ')' or ']' or ';' or ':' or '?' or '!' or '-' or '–' or '—';
}
