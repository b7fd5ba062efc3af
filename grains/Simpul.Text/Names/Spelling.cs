using Simpul.Text.Tokens;

namespace Simpul.Text.Names;

/// <summary>Spellings of one name that differ by a letter.</summary>
internal static class Spelling
{
    /// <summary>Shorter names are too alike: <c>Rani</c> and <c>Rini</c> are two people.</summary>
    private const int Shortest = 5;

    /// <summary>True for two names of the same first letter that differ by one letter: changed, left out or put in.</summary>
    internal static bool IsVariant(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        if (one.Length < other.Length)
        {
            var shorter = one;
            one = other;
            other = shorter;
        }

        if (other.Length < (one.Length == other.Length ? Shortest + 1 : Shortest) || one.Length - other.Length > 1 || CharFold.Fold(one[0]) != CharFold.Fold(other[0])) return false;
        var i = 1;
        while (i < other.Length && CharFold.Fold(one[i]) == CharFold.Fold(other[i])) i++;
        var skip = one.Length == other.Length ? i + 1 : i;
        if (skip > other.Length) return false;
        for (var j = i + 1; j < one.Length; j++, skip++)
        {
            if (CharFold.Fold(one[j]) != CharFold.Fold(other[skip])) return false;
        }

        return true;
    }
}
