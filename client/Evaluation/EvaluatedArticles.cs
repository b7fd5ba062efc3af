using System.Buffers;
using System.Text.Json;
using Simpul.Client.Input;
using Simpul.Client.Terminals;
using Simpul.Text;

namespace Simpul.Client.Evaluation;

/// <summary>The articles behind gold records: found by id, and read.</summary>
internal static class EvaluatedArticles
{
    /// <summary>The articles that gold names. One text file goes with the only gold record, whatever its name says.</summary>
    public static IReadOnlyDictionary<string, Article> Load(IReadOnlyList<string> paths, RecordSet gold, Terminal terminal)
    {
        var found = new Dictionary<string, Article>(StringComparer.Ordinal);
        if (paths.Count == 0) return found;
        var options = new InputOptions();
        foreach (var item in new InputReader(options, new InputProgress()).Read(new InputFinder(options, terminal.OpenInput).Find(paths)))
        {
            switch (item)
            {
                case AcceptedInput accepted:
                    found[accepted.Article.Id] = accepted.Article;
                    break;
                case RejectedInput:
                    terminal.Talk.Reject(item.ToString()!);
                    break;
                default:
                    terminal.Talk.Warn(item.ToString()!);
                    break;
            }
        }

        if (gold.All.Count == 1 && found.Count == 1 && !found.ContainsKey(gold.All[0].Id))
        {
            var article = found.Values.Single() with { Id = gold.All[0].Id };
            found.Clear();
            found[article.Id] = article;
        }

        // A text that tells no date of its own was published when gold says.
        foreach (var (id, record) in gold.All)
        {
            if (found.TryGetValue(id, out var article) && article.Published is null && record.TryGetProperty("published", out var day) && day.ValueKind == JsonValueKind.String)
                found[id] = article with { Published = day.GetString() };
        }

        return found;
    }

    /// <summary>Reads articles with the shipped packs.</summary>
    public static RecordSet Read(IEnumerable<Article> articles, CancellationToken cancel)
    {
        var set = new RecordSet();
        var buffer = new ArrayBufferWriter<byte>();
        foreach (var article in articles)
        {
            cancel.ThrowIfCancellationRequested();
            buffer.ResetWrittenCount();
            // Through its public form, so that what is scored is what analyze prints.
            RecordJson.Write(ArticleReader.Default.Read(article), buffer);
            using var document = JsonDocument.Parse(buffer.WrittenMemory);
            set.Add(article.Id, document.RootElement.Clone());
        }

        return set;
    }
}
