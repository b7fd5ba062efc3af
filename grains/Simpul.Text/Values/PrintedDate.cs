using Simpul.Text.Packs;
using Simpul.Text.Tokens;

namespace Simpul.Text.Values;

/// <summary>Dates in figures and month names: <c>10/9/2019</c>, <c>12 September 2019</c>, <c>Feb. 4</c>, <c>2026-02-04</c>, <c>2020-2022</c>.</summary>
internal static class PrintedDate
{
    /// <summary>A date that begins with figures.</summary>
    internal static int FromNumber(in SentenceReading r, int t)
    {
        var date = new DateExpression { Form = DateForm.Printed, Rule = "printed-date" };
        if (IsAttack(r.W, t)) return t;
        if (DateFigures.Iso(r, t, ref date) is var iso && iso > t) return r.Add(t, iso, date);
        // `(9-10/9/2019)`: two days of one month.
        if (DateFigures.Day(r, t, out var first, out var dash) && dash + 1 < r.End && r.W.MarkAt(dash) is '-' or '–' && r.W.Tokens[dash + 1].Is(Shape.Number)
            && DateFigures.Slashed(r, dash + 1, ref date, isSure: true) is var range && range > dash + 1 && first < date.Day)
        {
            ForgetWeekdays(r.W, t);
            var opening = date;
            opening.Day = first;
            r.Add(t, dash, opening);
            return r.Add(dash + 1, range, date);
        }

        date = new DateExpression { Form = DateForm.Printed, Rule = "printed-date" };
        if (DateFigures.Slashed(r, t, ref date, isSure: DateFigures.IsBracketed(r.W, t)) is var slashed && slashed > t) return r.Add(t, slashed, date);
        if (DayMonth(r, t) is var month && month > t) return month;
        return DateFigures.Year(r, t, out _) && IsYearPlace(r, t) ? Years(r, t, t) : t;
    }

    // `Senin dan Selasa (9-10/9/2019)`: the weekdays before the brackets are the days in them.
    private static void ForgetWeekdays(Workspace w, int t)
    {
        var count = w.DateExpressions.Count;
        if (count < 2 || w.MarkAt(t - 1) != '(') return;
        ref readonly var second = ref w.DateExpressions[count - 1];
        ref readonly var first = ref w.DateExpressions[count - 2];
        if (second.Form == DateForm.Weekday && first.Form == DateForm.Weekday && second.End == t - 1 && second.Token - first.End <= 1) w.DateExpressions.Truncate(count - 2);
    }

    // `(9/11)` alone is the attack's name, unless the news is of that month.
    private static bool IsAttack(Workspace w, int t) =>
        w.Slice(t, t + 1) is "9/11" && w.Published / 100 % 100 is not (11 or 0);

    /// <summary>tanggal 5 Agustus, tanggal 10/9.</summary>
    internal static int FromDateNoun(in SentenceReading r, int t)
    {
        if (r.At(t, CalendarKind.DateNoun, out _) is not (> 0 and var length) || t + length >= r.End) return t;
        var at = t + length;
        if (r.W.MarkAt(at) == '.') at++;
        if (at >= r.End || !r.W.Tokens[at].Is(Shape.Number)) return t;
        var count = r.W.DateExpressions.Count;
        var date = new DateExpression { Form = DateForm.Printed, Rule = "printed-date" };
        if (DateFigures.Slashed(r, at, ref date, isSure: true) is var slashed && slashed > at) return r.Add(t, slashed, date);
        var end = FromNumber(r, at);
        if (r.W.DateExpressions.Count == count) return t;
        r.W.DateExpressions[count].Token = t;
        return end;
    }

    /// <summary>What may follow a weekday: <c>(4/02)</c>, <c>, 12 September 2019</c>, <c>10/9</c>.</summary>
    internal static int AfterWeekday(in SentenceReading r, int t, ref DateExpression date)
    {
        var weekday = date.Weekday;
        var end = DateFigures.Bracketed(r, t, ref date);
        // `Jumat, (13/9/2019)`.
        if (end == t && r.W.MarkAt(t) == ',' && DateFigures.Bracketed(r, t + 1, ref date) is var apart && apart > t + 1) end = apart;
        if (end == t)
        {
            var isBracket = r.W.MarkAt(t) == '(';
            var at = isBracket || r.W.MarkAt(t) == ',' ? t + 1 : t;
            if (r.At(at, CalendarKind.DateNoun, out _) is > 0 and var noun) at += noun;
            if (at >= r.End) return t;
            var next = Figures(r, at, ref date);
            if (next == at) next = MonthFirst(r, at, ref date);
            if (next == at) return t;
            end = next;
            if (isBracket)
            {
                if (end >= r.End || r.W.MarkAt(end) != ')') return t;
                end++;
            }
        }

        date.Form = DateForm.Printed;
        date.Weekday = weekday;
        date.Rule = "weekday-and-date";
        return end;
    }

    private static int Figures(in SentenceReading r, int at, ref DateExpression date)
    {
        if (!r.W.Tokens[at].Is(Shape.Number)) return at;
        var end = DateFigures.Slashed(r, at, ref date, isSure: true);
        if (end > at) return end;
        return DateFigures.Day(r, at, out var day, out var next) ? MonthOf(r, next, day, ref date) is var close && close > next ? close : at : at;
    }

    private static int MonthFirst(in SentenceReading r, int at, ref DateExpression date)
    {
        if (DateFigures.Month(r, at, out var month, out _) is not (> 0 and var length) || !DateFigures.Day(r, at + length, out var day, out var end)) return at;
        date.Month = month;
        date.Day = day;
        return DateFigures.TrailingYear(r, end, ref date);
    }

    /// <summary>A month's name and what belongs to it: a day and year after it, or a year alone.</summary>
    internal static int FromMonth(in SentenceReading r, int t, bool isSure = false, int? shift = null, int from = -1)
    {
        if (DateFigures.Month(r, t, out var month, out var isWeak) is not (> 0 and var length)) return t;
        if (from < 0) from = t;
        var date = new DateExpression { Form = DateForm.Printed, Month = month, Rule = "month" };
        var end = t + length;
        if (DateFigures.Day(r, end, out var day, out var afterDay) && !DateFigures.Year(r, end, out _))
        {
            date.Day = day;
            var close = DateFigures.TrailingYear(r, afterDay, ref date);
            if (close == afterDay && DateFigures.RangeMark(r, afterDay) is > 0 and var range && DateFigures.Day(r, afterDay + range, out var last, out var afterLast)
                && DateFigures.Month(r, afterLast, out _, out _) == 0)
            {
                // `Feb. 4-6, 2026`: two days of one month.
                var second = date;
                second.Day = last;
                var stop = DateFigures.TrailingYear(r, afterLast, ref second);
                date.Year = second.Year;
                r.Add(from, afterDay, date);
                return r.Add(afterDay + range, stop, second);
            }

            return r.Add(from, close, date);
        }

        var year = r.W.MarkAt(end) == ',' ? end + 1 : end;
        if (DateFigures.Year(r, year, out var number))
        {
            date.Year = number;
            return r.Add(from, year + 1, date);
        }

        // `September-Oktober 2019`: the year of the second is that of the first.
        if (DateFigures.RangeMark(r, end) is > 0 and var mark && DateFigures.Month(r, end + mark, out var other, out _) is > 0 and var otherLength && DateFigures.Year(r, end + mark + otherLength, out number))
        {
            date.Year = other >= month ? number : number - 1;
            r.Add(from, end, date);
            date.Month = other;
            date.Year = number;
            return r.Add(end + mark, end + mark + otherLength + 1, date);
        }

        if (isWeak && !isSure && !IsMonthPlace(r, t)) return t;
        if (shift is { } by)
        {
            date.Tense = by < 0 ? DateTense.Past : by > 0 ? DateTense.Future : DateTense.Current;
            date.IsTenseSure = true;
        }
        else Point(r, end, t, ref date);
        return r.Add(from, end, date);
    }

    // `lalu` and `mendatang` after a date point back and on, but stay outside it.
    private static void Point(in SentenceReading r, int end, int t, ref DateExpression date)
    {
        if (r.At(end, CalendarKind.ShiftAfter, out var word) > 0)
        {
            date.Tense = word.Value < 0 ? DateTense.Past : word.Value > 0 ? DateTense.Future : DateTense.Current;
            date.IsTenseSure = true;
        }
        else date.Tense = r.Tense(t);
    }

    private static bool IsMonthPlace(in SentenceReading r, int t) => t > r.W.Sentences[r.Sentence].TokenFrom
        && (r.W.WordBefore(t, WordClass.In, r.Language) > 0 || r.W.WordBefore(t, WordClass.From, r.Language) > 0
            || r.At(t - 1, CalendarKind.Since, out _) > 0 || r.At(t - 1, CalendarKind.Range, out _) > 0 || r.At(t - 1, CalendarKind.Part, out _) > 0
            || r.W.WordBefore(t, WordClass.By, r.Language) > 0)
        && r.W.Tokens[t].Is(Shape.Capital) && !(t + 1 < r.End && r.W.Tokens[t + 1].Is(Shape.Word) && r.W.Tokens[t + 1].Is(Shape.Capital));

    // `12 September 2019`, `the 4th of July`, `12-13 September`, `27 Agustus-3 September 2019`.
    private static int DayMonth(in SentenceReading r, int t)
    {
        if (!DateFigures.Day(r, t, out var day, out var at)) return t;
        var date = new DateExpression { Form = DateForm.Printed, Rule = "printed-date" };
        if (MonthOf(r, at, day, ref date) is var end && end > at)
        {
            Point(r, end, t, ref date);
            var added = r.W.DateExpressions.Count;
            r.Add(t, end, date);
            if (date.Year == 0 && DateFigures.RangeMark(r, end) is > 0 and var to && DateFigures.Day(r, end + to, out _, out _) && DayMonth(r, end + to) is var last && last > end + to)
            {
                // The year stands once, after the second date.
                ref var first = ref r.W.DateExpressions[added];
                first.Year = r.W.DateExpressions[added + 1].Year;
                return last;
            }

            return end;
        }

        if (DateFigures.RangeMark(r, at) is not (> 0 and var mark) || !DateFigures.Day(r, at + mark, out var second, out var after)) return t;
        var stop = MonthOf(r, after, second, ref date);
        if (stop == after) return t;
        Point(r, stop, t, ref date);
        var opening = date;
        opening.Day = day;
        r.Add(t, at, opening);
        return r.Add(at + mark, stop, date);
    }

    private static int MonthOf(in SentenceReading r, int t, int day, ref DateExpression date)
    {
        var at = r.SkipFillers(t);
        if (at < r.End && r.W.Tokens[at].Is(Shape.Joiner)) at++;
        if (DateFigures.Month(r, at, out var month, out _) is not (> 0 and var length)) return t;
        date.Day = day;
        date.Month = month;
        return DateFigures.TrailingYear(r, at + length, ref date);
    }

    /// <summary>One year, or the two ends of a range of years.</summary>
    internal static int Years(in SentenceReading r, int from, int t)
    {
        DateFigures.Year(r, t, out var year);
        var date = new DateExpression { Form = DateForm.Printed, Year = year, Rule = "year" };
        r.Add(from, t + 1, date);
        var mark = DateFigures.RangeMark(r, t + 1);
        if (mark == 0 || !DateFigures.Year(r, t + 1 + mark, out var last) || last < year) return t + 1;
        date.Year = last;
        return r.Add(t + 1 + mark, t + 2 + mark, date);
    }

    // A bare year after a capitalised word or a bracket is part of a name (`Piala Dunia 2018`), before a noun that numbers count a count.
    private static bool IsYearPlace(in SentenceReading r, int t)
    {
        var w = r.W;
        if (r.IsLabelled(t)) return false;
        // `pada 1970 tim itu`: the preposition of time says year.
        var isSure = t > 0 && (r.At(t - 1, CalendarKind.Since, out _) > 0 || r.At(t - 1, CalendarKind.Part, out _) > 0);
        if (!isSure && AmountReader.IsCounted(w, t + 1, r.End, r.Language)) return false;
        if (t == w.Sentences[r.Sentence].TokenFrom) return true;
        ref readonly var before = ref w.Tokens[t - 1];
        if (before.Is(Shape.Joiner)) return t >= 2 && w.Tokens[t - 2].Is(Shape.Number) && w.Tokens[t - 2].Length == 4;
        if (before.Is(Shape.Punctuation)) return w.MarkAt(t - 1) is ',' or '(' or ':' or ';' or '-' or '–' or '—' || before.Is(Shape.QuoteMark);
        if (before.Is(Shape.Number)) return false;
        if (!before.Is(Shape.Capital) || before.Is(Shape.Opening)) return true;
        foreach (ref readonly var hit in w.HitsAt(t - 1))
        {
            if (hit.Kind is PhraseKind.Word && (WordClass)hit.Payload is not (WordClass.NotName or WordClass.NameParticle) && w.Speaks(hit, r.Language)) return true;
        }

        return false;
    }
}
