using System.Globalization;
using System.Text;

namespace Simpul.Text.Names;

/// <summary>Ids of actors whom no list knows: type and name, letters of every script kept.</summary>
internal static class Slug
{
    internal static string Of(ActorType type, string name)
    {
        var slug = new StringBuilder(type == ActorType.Person ? "person-" : "organisation-");
        var gap = false;
        foreach (var rune in Whole(name).Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (category == UnicodeCategory.NonSpacingMark) continue;
            if (!Rune.IsLetterOrDigit(rune))
            {
                gap = rune.Value is not ('\'' or '\u2019');
                continue;
            }

            if (gap && slug[^1] != '-') slug.Append('-');
            gap = false;
            slug.Append(Rune.ToLowerInvariant(rune).ToString());
        }

        return slug.ToString();
    }

    // Half a surrogate pair cannot be normalised.
    private static string Whole(string name)
    {
        var text = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes()) text.Append(rune.ToString());
        return text.ToString();
    }
}
