using Simpul.Contracts;

namespace Simpul.Client.Tests.Submission;

public sealed class SubmitTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly FakeSession session = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Every_article_arrives_once_in_batches_of_one_slice_over_many_lanes()
    {
        var run = await Submit(Articles(1000));
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Equal(1000, session.Ids.Count());
        var corpus = session.Corpora[0];
        Assert.All(session.Batches, b => Assert.All(b.Articles, a => Assert.Equal(b.Slice, corpus.SliceOf(a.Id))));
        Assert.All(session.Batches, b => Assert.InRange(b.Articles.Length, 1, 64));
        Assert.Single(session.Batches.Select(b => b.Stamp).Distinct());
        Assert.Equal(Enumerable.Range(0, 1000), session.Batches.SelectMany(b => b.Articles).Select(a => a.Position).Order());
        Assert.True(session.Lanes.Distinct().Count() > 8);
    }

    [Fact]
    public async Task What_is_under_way_is_bounded()
    {
        await Submit(Articles(1000), "--in-flight", "3", "--batch-size", "10");
        Assert.InRange(session.MostUnderWay, 1, 3);
    }

    [Fact]
    public async Task A_long_article_ends_a_batch()
    {
        session.Add("default", slices: 1);
        var lines = Enumerable.Range(0, 10).Select(i => $$"""{"id":"{{i}}","text":"{{new string('a', 100_000)}}"}""");
        await Submit(string.Join('\n', lines));
        Assert.All(session.Batches, b => Assert.InRange(b.Articles.Sum(a => a.Text.Length), 1, Limits.BatchTextLength));
        Assert.Equal(10, session.Batches.Sum(b => b.Articles.Length));
    }

    [Fact]
    public async Task A_lost_answer_is_asked_for_again_and_nothing_counts_twice()
    {
        var failures = 0;
        session.FailAfter = _ => Interlocked.Increment(ref failures) <= 3 ? new TimeoutException() : null;
        session.FailBefore = _ => failures == 4 && Interlocked.Increment(ref failures) == 5 ? new ClusterException(Simpul.Contracts.ErrorCode.Overloaded, "busy") : null;
        var run = await Submit(Articles(200));
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Equal(200, session.Ids.Count());
        Assert.Contains("nothing counts twice", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_repeat_is_a_no_op_that_says_so()
    {
        await Submit(Articles(100));
        var run = await Submit(Articles(100));
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("0 new, 100 repeated, 0 edited, 0 older, 0 rejected", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edited_article_is_counted_as_such()
    {
        await Submit("""{"id":"1","text":"T"}""");
        Assert.Contains("0 new, 0 repeated, 1 edited", (await Submit("""{"id":"1","text":"U"}""")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_without_text_never_edits_an_article()
    {
        await Submit("""{"id":"1","text":"T"}""");
        var run = await Submit("""{"id":"1","text":""}""");
        Assert.Equal(ExitCode.SomeRejected, run.ExitCode);
        Assert.Equal(["1"], session.Ids);
        Assert.Single(session.Batches);
    }

    [Fact]
    public async Task What_the_cluster_rejects_is_named_with_file_and_line()
    {
        session.Reject = a => a.Id == "7" ? new ArticleAnswer(ArticleOutcome.Rejected, RejectReason.TextTooLong, "the text has 2,000,000 bytes, and 1,048,576 is the most") : null;
        var run = await Submit(Articles(10));
        Assert.Equal(ExitCode.SomeRejected, run.ExitCode);
        Assert.Contains($"{folder["in.jsonl"]}:8: article \"7\": the text has", run.Error, StringComparison.Ordinal);
        Assert.Equal(9, session.Ids.Count());
    }

    [Fact]
    public async Task Rejections_do_not_stop_the_rest_and_end_in_3()
    {
        var run = await Submit("{broken\n" + Articles(5) + "\n{\"id\":\"x\"}\n");
        Assert.Equal(ExitCode.SomeRejected, run.ExitCode);
        Assert.Equal(5, session.Ids.Count());
        Assert.Contains("5 new, 0 repeated, 0 edited, 0 older, 2 rejected", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Input_without_any_article_makes_no_corpus()
    {
        Directory.CreateDirectory(folder["empty"]);
        var run = await SimpulRun.Of(["submit", folder["empty"]], session: session);
        Assert.Equal(ExitCode.SomeRejected, run.ExitCode);
        Assert.Empty(session.Corpora);
        Assert.Contains("no articles", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_end_says_what_is_counted_and_what_to_do_next()
    {
        session.Waits.Enqueue(new AsOf { Committed = 0, Included = 0 });
        session.Waits.Enqueue(new AsOf { Committed = 5, Included = 3, OldestLag = TimeSpan.FromSeconds(1) });
        var run = await Submit(Articles(5), "--corpus", "berita");
        Assert.Contains("As of 5 articles, all counted.", run.Error, StringComparison.Ordinal);
        Assert.Contains("simpul top countries --corpus berita", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task A_wait_that_ends_too_early_says_so()
    {
        session.Waits.Enqueue(new AsOf { Committed = 0, Included = 0 });
        session.Waits.Enqueue(new AsOf { Committed = 5, Included = 3, OldestLag = TimeSpan.FromSeconds(1) });
        var run = await Submit(Articles(5), "--wait", "0");
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("As of 3 of 5 articles", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_interrupt_ends_in_130_and_says_what_is_kept()
    {
        using var cancel = new CancellationTokenSource();
        session.FailAfter = _ =>
        {
            cancel.Cancel();
            return null;
        };
        var path = folder.Write("in.jsonl", Articles(5000));
        var run = await SimpulRun.Of(["submit", path, "--batch-size", "8", "--in-flight", "1"], session: session, cancel: cancel.Token);
        Assert.Equal(ExitCode.Interrupted, run.ExitCode);
        Assert.Contains("are kept", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cluster_that_is_gone_ends_in_4_with_what_was_done()
    {
        session.FailBefore = b => b.Articles.Any(a => a.Position > 500) ? new ClusterException(Simpul.Contracts.ErrorCode.CorpusGone, "gone") : null;
        var run = await Submit(Articles(1000));
        Assert.Equal(ExitCode.Unreachable, run.ExitCode);
        Assert.Contains("are kept", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Create")]
    [InlineData("BeginSubmission")]
    public async Task A_store_that_is_away_at_the_beginning_is_waited_for_as_long_as_patience_lasts(string call)
    {
        var clock = new FastClock(50);
        session.Before = name => name == call ? throw new ClusterException(Simpul.Contracts.ErrorCode.StoreUnavailable, "the disk is full") : Task.CompletedTask;
        var started = clock.GetTimestamp();
        var run = await SimpulRun.Of(["submit", folder.Write("in.jsonl", Articles(5)), "--patience", "100"], session: session, time: clock);
        Assert.Equal(ExitCode.Unreachable, run.ExitCode);
        Assert.Contains("the disk is full", run.Error, StringComparison.Ordinal);
        // Commands that name no patience end after 30 s.
        Assert.True(clock.GetElapsedTime(started) >= TimeSpan.FromSeconds(100));

        var back = clock.GetTimestamp();
        session.Before = name => name == call && clock.GetElapsedTime(back) < TimeSpan.FromSeconds(40)
            ? throw new ClusterException(Simpul.Contracts.ErrorCode.StoreUnavailable, "the disk is full") : Task.CompletedTask;
        Assert.Equal(ExitCode.Done, (await SimpulRun.Of(["submit", folder["in.jsonl"], "--patience", "1000"], session: session, time: clock)).ExitCode);
    }

    [Fact]
    public async Task No_cluster_ends_in_4() => Assert.Equal(ExitCode.Unreachable, (await SimpulRun.Of("submit", folder.Write("a.txt", "T"))).ExitCode);

    [Fact]
    public async Task A_name_that_no_corpus_can_have_ends_in_2() =>
        Assert.Equal(ExitCode.Usage, (await SimpulRun.Of(["submit", folder.Write("a.txt", "T"), "--corpus", "a/b"], session: session)).ExitCode);

    private static string Articles(int count) => string.Join('\n', Enumerable.Range(0, count).Select(i => $$"""{"id":"{{i}}","text":"Teks {{i}}."}"""));

    private Task<SimpulRun> Submit(string lines, params string[] options) => SimpulRun.Of(["submit", folder.Write("in.jsonl", lines), .. options], session: session);
}
