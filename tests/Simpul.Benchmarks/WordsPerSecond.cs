using Simpul.Text;

namespace Simpul.Benchmarks;

/// <summary>
/// Words a second on one core, over real articles, with the tagger and without: a repeated text would be learnt by the branch
/// predictor. And what reading allocates, beside what its records keep.
/// </summary>
internal static class WordsPerSecond
{
    private const int Rounds = 12;

    internal static int Run(string file)
    {
        var articles = ArticleFile.Read(file).ToArray();
        var words = articles.Sum(a => ArticleFile.Words(a.Text));
        var reading = new ReadingStages();
        var stages = Enum.GetValues<Stage>();
        for (var round = 1; round <= Rounds; round++)
        {
            var whole = Seconds(articles, a => ArticleReader.Default.Read(a));
            var bare = Seconds(articles, a =>
            {
                reading.Begin(a);
                foreach (var stage in stages) reading.Run(stage, isTagged: false);
                reading.End();
            });
            Console.WriteLine($"round {round}: {words / whole / 1e6:f2} M words/s, {articles.Length / whole:f0} articles/s; without the tagger {words / bare / 1e6:f2} M words/s");
        }

        var records = new ArticleRecord[articles.Length];
        var kept = GC.GetTotalMemory(true);
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < records.Length; i++) records[i] = ArticleReader.Default.Read(articles[i]);
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        kept = GC.GetTotalMemory(true) - kept;
        Console.WriteLine($"{allocated / records.Length} B allocated an article, {kept / records.Length} B of them its record");
        GC.KeepAlive(records);
        return 0;
    }

    private static double Seconds(Article[] articles, Action<Article> read)
    {
        // Time of the processor, not of the clock: other programs take turns.
        var from = Environment.CpuUsage.TotalTime;
        foreach (var article in articles) read(article);
        return (Environment.CpuUsage.TotalTime - from).TotalSeconds;
    }
}
