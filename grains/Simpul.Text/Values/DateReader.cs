using Simpul.Text.Packs;
using Simpul.Text.Tokens;

namespace Simpul.Text.Values;

/// <summary>
/// Reads calendar expressions, from the widest pattern to the narrowest: a weekday takes the date in brackets after it, a month
/// the day before and the year after it.
/// </summary>
internal static class DateReader
{
    /// <summary>The kinds of words that an expression can begin with, one bit each.</summary>
    internal const uint Openers = 1u << (int)CalendarKind.Weekday | 1u << (int)CalendarKind.Month | 1u << (int)CalendarKind.MonthWeak
        | 1u << (int)CalendarKind.DayNoun | 1u << (int)CalendarKind.DateNoun | 1u << (int)CalendarKind.RelativeDay | 1u << (int)CalendarKind.Period
        | 1u << (int)CalendarKind.ShiftBefore | 1u << (int)CalendarKind.SequelBefore | 1u << (int)CalendarKind.SequelDay | 1u << (int)CalendarKind.OneAgo
        | 1u << (int)CalendarKind.Part | 1u << (int)CalendarKind.Half | 1u << (int)CalendarKind.Quarter | 1u << (int)CalendarKind.Every;

    /// <summary>Reads what begins at a token; answers where to go on, the token itself where nothing begins.</summary>
    internal static int Read(Workspace w, int t, int s, in SentenceSpan sentence)
    {
        var reading = new SentenceReading(w, sentence.TokenTo, s, sentence.Language);
        if (w.Tokens[t].Is(Shape.Number)) return PrintedDate.FromNumber(reading, t);
        var kinds = w.CalendarKindsAt(t) & Openers;
        if (kinds == 0) return t;
        if (Has(kinds, CalendarKind.Every) && reading.At(t, CalendarKind.Every, out _) is > 0 and var every)
        {
            // What recurs is no date: read it and let it go.
            var kept = w.DateExpressions.Count;
            if (t + every >= reading.End) return t;
            var end = w.Tokens[t + every].Is(Shape.Number) ? t : Read(w, t + every, s, sentence);
            if (w.DateExpressions.Count == kept || end <= t + every) return reading.At(t + every, CalendarKind.Period, out _) is > 0 and var period ? t + every + period : t;
            w.DateExpressions.Truncate(kept);
            return end;
        }

        var next = t;
        if (Has(kinds, CalendarKind.SequelDay) || Has(kinds, CalendarKind.SequelBefore)) next = Sequel(reading, t);
        if (next == t && Has(kinds, CalendarKind.RelativeDay)) next = RelativeDay(reading, t);
        if (next == t && (Has(kinds, CalendarKind.Weekday) || Has(kinds, CalendarKind.DayNoun) || Has(kinds, CalendarKind.ShiftBefore))) next = Weekday(reading, t);
        if (next == t && Has(kinds, CalendarKind.OneAgo)) next = OneAgo(reading, t);
        if (next == t && (Has(kinds, CalendarKind.Half) || Has(kinds, CalendarKind.Quarter))) next = Fraction(reading, t);
        if (next == t && Has(kinds, CalendarKind.Part)) next = Part(reading, t);
        if (next == t && (Has(kinds, CalendarKind.Period) || Has(kinds, CalendarKind.ShiftBefore))) next = Period(reading, t);
        if (next == t && (Has(kinds, CalendarKind.Month) || Has(kinds, CalendarKind.MonthWeak))) next = PrintedDate.FromMonth(reading, t);
        return next == t && Has(kinds, CalendarKind.DateNoun) ? PrintedDate.FromDateNoun(reading, t) : next;
    }

    private static bool Has(uint kinds, CalendarKind kind) => (kinds >> (int)kind & 1) != 0;

    private static int Sequel(in SentenceReading r, int t)
    {
        if (r.At(t, CalendarKind.SequelDay, out var day) is > 0 and var length)
            return r.Add(t, t + length, new DateExpression { Form = DateForm.Sequel, Unit = TimeUnit.Day, Shift = day.Value, Rule = "day-after-named" });
        if (r.At(t, CalendarKind.SequelBefore, out var shift) is > 0 and var before
            && r.At(t + before, CalendarKind.Period, out var period) is > 0 and var noun)
            return r.Add(t, t + before + noun, new DateExpression { Form = DateForm.Sequel, Unit = period.Unit, Shift = shift.Value, Rule = "period-after-named" });
        return t;
    }

    private static int RelativeDay(in SentenceReading r, int t)
    {
        if (r.At(t, CalendarKind.RelativeDay, out var day) is not (> 0 and var length)) return t;
        var end = t + length;
        var date = new DateExpression { Form = DateForm.RelativeDay, Shift = day.Value, InQuote = r.InQuote(t), Rule = "relative-day" };
        // `hari ini (10/9)`: the printed date says which day it is.
        if (DateFigures.Bracketed(r, end, ref date) is var close && close > end)
        {
            date.Form = DateForm.Printed;
            end = close;
        }

        return r.Add(t, end, date);
    }

    private static int Weekday(in SentenceReading r, int t)
    {
        var at = t;
        if (r.At(t, CalendarKind.DayNoun, out _) is > 0 and var noun) at += noun;
        var isShiftBefore = false;
        CalendarWord shift = default;
        if (at == t && r.At(t, CalendarKind.ShiftBefore, out shift) is > 0 and var before)
        {
            at += before;
            isShiftBefore = true;
        }

        if (r.At(at, CalendarKind.Weekday, out var day) is not (> 0 and var length)) return t;
        // The same word means a week where a shift follows the small letter or the sentence's first capital.
        if (at == t && r.At(at, CalendarKind.Period, out _) > 0 && r.W.Tokens[at].Is(Shape.Opening)
            && r.At(at + length, CalendarKind.ShiftAfter, out _) > 0) return t;
        var end = at + length;
        var date = new DateExpression { Form = DateForm.Weekday, Weekday = day.Value, Rule = "weekday" };
        if (r.At(end, CalendarKind.DayPart, out _) is > 0 and var part) end += part;
        if (isShiftBefore) return r.Add(t, end, Shifted(date, shift.Value));
        var printed = PrintedDate.AfterWeekday(r, end, ref date);
        if (printed > end) return r.Add(t, printed, date);
        if (r.At(end, CalendarKind.ShiftAfter, out shift) is > 0 and var after) return r.Add(t, end + after, Shifted(date, shift.Value));
        // `Jumat, kemarin`: the comma changes nothing.
        if (r.W.MarkAt(end) == ',' && r.At(end + 1, CalendarKind.ShiftAfter, out shift) is > 0 and var apart && shift.Value < 0)
            return r.Add(t, end + 1 + apart, Shifted(date, shift.Value));
        if (r.At(end, CalendarKind.ShiftBefore, out shift) is > 0 and var lead && r.At(end + lead, CalendarKind.Period, out var ahead) is > 0 and var week && ahead.Unit == TimeUnit.Week)
        {
            return r.Add(t, end + lead + week, InWeek(date, shift.Value));
        }

        if (r.At(end, CalendarKind.Period, out var period) is > 0 and var unit && period.Unit == TimeUnit.Week
            && r.At(end + unit, CalendarKind.ShiftAfter, out shift) is > 0 and var tail)
        {
            return r.Add(t, end + unit + tail, InWeek(date, shift.Value));
        }

        date.Tense = r.Tense(t);
        return r.Add(t, end, date);
    }

    private static DateExpression Shifted(DateExpression date, int shift)
    {
        date.Tense = shift < 0 ? DateTense.Past : shift > 0 ? DateTense.Future : DateTense.Current;
        date.IsTenseSure = true;
        return date;
    }

    private static DateExpression InWeek(DateExpression date, int shift)
    {
        date.Unit = TimeUnit.Week;
        date.Shift = shift;
        return date;
    }

    private static int OneAgo(in SentenceReading r, int t) => r.At(t, CalendarKind.OneAgo, out var word) is > 0 and var length
        ? r.Add(t, t + length, new DateExpression { Form = DateForm.Ago, Unit = word.Unit, Shift = -1, Rule = "ago" })
        : t;

    private static int Fraction(in SentenceReading r, int t)
    {
        var length = r.At(t, CalendarKind.Half, out var word);
        if (length == 0) length = r.At(t, CalendarKind.Quarter, out word);
        if (length == 0) return t;
        var date = new DateExpression
        {
            Form = DateForm.Fraction, Fraction = word.Value, Rule = word.Kind == CalendarKind.Half ? "half-year" : "quarter-year",
            Unit = word.Kind == CalendarKind.Half ? TimeUnit.None : TimeUnit.Quarter,
        };
        var at = r.SkipFillers(t + length);
        // `kuartal I-2019`, `triwulan IV/2018`.
        if (r.W.Tokens.Count > at && at < r.End && r.W.Tokens[at].Is(Shape.Joiner)) at++;
        var bare = at;
        if (r.At(at, CalendarKind.Period, out var period) is > 0 and var noun && period.Unit == TimeUnit.Year) at += noun;
        if (DateFigures.Year(r, at, out var year))
        {
            date.Year = year;
            return r.Add(t, at + 1, date);
        }

        if (at > bare && r.At(at, CalendarKind.ShiftAfter, out var shift) is > 0 and var after)
        {
            date.Shift = shift.Value;
            return r.Add(t, at + after, date);
        }

        if (r.At(bare, CalendarKind.ShiftBefore, out shift) is > 0 and var before
            && r.At(bare + before, CalendarKind.Period, out period) is > 0 and var yearNoun && period.Unit == TimeUnit.Year)
        {
            date.Shift = shift.Value;
            return r.Add(t, bare + before + yearNoun, date);
        }

        return at > bare && bare > t + length ? r.Add(t, at, date) : t;
    }

    private static int Part(in SentenceReading r, int t)
    {
        if (r.At(t, CalendarKind.Part, out var part) is not (> 0 and var length)) return t;
        var at = r.SkipFillers(t + length);
        if (at < r.End && r.W.Tokens[at].Is(Shape.Joiner)) at++;
        var count = r.W.DateExpressions.Count;
        var end = DateFigures.Year(r, at, out _) ? PrintedDate.FromNumber(r, at) : Period(r, at, isAfterPart: true);
        if (end == at) end = PrintedDate.FromMonth(r, at, isSure: true);
        if (end == at || r.W.DateExpressions.Count == count) return t;
        for (var i = count; i < r.W.DateExpressions.Count; i++) r.W.DateExpressions[i].Part = part.Value;
        r.W.DateExpressions[count].Token = t;
        return end;
    }

    private static int Period(in SentenceReading r, int t, bool isAfterPart = false)
    {
        if (r.At(t, CalendarKind.ShiftBefore, out var shift) is > 0 and var before)
        {
            if (r.At(t + before, CalendarKind.Period, out var ahead) is > 0 and var noun)
                return r.Add(t, t + before + noun, new DateExpression { Form = DateForm.Period, Unit = ahead.Unit, Shift = shift.Value, Rule = "relative-period" });
            return PrintedDate.FromMonth(r, t + before, isSure: true, shift: shift.Value, from: t);
        }

        if (r.At(t, CalendarKind.Period, out var period) is not (> 0 and var length)) return t;
        var at = t + length;
        // `2 minggu lalu` was read with its number; `Nomor 20 Tahun 2019` names a law.
        var isNumbered = t > 0 && r.W.Tokens[t - 1].Is(Shape.Number);
        if (period.Unit == TimeUnit.Year && DateFigures.Year(r, at, out _))
            return isNumbered && r.IsLabelled(t - 1) ? at + 1 : PrintedDate.Years(r, t, at);
        if (period.Unit == TimeUnit.Month && PrintedDate.FromMonth(r, at, isSure: true, from: t) is var month && month > at) return month;
        if (r.At(at, CalendarKind.SequelAfter, out var sequel) is > 0 and var follows)
            return r.Add(t, at + follows, new DateExpression { Form = DateForm.Sequel, Unit = period.Unit, Shift = sequel.Value, Rule = "period-after-named" });
        if (r.At(at, CalendarKind.ShiftAfter, out shift) is > 0 and var after && !isNumbered)
            return r.Add(t, at + after, new DateExpression { Form = DateForm.Period, Unit = period.Unit, Shift = shift.Value, Rule = "relative-period" });
        if (!isAfterPart || period.Unit == TimeUnit.Weekend) return t;
        return r.Add(t, at, new DateExpression { Form = DateForm.Period, Unit = period.Unit, IsBare = true, Rule = "part-of-period" });
    }
}
