namespace Simpul.Client.Input;

/// <summary>
/// What the first lines of a text file say about the article: lines such as <c>Judul: ...</c> and <c>Tanggal: ...</c>, a line that
/// is a date, and a headline. The lines stay part of the text.
/// </summary>
internal static class TextFileHeader
{
    private const int MostLines = 8;
    private const int LongestHeadline = 200;

    private static readonly (string Label, Field Field)[] Labels =
    [
        ("title", Field.Title), ("judul", Field.Title), ("headline", Field.Title),
        ("date", Field.Published), ("tanggal", Field.Published), ("published", Field.Published), ("terbit", Field.Published),
        ("language", Field.Language), ("lang", Field.Language), ("bahasa", Field.Language),
        ("source", Field.Source), ("sumber", Field.Source),
        ("url", Field.Url), ("link", Field.Url), ("tautan", Field.Url),
        ("id", Field.Id),
    ];

    /// <summary>Fills the fields that the first lines of <paramref name="text"/> give.</summary>
    public static void Read(string text, FieldValues values)
    {
        string? first = null;
        var seen = 0;
        var bodyFollows = false;
        foreach (var raw in text.AsSpan().EnumerateLines())
        {
            var line = raw.Trim();
            if (line.IsEmpty) continue;
            if (++seen > MostLines || line.Length > LongestHeadline)
            {
                bodyFollows = true;
                break;
            }

            if (TryLabel(line, out var field, out var value))
            {
                values.Offer(field, value.ToString(), 0);
                continue;
            }

            if (PublishedDate.IsWholly(line, out var date))
            {
                values.Offer(Field.Published, date!, 0);
                continue;
            }

            if (first is not null)
            {
                bodyFollows = true;
                break;
            }

            first = line.ToString();
            // A paragraph, not a headline: the lines after it are the article's.
            if (!IsHeadline(line)) return;
        }

        if (first is not null && bodyFollows) values.Offer(Field.Title, first, 0);
    }

    /// <summary>The date in a file's name: <c>2026-02-05-judul.txt</c>, <c>judul_20260205.txt</c>, <c>2026-02 judul.txt</c>.</summary>
    public static string? DateInName(string name)
    {
        for (var i = 0; i < name.Length; i++)
        {
            if (!char.IsAsciiDigit(name[i]) || (i > 0 && char.IsAsciiDigit(name[i - 1]))) continue;
            var end = i;
            while (end < name.Length && (char.IsAsciiDigit(name[end]) || (name[end] is '-' or '_' or '.' && end + 1 < name.Length && char.IsAsciiDigit(name[end + 1])))) end++;
            // The longest run of figures that is a date counts: 2026-02-05-3 is the third article of a day.
            for (var to = end; to > i; to--)
            {
                var candidate = name.AsSpan(i, to - i);
                if ((to < name.Length && char.IsAsciiDigit(name[to])) || candidate.Length < 7 || !StartsWithYear(candidate)) continue;
                if (PublishedDate.Read(candidate, out var date) == DateReading.Known) return date;
            }

            i = end;
        }

        return null;
    }

    private static bool StartsWithYear(ReadOnlySpan<char> run)
    {
        var digits = run.IndexOfAnyExceptInRange('0', '9');
        var first = digits < 0 ? run.Length : digits;
        return first is 4 or 8 && run[..2] is "19" or "20";
    }

    private static bool IsHeadline(ReadOnlySpan<char> line) => line[^1] is not ('.' or ';' or ',');

    private static bool TryLabel(ReadOnlySpan<char> line, out Field field, out ReadOnlySpan<char> value)
    {
        field = default;
        value = default;
        var colon = line.IndexOf(':');
        if (colon is < 2 or > 12) return false;
        var label = line[..colon].TrimEnd();
        foreach (var known in Labels)
            if (label.Equals(known.Label, StringComparison.OrdinalIgnoreCase))
            {
                field = known.Field;
                value = line[(colon + 1)..].Trim();
                return !value.IsEmpty;
            }

        return false;
    }
}
