using System.Globalization;

namespace Simpul.Contracts;

/// <summary>
/// Dates as far as they are known, as integers <c>yyyymmdd</c> with zeros for what is not known: 20260205, 20260200 (a month),
/// 20260000 (a year), 0 (no date). The order of the integers is the order of the dates, less precise first.
/// </summary>
public static class Days
{
    /// <summary>No date.</summary>
    public const int None = 0;

    /// <summary>
    /// Reads <c>2026-02-05</c>, <c>2026-02</c> or <c>2026</c>. Halves, quarters and weeks (<c>2026-H1</c>, <c>2026-Q3</c>,
    /// <c>2026-W06</c>) are kept as their year; what is no date at all is <see cref="None"/>.
    /// </summary>
    public static int Parse(string? date) => TryParse(date, out var day) ? day : None;

    /// <summary>Reads a date; false where it is none. Null and empty are <see cref="None"/> and true.</summary>
    public static bool TryParse(string? date, out int day)
    {
        day = None;
        if (string.IsNullOrEmpty(date)) return true;
        var text = date.AsSpan();
        if (text.Length < 4 || !Digits(text[..4], out var year) || year == 0) return false;
        if (text.Length == 4) { day = year * 10000; return true; }
        if (text[4] != '-') return false;
        if (text.Length is 7 or 8 && text[5] is 'H' or 'Q' or 'W' && Digits(text[6..], out _)) { day = year * 10000; return true; }
        if (text.Length < 7 || !Digits(text.Slice(5, 2), out var month) || month is < 1 or > 12) return false;
        if (text.Length == 7) { day = year * 10000 + month * 100; return true; }
        if (text.Length < 10 || text[7] != '-' || !Digits(text.Slice(8, 2), out var d)) return false;
        if (text.Length > 10 && text[10] is not ('T' or ' ')) return false;
        if (d < 1 || d > DateTime.DaysInMonth(year, month)) return false;
        day = year * 10000 + month * 100 + d;
        return true;
    }

    /// <summary>Writes a date as far as it is known; null for none.</summary>
    public static string? Format(int day)
    {
        if (day == None) return null;
        int year = day / 10000, month = day / 100 % 100, d = day % 100;
        return d != 0 ? string.Create(CultureInfo.InvariantCulture, $"{year:D4}-{month:D2}-{d:D2}")
            : month != 0 ? string.Create(CultureInfo.InvariantCulture, $"{year:D4}-{month:D2}")
            : year.ToString("D4", CultureInfo.InvariantCulture);
    }

    /// <summary>The first full day that a date may mean.</summary>
    public static int First(int day) => day % 100 != 0 || day == None ? day : day / 100 % 100 != 0 ? day + 1 : day + 101;

    /// <summary>The last full day that a date may mean.</summary>
    public static int Last(int day)
    {
        if (day % 100 != 0 || day == None) return day;
        int year = day / 10000, month = day / 100 % 100;
        return month != 0 ? day + DateTime.DaysInMonth(year, month) : day + 1231;
    }

    /// <summary>
    /// True when the whole of what a date may mean lies from <paramref name="since"/> to <paramref name="until"/>, each inclusive and
    /// itself as far as known. No date lies only in the range without bounds.
    /// </summary>
    public static bool Within(int day, int since, int until) =>
        (since == None || (day != None && First(day) >= First(since))) &&
        (until == None || (day != None && Last(day) <= Last(until)));

    /// <summary>The bucket that a date falls in; a date known less precisely than the bucket stays as it is.</summary>
    public static int Bucket(int day, TimeBucket by) => by switch
    {
        TimeBucket.Year => day / 10000 * 10000,
        TimeBucket.Month => day / 100 * 100,
        TimeBucket.All => None,
        _ => day,
    };

    private static bool Digits(ReadOnlySpan<char> text, out int value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
}

/// <summary>How finely counts are split over time.</summary>
public enum TimeBucket
{
    /// <summary>By day.</summary>
    Day,

    /// <summary>By month.</summary>
    Month,

    /// <summary>By year.</summary>
    Year,

    /// <summary>Not at all.</summary>
    All,
}
