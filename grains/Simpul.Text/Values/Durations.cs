using System.Text;
using Simpul.Text.Packs;

namespace Simpul.Text.Values;

/// <summary>Lengths of time as ISO 8601 durations.</summary>
internal static class Durations
{
    /// <summary>One number of one unit; a fraction goes to the next smaller unit where that is exact.</summary>
    internal static string Write(decimal value, TimeUnit unit)
    {
        Span<decimal> parts = stackalloc decimal[(int)TimeUnit.Weekend + 1];
        parts.Clear();
        parts[(int)unit] = value;
        return Write(parts);
    }

    /// <summary>Numbers by unit.</summary>
    internal static string Write(Span<decimal> parts)
    {
        parts[(int)TimeUnit.Year] += (parts[(int)TimeUnit.Decade] * 10) + (parts[(int)TimeUnit.Century] * 100);
        Break(parts, TimeUnit.Year, TimeUnit.Month, 12);
        Break(parts, TimeUnit.Day, TimeUnit.Hour, 24);
        Break(parts, TimeUnit.Hour, TimeUnit.Minute, 60);
        Break(parts, TimeUnit.Minute, TimeUnit.Second, 60);
        var text = new StringBuilder("P");
        Part(text, parts, TimeUnit.Year, 'Y');
        Part(text, parts, TimeUnit.Month, 'M');
        Part(text, parts, TimeUnit.Week, 'W');
        Part(text, parts, TimeUnit.Day, 'D');
        var date = text.Length;
        Part(text, parts, TimeUnit.Hour, 'H');
        Part(text, parts, TimeUnit.Minute, 'M');
        Part(text, parts, TimeUnit.Second, 'S');
        if (text.Length > date) text.Insert(date, 'T');
        return text.Length > 1 ? text.ToString() : "PT0S";
    }

    // Half a year is six months; a third of one stays a decimal.
    private static void Break(Span<decimal> parts, TimeUnit unit, TimeUnit smaller, int count)
    {
        var rest = parts[(int)unit] % 1;
        if (rest == 0 || rest * count % 1 != 0) return;
        parts[(int)unit] -= rest;
        parts[(int)smaller] += rest * count;
    }

    private static void Part(StringBuilder text, Span<decimal> parts, TimeUnit unit, char letter)
    {
        if (parts[(int)unit] == 0) return;
        text.Append(DigitText.Write(parts[(int)unit])).Append(letter);
    }
}
