using Simpul.Text.Packs;
using Simpul.Text.Tokens;

namespace Simpul.Text.Values;

/// <summary>The parts of printed dates: days, years and months, and figures with signs between them.</summary>
internal static class DateFigures
{
    private const int FirstYear = 1400;
    private const int LastYear = 2100;

    /// <summary>A date in brackets right after a token: <c>(10/9)</c>, <c>(10/9/2019)</c>.</summary>
    internal static int Bracketed(in SentenceReading r, int t, ref DateExpression date)
    {
        if (t + 2 >= r.W.Tokens.Count || t + 1 >= r.End || r.W.MarkAt(t) != '(' || !r.W.Tokens[t + 1].Is(Shape.Number)) return t;
        var end = Slashed(r, t + 1, ref date, isSure: true);
        return end > t + 1 && end < r.End && r.W.MarkAt(end) == ')' ? end + 1 : t;
    }

    internal static int TrailingYear(in SentenceReading r, int t, ref DateExpression date)
    {
        var at = t;
        if (r.W.MarkAt(at) == ',') at++;
        else if (at < r.End && r.W.Tokens[at].Is(Shape.Joiner)) at++;
        if (r.At(at, CalendarKind.Period, out var period) is > 0 and var noun && period.Unit == TimeUnit.Year) at += noun;
        if (!Year(r, at, out var year)) return t;
        date.Year = year;
        return at + 1;
    }

    internal static int Month(in SentenceReading r, int t, out int month, out bool isWeak)
    {
        isWeak = false;
        var length = r.At(t, CalendarKind.Month, out var word);
        if (length == 0)
        {
            length = r.At(t, CalendarKind.MonthWeak, out word);
            isWeak = length > 0;
        }

        month = word.Value;
        // The full stop of a short form.
        if (isWeak && r.W.MarkAt(t + length) == '.' && t + length + 1 < r.End && r.W.Tokens[t + length + 1].Is(Shape.Number)) length++;
        return length;
    }

    /// <summary>The day of a month in one or two figures, with the letters of an ordinal.</summary>
    internal static bool Day(in SentenceReading r, int t, out int day, out int end)
    {
        day = 0;
        end = t;
        if (t >= r.End || t >= r.W.Tokens.Count || !r.W.Tokens[t].Is(Shape.Number)) return false;
        day = Figure(r.W, t, 2);
        if (day is < 1 or > 31) return false;
        end = t + 1;
        if (end < r.End && !r.W.Tokens[end].Is(Shape.SpaceBefore) && NumberReader.WordAt(r.W, end, NumberKind.OrdinalSuffix, r.Language) is > 0 and var suffix) end += suffix;
        return true;
    }

    /// <summary>True for four figures that can be a year and stand alone.</summary>
    internal static bool Year(in SentenceReading r, int t, out int year)
    {
        year = 0;
        if (t >= r.End || t >= r.W.Tokens.Count || !r.W.Tokens[t].Is(Shape.Number) || r.W.Tokens[t].Length != 4) return false;
        year = Figure(r.W, t, 4);
        if (year is < FirstYear or > LastYear) return false;
        // `1990s`, `2000m`: letters glued to it make it something else.
        return !(t + 1 < r.W.Tokens.Count && r.W.Tokens[t + 1].Is(Shape.Word) && !r.W.Tokens[t + 1].Is(Shape.SpaceBefore) && !r.W.Tokens[t + 1].Is(Shape.LineStart));
    }

    /// <summary>How many tokens a sign or word between the ends of a range takes.</summary>
    internal static int RangeMark(in SentenceReading r, int t)
    {
        if (t >= r.End) return 0;
        if (r.W.MarkAt(t) is '-' or '–' or '—' or '‐' or '‑') return 1;
        if (r.W.MarkAt(t) == '/' && r.W.Tokens[t].Is(Shape.Joiner)) return 1;
        return r.At(t, CalendarKind.Range, out _);
    }

    internal static bool IsBracketed(Workspace w, int t) => t > 0 && w.MarkAt(t - 1) == '(' && w.MarkAt(t + 1) == ')';

    // 2026-02-04; 4-2-2026 has the same signs.
    internal static int Iso(in SentenceReading r, int t, ref DateExpression date)
    {
        if (t + 4 >= r.End || !r.W.Tokens[t + 1].Is(Shape.Joiner) || !r.W.Tokens[t + 3].Is(Shape.Joiner)) return t;
        if (r.W.MarkAt(t + 1) != '-' || r.W.MarkAt(t + 3) != '-') return t;
        if (!r.W.Tokens[t + 2].Is(Shape.Number) || !r.W.Tokens[t + 4].Is(Shape.Number)) return t;
        int first = Figure(r.W, t, 4), second = Figure(r.W, t + 2, 2), third = Figure(r.W, t + 4, 4);
        if (r.W.Tokens[t].Length == 4) (date.Year, date.Month, date.Day) = (first, second, third);
        else (date.Day, date.Month, date.Year) = (first, second, third);
        return Calendars.IsDay(date.Year, date.Month, date.Day) ? t + 5 : t;
    }

    /// <summary>
    /// <c>10/9/2019</c>, <c>10.9.2019</c> and, where its place is that of a date, <c>10/9</c>; a missing sign (<c>20/92019</c>) is supplied.
    /// </summary>
    internal static int Slashed(in SentenceReading r, int t, ref DateExpression date, bool isSure)
    {
        Span<int> parts = [-1, -1, -1];
        ref readonly var token = ref r.W.Tokens[t];
        var text = r.W.Text.AsSpan(token.Start, token.Length);
        var sign = '\0';
        var part = 0;
        var length = 0;
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c))
            {
                if (++length > 6) return t;
                parts[part] = (Math.Max(0, parts[part]) * 10) + (c - '0');
                continue;
            }

            if (c is not ('/' or '.') || (sign != '\0' && c != sign) || ++part > 2 || length == 0) return t;
            sign = c;
            length = 0;
        }

        if (sign == '\0' || (sign == '.' && part < 2)) return t;
        var (day, month, year) = (parts[0], parts[1], parts[2]);
        if (part == 1 && length is 5 or 6 && isSure)
        {
            year = month % 10000;
            month /= 10000;
        }
        else if (part == 1)
        {
            if (!isSure) return t;
            year = 0;
        }
        else if (length == 2) year = isSure || sign == '/' ? 2000 + year : 0;
        // A year cut short is that of the article.
        else if (length != 4) year = 0;
        if (month > 12 && day <= 12) (day, month) = (month, day);
        if (month is < 1 or > 12 || day is < 1 or > 31 || (year != 0 && !Calendars.IsDay(year, month, day)) || (year == 0 && day > Calendars.LongestMonth(month))) return t;
        (date.Day, date.Month, date.Year) = (day, month, year);
        return t + 1;
    }

    internal static int Figure(Workspace w, int t, int digits)
    {
        ref readonly var token = ref w.Tokens[t];
        if (token.Length > digits) return -1;
        var value = 0;
        foreach (var c in w.Text.AsSpan(token.Start, token.Length))
        {
            if (!char.IsAsciiDigit(c)) return -1;
            value = (value * 10) + (c - '0');
        }

        return value;
    }
}
