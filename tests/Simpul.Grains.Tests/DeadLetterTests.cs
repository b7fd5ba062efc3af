using Microsoft.Extensions.DependencyInjection;
using Simpul.Contracts;
using Simpul.Grains.Articles;
using Simpul.Grains.Tests.Support;
using Simpul.Storage;

namespace Simpul.Grains.Tests;

/// <summary>Articles that cannot be read, that end who reads them, and that can be read after all.</summary>
public sealed class DeadLetterTests : IAsyncLifetime
{
    private readonly FakeIsolation _isolation = new();
    private TestSilos _silos = null!;
    private TestCorpus _corpus = null!;

    public async Task InitializeAsync()
    {
        _silos = await TestSilos.Start(1, silo => silo.Services.AddSingleton<IIsolatedReading>(_isolation));
        _corpus = await TestCorpus.Create(_silos);
    }

    public async Task DisposeAsync() => await _silos.DisposeAsync();

    [Fact]
    public async Task What_ends_its_reader_three_times_is_set_aside_and_a_retry_makes_the_corpus_equal()
    {
        var articles = TestArticles.Range(0, 30);
        var poison = articles[7].Id;
        _isolation.Ends = a => a.Id == poison ? new ReaderEndedException("it ended by signal 6", isByItself: true) : null;
        foreach (var article in articles)
        {
            var answer = (await Apart(1, article))[0];
            Assert.Equal(article.Id == poison ? RejectReason.ReadingFailed : RejectReason.None, answer.Reason);
        }

        Assert.Equal(ApartReading.MaxDeaths, _isolation.Read.Count(id => id == poison));
        var letter = Assert.Single(await _corpus.Grain.DeadLetters(0, 10));
        Assert.Equal(poison, letter.Id);
        Assert.Contains("3 times", letter.Reason, StringComparison.Ordinal);
        Assert.Contains("signal 6", letter.Reason, StringComparison.Ordinal);
        Assert.Empty(await _silos.Store.ReadMarkers(_corpus.Info.Corpus.Incarnation));

        var failed = Assert.Single(await _corpus.Grain.RetryDeadLetters([poison]));
        Assert.Equal(RejectReason.ReadingFailed, failed.Answer!.Value.Reason);
        _isolation.Ends = static _ => null;
        var retried = await _corpus.Grain.RetryDeadLetters([poison, "nobody"]);
        Assert.Equal([ArticleOutcome.New, null], retried.Select(static r => r.Answer?.Outcome));
        Assert.Empty(await _corpus.Grain.DeadLetters(0, 10));

        await using var reference = await TestSilos.Start();
        var calm = await TestCorpus.Create(reference);
        await calm.Submit(1, articles);
        Assert.Equal(await calm.Dump(), await _corpus.Dump());
    }

    [Fact]
    public async Task A_process_killed_from_outside_says_nothing_about_the_article()
    {
        var kills = 0;
        _isolation.Ends = _ => kills++ < 4 ? new ReaderEndedException("it was killed", isByItself: false) : null;
        Assert.Equal(ArticleOutcome.New, (await Apart(1, TestArticles.Make(1)))[0].Outcome);
        Assert.Empty(await _corpus.Grain.DeadLetters(0, 10));

        _isolation.Ends = static _ => new ReaderEndedException("it was killed", isByItself: false);
        var overloaded = await Assert.ThrowsAsync<ClusterException>(() => Apart(1, TestArticles.Make(2), tries: 1));
        Assert.True(overloaded.IsTransient);
        Assert.Empty(await _corpus.Grain.DeadLetters(0, 10));
        Assert.Equal(0, Assert.Single(await _silos.Store.ReadMarkers(_corpus.Info.Corpus.Incarnation)).Deaths);
    }

    [Fact]
    public async Task Deaths_are_counted_across_silos_and_a_silo_that_died_meanwhile_is_none_of_them()
    {
        var article = TestArticles.Make(1);
        var slice = _corpus.Info.SliceOf(article.Id);
        // A silo was lost twice in the middle of such a reading, and had seen two readers end before.
        await _silos.Store.Mark(_corpus.Info.Corpus.Incarnation, new ReadingMarker(slice, article.Id, "a silo that is gone", DateTime.UtcNow, 2));
        _isolation.Ends = static _ => new ReaderEndedException("it ended", isByItself: true);
        Assert.Equal(RejectReason.ReadingFailed, (await Apart(1, article))[0].Reason);
        Assert.Single(_isolation.Read);
    }

    [Fact]
    public async Task Known_poison_is_read_apart_whoever_sends_it_and_an_edit_is_read_with_the_others()
    {
        var poison = TestArticles.Make(1);
        _isolation.Ends = static _ => new ReaderEndedException("it ended", isByItself: true);
        await Apart(1, poison);
        _isolation.Read.Clear();

        var answers = await _corpus.Submit(2, poison, TestArticles.Make(2));
        Assert.Equal([ArticleOutcome.Rejected, ArticleOutcome.New], answers.Select(static a => a.Outcome));
        Assert.Equal([poison.Id, poison.Id, poison.Id], _isolation.Read);
        await _silos.Restart(byForce: true);
        _isolation.Read.Clear();
        await _corpus.Submit(2, poison);
        Assert.Equal(3, _isolation.Read.Count);

        _isolation.Read.Clear();
        Assert.Equal(ArticleOutcome.New, (await _corpus.Submit(3, TestArticles.Make(1, version: 1)))[0].Outcome);
        Assert.Empty(_isolation.Read);
        Assert.Empty(await _corpus.Grain.DeadLetters(0, 10));
    }

    [Fact]
    public async Task Which_letters_there_are_depends_on_the_versions_alone()
    {
        var bad = TestArticles.Make(3) with { Text = "unreadable" };
        var old = TestArticles.Make(3);
        var late = TestArticles.Make(3, version: 1);

        await _corpus.Submit(2, bad);
        Assert.Equal(ArticleOutcome.New, (await _corpus.Submit(1, old))[0].Outcome);
        Assert.Single(await _corpus.Grain.DeadLetters(0, 10));
        await _corpus.Article(bad.Id).Retract(new SubmissionStamp(3, 0));
        Assert.Empty(await _corpus.Grain.DeadLetters(0, 10));
        Assert.Equal(ArticleOutcome.Older, (await _corpus.Submit(2, bad))[0].Outcome);
        Assert.Empty(await _corpus.Grain.DeadLetters(0, 10));

        await _corpus.Submit(5, late);
        await _corpus.Submit(6, bad);
        Assert.Single(await _corpus.Grain.DeadLetters(0, 10));
        // The current version again, by a later run than the letter's: what could not be read is out of date.
        Assert.Equal(ArticleOutcome.Repeated, (await _corpus.Submit(7, late))[0].Outcome);
        Assert.Empty(await _corpus.Grain.DeadLetters(0, 10));
    }

    private async Task<ArticleAnswer[]> Apart(long stamp, SubmittedArticle article, int tries = 30)
    {
        var batch = new ArticleBatch
        {
            Corpus = _corpus.Info.Corpus, Slice = _corpus.Info.SliceOf(article.Id), Stamp = new SubmissionStamp(stamp, 0), Articles = [article],
        };
        var call = () => _silos.Grains.GetGrain<IIngestGrain>(0).SubmitApart(batch);
        return (tries == 1 ? await call() : await TestCorpus.Retry(call)).Articles;
    }
}
