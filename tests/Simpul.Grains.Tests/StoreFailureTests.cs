using Microsoft.Extensions.DependencyInjection;
using Simpul.Contracts;
using Simpul.Grains.Tests.Support;
using Simpul.Storage;

namespace Simpul.Grains.Tests;

/// <summary>A store that cannot be used fails every call with one error, which every client knows: try again a little later.</summary>
public sealed class StoreFailureTests
{
    [Fact]
    public async Task Grains_that_live_and_grains_that_wake_say_that_the_store_failed()
    {
        await using var silos = await TestSilos.Start(2);
        var corpus = await TestCorpus.Create(silos, slices: 16, buckets: 4);
        // Some ledgers live now, most do not; the catalogue and the corpus do.
        await corpus.Submit(1, TestArticles.Range(0, 2));

        await silos.Store.DisposeAsync();

        var articles = TestArticles.Range(2, 60).GroupBy(a => corpus.Info.SliceOf(a.Id));
        var calls = articles.Select(slice => (Func<Task>)(() => silos.Grains.GetGrain<IIngestGrain>(slice.Key).Submit(
                new ArticleBatch { Corpus = corpus.Info.Corpus, Slice = slice.Key, Stamp = new SubmissionStamp(2, 0), Articles = [.. slice] })))
            .Append(() => silos.Grains.GetGrain<ICatalogueGrain>(GrainKeys.Catalogue).Find("corpus"))
            .Append(() => silos.Grains.GetGrain<ICorpusGrain>(GrainKeys.Corpus(corpus.Info.Corpus)).Status())
            .Append(() => silos.Grains.GetGrain<ITallyGrain>(GrainKeys.Tally(corpus.Info.Corpus, 3)).Save());
        foreach (var call in calls)
        {
            var error = await Assert.ThrowsAsync<ClusterException>(call);
            Assert.True(error.IsTransient, error.Message);
        }
    }

    [Fact]
    public async Task A_silo_that_could_not_write_is_not_ready_until_it_can_or_nobody_has_tried_for_a_while()
    {
        await using var silos = await TestSilos.Start();
        var store = silos.Cluster.Silos[0].ServiceProvider.GetRequiredService<IStore>();
        var corpus = await store.CreateCorpus("c", 1, 1, DateTime.UtcNow);
        var head = (await store.OpenLedger(corpus.Incarnation, 0))!;
        await store.Ping();

        // No such column holds nothing at all: SQLite refuses the row, as it does where the disk is full.
        await Assert.ThrowsAsync<ClusterException>(() => store.Append(Segment(records: null!)));
        await Assert.ThrowsAsync<StoreException>(() => store.Ping());
        // Reading is no proof of writing.
        await store.ReadPositions(corpus.Incarnation);
        await Assert.ThrowsAsync<StoreException>(() => store.Ping());

        Assert.True(await store.Append(Segment(records: [])));
        await store.Ping();

        SegmentAppend Segment(byte[] records) => new()
        {
            Incarnation = corpus.Incarnation, Slice = 0, Epoch = head.Epoch, Version = 0, Articles = 1, Committed = DateTime.UtcNow, Entries = [1], Records = records, Texts = [],
        };
    }
}
