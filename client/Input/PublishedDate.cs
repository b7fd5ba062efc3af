using System.Globalization;

namespace Simpul.Client.Input;

/// <summary>What became of a date as written.</summary>
internal enum DateReading
{
    /// <summary>There was none.</summary>
    Missing,

    /// <summary>It was understood.</summary>
    Known,

    /// <summary>It was understood, but only as month/day/year, which is not how day and month are read elsewhere.</summary>
    MonthFirst,

    /// <summary>It is no date, or one that no calendar has.</summary>
    Impossible,
}

/// <summary>
/// Reads publication dates as people and programs write them, in Indonesian and English, into ISO 8601 as far as they are
/// known: <c>2019-09-10</c>, <c>2019-09</c>, <c>2019</c>. A time of day is cut off; day stands before month in figures.
/// </summary>
internal static class PublishedDate
{
    private static readonly string[][] Months =
    [
        ["januari", "january", "jan"], ["februari", "february", "feb", "pebruari"], ["maret", "march", "mar"],
        ["april", "apr"], ["mei", "may"], ["juni", "june", "jun"], ["juli", "july", "jul"],
        ["agustus", "august", "aug", "agu", "agt", "ags"], ["september", "sep", "sept"], ["oktober", "october", "okt", "oct"],
        ["november", "nov", "nopember", "nop"], ["desember", "december", "des", "dec"],
    ];

    private static readonly string[] Weekdays =
    [
        "senin", "selasa", "rabu", "kamis", "jumat", "jum'at", "sabtu", "minggu", "ahad",
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
        "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun", "sen", "sel", "rab", "kam", "jum", "sab", "min",
    ];

    /// <summary>Reads a date; <paramref name="value"/> is null unless it is known.</summary>
    public static DateReading Read(ReadOnlySpan<char> written, out string? value)
    {
        value = null;
        written = written.Trim();
        if (written.IsEmpty) return DateReading.Missing;
        if (written.Length > 80) return DateReading.Impossible;

        var parts = Parts(written);
        if (parts.Count == 0) return DateReading.Impossible;

        var monthFirst = false;
        var found = char.IsAsciiDigit(parts[0][0])
            ? FromFigures(parts, ref monthFirst, out value) || FromDayAndMonthName(parts, out value)
            : FromMonthName(parts, out value);
        if (!found) return DateReading.Impossible;
        return monthFirst ? DateReading.MonthFirst : DateReading.Known;
    }

    /// <summary>True where a whole line is a date and nothing else, so that a text file may carry it among its first lines.</summary>
    public static bool IsWholly(ReadOnlySpan<char> line, out string? value)
    {
        value = null;
        line = line.Trim();
        // A bare number on a line of its own is a page or a count more often than a year.
        if (line.Length is < 6 or > 60 || !line.ContainsAnyInRange('0', '9')) return false;
        if (int.TryParse(line, CultureInfo.InvariantCulture, out _) && line.Length != 8) return false;
        foreach (var part in Parts(line))
            if (!char.IsAsciiDigit(part[0]) && Month(part) == 0 && !IsClockWord(part))
                return false;
        return Read(line, out value) is DateReading.Known or DateReading.MonthFirst;
    }

    private static bool IsClockWord(string part) => part.ToUpperInvariant() is
        "T" or "Z" or "WIB" or "WITA" or "WIT" or "GMT" or "UTC" or "AM" or "PM" or "PUKUL" or "JAM" or "AT" or "OF" or "ST" or "ND" or "RD" or "TH";

    // Runs of digits and runs of letters, with leading weekdays left out.
    private static List<string> Parts(ReadOnlySpan<char> text)
    {
        var parts = new List<string>(8);
        var i = 0;
        while (i < text.Length)
        {
            var start = i;
            if (char.IsAsciiDigit(text[i]))
                while (i < text.Length && char.IsAsciiDigit(text[i])) i++;
            else if (char.IsLetter(text[i]))
                while (i < text.Length && (char.IsLetter(text[i]) || (text[i] == '\'' && i + 1 < text.Length && char.IsLetter(text[i + 1])))) i++;
            else
            {
                i++;
                continue;
            }

            var part = text[start..i].ToString();
            if (parts.Count > 0 || !Weekdays.Contains(part.ToLowerInvariant())) parts.Add(part);
        }

        return parts;
    }

    private static bool FromFigures(List<string> parts, ref bool monthFirst, out string? value)
    {
        value = null;
        var first = parts[0];
        if (first.Length == 8) return Make(Number(first[..4]), Number(first[4..6]), Number(first[6..]), out value) && NoOtherDate(parts, 1);
        if (first.Length == 4)
        {
            if (parts.Count == 1) return Make(Number(first), 0, 0, out value);
            if (!IsShort(parts[1])) return false;
            if (parts.Count == 2 || !IsShort(parts[2])) return parts.Count == 2 && Make(Number(first), Number(parts[1]), 0, out value);
            return Make(Number(first), Number(parts[1]), Number(parts[2]), out value);
        }

        if (!IsShort(first) || parts.Count < 2) return false;
        if (parts[1].Length == 4 && parts.Count == 2) return Make(Number(parts[1]), Number(first), 0, out value);
        if (parts.Count < 3 || !IsShort(parts[1]) || parts[2].Length != 4) return false;
        var (a, b, year) = (Number(first), Number(parts[1]), Number(parts[2]));
        if (b <= 12) return Make(year, b, a, out value);
        monthFirst = true;
        return Make(year, a, b, out value);
    }

    // 10 September 2019, 10-Sep-2019, 1st of May 2020
    private static bool FromDayAndMonthName(List<string> parts, out string? value)
    {
        value = null;
        if (!IsShort(parts[0])) return false;
        var i = 1;
        while (i < parts.Count && parts[i].ToLowerInvariant() is "st" or "nd" or "rd" or "th" or "of") i++;
        if (i + 1 >= parts.Count || Month(parts[i]) is not (> 0 and var month) || parts[i + 1].Length != 4) return false;
        return Make(Number(parts[i + 1]), month, Number(parts[0]), out value);
    }

    // September 10, 2019; September 2019
    private static bool FromMonthName(List<string> parts, out string? value)
    {
        value = null;
        if (Month(parts[0]) is not (> 0 and var month) || parts.Count < 2) return false;
        if (parts[1].Length == 4) return Make(Number(parts[1]), month, 0, out value);
        var i = 2;
        while (i < parts.Count && parts[i].ToLowerInvariant() is "st" or "nd" or "rd" or "th") i++;
        return i < parts.Count && IsShort(parts[1]) && parts[i].Length == 4 && Make(Number(parts[i]), month, Number(parts[1]), out value);
    }

    private static bool NoOtherDate(List<string> parts, int from) => parts.Count == from || !char.IsAsciiDigit(parts[from][0]) || parts[from].Length <= 6;

    private static bool IsShort(string part) => part.Length <= 2 && char.IsAsciiDigit(part[0]);

    private static int Number(string digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : -1;

    private static int Month(string part)
    {
        var lower = part.ToLowerInvariant();
        return Array.FindIndex(Months, names => names.Contains(lower)) + 1;
    }

    // Zero stands for "not known"; years outside of printed news are programs' defaults (0001, 9999), not dates.
    private static bool Make(int year, int month, int day, out string? value)
    {
        value = null;
        if (year is < 1500 or > 2999) return false;
        if (month == 0 && day == 0)
        {
            value = year.ToString("D4", CultureInfo.InvariantCulture);
            return true;
        }

        if (month is < 1 or > 12 || day < 0 || day > DateTime.DaysInMonth(year, month)) return false;
        value = day == 0
            ? string.Create(CultureInfo.InvariantCulture, $"{year:D4}-{month:D2}")
            : string.Create(CultureInfo.InvariantCulture, $"{year:D4}-{month:D2}-{day:D2}");
        return true;
    }
}
