using Microsoft.Extensions.Logging;
using Orleans.Concurrency;
using Simpul.Contracts;
using Simpul.Grains.Metering;

namespace Simpul.Grains.Articles;

/// <summary>Reads chunks of articles; Orleans keeps at most one activation a core.</summary>
[StatelessWorker, GrainType("article-reader")]
internal sealed partial class ArticleReaderGrain(IArticleReading reading, ReadingThreads threads, ILogger<ArticleReaderGrain> log)
    : Grain, IArticleReaderGrain
{
    public Task<ReadArticle[]> Read(SubmittedArticle[] articles, int buckets) => threads.Run(() =>
    {
        using var time = SimpulMeters.Time(Stage.Read);
        // What fails may quote the text, and its id may be a headline: both stand in its dead letter, and stay out of the log.
        return Array.ConvertAll(articles, a => InProcessReading.ReadHere(reading, a, buckets, e => LogFailed(log, e.GetType().Name, e.StackTrace)));
    });

    [LoggerMessage(Level = LogLevel.Warning, Message = "An article cannot be read and becomes a dead letter: {Kind}\n{Stack}")]
    private static partial void LogFailed(ILogger log, string kind, string? stack);
}
