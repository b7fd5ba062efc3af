namespace Simpul.Text.Tests;

/// <summary>The dates and amounts of a short text, said in one line.</summary>
internal static class ValuesLine
{
    /// <summary><c>text=value</c> for each date, joined by <c>; </c>.</summary>
    internal static string Dates(string text, string? published, string language) =>
        string.Join("; ", Read(text, published, language).Dates.Select(d => $"{d.Span.Text}={d.Value}"));

    /// <summary><c>text=value unit</c> for each amount, joined by <c>; </c>.</summary>
    internal static string Amounts(string text, string language) =>
        string.Join("; ", Read(text, "2026-02-05", language).Amounts.Select(a => $"{a.Span.Text}={a.Value} {a.Unit}"));

    private static ArticleRecord Read(string text, string? published, string language)
    {
        var reading = Reading.Read(text).In(language);
        return (published is null ? reading : reading.On(published)).Record;
    }
}
