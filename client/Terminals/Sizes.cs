using System.Globalization;

namespace Simpul.Client.Terminals;

/// <summary>Sizes, counts and spans of time as people write them.</summary>
internal static class Sizes
{
    /// <summary>Reads <c>4194304</c>, <c>500K</c>, <c>4M</c>, <c>1G</c>: powers of 1024.</summary>
    public static bool TryParse(string text, out long size)
    {
        size = 0;
        var digits = text.AsSpan().Trim();
        if (digits.EndsWith("iB", StringComparison.OrdinalIgnoreCase)) digits = digits[..^2];
        else if (digits.EndsWith("B", StringComparison.OrdinalIgnoreCase)) digits = digits[..^1];
        if (digits.IsEmpty) return false;
        var shift = char.ToUpperInvariant(digits[^1]) switch { 'K' => 10, 'M' => 20, 'G' => 30, _ => 0 };
        if (shift > 0) digits = digits[..^1];
        if (!long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > 1L << 32) return false;
        size = number << shift;
        return size <= 1L << 30;
    }

    public static string Count(long n) => n.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A count with its noun: <c>1 article</c>, <c>2 articles</c>, <c>2 tallies</c>.</summary>
    public static string Count(long n, string noun) => $"{Count(n)} {(n == 1 ? noun : noun.EndsWith('y') ? noun[..^1] + "ies" : noun + "s")}";

    public static string Time(TimeSpan span) =>
        span.TotalHours >= 1 ? span.ToString(@"h\:mm\:ss", CultureInfo.InvariantCulture) : span.ToString(@"m\:ss", CultureInfo.InvariantCulture);

    public static string Bytes(long n) => n switch
    {
        >= 1L << 30 => string.Create(CultureInfo.InvariantCulture, $"{n / (double)(1L << 30):0.0} GiB"),
        >= 1L << 20 => string.Create(CultureInfo.InvariantCulture, $"{n / (double)(1L << 20):0.0} MiB"),
        >= 1L << 10 => string.Create(CultureInfo.InvariantCulture, $"{n / (double)(1L << 10):0.0} KiB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{n} B"),
    };
}
