using System.Text.Json;

namespace Simpul.Client.Evaluation;

/// <summary>The sentence around an offset, for people to read beside an error.</summary>
internal sealed class SentenceFinder
{
    private readonly string? text;
    private readonly List<(int Start, int End)> sentences;

    /// <param name="text">The article's text; null where it was not given: then no sentence is known.</param>
    /// <param name="pred">The record, for the bounds of its sentences.</param>
    public SentenceFinder(string? text, JsonElement pred)
    {
        this.text = text;
        sentences = [.. JsonRows.Rows(pred, "sentences").Select(Bounds)];
    }

    public string? At(int? offset)
    {
        if (text is null || offset is not { } at || at < 0 || at >= text.Length) return null;
        foreach (var (start, end) in sentences)
            if (start <= at && at < end && end <= text.Length) return Line(text[start..end]);
        var from = text.LastIndexOf('\n', at) + 1;
        var to = text.IndexOf('\n', at);
        return Line(to < 0 ? text[from..] : text[from..to]);
    }

    /// <summary>The sentence that holds an event's evidence, as far as the annotators quoted it to the letter; else the evidence.</summary>
    public string? Of(string? evidence)
    {
        if (string.IsNullOrEmpty(evidence)) return null;
        var at = text?.IndexOf(evidence, StringComparison.Ordinal) ?? -1;
        return (at < 0 ? null : At(at)) ?? Line(evidence);
    }

    /// <summary>Number of the sentence that holds an offset, or null.</summary>
    public int? Index(int offset)
    {
        var index = sentences.FindIndex(s => s.Start <= offset && offset < s.End);
        return index < 0 ? null : index;
    }

    /// <summary>The sentence of an event's evidence by number, or null.</summary>
    public int? IndexOf(string? evidence) =>
        string.IsNullOrEmpty(evidence) || text is null || text.IndexOf(evidence, StringComparison.Ordinal) is not (>= 0 and var at) ? null : Index(at);

    private static string Line(string sentence) => string.Join(' ', sentence.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static (int Start, int End) Bounds(JsonElement row) =>
        (JsonRows.Whole(JsonRows.Field(row, "start")) ?? 0, JsonRows.Whole(JsonRows.Field(row, "end")) ?? 0);
}
