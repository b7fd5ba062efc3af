using Simpul.Text;

namespace Simpul.Grains.Articles;

/// <summary>Reads articles: what the grains need of the text library.</summary>
public interface IArticleReading
{
    /// <summary>The version of the language packs.</summary>
    string PackVersion { get; }

    /// <summary>Reads one article; any number of threads may call at once.</summary>
    ArticleRecord Read(Article article);
}

/// <summary>Reads with the language packs that ship with the program.</summary>
public sealed class DefaultArticleReading : IArticleReading
{
    /// <inheritdoc/>
    public string PackVersion => ArticleReader.Default.PackVersion;

    /// <inheritdoc/>
    public ArticleRecord Read(Article article) => ArticleReader.Default.Read(article);
}
