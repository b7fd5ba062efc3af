namespace Simpul.Text;

/// <summary>
/// Reads articles. Thread-safe: one reader serves a whole process, each thread working in a pooled workspace of its own.
/// </summary>
public sealed partial class ArticleReader
{
    private static readonly Lazy<ArticleReader> Shared = new(() => new ArticleReader());

    /// <summary>The reader over the language packs that ship with the program; loaded once a process, on first use.</summary>
    public static ArticleReader Default => Shared.Value;

    /// <summary>The version of the language packs: changes whenever any of their data, or a rule that reads them, changes.</summary>
    public string PackVersion { get; } = "0";

    /// <summary>Reads one article. Any string in, a record out: it throws for no text.</summary>
    public ArticleRecord Read(Article article) => new()
    {
        Pack = PackVersion,
        Id = article.Id,
        Title = article.Title,
        Language = article.Language ?? "und",
        Published = article.Published,
        Source = article.Source,
        Url = article.Url,
    };
}
