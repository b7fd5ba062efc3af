using System.IO.Compression;
using System.Text.Json;
using Simpul.Text;

namespace Simpul.Benchmarks;

/// <summary>The articles of a JSON-lines file, gzip or not; rows without text are left out.</summary>
internal static class ArticleFile
{
    internal static IEnumerable<Article> Read(string path)
    {
        using var file = File.OpenRead(path);
        using var reader = new StreamReader(path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0) continue;
            using var json = JsonDocument.Parse(line);
            var row = json.RootElement;
            if (Field(row, "text") is not { } text) continue;
            yield return new Article(Field(row, "id") ?? $"row-{line.Length}", text, Field(row, "title"),
                Field(row, "published") ?? Field(row, "date"), Field(row, "language") ?? Field(row, "lang"), Field(row, "source"), Field(row, "url"));
        }
    }

    /// <summary>How many words a text has: runs of white space and one.</summary>
    internal static long Words(string text)
    {
        var words = 0L;
        var inWord = false;
        foreach (var c in text)
        {
            var isSpace = char.IsWhiteSpace(c);
            if (!isSpace && !inWord) words++;
            inWord = !isSpace;
        }

        return words;
    }

    private static string? Field(JsonElement row, string name) =>
        row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;
}
