using System.Diagnostics;

namespace Simpul.Benchmarks;

/// <summary>What each stage of reading takes, in nanoseconds a word, over real articles on one core.</summary>
internal static class StageTimes
{
    private const int Rounds = 12;

    internal static int Run(string file)
    {
        var articles = ArticleFile.Read(file).ToArray();
        var words = articles.Sum(a => ArticleFile.Words(a.Text));
        var reading = new ReadingStages();
        var stages = Enum.GetValues<Stage>();
        // Of each article and stage the best round: what else the machine does only ever adds.
        var best = new long[articles.Length, stages.Length];
        for (var round = 0; round < Rounds; round++)
        {
            for (var a = 0; a < articles.Length; a++)
            {
                reading.Begin(articles[a]);
                foreach (var stage in stages)
                {
                    var from = Stopwatch.GetTimestamp();
                    reading.Run(stage);
                    var ticks = Stopwatch.GetTimestamp() - from;
                    if (round == 0 || ticks < best[a, (int)stage]) best[a, (int)stage] = ticks;
                }

                reading.End();
            }
        }

        var all = 0.0;
        foreach (var stage in stages)
        {
            var ticks = Enumerable.Range(0, articles.Length).Sum(a => best[a, (int)stage]);
            all += Nanoseconds(ticks) / words;
            Console.WriteLine($"{stage,-12}{Nanoseconds(ticks) / words,8:f0} ns/word");
        }

        Console.WriteLine($"{"all",-12}{all,8:f0} ns/word");
        return 0;
    }

    private static double Nanoseconds(long ticks) => ticks * 1e9 / Stopwatch.Frequency;
}
