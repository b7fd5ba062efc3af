using System.Diagnostics;

namespace Simpul.Benchmarks;

/// <summary>What each stage of reading takes, in nanoseconds a word, over real articles on one core.</summary>
internal static class StageTimes
{
    private const int Rounds = 8;

    internal static int Run(string file)
    {
        var articles = ArticleFile.Read(file).ToArray();
        var words = articles.Sum(a => ArticleFile.Words(a.Text));
        var reading = new ReadingStages();
        var stages = Enum.GetValues<Stage>();
        // Of each stage its best round: what else the machine does only ever adds.
        var best = new long[stages.Length];
        Array.Fill(best, long.MaxValue);
        for (var round = 0; round < Rounds; round++)
        {
            var ticks = new long[stages.Length];
            foreach (var article in articles)
            {
                reading.Begin(article);
                foreach (var stage in stages)
                {
                    var from = Stopwatch.GetTimestamp();
                    reading.Run(stage);
                    ticks[(int)stage] += Stopwatch.GetTimestamp() - from;
                }

                reading.End();
            }

            for (var s = 0; s < best.Length; s++) best[s] = Math.Min(best[s], ticks[s]);
        }

        foreach (var stage in stages) Console.WriteLine($"{stage,-12}{Nanoseconds(best[(int)stage]) / words,8:f0} ns/word");
        Console.WriteLine($"{"all",-12}{Nanoseconds(best.Sum()) / words,8:f0} ns/word");
        return 0;
    }

    private static double Nanoseconds(long ticks) => ticks * 1e9 / Stopwatch.Frequency;
}
