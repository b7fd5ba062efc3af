using System.Text.Json;
using Simpul.Contracts;

namespace Simpul.Client.Tests.Commands;

/// <summary>Submissions and dead letters as commands show them and act on them.</summary>
public sealed class OperationsTests
{
    private readonly FakeSession session = new();

    public OperationsTests()
    {
        session.Add("default");
        session.Put(new SubmissionInfo
        {
            Id = "s-1", Revision = 0, Stamp = new SubmissionStamp(5, 6), Fingerprint = "ab", Input = "news/", Client = "elsewhere/7/8/9", Phase = SubmissionPhase.Running,
            Started = new DateTime(2026, 2, 5, 1, 2, 3, DateTimeKind.Utc), Updated = new DateTime(2026, 2, 5, 1, 2, 4, DateTimeKind.Utc),
            Progress = new SubmissionProgress { Acknowledged = 64, Outcomes = [60, 10, 0, 0, 2], Unreadable = 1, Expected = 200 },
        });
        foreach (var id in new[] { "a1", "b,2" }) session.Letters.Add(new DeadLetter { Id = id, Reason = "InvalidOperationException: no", When = new DateTime(2026, 2, 5, 0, 0, 0, DateTimeKind.Utc) });
    }

    [Theory]
    [InlineData("table")]
    [InlineData("json")]
    [InlineData("jsonl")]
    [InlineData("csv")]
    public async Task Submissions_and_dead_letters_come_in_every_format(string format)
    {
        var submissions = await SimpulRun.On(session, $"status --submissions --format {format}");
        Assert.Equal(ExitCode.Done, submissions.ExitCode);
        foreach (var value in new[] { "s-1", "running", "73", "200", "news/" }) Assert.Contains(value, submissions.Output, StringComparison.Ordinal);
        var letters = await SimpulRun.On(session, $"deadletters list --format {format}");
        Assert.Equal(ExitCode.Done, letters.ExitCode);
        foreach (var value in new[] { "a1", "b,2", "2026-02-05T00:00:00Z", "InvalidOperationException: no" }) Assert.Contains(value, letters.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_of_dead_letters_says_how_those_of_each_corpus_are_read_again()
    {
        session.Add("berita");
        var run = await SimpulRun.On(session, "deadletters list --data here");
        Assert.Contains("  simpul deadletters retry --data here\n", run.Error.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("  simpul deadletters retry --corpus berita --data here\n", run.Error.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        run = await SimpulRun.On(session, "deadletters list --corpus berita --data here");
        Assert.DoesNotContain("retry --data", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Status_tells_of_submissions_that_are_not_at_their_end()
    {
        var run = await SimpulRun.On(session, "status");
        Assert.Contains("default: Submission s-1 is running: 73 of about 200 articles, news/.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_watch_shows_each_change_once_and_ends_by_itself_or_by_interrupt()
    {
        var run = await SimpulRun.On(session, "status --watch --looks 2 --format jsonl");
        Assert.Equal(ExitCode.Done, run.ExitCode);
        var row = Assert.Single(run.OutputLines, l => l.Contains("\"submissions\"", StringComparison.Ordinal));
        Assert.Equal("s-1", JsonDocument.Parse(row).RootElement.GetProperty("submission").GetString());

        using var cancel = new CancellationTokenSource();
        var endless = SimpulRun.Of(["status", "--watch"], session: session, cancel: cancel.Token);
        await cancel.CancelAsync();
        Assert.Contains((await endless).ExitCode, new[] { ExitCode.Done, ExitCode.Interrupted });
    }

    [Fact]
    public async Task A_stop_waits_for_the_client_and_names_what_is_not_there()
    {
        var run = await SimpulRun.On(session, "submit --stop s-1");
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("stands interrupted after 73 articles", run.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Usage, (await SimpulRun.On(session, "submit --stop s-2")).ExitCode);
        Assert.Equal(ExitCode.Usage, (await SimpulRun.On(session, "submit news --stop s-1")).ExitCode);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_stop_ends_in_time_whichever_of_its_calls_is_never_answered(int silent)
    {
        var calls = 0;
        session.Put(session.Rows[0] with { Phase = SubmissionPhase.Stopping });
        session.Before = _ => Interlocked.Increment(ref calls) < silent ? Task.CompletedTask : new TaskCompletionSource().Task;
        var clock = new FastClock(60);
        var run = await SimpulRun.Of(["submit", "--stop", "s-1"], session: session, time: clock).WaitAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(ExitCode.Unreachable, run.ExitCode);
        Assert.Contains(silent == 1 ? "may not have been asked" : "has been asked to", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stop_finds_a_submission_in_whatever_corpus_it_is()
    {
        session.Corpora.Clear();
        session.Add("berita");
        var run = await SimpulRun.On(session, "submit --stop s-1");
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Equal(SubmissionPhase.Interrupted, session.Rows[0].Phase);
        Assert.Contains("no submission \"s-2\"", (await SimpulRun.On(session, "submit --stop s-2")).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("submit")]
    [InlineData("submit - --detach")]
    [InlineData("submit - --log x")]
    public async Task What_makes_no_sense_is_said(string line)
    {
        var run = await SimpulRun.On(session, line);
        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.StartsWith("error: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_retry_takes_all_letters_or_those_named()
    {
        session.Retried = id => id == "a1" ? new ArticleAnswer(ArticleOutcome.New) : new ArticleAnswer(ArticleOutcome.Rejected, RejectReason.ReadingFailed, "Reading failed: again");
        var all = await SimpulRun.On(session, "deadletters retry --format csv");
        Assert.Equal(ExitCode.SomeRejected, all.ExitCode);
        Assert.Equal(["corpus,article,outcome,reason", "default,a1,new,", "default,\"b,2\",unreadable,Reading failed: again"], all.OutputLines.Select(l => l.TrimEnd('\r')));
        Assert.Equal(["b,2"], session.Letters.Select(l => l.Id));

        session.Retried = static _ => new ArticleAnswer(ArticleOutcome.New);
        Assert.Equal(ExitCode.Usage, (await SimpulRun.On(session, "deadletters retry a1")).ExitCode);
        Assert.Equal(ExitCode.Done, (await SimpulRun.On(session, "deadletters retry b,2")).ExitCode);
        Assert.Contains("no dead letters", (await SimpulRun.On(session, "deadletters retry")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_doctor_tells_of_interrupted_submissions_and_dead_letters()
    {
        session.Put(session.Rows[0] with { Phase = SubmissionPhase.Interrupted });
        var run = await SimpulRun.On(session, "doctor --format csv");
        Assert.Contains("submission s-1,warning", run.Output, StringComparison.Ordinal);
        Assert.Contains("The same submit goes on", run.Output, StringComparison.Ordinal);
    }
}
