using System.IO.Compression;
using System.Text.Json;

namespace Simpul.Text.Training;

/// <summary>The articles of a folder of gzipped JSON lines.</summary>
internal static class NewsText
{
    internal static IEnumerable<Article> Read(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*.jsonl.gz").Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
            while (reader.ReadLine() is { } line)
            {
                if (line.Length == 0) continue;
                using var row = JsonDocument.Parse(line);
                if (!row.RootElement.TryGetProperty("text", out var text) || text.ValueKind != JsonValueKind.String) continue;
                var language = row.RootElement.TryGetProperty("lang", out var lang) ? lang.GetString() : null;
                yield return new Article("", text.GetString()!, Language: language);
            }
        }
    }
}
