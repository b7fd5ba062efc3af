using Microsoft.Extensions.Logging;
using Simpul.Contracts;
using Simpul.Storage;

namespace Simpul.Grains.Articles;

/// <summary>
/// Reads suspects one at a time, each alone in a process of its own. A marker stands in the store from before the reading until what
/// came of it is durable; it counts the processes that ended by themselves. One that was killed from outside is not counted, and
/// neither is a silo that dies meanwhile, since the marker of a dead silo only says that nobody saw the end.
/// </summary>
internal sealed partial class ApartReading(
    IStore store, IIsolatedReading isolated, ILocalSiloDetails silo, TimeProvider clock, ILogger<ApartReading> log)
{
    /// <summary>After so many ends of its reader an article is set aside.</summary>
    public const int MaxDeaths = 3;

    // A machine that kills every process says nothing about the article: the client tries again later.
    private const int MaxKills = 5;

    public async Task<ReadArticle[]> Read(CorpusRef corpus, int slice, SubmittedArticle[] articles, int buckets)
    {
        if (articles.Length == 0) return [];
        var deaths = (await store.ReadMarkers(corpus.Incarnation, slice)).ToDictionary(static m => m.Article, static m => m.Deaths);
        var read = new ReadArticle[articles.Length];
        await using var reader = await isolated.Open();
        for (var i = 0; i < read.Length; i++)
            read[i] = await Read(reader, corpus, slice, articles[i], buckets, deaths.GetValueOrDefault(articles[i].Id));
        return read;
    }

    /// <summary>Takes the markers away: what came of the articles is durable.</summary>
    public async Task Clear(CorpusRef corpus, int slice, IEnumerable<SubmittedArticle> articles)
    {
        foreach (var article in articles) await store.Clear(corpus.Incarnation, slice, article.Id);
    }

    private async Task<ReadArticle> Read(
        IIsolatedReader reader, CorpusRef corpus, int slice, SubmittedArticle article, int buckets, int deaths)
    {
        var kills = 0;
        var last = "";
        while (deaths < MaxDeaths)
        {
            await store.Mark(corpus.Incarnation, new ReadingMarker(
                slice, article.Id, silo.SiloAddress.ToParsableString(), clock.GetUtcNow().UtcDateTime, deaths));
            try
            {
                return await reader.Read(article, buckets);
            }
            catch (ReaderEndedException e) when (e.IsByItself)
            {
                deaths++;
                last = $"; the last time {e.Message}";
                LogEnded(log, article.Id, deaths, e.Message);
            }
            catch (ReaderEndedException e)
            {
                if (++kills == MaxKills)
                    throw new ClusterException(ErrorCode.Overloaded, $"The process that reads articles apart is killed again and again ({e.Message}); send the same again a little later.");
            }
        }

        // Kept until it is durable that the article is set aside: else a silo that dies now would have it read thrice more.
        await store.Mark(corpus.Incarnation, new ReadingMarker(
            slice, article.Id, silo.SiloAddress.ToParsableString(), clock.GetUtcNow().UtcDateTime, deaths));
        return new ReadArticle { Error = $"its reading ended {deaths} times the process that read it alone{last}", EndsReaders = true };
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Article {Id} ended the process that read it alone, {Deaths} times by now: {How}")]
    private static partial void LogEnded(ILogger log, string id, int deaths, string how);
}
