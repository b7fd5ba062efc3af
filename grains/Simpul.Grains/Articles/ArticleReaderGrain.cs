using Microsoft.Extensions.Logging;
using Orleans.Concurrency;
using Simpul.Contracts;

namespace Simpul.Grains.Articles;

/// <summary>Reads chunks of articles; Orleans keeps at most one activation a core.</summary>
[StatelessWorker, GrainType("article-reader")]
internal sealed partial class ArticleReaderGrain(IArticleReading reading, ILogger<ArticleReaderGrain> log) : Grain, IArticleReaderGrain
{
    public async Task<ReadArticle[]> Read(SubmittedArticle[] articles, int buckets)
    {
        // Without a pause an activation that always has a next chunk keeps its thread, and ledgers and tallies wait for one.
        await Task.Yield();
        // The text of what fails stays out of the log.
        return Array.ConvertAll(articles, a => InProcessReading.ReadHere(reading, a, buckets, e => LogFailed(log, e, a.Id)));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Article {Id} cannot be read")]
    private static partial void LogFailed(ILogger log, Exception e, string id);
}
