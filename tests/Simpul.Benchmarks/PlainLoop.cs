using System.Diagnostics;
using Simpul.Text;

namespace Simpul.Benchmarks;

/// <summary>The same reading in a bare parallel loop, nothing kept: what a cluster's share is measured against.</summary>
internal static class PlainLoop
{
    internal static int Run(string file, int threads)
    {
        var started = Process.GetCurrentProcess().StartTime;
        var clock = Stopwatch.StartNew();
        long articles = 0, words = 0, events = 0;
        Parallel.ForEach(ArticleFile.Read(file), new ParallelOptions { MaxDegreeOfParallelism = threads }, article =>
        {
            var record = ArticleReader.Default.Read(article);
            Interlocked.Increment(ref articles);
            Interlocked.Add(ref words, ArticleFile.Words(article.Text));
            Interlocked.Add(ref events, record.Events.Count);
        });
        var all = DateTime.Now - started;
        Console.WriteLine(
            $"{articles} articles, {words} words, {events} events; {clock.Elapsed.TotalSeconds:f2} s in the loop, {all.TotalSeconds:f2} s with start-up; "
            + $"{articles / all.TotalSeconds:f0} articles/s with start-up; peak {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MiB");
        return 0;
    }
}
