using System.Globalization;

namespace Simpul.Text;

/// <summary>Dates that are known to the year, the month or the day, as ISO 8601 texts.</summary>
public static class PartialDate
{
    /// <summary>
    /// The day of a partial date as yyyymmdd, with unknown parts at their first (<c>2015-11</c> is 20151101); 0 for null and for
    /// what is no date.
    /// </summary>
    public static int ToDay(string? date)
    {
        if (date is null || date.Length < 4) return 0;
        var span = date.AsSpan();
        if (!Part(span[..4], 1, 9999, out var year)) return 0;
        var month = 1;
        var day = 1;
        if (span.Length >= 7 && !Part(span[5..7], 1, 12, out month)) return 0;
        if (span.Length >= 10 && !Part(span[8..10], 1, DateTime.DaysInMonth(year, month), out day)) return 0;
        return (year * 10000) + (month * 100) + day;
    }

    private static bool Part(ReadOnlySpan<char> digits, int from, int to, out int value) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value >= from && value <= to;
}
