using Microsoft.Extensions.Logging;
using Orleans.Concurrency;
using Simpul.Contracts;
using Simpul.Grains.Counting;
using Simpul.Text;

namespace Simpul.Grains.Articles;

/// <summary>Reads chunks of articles; Orleans keeps at most one activation a core.</summary>
[StatelessWorker, GrainType("article-reader")]
internal sealed partial class ArticleReaderGrain(IArticleReading reading, ILogger<ArticleReaderGrain> log) : Grain, IArticleReaderGrain
{
    public async Task<ReadArticle[]> Read(SubmittedArticle[] articles, int buckets)
    {
        // Without a pause an activation that always has a next chunk keeps its thread, and ledgers and tallies wait for one.
        await Task.Yield();
        return Array.ConvertAll(articles, a => Read(a, buckets));
    }

    private ReadArticle Read(SubmittedArticle article, int buckets)
    {
        try
        {
            var record = reading.Read(new Article(
                article.Id, article.Text, article.Title, article.Published, article.Language, article.Source, article.Url));
            return new ReadArticle { Record = RecordCodec.Encode(record), Facts = FactsWriter.Write(record, buckets) };
        }
        catch (Exception e)
        {
            // One bad article fails alone. Its text stays out of the log.
            LogFailed(log, e, article.Id);
            return new ReadArticle { Error = $"{e.GetType().Name}: {e.Message}" };
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Article {Id} cannot be read")]
    private static partial void LogFailed(ILogger log, Exception e, string id);
}
