using System.Globalization;

namespace Simpul.Text.Values;

/// <summary>The value of a run of digits with signs between them, in the customs of a language.</summary>
internal static class DigitText
{
    private const int MostDigits = 18;

    /// <summary>Reads digits with grouping and decimal signs; false for times, fractions, dates, serial numbers.</summary>
    internal static bool Parse(ReadOnlySpan<char> text, bool decimalComma, ref Numeral numeral)
    {
        int signs = 0, digits = 0, lastSign = -1, firstSign = -1;
        var mixed = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsAsciiDigit(c))
            {
                digits++;
            }
            else if (c is '.' or ',')
            {
                if (firstSign < 0) firstSign = i;
                if (lastSign >= 0 && text[lastSign] != c)
                {
                    // Only one change of sign makes sense: thousands first, then decimals.
                    if (mixed) return false;
                    mixed = true;
                }
                else if (lastSign >= 0 && mixed) return false;

                lastSign = i;
                signs++;
            }
            else
            {
                return false;
            }
        }

        if (digits is 0 or > MostDigits) return false;
        if (text[0] == '0' && text.Length > 1 && firstSign != 1) return false;
        var after = lastSign < 0 ? 0 : text.Length - lastSign - 1;
        int decimals;
        if (signs == 0) decimals = 0;
        else if (mixed)
        {
            if (!Grouped(text[..lastSign], text[firstSign])) return false;
            decimals = after;
        }
        else if (signs > 1)
        {
            if (!Grouped(text, text[firstSign])) return false;
            decimals = 0;
        }
        else
        {
            var isDecimalSign = text[lastSign] == (decimalComma ? ',' : '.');
            var mayGroup = after == 3 && lastSign <= 3 && text[0] != '0';
            decimals = !isDecimalSign && mayGroup ? 0 : after;
            numeral.IsAmbiguous = isDecimalSign && mayGroup;
            numeral.LooksLikeClock = text[lastSign] == '.' && after == 2 && lastSign <= 2;
        }

        numeral.Value = Value(text, decimals);
        return true;
    }

    private static bool Grouped(ReadOnlySpan<char> text, char sign)
    {
        var run = 0;
        var first = true;
        foreach (var c in text)
        {
            if (c != sign)
            {
                run++;
                continue;
            }

            if (first ? run is 0 or > 3 : run != 3) return false;
            first = false;
            run = 0;
        }

        return run == 3;
    }

    private static decimal Value(ReadOnlySpan<char> text, int decimals)
    {
        decimal value = 0;
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c)) value = (value * 10) + (c - '0');
        }

        for (var i = 0; i < decimals; i++) value /= 10;
        return value;
    }

    /// <summary>A number as plain decimal text, without exponent or idle zeros.</summary>
    internal static string Write(decimal value) => value.ToString("0.############", CultureInfo.InvariantCulture);
}
