using Simpul.Text.Packs;
using Simpul.Text.Tagger;
using Simpul.Text.Tokens;

namespace Simpul.Text.Names;

/// <summary>
/// Words that the news writes small: a capital on one belongs to an office, a heading or an event, seldom to a person
/// (<c>Deputi Koordinasi Industri</c>, <c>Keadilan Ras</c>).
/// </summary>
internal static class CommonWords
{
    // Steps of an eighth: a common word has its capital in fewer than three of eight places.
    private const int MostlySmall = 3;
    private const int Half = 4;
    private const int MostlyCapital = 6;

    private static TaggerWords Words => TaggerModel.Default?.Words ?? TaggerWords.None;

    /// <summary>True for a word that is mostly written small and is nobody's given name.</summary>
    internal static bool Is(Workspace w, int token) =>
        token < w.Tokens.Count && Words.Of(w.Tokens[token].Hash).Case is > 0 and <= MostlySmall && !IsGiven(w, token);

    /// <summary>True for a word that is written small as often as not.</summary>
    internal static bool IsLikely(Workspace w, int token) =>
        token < w.Tokens.Count && Words.Of(w.Tokens[token].Hash).Case is > 0 and <= Half && !IsGiven(w, token);

    /// <summary>True for a word that the news does not know, or that it hardly ever writes small.</summary>
    internal static bool IsRare(Workspace w, int token) => Words.Of(w.Tokens[token].Hash).Case is 0 or >= MostlyCapital;

    /// <summary>True where no word of a stretch is a name's by its looks.</summary>
    internal static bool Are(Workspace w, int from, int end)
    {
        var common = 0;
        for (var t = from; t < end; t++)
        {
            if (!w.Tokens[t].Is(Shape.Word)) continue;
            if (w.Tokens[t].Is(Shape.Initial) || IsGiven(w, t) || IsRare(w, t)) return false;
            if (Is(w, t)) common++;
        }

        return common > 0;
    }

    /// <summary>True where a word of a stretch is common.</summary>
    internal static bool Any(Workspace w, int from, int end)
    {
        for (var t = from; t < end; t++)
        {
            if (Is(w, t)) return true;
        }

        return false;
    }

    /// <summary>True for a given name, in whatever language.</summary>
    internal static bool IsGiven(Workspace w, int token) => w.Begins(token, 1u << (int)PhraseKind.GivenName);
}
