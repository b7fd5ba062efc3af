using System.Text.Json;
using Simpul.Client.Evaluation;
using Simpul.Client.Terminals;

namespace Simpul.Client.Tests.Evaluation;

/// <summary>The figures are those of the standard scorer, on pairs that hold its every rule; renew-scores.sh renews what is expected.</summary>
public sealed class ScorerTests
{
    private static readonly string Folder = Path.Join(AppContext.BaseDirectory, "Evaluation", "pairs");

    public static TheoryData<string> Pairs => [.. Directory.GetFiles(Folder, "*.gold.jsonl").Select(f => Path.GetFileName(f)[..^".gold.jsonl".Length]).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Figures_are_those_of_the_standard_scorer(string pair)
    {
        using var terminal = new Terminal(() => Stream.Null, Stream.Null, TextWriter.Null, false, false, 80, _ => null);
        var evaluation = Evaluator.Compare(
            RecordSet.Load(Path.Join(Folder, $"{pair}.gold.jsonl"), terminal), RecordSet.Load(Path.Join(Folder, $"{pair}.pred.jsonl"), terminal), new Dictionary<string, Simpul.Text.Article>());
        using var expected = JsonDocument.Parse(File.ReadAllText(Path.Join(Folder, $"{pair}.scores.json")));

        foreach (var facet in Facets.All)
        {
            var (row, total) = (expected.RootElement.GetProperty(facet.Name()), evaluation.Total(facet));
            Assert.Equal(
                (facet, row.GetProperty("p").GetDecimal(), row.GetProperty("r").GetDecimal(), row.GetProperty("f1").GetDecimal(), row.GetProperty("gold").GetInt32(), row.GetProperty("pred").GetInt32()),
                (facet, total.Precision, total.Recall, total.F1, total.Gold, total.Pred));
        }

        foreach (var question in Facets.Questions)
        {
            var row = expected.RootElement.GetProperty(question.Name());
            Assert.Equal((question, row.ValueKind == JsonValueKind.Null ? null : row.GetDecimal()), (question, evaluation.Total(question).Accuracy));
        }

        Assert.Equal(expected.RootElement.GetProperty("malformed").GetInt32(), evaluation.Articles.Count(a => a.Malformed is not null));
        Assert.Equal(expected.RootElement.GetProperty("predicted").GetInt32(), evaluation.Articles.Count(a => a.IsPredicted));
    }

    [Theory]
    [InlineData(1.0 / 32, 4, "0.0312")]
    [InlineData(1.0 / 160, 4, "0.0063")]
    [InlineData(3.0 / 32, 4, "0.0938")]
    [InlineData(1e22, 4, "10000000000000000000000")]
    [InlineData(-2.5, 0, "-2")]
    public void A_figure_is_rounded_by_its_exact_value(double value, int decimals, string expected) =>
        Assert.Equal(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), Rounding.Round(value, decimals));

    [Fact]
    public void The_same_seed_gives_the_same_interval_around_the_figure()
    {
        var articles = Enumerable.Range(0, 20).Select(i => new Counts(i % 7, 7, 6 + (i % 5))).ToList();
        var first = new Bootstrap(20, 7).OfF1(articles);
        Assert.Equal(first, new Bootstrap(20, 7).OfF1(articles));
        Assert.NotEqual(first, new Bootstrap(20, 8).OfF1(articles));
        var total = articles.Aggregate(default(Counts), (sum, c) => sum + c).F1;
        Assert.InRange(total, first!.Value.Low, first.Value.High);
        Assert.Null(new Bootstrap(1, 7).OfF1([new Counts(1, 1, 1)]));
    }
}
