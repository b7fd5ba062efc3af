using System.Collections.Concurrent;
using System.Text.Json;
using Simpul.Contracts;
using Simpul.Hosting.Sessions;

namespace Simpul.Cluster.Tests.Faults;

/// <summary>Sends batches as a client does, and may send the very same again, as one does that did not hear the answer.</summary>
internal sealed class BatchSender(RemoteCluster cluster, CorpusInfo corpus)
{
    private const int AtOnce = 16;
    private const int Size = 8;

    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(50);

    private int _lane;

    /// <summary>Makes the batches of some articles, one JSON object each.</summary>
    public ArticleBatch[] Batches(string[] lines)
    {
        var stamp = SubmissionStamp.Now(TimeProvider.System);
        var articles = lines.Select(static (line, i) =>
        {
            using var json = JsonDocument.Parse(line);
            return new SubmittedArticle { Id = Text("id"), Text = Text("text"), Published = Text("published"), Position = i };

            string Text(string name) => json.RootElement.GetProperty(name).GetString()!;
        });
        return [.. articles.GroupBy(a => corpus.SliceOf(a.Id)).SelectMany(slice => slice.Chunk(Size).Select(chunk =>
            new ArticleBatch { Corpus = corpus.Corpus, Slice = slice.Key, Stamp = stamp, Articles = chunk }))];
    }

    /// <summary>Delivers batches and answers what became of each of their articles.</summary>
    public async Task<IReadOnlyCollection<ArticleOutcome>> Deliver(IEnumerable<ArticleBatch> batches)
    {
        var outcomes = new ConcurrentBag<ArticleOutcome>();
        await Parallel.ForEachAsync(batches, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (batch, _) =>
        {
            foreach (var answer in (await Deliver(batch)).Articles) outcomes.Add(answer.Outcome);
        });
        return outcomes;
    }

    // An outcome that is unknown is asked for again, by another way in.
    private async Task<BatchAnswer> Deliver(ArticleBatch batch)
    {
        for (var started = TimeProvider.System.GetTimestamp(); ;)
        {
            var lane = Interlocked.Increment(ref _lane) % GrainKeys.Lanes + (long)cluster.Changes * GrainKeys.Lanes;
            try
            {
                return await cluster.Grains.GetGrain<IIngestGrain>(lane).Submit(batch);
            }
            catch (Exception e) when (e is not ClusterException { IsTransient: false } && TimeProvider.System.GetElapsedTime(started) < Deadline.Length)
            {
                await Task.Delay(s_pause);
            }
        }
    }
}
