using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace Simpul.Client.Evaluation;

/// <summary>Folds names for comparison: case, accents and punctuation go; letters and digits of every script stay.</summary>
internal static class Folding
{
    private static readonly ConcurrentDictionary<int, bool> Combining = new();

    public static string Fold(string text)
    {
        if (text.Length == 0) return "";
        var result = new StringBuilder(text.Length);
        var gap = false;
        foreach (var rune in Decomposed(text).EnumerateRunes())
        {
            foreach (var folded in CaseFolded(rune))
            {
                if (!folded.IsAscii && IsCombining(folded)) continue;
                if (!IsLetterOrNumber(folded))
                {
                    gap = true;
                    continue;
                }

                if (gap && result.Length > 0) result.Append(' ');
                gap = false;
                result.Append(folded.ToString());
            }
        }

        return result.ToString();
    }

    private static string Decomposed(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormKD);
        }
        catch (ArgumentException)
        {
            // Half of a surrogate pair is no character.
            return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Normalize(NormalizationForm.FormKD);
        }
    }

    // Full case folding of decomposed text: besides lower case only these differ.
    private static ReadOnlySpan<Rune> CaseFolded(Rune rune) => rune.Value switch
    {
        0xDF or 0x1E9E => [new Rune('s'), new Rune('s')],
        0x3C2 => [new Rune(0x3C3)],
        0x345 => [new Rune(0x3B9)],
        _ => new Rune[] { Rune.ToLowerInvariant(rune) },
    };

    private static bool IsLetterOrNumber(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter
        or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;

    // Normalisation sorts characters that combine by their class, and no others: what moves past a mark of class 1, or lets one of class
    // 230 move past it, has a class. Many vowel signs are marks without one: they stay, as gaps.
    private static bool IsCombining(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
        && Combining.GetOrAdd(rune.Value, static value =>
        {
            var mark = char.ConvertFromUtf32(value);
            return Moves("x" + mark + "\u0334") || Moves("x\u0301" + mark);
        });

    private static bool Moves(string text) => text.Normalize(NormalizationForm.FormD) != text;
}
