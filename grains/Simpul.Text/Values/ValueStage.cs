using Simpul.Text.Packs;
using Simpul.Text.Tokens;

namespace Simpul.Text.Values;

/// <summary>Dates and amounts. Looks only where figures or words of numbers, units and calendars stand.</summary>
internal static class ValueStage
{
    internal static void Run(Workspace w)
    {
        w.DateExpressions.Clear();
        var hit = 0;
        var s = 0;
        for (var t = 0; t < w.Tokens.Count;)
        {
            while (hit < w.Hits.Count && w.Hits[hit].Token < t) hit++;
            if (!w.Tokens[t].Is(Shape.Number) && !MayBegin(w, hit, t))
            {
                t++;
                continue;
            }

            while (s + 1 < w.Sentences.Count && w.Sentences[s].TokenTo <= t) s++;
            t = Math.Max(t + 1, Read(w, t, s));
        }

        DateResolver.Run(w);
    }

    private static bool MayBegin(Workspace w, int hit, int token)
    {
        for (; hit < w.Hits.Count && w.Hits[hit].Token == token; hit++)
        {
            if (w.Hits[hit].Kind >= PhraseKind.Calendar && !w.Hits[hit].ByStem) return true;
        }

        return false;
    }

    private static int Read(Workspace w, int t, int s)
    {
        var sentence = w.Sentences[s];
        if (NumberReader.WordAt(w, t, NumberKind.NoNumber, sentence.Language) is > 0 and var none) return t + none;
        var end = DateReader.Read(w, t, s, sentence);
        return end > t ? end : AmountReader.Read(w, t, s, sentence);
    }
}
