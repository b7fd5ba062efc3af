using Simpul.Contracts;
using Simpul.Storage;

namespace Simpul.Grains.Corpora;

/// <summary>Compares where tallies stand with what is committed. What is committed is read from the store: it alone knows.</summary>
internal sealed class Freshness(IStore store, IGrainFactory grains, TimeProvider clock)
{
    /// <summary>Where the ledgers of a corpus stand.</summary>
    public async Task<Heads> ReadHeads(CorpusRow corpus)
    {
        var versions = new long[corpus.Slices];
        var articles = new long[corpus.Slices];
        foreach (var position in await store.ReadPositions(corpus.Incarnation))
            (versions[position.Slice], articles[position.Slice]) = (position.Version, position.Articles);
        return new Heads(versions, articles);
    }

    /// <summary>Waits until all tallies have counted up to the heads; answers where those stand that answered.</summary>
    public async Task<(List<long[]> Vectors, int Silent)> WaitFor(CorpusRow corpus, Heads heads, TimeSpan atMost)
    {
        var scope = new CorpusRef(corpus.Name, corpus.Incarnation);
        return await Ask(corpus, async bucket =>
            await grains.GetGrain<ITallyGrain>(GrainKeys.Tally(scope, bucket)).WaitFor(heads.Versions, atMost));
    }

    /// <summary>Asks all tallies; one that does not answer is counted and left out.</summary>
    public async Task<(List<T> Answers, int Silent)> Ask<T>(CorpusRow corpus, Func<int, Task<T>> ask)
    {
        var tasks = Enumerable.Range(0, corpus.Buckets).Select(AskTwice).ToArray();
        await Task.WhenAll((IEnumerable<Task>)tasks).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        var answers = tasks.Where(static t => t.IsCompletedSuccessfully).Select(static t => t.Result).ToList();
        // Where nobody answers, there is no answer to be honest about.
        if (answers.Count == 0) await tasks[0];
        return (answers, tasks.Length - answers.Count);

        async Task<T> AskTwice(int bucket)
        {
            try
            {
                return await ask(bucket);
            }
            catch (ClusterException e) when (e.IsTransient)
            {
                return await ask(bucket);
            }
        }
    }

    /// <summary>How fresh an answer from tallies at these vectors is.</summary>
    public async Task<AsOf> Describe(CorpusRow corpus, Heads heads, IReadOnlyCollection<long[]> vectors, int silent)
    {
        long included = 0;
        DateTime? oldest = null;
        for (var slice = 0; slice < corpus.Slices; slice++)
        {
            var least = vectors.Count == 0 ? 0 : vectors.Min(v => v[slice]);
            if (least >= heads.Versions[slice])
            {
                included += heads.Articles[slice];
                continue;
            }

            if (least > 0 && await store.ReadMark(corpus.Incarnation, slice, least) is { } counted) included += counted.Articles;
            if (await store.ReadMark(corpus.Incarnation, slice, least + 1) is { } missing && (oldest is null || missing.Committed < oldest))
                oldest = missing.Committed;
        }

        var lag = oldest is { } o ? clock.GetUtcNow().UtcDateTime - o : (TimeSpan?)null;
        return new AsOf
        {
            Committed = heads.Articles.Sum(),
            Included = included,
            OldestLag = lag is { } l && l < TimeSpan.Zero ? TimeSpan.Zero : lag,
            SilentTallies = silent,
        };
    }
}

/// <summary>Where the ledgers of a corpus stand.</summary>
/// <param name="Versions">The sequence number of each one's last segment.</param>
/// <param name="Articles">How many articles count in each.</param>
internal sealed record Heads(long[] Versions, long[] Articles);
