using Simpul.Contracts;
using Simpul.Grains.Tests.Support;
using Simpul.Text;

namespace Simpul.Grains.Tests;

public sealed class SubmissionTests : IAsyncLifetime
{
    private TestSilos _silos = null!;
    private TestCorpus _corpus = null!;

    public async Task InitializeAsync()
    {
        _silos = await TestSilos.Start();
        _corpus = await TestCorpus.Create(_silos);
    }

    public async Task DisposeAsync() => await _silos.DisposeAsync();

    [Fact]
    public async Task What_is_submitted_is_counted_as_a_simple_fold_counts_it()
    {
        var fold = new Fold();
        foreach (var article in TestArticles.Range(0, 150)) fold.Submit(1, article);
        var answers = await _corpus.Submit(1, TestArticles.Range(0, 150));
        Assert.All(answers, static a => Assert.Equal(ArticleOutcome.New, a.Outcome));
        await _corpus.WaitIncluded();
        await AssertEqualToFold(_corpus, fold);
    }

    [Fact]
    public async Task Submitting_again_changes_nothing_and_says_so()
    {
        await _corpus.Submit(1, TestArticles.Range(0, 40));
        var before = await _corpus.Dump();
        foreach (var stamp in new long[] { 1, 2 })
        {
            var answers = await _corpus.Submit(stamp, TestArticles.Range(0, 40));
            Assert.All(answers, static a => Assert.Equal(ArticleOutcome.Repeated, a.Outcome));
            Assert.Equal(before, await _corpus.Dump());
        }
    }

    [Fact]
    public async Task An_edit_moves_every_total_by_exactly_the_difference()
    {
        var fold = new Fold();
        await _corpus.Submit(1, TestArticles.Range(0, 40));
        foreach (var article in TestArticles.Range(0, 40)) fold.Submit(1, article);
        var edits = Enumerable.Range(10, 20).Select(static n => TestArticles.Make(n, version: 1)).ToArray();
        foreach (var edit in edits) fold.Submit(2, edit);
        Assert.All(await _corpus.Submit(2, edits), static a => Assert.Equal(ArticleOutcome.Edited, a.Outcome));
        Assert.All(await _corpus.Submit(1, TestArticles.Range(10, 20)), static a => Assert.Equal(ArticleOutcome.Older, a.Outcome));
        await _corpus.WaitIncluded();
        await AssertEqualToFold(_corpus, fold);
    }

    [Fact]
    public async Task A_version_between_two_repeats_is_outdated_whenever_it_arrives()
    {
        await _corpus.Submit(1, TestArticles.Make(1));
        await _corpus.Submit(3, TestArticles.Make(1));
        Assert.Equal(ArticleOutcome.Older, (await _corpus.Submit(2, TestArticles.Make(1, version: 1)))[0].Outcome);
        Assert.Equal(ArticleOutcome.Edited, (await _corpus.Submit(4, TestArticles.Make(1, version: 1)))[0].Outcome);
    }

    [Fact]
    public async Task Of_two_versions_in_one_run_the_later_position_wins_in_any_order()
    {
        var first = TestArticles.Make(7) with { Position = 0 };
        var second = TestArticles.Make(7, version: 1) with { Position = 1 };
        Assert.Equal([ArticleOutcome.New, ArticleOutcome.Edited], (await _corpus.Submit(1, first, second)).Select(static a => a.Outcome));
        var other = await TestCorpus.Create(_silos, "other");
        Assert.Equal([ArticleOutcome.New, ArticleOutcome.Older], (await other.Submit(1, second, first)).Select(static a => a.Outcome));
        Assert.Equal(await _corpus.Dump(), await other.Dump());
    }

    [Fact]
    public async Task A_retraction_takes_the_text_at_once_and_its_part_of_every_total()
    {
        var fold = new Fold();
        foreach (var article in TestArticles.Range(0, 20)) fold.Submit(1, article);
        await _corpus.Submit(1, TestArticles.Range(0, 20));
        for (var n = 0; n < 20; n += 2)
        {
            fold.Retract(2, TestArticles.Make(n).Id);
            Assert.True(await _corpus.Article(TestArticles.Make(n).Id).Retract(new SubmissionStamp(2, 0)));
            Assert.False(await _corpus.Article(TestArticles.Make(n).Id).Retract(new SubmissionStamp(2, 0)));
        }

        var view = (await _corpus.Article(TestArticles.Make(0).Id).Get())!;
        Assert.Null(view.Text);
        Assert.Null(view.Record);
        Assert.Equal([false, true, true], view.History.Select(static v => v.IsRetraction));
        await _corpus.WaitIncluded();
        await AssertEqualToFold(_corpus, fold);
        Assert.Equal(ArticleOutcome.Older, (await _corpus.Submit(1, TestArticles.Make(0)))[0].Outcome);
        Assert.Equal(ArticleOutcome.New, (await _corpus.Submit(3, TestArticles.Make(0)))[0].Outcome);
    }

    [Fact]
    public async Task A_retraction_of_what_never_was_keeps_outdated_versions_out()
    {
        Assert.False(await _corpus.Article("artikel/0001").Retract(new SubmissionStamp(5, 0)));
        Assert.Equal(ArticleOutcome.Older, (await _corpus.Submit(4, TestArticles.Make(1)))[0].Outcome);
        Assert.Equal(ArticleOutcome.New, (await _corpus.Submit(6, TestArticles.Make(1)))[0].Outcome);
    }

    [Fact]
    public async Task Adding_editing_and_retracting_everything_leaves_empty_tallies()
    {
        await _corpus.Submit(1, TestArticles.Range(0, 60));
        await _corpus.WaitIncluded();
        await _corpus.Grain.Compact();
        await _corpus.Submit(2, [.. Enumerable.Range(0, 60).Select(static n => TestArticles.Make(n, version: 1))]);
        for (var n = 0; n < 60; n++) await _corpus.Article(TestArticles.Make(n).Id).Retract(new SubmissionStamp(3, 0));
        Assert.Equal(120, await _corpus.Grain.Compact());
        for (var bucket = 0; bucket < _corpus.Info.Buckets; bucket++)
            Assert.Empty(await _silos.Store.ReadPages(_corpus.Info.Corpus.Incarnation, bucket));
        for (var slice = 0; slice < _corpus.Info.Slices; slice++)
        {
            var range = new Storage.SegmentRange(_corpus.Info.Corpus.Incarnation, slice, 0, long.MaxValue, WithRecords: true);
            Assert.All(await _silos.Store.ReadSegments(range), static s => Assert.Empty(s.Records));
        }

        Assert.Equal(0, (await _corpus.Grain.Status()).Corpus.Articles);
        await _silos.Restart(byForce: false);
        Assert.Empty(await _corpus.Export());
    }

    [Fact]
    public async Task One_bad_article_fails_alone_and_is_kept_until_it_can_be_read()
    {
        var bad = TestArticles.Make(3) with { Text = "unreadable" };
        var answers = await _corpus.Submit(1, TestArticles.Make(1), bad, TestArticles.Make(2));
        Assert.Equal([ArticleOutcome.New, ArticleOutcome.Rejected, ArticleOutcome.New], answers.Select(static a => a.Outcome));
        Assert.Equal(RejectReason.ReadingFailed, answers[1].Reason);
        Assert.Contains("unreadable on purpose", answers[1].Message, StringComparison.Ordinal);
        Assert.Equal(bad.Id, Assert.Single(await _corpus.Grain.DeadLetters(0, 10)).Id);
        Assert.Equal(1, (await _corpus.Grain.Status()).DeadLetters);

        Assert.Equal(ArticleOutcome.New, (await _corpus.Submit(2, TestArticles.Make(3)))[0].Outcome);
        Assert.Empty(await _corpus.Grain.DeadLetters(0, 10));
    }

    [Fact]
    public async Task What_cannot_be_taken_is_rejected_with_its_reason()
    {
        var good = TestArticles.Make(1);
        var answers = await _corpus.Submit(
            1, good with { Id = "" }, good with { Id = new string('x', 513) }, good with { Id = new string('x', 512) }, good with { Id = "a\tb" },
            good with { Text = " \n " }, good with { Text = new string('x', (1 << 20) + 1) },
            good with { Title = new string('x', 4097) }, good with { Published = "2026-13-01" });
        Assert.Equal(
            [
                RejectReason.IdMissing, RejectReason.IdTooLong, RejectReason.None, RejectReason.IdInvalid, RejectReason.TextMissing,
                RejectReason.TextTooLong, RejectReason.FieldTooLong, RejectReason.DateInvalid,
            ],
            answers.Select(static a => a.Reason));

        var wrong = (_corpus.Info.SliceOf(good.Id) + 1) % _corpus.Info.Slices;
        var batch = new ArticleBatch { Corpus = _corpus.Info.Corpus, Slice = wrong, Stamp = new SubmissionStamp(1, 0), Articles = [good] };
        Assert.Equal(RejectReason.WrongSlice, (await _silos.Grains.GetGrain<IIngestGrain>(0).Submit(batch)).Articles[0].Reason);
    }

    [Fact]
    public async Task An_article_shows_record_text_and_history()
    {
        var article = TestArticles.Make(1) with { Id = "a b/ü%2F?#😀" };
        Assert.Null(await _corpus.Article(article.Id).Get());
        await _corpus.Article(article.Id).Submit(article, new SubmissionStamp(1, 0));
        await _corpus.Article(article.Id).Submit(article with { Text = "lain sekali" }, new SubmissionStamp(2, 0));
        var view = (await _corpus.Article(article.Id).Get())!;
        Assert.Equal(article.Id, view.Id);
        Assert.Equal("lain sekali", view.Text);
        Assert.Equal(article.Id, RecordCodec.Decode(view.Record).Id);
        Assert.Equal([false, true], view.History.Select(static v => v.IsCurrent));
        Assert.Equal([1L, 2L], view.History.Select(static v => v.Stamp.Time));
    }

    internal static async Task AssertEqualToFold(TestCorpus corpus, Fold fold)
    {
        var records = fold.Records();
        Assert.Equal(records.Select(TestCorpus.Json), (await corpus.Export()).Select(TestCorpus.Json));
        foreach (var (since, until) in new[] { (null, null), ("2026-01-02", "2026-02-28") })
        {
            var expected = Fold.Countries(records, r => Days.Within(Days.Parse(r.Published), Days.Parse(since), Days.Parse(until)));
            var query = new TopQuery { Subject = TopSubject.Countries, Limit = 100, Since = since, Until = until };
            var top = await corpus.Query.Top(corpus.Info.Corpus, query);
            Assert.Equal(
                expected.OrderByDescending(static e => e.Value.Articles).ThenByDescending(static e => e.Value.Mentions)
                    .ThenByDescending(static e => e.Value.Events).ThenBy(static e => e.Key, StringComparer.Ordinal)
                    .Select(static e => (e.Key, e.Value.Articles, e.Value.Mentions, e.Value.Events)),
                top.Rows.Select(static r => (r.Entity.Entity.Id, r.Articles, r.Mentions, r.Events)));
        }

        var pairs = await corpus.Query.Top(corpus.Info.Corpus, new TopQuery { Subject = TopSubject.CountryDyads, Limit = 100, IncludeSelf = true });
        Assert.Equal(
            Fold.CountryPairs(records).Select(static p => (p.Key.Item1, p.Key.Item2, p.Value.Events, p.Value.Goldstein)).Order(),
            pairs.Dyads.Select(static d => (d.Source.Entity.Id, d.Target.Entity.Id, d.Events, d.Goldstein)).Order());

        var events = await corpus.AllEvents(new EventsQuery { Limit = 10, Status = null });
        Assert.Equal(records.SelectMany(static r => r.Events).Count(static e => !e.Source.IsEmpty || !e.Target.IsEmpty), events.Count);
        Assert.Equal(events.OrderByDescending(static e => Days.Parse(e.Published)).ThenBy(static e => e.Article, Utf8Order.Instance)
            .ThenBy(static e => e.TriggerStart).ThenBy(static e => e.Index), events);
    }
}
