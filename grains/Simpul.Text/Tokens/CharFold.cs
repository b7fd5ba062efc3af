using System.Globalization;
using System.Text;

namespace Simpul.Text.Tokens;

/// <summary>Classes of UTF-16 code units, and the letter that each stands for once case and accents are folded away.</summary>
internal static class CharFold
{
    /// <summary>What a code unit can be part of.</summary>
    internal enum Class : byte
    {
        Other,
        Space,
        Newline,
        Letter,
        Digit,
        /// <summary>A combining mark: belongs to the letter before it and does not count in the hash.</summary>
        Mark,
        Apostrophe,
        Hyphen,
        /// <summary>En and em dash: always a token of its own.</summary>
        Dash,
        Period,
        Comma,
        Slash,
        Quote,
        /// <summary>Zero-width characters and byte-order marks: neither space nor letter.</summary>
        Ignorable,
    }

    private static readonly Class[] Classes = new Class[char.MaxValue + 1];
    private static readonly char[] Folded = new char[char.MaxValue + 1];

    static CharFold()
    {
        for (var i = 0; i <= char.MaxValue; i++)
        {
            var c = (char)i;
            Classes[i] = ClassOf(c);
            Folded[i] = FoldOf(c);
        }
    }

    internal static Class Of(char c) => Classes[c];

    internal static char Fold(char c) => Folded[c];

    private static Class ClassOf(char c) => c switch
    {
        '\n' or '\r' or '\u2028' or '\u2029' or '\u0085' or '\v' or '\f' => Class.Newline,
        '\'' or '\u2019' or '\u02BC' => Class.Apostrophe,
        '-' or '\u2010' or '\u2011' => Class.Hyphen,
        '\u2012' or '\u2013' or '\u2014' or '\u2015' => Class.Dash,
        '.' => Class.Period,
        ',' => Class.Comma,
        '/' => Class.Slash,
        '"' or '\u201C' or '\u201D' or '\u201E' or '\u201F' or '\u00AB' or '\u00BB' or '\u2018' => Class.Quote,
        '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\u00AD' => Class.Ignorable,
        _ when char.IsWhiteSpace(c) => Class.Space,
        _ when char.IsAsciiDigit(c) => Class.Digit,
        // A surrogate pair stays in one token: both halves count as letters.
        _ when char.IsLetter(c) || char.IsSurrogate(c) => Class.Letter,
        _ => CharUnicodeInfo.GetUnicodeCategory(c) switch
        {
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark => Class.Mark,
            UnicodeCategory.DecimalDigitNumber => Class.Digit,
            _ => Class.Other,
        },
    };

    private static char FoldOf(char c)
    {
        switch (c)
        {
            case '\u2019' or '\u02BC': return '\'';
            case '\u2010' or '\u2011': return '-';
            case 'ı': return 'i';
            case 'Ł' or 'ł': return 'l';
            case 'Ø' or 'ø': return 'o';
            case 'Đ' or 'đ': return 'd';
        }

        if (c < 0x80) return char.ToLowerInvariant(c);
        if (char.IsSurrogate(c)) return c;
        // Only Latin letters lose their accents: in other scripts the marks tell words apart.
        var isLatin = c is < '\u0250' or (>= '\u1E00' and < '\u1F00');
        var decomposed = isLatin ? c.ToString().Normalize(NormalizationForm.FormD) : null;
        return char.ToLowerInvariant(decomposed is { Length: > 1 } ? decomposed[0] : c);
    }
}
