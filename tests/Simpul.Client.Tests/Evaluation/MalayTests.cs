using Simpul.Client.Evaluation;
using Simpul.Client.Terminals;

namespace Simpul.Client.Tests.Evaluation;

/// <summary>
/// Malay, the language that is nothing but a folder of data, read in ten articles invented for this test. The floors lie a little
/// under what is reached, so that a loss shows and a change of a word does not.
/// </summary>
public sealed class MalayTests
{
    private static readonly string Folder = Path.Join(AppContext.BaseDirectory, "Evaluation", "malay");
    private static readonly Lazy<Evaluator> Evaluation = new(Evaluate);

    [Fact]
    public void Every_article_is_told_to_be_Malay() =>
        Assert.All(Texts(Load()).Values, a => Assert.Equal("ms", Simpul.Text.ArticleReader.Default.Read(a).Language));

    [Theory]
    [InlineData("actors", 0.95)]
    [InlineData("countries", 0.97)]
    [InlineData("country_mentions", 0.97)]
    [InlineData("event_pairs", 0.80)]
    [InlineData("event_types", 0.78)]
    [InlineData("quotes", 0.95)]
    [InlineData("dates", 0.95)]
    [InlineData("amounts", 0.95)]
    public void F1_is_at_least(string facet, double floor)
    {
        var total = Evaluation.Value.Total(Facets.All.Single(f => f.Name() == facet));
        Assert.True(total.F1 >= (decimal)floor, $"{facet}: {total.F1}, floor {floor}");
    }

    [Theory]
    [InlineData("actor_country_accuracy", 0.85)]
    [InlineData("speaker_accuracy", 0.9)]
    [InlineData("status_accuracy", 0.95)]
    public void Accuracy_is_at_least(string question, double floor)
    {
        var share = Evaluation.Value.Total(Facets.Questions.Single(q => q.Name() == question));
        Assert.True(share.Accuracy >= (decimal)floor, $"{question}: {share.Accuracy}, floor {floor}");
    }

    private static Evaluator Evaluate()
    {
        var gold = Load();
        var texts = Texts(gold);
        return Evaluator.Compare(gold, EvaluatedArticles.Read(texts.Values, CancellationToken.None), texts);
    }

    private static RecordSet Load()
    {
        using var terminal = Silent();
        return RecordSet.Load(Path.Join(Folder, "gold.jsonl"), terminal);
    }

    private static IReadOnlyDictionary<string, Simpul.Text.Article> Texts(RecordSet gold)
    {
        using var terminal = Silent();
        return EvaluatedArticles.Load([Path.Join(Folder, "articles.jsonl")], gold, terminal);
    }

    private static Terminal Silent() => new(() => Stream.Null, Stream.Null, TextWriter.Null, false, false, 80, _ => null);
}
