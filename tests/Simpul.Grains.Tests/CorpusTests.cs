using Simpul.Contracts;
using Simpul.Grains.Tests.Support;

namespace Simpul.Grains.Tests;

public sealed class CorpusTests : IAsyncLifetime
{
    private TestSilos _silos = null!;

    private ICatalogueGrain Catalogue => _silos.Grains.GetGrain<ICatalogueGrain>(GrainKeys.Catalogue);

    public async Task InitializeAsync() => _silos = await TestSilos.Start();

    public async Task DisposeAsync() => await _silos.DisposeAsync();

    [Fact]
    public async Task Corpora_are_made_once_found_and_listed_by_name()
    {
        Assert.Null(await Catalogue.Find("b"));
        var b = await Catalogue.Create("b", new CorpusLayout());
        Assert.Equal((16, 4), (b.Slices, b.Buckets));
        Assert.Equal(b, await Catalogue.Create("b", new CorpusLayout { Slices = 3 }));
        await Catalogue.Create("B", new CorpusLayout());
        await Catalogue.Create("a", new CorpusLayout());
        Assert.Equal(["B", "a", "b"], (await Catalogue.List()).Select(static c => c.Corpus.Name));
        foreach (var bad in new[] { "", "a/b", "a@1", "-a", "ä", new string('a', 65) })
        {
            var error = await Assert.ThrowsAsync<ClusterException>(() => Catalogue.Create(bad, new CorpusLayout()));
            Assert.Equal(ErrorCode.BadRequest, error.Code);
        }
    }

    [Fact]
    public async Task A_deleted_corpus_leaves_nothing_and_its_name_begins_anew()
    {
        var old = await TestCorpus.Create(_silos);
        await old.Submit(1, TestArticles.Range(0, 30));
        await old.WaitIncluded();
        Assert.True(await Catalogue.Delete("berita"));
        Assert.False(await Catalogue.Delete("berita"));
        Assert.Empty(await Catalogue.List());
        var incarnation = old.Info.Corpus.Incarnation;
        Assert.Empty(await _silos.Store.ReadPositions(incarnation));
        Assert.Empty(await _silos.Store.ReadVectors(incarnation));
        for (var slice = 0; slice < old.Info.Slices; slice++)
            Assert.Empty(await _silos.Store.ReadSegments(new Storage.SegmentRange(incarnation, slice, 0, long.MaxValue)));
        for (var bucket = 0; bucket < old.Info.Buckets; bucket++) Assert.Empty(await _silos.Store.ReadPages(incarnation, bucket));

        var gone = await Assert.ThrowsAsync<ClusterException>(() => old.Query.Top(old.Info.Corpus, new TopQuery { Subject = TopSubject.Actors }));
        Assert.Equal(ErrorCode.CorpusGone, gone.Code);
        await Assert.ThrowsAnyAsync<Exception>(() => old.Article("artikel/0001").Retract(new SubmissionStamp(9, 9)));
        var fresh = await TestCorpus.Create(_silos);
        Assert.NotEqual(incarnation, fresh.Info.Corpus.Incarnation);
        Assert.Empty(await fresh.Export());
        await fresh.Submit(1, TestArticles.Range(0, 3));
        Assert.Equal(3, (await fresh.Export()).Count);
    }

    [Fact]
    public async Task Status_counts_packs_languages_days_and_freshness()
    {
        var corpus = await TestCorpus.Create(_silos);
        Assert.Equal(0, (await corpus.Grain.Status()).AsOf.Committed);
        await corpus.Submit(1, TestArticles.Range(0, 14));
        await corpus.WaitIncluded();
        var status = await corpus.Grain.Status();
        Assert.True(status.AsOf.IsFresh);
        Assert.Equal(14, status.AsOf.Included);
        Assert.Equal([new PackCount("synthetic-1", 14)], status.Packs);
        Assert.Equal("synthetic-1", status.CurrentPack);
        Assert.Equal(14, status.Languages.Sum(static l => l.Count));
        Assert.Equal(("2025", "2026-02-05", 2), (status.FirstDay, status.LastDay, status.Undated));
    }

    [Fact]
    public async Task An_export_stays_at_its_position_while_the_corpus_goes_on()
    {
        var corpus = await TestCorpus.Create(_silos);
        await corpus.Submit(1, TestArticles.Range(0, 20));
        var position = await corpus.Query.BeginExport(corpus.Info.Corpus, fresh: true);
        var first = await corpus.Query.ExportPage(corpus.Info.Corpus, position.Token, null, 8);
        await corpus.Submit(2, [.. Enumerable.Range(5, 30).Select(static n => TestArticles.Make(n, version: 2))]);
        await corpus.Article("artikel/0015").Retract(new SubmissionStamp(3, 0));
        await _silos.Restart(byForce: false);
        var rest = await corpus.Query.ExportPage(corpus.Info.Corpus, position.Token, first.Next, 100);
        Assert.Null(rest.Next);
        Assert.Equal(
            TestArticles.Range(0, 20).Select(static a => a.Id), first.Records.Concat(rest.Records).Select(static r => r.Id));
        Assert.Empty((await corpus.Query.ExportPage(corpus.Info.Corpus, position.Token, "z", 100)).Records);

        await corpus.Grain.Compact();
        await _silos.Restart(byForce: false);
        var gone = await Assert.ThrowsAsync<ClusterException>(() => corpus.Query.ExportPage(corpus.Info.Corpus, position.Token, null, 100));
        Assert.Equal(ErrorCode.PositionGone, gone.Code);
    }

    [Fact]
    public async Task Ids_sort_by_the_bytes_of_their_UTF_8_form()
    {
        var corpus = await TestCorpus.Create(_silos);
        string[] ids = ["z", "Z", "é", "ｚ", "😀", "a/b", "a b", "a"];
        await corpus.Submit(1, [.. ids.Select(static (id, i) => TestArticles.Make(i) with { Id = id })]);
        Assert.Equal(["Z", "a", "a b", "a/b", "z", "é", "ｚ", "😀"], (await corpus.Export(page: 3)).Select(static r => r.Id));
    }
}
