using System.Text.Json;

namespace Simpul.Benchmarks;

/// <summary>A corpus as large as wanted: the articles of a file over and over, each time under new ids.</summary>
internal static class Copies
{
    internal static void Write(string file, int count, TextWriter output)
    {
        for (var (written, round) = (0, 0); written < count; round++)
        {
            var before = written;
            foreach (var article in ArticleFile.Read(file))
            {
                if (written == count) return;
                var id = $"{article.Id}-{round}";
                output.WriteLine(JsonSerializer.Serialize(new { id, text = article.Text, title = article.Title, published = article.Published, language = article.Language }));
                written++;
            }

            if (written == before) return;
        }
    }
}
