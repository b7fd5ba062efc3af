using Simpul.Text.Packs;

namespace Simpul.Text.Values;

/// <summary>Lengths of time: <c>satu jam 25 menit</c>, <c>1 tahun 6 bulan</c>; before a word for the past it is a date (<c>dua tahun lalu</c>).</summary>
internal static class DurationReader
{
    private const int MostParts = 4;

    /// <summary>Goes on from a number and its unit of time.</summary>
    internal static int Finish(in SentenceReading r, int from, in Numeral number, in AmountReader.Counted unit, int stop)
    {
        var w = r.W;
        if (Ago(r, from, number, unit.Time, stop) is var date && date > stop) return date;
        Span<decimal> parts = stackalloc decimal[(int)TimeUnit.Weekend + 1];
        parts.Clear();
        parts[(int)unit.Time] = number.Value;
        var last = unit.Time;
        for (var n = 1; n < MostParts; n++)
        {
            var at = w.MarkAt(stop) == ',' ? stop + 1 : stop;
            if (w.WordAt(at, WordClass.And, r.Language) is > 0 and var and) at += and;
            if (at >= r.End || !NumberReader.Read(w, at, r.End, r.Language, false, out var next) || next.HasScale) break;
            if (TimeAt(r, next.End, out var time) is not (> 0 and var length) || time >= last) break;
            parts[(int)time] = next.Value;
            last = time;
            stop = next.End + length;
        }

        return AmountReader.Write(w, from, stop, Durations.Write(parts), "duration", "duration");
    }

    private static int TimeAt(in SentenceReading r, int t, out TimeUnit time)
    {
        time = TimeUnit.None;
        if (t >= r.End) return 0;
        foreach (ref readonly var hit in r.W.HitsAt(t))
        {
            if (hit.Kind != PhraseKind.Unit || hit.ByStem || !r.W.Speaks(hit, r.Language)) continue;
            var word = r.W.Pack.Quantities.Units[hit.Payload];
            if (word.Kind != UnitKind.Time) continue;
            time = word.Time;
            return hit.Length;
        }

        return 0;
    }

    private static int Ago(in SentenceReading r, int from, in Numeral number, TimeUnit unit, int stop)
    {
        if (unit is not (TimeUnit.Day or TimeUnit.Week or TimeUnit.Month or TimeUnit.Year) || number.Value > 5000 || number.Value % 1 != 0) return stop;
        var shift = -(int)number.Value;
        var length = r.At(stop, CalendarKind.Ago, out _);
        if (length == 0)
        {
            length = r.At(stop, CalendarKind.Hence, out _);
            shift = -shift;
        }

        return length == 0 ? stop : r.Add(from, stop + length, new DateExpression { Form = DateForm.Ago, Unit = unit, Shift = shift, Rule = "ago" });
    }
}
