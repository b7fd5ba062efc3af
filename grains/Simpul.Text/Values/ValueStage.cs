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

    // Most of these words only go on what others begin (`dan`, `hingga`, `lalu`): they cost no more than a look.
    private static bool MayBegin(Workspace w, int hit, int token)
    {
        for (; hit < w.Hits.Count && w.Hits[hit].Token == token; hit++)
        {
            ref readonly var h = ref w.Hits[hit];
            if (h.Kind < PhraseKind.Calendar || h.ByStem) continue;
            var begins = h.Kind switch
            {
                PhraseKind.Calendar => (DateReader.Openers >> (int)w.Pack.Calendar.Words[h.Payload].Kind & 1) != 0,
                PhraseKind.Number => w.Pack.Quantities.Numbers[h.Payload].Kind is NumberKind.Ones or NumberKind.Tens or NumberKind.Whole or NumberKind.Half or NumberKind.NoNumber,
                PhraseKind.Currency => w.Pack.Quantities.Currencies[h.Payload].Before,
                _ => w.Pack.Quantities.Units[h.Payload].Kind == UnitKind.Compound,
            };
            if (begins) return true;
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
