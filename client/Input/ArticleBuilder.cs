using Simpul.Text;

namespace Simpul.Client.Input;

/// <summary>Makes an article of a row's fields, or says why it is none.</summary>
internal sealed class ArticleBuilder(InputOptions options)
{
    /// <param name="place">Where the row stands.</param>
    /// <param name="values">Its fields.</param>
    /// <param name="pathId">The id that its file's name gives, or null.</param>
    /// <param name="fallbackDate">The date that its file's name gives, or null.</param>
    /// <param name="notices">Receives warnings.</param>
    public InputItem Build(Place place, FieldValues values, string? pathId, string? fallbackDate, List<InputItem> notices)
    {
        var text = values[Field.Text];
        if (text is null) return new RejectedInput(place, "there is no field \"text\"", $"Name the field that holds it with --map text=NAME{Seen(values)}");
        if (string.IsNullOrWhiteSpace(text)) return new RejectedInput(place, "the text is empty", "Give the article its text, or leave the row out");
        if (text.Length > options.MaxText)
            return new RejectedInput(place, $"the text is {text.Length:N0} characters long, and {options.MaxText:N0} is the most", "Split it, or raise --max-text");

        var title = NullIfEmpty(values[Field.Title]);
        var ownDate = Date(place, values[Field.Published], notices, out var wasGiven);
        var published = ownDate ?? (wasGiven ? null : fallbackDate ?? options.Published);
        var id = NullIfEmpty(values[Field.Id]) ?? pathId ?? ArticleId.FromContent(title, ownDate ?? fallbackDate, text);
        if (ArticleId.Fault(id) is { } fault) return new RejectedInput(place, fault, "Give another id, or none to have one made");

        return new AcceptedInput(place, new Article(
            id, text, title, published, Language(place, values[Field.Language], notices),
            NullIfEmpty(values[Field.Source]), NullIfEmpty(values[Field.Url])));
    }

    private static string Seen(FieldValues values) => values[Field.Title] is null && values[Field.Id] is null ? "; no known field was found at all" : "";

    private static string? NullIfEmpty(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;

    private static string? Date(Place place, string? written, List<InputItem> notices, out bool wasGiven)
    {
        var reading = PublishedDate.Read(written, out var value);
        wasGiven = reading != DateReading.Missing;
        if (reading == DateReading.Impossible)
            notices.Add(new InputWarning(place, $"\"{Shorten(written!)}\" is no date, so the article has none", "Write dates as 2026-02-05, 2026-02 or 2026"));
        else if (reading == DateReading.MonthFirst)
            notices.Add(new InputWarning(place, $"\"{Shorten(written!)}\" was read as month/day/year", "Write dates as 2026-02-05 to be sure"));
        return value;
    }

    private static string? Language(Place place, string? written, List<InputItem> notices)
    {
        if (string.IsNullOrWhiteSpace(written)) return null;
        var code = written.Trim().ToLowerInvariant();
        var cut = code.AsSpan().IndexOfAny('-', '_');
        if (cut > 0) code = code[..cut];
        code = code switch
        {
            "ind" or "indonesian" or "indonesia" or "in" => "id",
            "eng" or "english" or "inggris" => "en",
            _ => code,
        };
        if (code.Length == 2 && char.IsAsciiLetter(code[0]) && char.IsAsciiLetter(code[1])) return code;
        notices.Add(new InputWarning(place, $"\"{Shorten(written)}\" is no language code, so the language is detected", "Write languages as id or en"));
        return null;
    }

    private static string Shorten(string value) => value.Length <= 40 ? value : string.Concat(value.AsSpan(0, 40), "...");
}
