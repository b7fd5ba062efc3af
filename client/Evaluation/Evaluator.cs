using Simpul.Text;

namespace Simpul.Client.Evaluation;

/// <summary>A set of articles compared with gold.</summary>
internal sealed class Evaluator
{
    private Evaluator(IReadOnlyList<ArticleComparison> articles, IReadOnlyDictionary<string, Article> texts)
    {
        Articles = articles;
        Texts = texts;
    }

    public IReadOnlyList<ArticleComparison> Articles { get; }

    /// <summary>The articles' texts, as far as they were given.</summary>
    public IReadOnlyDictionary<string, Article> Texts { get; }

    public static Evaluator Compare(RecordSet gold, RecordSet pred, IReadOnlyDictionary<string, Article> texts)
    {
        var articles = new List<ArticleComparison>(gold.All.Count);
        foreach (var (id, record) in gold.All)
        {
            try
            {
                articles.Add(ArticleComparison.Of(id, record, pred.Find(id)));
            }
            catch (MalformedRecordException e)
            {
                throw CommandException.Usage($"the gold record of \"{id}\" cannot be scored: {e.Message}.");
            }
        }

        return new Evaluator(articles, texts);
    }

    public Counts Total(Facet facet) => Articles.Aggregate(default(Counts), (sum, a) => sum + a[facet]);

    public Share Total(Question question) => Articles.Aggregate(default(Share), (sum, a) => sum + a[question]);
}
