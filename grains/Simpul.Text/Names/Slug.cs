using System.Globalization;
using System.Text;

namespace Simpul.Text.Names;

/// <summary>Ids of actors whom no list knows: type and name, letters of every script kept.</summary>
internal static class Slug
{
    private const string Person = "person-";
    private const string Organisation = "organisation-";

    /// <summary>No id of a name is longer.</summary>
    internal static int Longest(ReadOnlySpan<char> name) => Organisation.Length + (MostLetters * name.Length);

    // Normalised, one code unit becomes at most four; a letter and the hyphen before it are two.
    private const int MostLetters = 8;

    /// <summary>Writes the id of a name; answers its length.</summary>
    internal static int Write(ActorType type, ReadOnlySpan<char> name, Span<char> slug)
    {
        var start = type == ActorType.Person ? Person : Organisation;
        start.CopyTo(slug);
        var length = start.Length;
        var gap = false;
        // Half a surrogate pair cannot be normalised.
        foreach (var rune in Ascii.IsValid(name) ? name.EnumerateRunes() : Whole(name).Normalize(NormalizationForm.FormD).AsSpan().EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark) continue;
            if (!Rune.IsLetterOrDigit(rune))
            {
                gap = rune.Value is not ('\'' or '\u2019');
                continue;
            }

            if (gap && slug[length - 1] != '-') slug[length++] = '-';
            gap = false;
            length += Rune.ToLowerInvariant(rune).EncodeToUtf16(slug[length..]);
        }

        return length;
    }

    private static string Whole(ReadOnlySpan<char> name)
    {
        var text = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes()) text.Append(rune.ToString());
        return text.ToString();
    }
}
