using Simpul.Text.Packs;
using Simpul.Text.Tokens;

namespace Simpul.Text.Values;

/// <summary>An age that stands alone behind a name: <c>Siti Aminah (34)</c>, <c>Akilisi Pohiva, 78,</c>.</summary>
internal static class BareAge
{
    private const int Youngest = 5;
    private const int Oldest = 110;

    /// <summary>True where a number is the age of the person named right before it.</summary>
    internal static bool Is(Workspace w, int token, in Numeral number, in SentenceSpan sentence)
    {
        var isAge = number.IsDigits && number.Value >= Youngest && number.Value <= Oldest && number.Value % 1 == 0;
        if (!isAge || token - 2 < sentence.TokenFrom) return false;
        return (w.MarkAt(token - 1), w.MarkAt(number.End)) is ('(', ')') or (',', ',') && IsName(w, token - 2, sentence);
    }

    // Two capitalised words at least, the last of them no word of the calendar, no title and no place.
    private static bool IsName(Workspace w, int last, in SentenceSpan sentence)
    {
        if (last - 1 < sentence.TokenFrom || !IsCapital(w, last) || !IsCapital(w, last - 1)) return false;
        foreach (ref readonly var hit in w.HitsAt(last))
        {
            if (hit.Kind is PhraseKind.Calendar or PhraseKind.Title or PhraseKind.CountryName or PhraseKind.Place or PhraseKind.Organisation or PhraseKind.Word) return false;
        }

        return HasGivenName(w, last) || HasGivenName(w, last - 1);
    }

    private static bool HasGivenName(Workspace w, int token)
    {
        foreach (ref readonly var hit in w.HitsAt(token))
        {
            if (hit.Kind is PhraseKind.GivenName or PhraseKind.Person) return true;
        }

        return false;
    }

    private static bool IsCapital(Workspace w, int token) => w.Tokens[token].Is(Shape.Word) && w.Tokens[token].Is(Shape.Capital);
}
