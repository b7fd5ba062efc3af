using System.Globalization;
using Simpul.Text.Packs;

namespace Simpul.Text.Values;

/// <summary>Days, weeks and months of the Gregorian calendar, and their ISO 8601 texts.</summary>
internal static class Calendars
{
    private const string Digits = "0000";

    internal static bool IsDay(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);

    /// <summary>How many days a month can have in any year.</summary>
    internal static int LongestMonth(int month) => DateTime.DaysInMonth(2000, month);

    internal static DateOnly? Day(int yyyymmdd)
    {
        int year = yyyymmdd / 10000, month = yyyymmdd / 100 % 100, day = yyyymmdd % 100;
        return IsDay(year, month, day) ? new DateOnly(year, month, day) : null;
    }

    /// <summary>1 for Monday, 7 for Sunday.</summary>
    internal static int Weekday(DateOnly day) => day.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek;

    /// <summary>A day some days off, or null beyond the calendar.</summary>
    internal static DateOnly? Plus(DateOnly day, int days)
    {
        var number = (long)day.DayNumber + days;
        return number < DateOnly.MinValue.DayNumber || number > DateOnly.MaxValue.DayNumber ? null : DateOnly.FromDayNumber((int)number);
    }

    /// <summary>The first day of a month some months off, or null beyond the calendar.</summary>
    internal static DateOnly? PlusMonths(DateOnly day, int months)
    {
        var month = ((long)day.Year * 12) + day.Month - 1 + months;
        return month is < 12 or > 119_999 ? null : new DateOnly((int)(month / 12), (int)(month % 12) + 1, 1);
    }

    internal static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    internal static string Text(int year, int month = 0, int day = 0)
    {
        var text = year.ToString(Digits, CultureInfo.InvariantCulture);
        if (month == 0) return text;
        text += month.ToString("-00", CultureInfo.InvariantCulture);
        return day == 0 ? text : text + day.ToString("-00", CultureInfo.InvariantCulture);
    }

    internal static string Week(DateOnly day)
    {
        var date = day.ToDateTime(TimeOnly.MinValue);
        return string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(date):0000}-W{ISOWeek.GetWeekOfYear(date):00}");
    }

    /// <summary>The period that holds a day, some periods off; null where that says nothing.</summary>
    internal static string? Period(DateOnly day, TimeUnit unit, int shift) => unit switch
    {
        TimeUnit.Day => Plus(day, shift) is { } d ? Text(d) : null,
        TimeUnit.Week or TimeUnit.Weekend => Math.Abs((long)shift) < 600_000 && Plus(day, shift * 7) is { } d ? Week(d) : null,
        TimeUnit.Month => PlusMonths(day, shift) is { } d ? Text(d.Year, d.Month) : null,
        TimeUnit.Quarter => Math.Abs((long)shift) < 40_000 && PlusMonths(day, shift * 3) is { } d ? $"{Text(d.Year)}-Q{((d.Month - 1) / 3) + 1}" : null,
        TimeUnit.Year => day.Year + (long)shift is >= 1 and <= 9999 ? Text(day.Year + shift) : null,
        _ => null,
    };
}
