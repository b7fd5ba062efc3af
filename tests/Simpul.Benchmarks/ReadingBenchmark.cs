using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Simpul.Text;
using Simpul.Text.Packs;

namespace Simpul.Benchmarks;

/// <summary>
/// Reading up to each stage against two passes that anybody would write: a split, and a lookup of every one to four words in a
/// set of the packs' names. One operation is one word of real news; the variable <c>SIMPUL_NEWS</c> names the file.
/// </summary>
[MemoryDiagnoser]
[Config(typeof(Settings))]
public class ReadingBenchmark
{
    private const int Words = 500_000;
    private const int LongestName = 4;

    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly ReadingStages _reading = new();
    private Article[] _articles = [];

    // One pass a measurement over many articles: a few repeated ones would be learnt by heart.
    private sealed class Settings : ManualConfig
    {
        public Settings()
        {
            AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithInvocationCount(1).WithUnrollFactor(1).WithWarmupCount(8).WithIterationCount(15));
            // What else the machine does only ever adds: the least of the passes is what reading takes.
            AddColumn(StatisticColumn.Min);
            HideColumns(Column.Error, Column.Gen0, Column.Gen1, Column.Gen2);
        }
    }

    [GlobalSetup]
    public void Prepare()
    {
        var file = Environment.GetEnvironmentVariable("SIMPUL_NEWS") ?? throw new InvalidOperationException("Set SIMPUL_NEWS to a .jsonl or .jsonl.gz file of news.");
        _articles = [.. Take(ArticleFile.Read(file), Words)];
        var files = PackFiles.Embedded();
        foreach (var path in new[] { "common/organisations.tsv", "common/cities.tsv", "id/countries.tsv", "id/places.tsv" })
        {
            foreach (var row in files.Rows(path)) _names.Add(row["name"]);
        }

        foreach (var row in files.RowsUnder("common/people")) _names.Add(row["name"]);
    }

    [Benchmark(OperationsPerInvoke = Words)]
    public int Split()
    {
        var found = 0;
        foreach (var article in _articles) found += article.Text.Split(' ').Length;
        return found;
    }

    [Benchmark(OperationsPerInvoke = Words)]
    public int LookUpNames()
    {
        var found = 0;
        foreach (var article in _articles)
        {
            var words = article.Text.Split(' ');
            for (var i = 0; i < words.Length; i++)
            {
                for (var length = 1; length <= LongestName && i + length <= words.Length; length++)
                {
                    if (_names.Contains(string.Join(' ', words, i, length))) found++;
                }
            }
        }

        return found;
    }

    [Benchmark(OperationsPerInvoke = Words)]
    [Arguments(Stage.Tokens)]
    [Arguments(Stage.Clitics)]
    [Arguments(Stage.Phrases)]
    [Arguments(Stage.Sentences)]
    [Arguments(Stage.Values)]
    [Arguments(Stage.Quotes)]
    [Arguments(Stage.Tagger)]
    [Arguments(Stage.Names)]
    [Arguments(Stage.Speakers)]
    [Arguments(Stage.Events)]
    [Arguments(Stage.Record)]
    public void ReadUpTo(Stage last) => ReadAll(last, isTagged: true);

    [Benchmark(OperationsPerInvoke = Words)]
    public void ReadWithoutTagger() => ReadAll(Stage.Record, isTagged: false);

    private void ReadAll(Stage last, bool isTagged)
    {
        foreach (var article in _articles)
        {
            _reading.Begin(article);
            for (var stage = Stage.Tokens; stage <= last; stage++) _reading.Run(stage, isTagged);
            _reading.End();
        }
    }

    // So many words to the very word, so that times can be told a word.
    private static IEnumerable<Article> Take(IEnumerable<Article> articles, long words)
    {
        foreach (var article in articles)
        {
            var own = ArticleFile.Words(article.Text);
            if (own > words)
            {
                if (words > 0) yield return article with { Text = string.Join(' ', article.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take((int)words)) };
                yield break;
            }

            words -= own;
            yield return article;
        }

        if (words > 0) throw new InvalidOperationException($"The file is {words} words short of {Words}.");
    }
}
