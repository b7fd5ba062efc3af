using BenchmarkDotNet.Attributes;
using Simpul.Text;

namespace Simpul.Benchmarks;

/// <summary>The whole reading of an article against two passes that anybody would write: a split, and a lookup of each word.</summary>
[MemoryDiagnoser]
public class ReadingBenchmark
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal) { "China", "Rusia", "Presiden", "Menteri", "Amerika", "Serikat" };
    private Article _article = new("", "");

    [GlobalSetup]
    public void Prepare()
    {
        var paragraph =
            "Presiden China Xi Jinping bertemu dengan Presiden Rusia Vladimir Putin di Moskow pada Rabu (4/2/2026). "
            + "Menteri Luar Negeri Amerika Serikat mengecam pertemuan itu, sementara Uni Eropa menjatuhkan sanksi terhadap 12 perusahaan. "
            + "“Kami akan terus bekerja sama dengan China,” kata Putin kepada wartawan. ";
        _article = new Article("benchmark", string.Concat(Enumerable.Repeat(paragraph, 4)), Published: "2026-02-05");
        ArticleReader.Default.Read(_article);
    }

    [Benchmark(Baseline = true)]
    public int Split() => _article.Text.Split(' ').Length;

    [Benchmark]
    public int LookUpEachWord()
    {
        var found = 0;
        foreach (var word in _article.Text.Split(' '))
        {
            if (_names.Contains(word)) found++;
        }

        return found;
    }

    [Benchmark]
    public ArticleRecord Read() => ArticleReader.Default.Read(_article);
}
