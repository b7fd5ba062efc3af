using System.Diagnostics;
using Simpul.Text;

namespace Simpul.Benchmarks;

/// <summary>Words a second on one core, over real articles: a repeated text would be learnt by the branch predictor.</summary>
internal static class WordsPerSecond
{
    internal static int Run(string file)
    {
        var articles = ArticleFile.Read(file).ToArray();
        var words = articles.Sum(a => ArticleFile.Words(a.Text));
        for (var round = 1; round <= 5; round++)
        {
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            var clock = Stopwatch.StartNew();
            foreach (var article in articles) ArticleReader.Default.Read(article);
            var seconds = clock.Elapsed.TotalSeconds;
            allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
            Console.WriteLine($"round {round}: {words / seconds / 1e6:f2} M words/s, {articles.Length / seconds:f0} articles/s, {allocated / articles.Length} B an article");
        }

        return 0;
    }
}
