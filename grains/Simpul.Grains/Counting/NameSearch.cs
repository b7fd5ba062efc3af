using System.Globalization;
using System.Text;
using Simpul.Contracts;

namespace Simpul.Grains.Counting;

/// <summary>Finds whom a name means among all that a tally holds: exactly, else by words, else by spelling.</summary>
internal static class NameSearch
{
    public static NameMatch[] Find(TallyState state, EntityKind kind, string name, int limit)
    {
        var wanted = Fold(name);
        var words = wanted.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var found = new List<(EntityState Entity, MatchKind Kind)>();
        foreach (var entity in state.All(kind))
            if (Match(entity, name, wanted, words) is { } match) found.Add((entity, match));

        // Where there is a good match, worse ones only distract.
        var best = found.Count == 0 ? MatchKind.Id : found.Min(static f => f.Kind);
        var worst = best <= MatchKind.Alias ? MatchKind.Alias : MatchKind.Spelling;
        return
        [
            .. found.Where(f => f.Kind <= worst)
                .OrderBy(static f => f.Kind).ThenByDescending(static f => f.Entity.Articles)
                .ThenBy(static f => f.Entity.Id, StringComparer.Ordinal)
                .Take(limit)
                .Select(static f => new NameMatch(EntityReport.Row(f.Entity), f.Kind)),
        ];
    }

    /// <summary>Lower case, without marks, every run of other than letters and digits one space.</summary>
    public static string Fold(string name)
    {
        var plain = Ascii.IsValid(name) ? name : name.Normalize(NormalizationForm.FormKD);
        var folded = new StringBuilder(plain.Length);
        foreach (var c in plain)
        {
            if (char.IsLetterOrDigit(c)) folded.Append(char.ToLowerInvariant(c));
            else if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Surrogate) continue;
            else if (c is not ('\'' or '’' or 'ʻ') && folded.Length > 0 && folded[^1] != ' ') folded.Append(' ');
        }

        if (folded.Length > 0 && folded[^1] == ' ') folded.Length--;
        return folded.ToString();
    }

    private static MatchKind? Match(EntityState entity, string name, string wanted, string[] words)
    {
        if (string.Equals(entity.Id, name, StringComparison.OrdinalIgnoreCase)) return MatchKind.Id;
        if (wanted.Length == 0) return null;
        MatchKind? best = null;
        foreach (var value in DistinctNames(entity))
        {
            var folded = Fold(value);
            if (folded == wanted)
            {
                best = MatchKind.Alias;
                break;
            }

            if (best != MatchKind.Words && HasWords(folded, words)) best = MatchKind.Words;
            else if (best is null && IsSpelledLike(folded, wanted)) best = MatchKind.Spelling;
        }

        return best == MatchKind.Alias && Fold(EntityReport.Name(entity)) == wanted ? MatchKind.Name : best;
    }

    private static IEnumerable<string> DistinctNames(EntityState entity)
    {
        HashSet<int>? seen = null;
        var last = -1;
        for (var i = 0; i < entity.Cells.Count; i++)
        {
            var key = entity.Cells.Cells[i].Key;
            if (key.Counter != Counter.Name || key.Value == last || !(seen ??= []).Add(key.Value)) continue;
            last = key.Value;
            yield return entity.Value(key.Value);
        }
    }

    private static bool HasWords(string folded, string[] words)
    {
        foreach (var word in words)
        {
            var at = folded.IndexOf(word, StringComparison.Ordinal);
            while (at > 0 && folded[at - 1] != ' ') at = folded.IndexOf(word, at + 1, StringComparison.Ordinal);
            if (at < 0) return false;
        }

        return words.Length > 0;
    }

    private static bool IsSpelledLike(string x, string y)
    {
        var allowed = y.Length <= 3 ? 0 : y.Length <= 6 ? 1 : 2;
        return Math.Abs(x.Length - y.Length) <= allowed && allowed > 0 && Distance(x, y, allowed) <= allowed;
    }

    // Edits of one letter, and swaps of two neighbours; gives up beyond the bound.
    private static int Distance(string x, string y, int bound)
    {
        var width = y.Length + 1;
        var rows = new int[3 * width];
        for (var j = 0; j < width; j++) rows[j] = j;
        for (var i = 1; i <= x.Length; i++)
        {
            int row = i % 3 * width, above = (i + 2) % 3 * width, two = (i + 1) % 3 * width;
            rows[row] = i;
            var least = i;
            for (var j = 1; j < width; j++)
            {
                var cost = x[i - 1] == y[j - 1] ? 0 : 1;
                var edits = Math.Min(Math.Min(rows[row + j - 1], rows[above + j]) + 1, rows[above + j - 1] + cost);
                if (i > 1 && j > 1 && x[i - 1] == y[j - 2] && x[i - 2] == y[j - 1]) edits = Math.Min(edits, rows[two + j - 2] + 1);
                rows[row + j] = edits;
                least = Math.Min(least, edits);
            }

            if (least > bound) return least;
        }

        return rows[x.Length % 3 * width + y.Length];
    }
}
