using System.Text;
using Simpul.Contracts;

namespace Simpul.Client.Tests.Submission;

/// <summary>What the same command does after an earlier run has ended before its input.</summary>
public sealed class ResumeTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly FakeSession session = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_finished_submission_is_a_row_with_its_figures_and_the_next_is_another()
    {
        var run = await Submit(Articles(300));
        Assert.Equal(ExitCode.Done, run.ExitCode);
        var row = Assert.Single(session.Rows);
        Assert.Equal((SubmissionPhase.Finished, 300, 300L, 300L), (row.Phase, row.Progress.Acknowledged, row.Progress.Count(ArticleOutcome.New), row.Progress.Expected));
        Assert.Equal(folder["in.jsonl"], row.Input);
        await Submit(Articles(300));
        Assert.Equal(2, session.Rows.Count);
        Assert.Equal(2, session.Batches.Select(b => b.Stamp).Distinct().Count());
    }

    [Fact]
    public async Task An_interrupted_submission_goes_on_under_its_stamp_and_passes_over_what_is_acknowledged()
    {
        await Interrupt(1000, sent: 500);
        var earlier = Assert.Single(session.Rows);
        Assert.Equal(SubmissionPhase.Failed, earlier.Phase);
        Assert.InRange(earlier.Progress.Acknowledged, 64, 999);
        session.Batches.Clear();

        var run = await Submit(Articles(1000));
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains($"Going on with submission {earlier.Id}", run.Error, StringComparison.Ordinal);
        Assert.Equal(1000, session.Ids.Count());
        Assert.Equal(1000 - (int)earlier.Progress.Acknowledged, session.Batches.Sum(b => b.Articles.Length));
        Assert.All(session.Batches, b => Assert.Equal(earlier.Stamp, b.Stamp));
        Assert.DoesNotContain(session.Batches.SelectMany(b => b.Articles), a => a.Position < earlier.Progress.Acknowledged);
        var row = Assert.Single(session.Rows);
        Assert.Equal((SubmissionPhase.Finished, 1000L), (row.Phase, row.Progress.Acknowledged));
        Assert.Equal(1000, row.Progress.Done);
    }

    [Fact]
    public async Task From_where_the_input_has_changed_on_it_is_sent_under_a_later_stamp()
    {
        await Interrupt(1000, sent: 600);
        var earlier = Assert.Single(session.Rows);
        session.Batches.Clear();
        var lines = Articles(1000).Split('\n');
        // Position 100 lies in the second block of 64.
        lines[100] = """{"id":"100","text":"Another text."}""";

        var run = await Submit(string.Join('\n', lines));
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("From article 65 on the input has changed since", run.Error, StringComparison.Ordinal);
        Assert.Equal(Enumerable.Range(64, 936), session.Batches.SelectMany(b => b.Articles).Select(a => a.Position).Order());
        Assert.All(session.Batches, b => Assert.True(b.Stamp > earlier.Stamp));
        Assert.Equal(2, session.Rows.Count);
        Assert.Contains(session.Batches.SelectMany(b => b.Articles), a => a.Text == "Another text.");
        Assert.Equal((SubmissionPhase.Finished, 1000L), session.Rows.Where(r => r.Id != earlier.Id).Select(r => (r.Phase, r.Progress.Done)).Single());
    }

    [Fact]
    public async Task A_shorter_input_loses_nothing()
    {
        await Interrupt(1000, sent: 600);
        session.Batches.Clear();
        Assert.Equal(ExitCode.Done, (await Submit(Articles(70))).ExitCode);
        Assert.Equal(Enumerable.Range(64, 6), session.Batches.SelectMany(b => b.Articles).Select(a => a.Position).Order());
    }

    [Fact]
    public async Task Other_options_make_another_submission()
    {
        await Interrupt(500, sent: 300);
        var run = await Submit(Articles(500), "--published", "2026-02");
        Assert.DoesNotContain("Going on", run.Error, StringComparison.Ordinal);
        Assert.Equal(2, session.Rows.Count);
    }

    [Fact]
    public async Task Input_that_a_living_client_sends_is_said_to_be_on_its_way_and_sent_as_well()
    {
        await Interrupt(200, sent: 100);
        var row = session.Rows[0];
        session.Put(row with { Phase = SubmissionPhase.Running, Client = "elsewhere/1/2/3" });
        var run = await Submit(Articles(200));
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains($"on its way already: submission {row.Id}, process 1 on elsewhere", run.Error, StringComparison.Ordinal);
        Assert.Equal(200, session.Ids.Count());
        Assert.Equal(2, session.Rows.Count);
    }

    [Fact]
    public async Task A_client_of_this_machine_whose_process_is_gone_is_not_waited_for()
    {
        await Interrupt(200, sent: 100);
        var row = session.Rows[0];
        session.Put(row with { Phase = SubmissionPhase.Running, Client = $"{Environment.MachineName}/{Environment.ProcessId}/1/00" });
        Assert.Contains("Going on with", (await Submit(Articles(200))).Error, StringComparison.Ordinal);
        Assert.Single(session.Rows);
    }

    [Fact]
    public async Task A_stop_ends_the_run_with_what_is_acknowledged_kept()
    {
        session.OnReport = s => s.Phase == SubmissionPhase.Running ? s with { Phase = SubmissionPhase.Stopping } : s;
        session.FailBefore = _ => throw new ClusterException(Simpul.Contracts.ErrorCode.Overloaded, "busy");
        var run = await Submit(Articles(500));
        Assert.Equal(ExitCode.Interrupted, run.ExitCode);
        Assert.Contains("as simpul submit --stop asked", run.Error, StringComparison.Ordinal);
        Assert.Equal(SubmissionPhase.Interrupted, session.Rows[0].Phase);
    }

    [Fact]
    public async Task A_stop_ends_a_run_whose_input_stands_still_and_whose_reports_were_not_answered()
    {
        var reports = 0;
        session.Before = name => name == nameof(session.ReportSubmission) && Interlocked.Increment(ref reports) == 1 ? new TaskCompletionSource().Task : Task.CompletedTask;
        session.OnReport = s => s.Phase == SubmissionPhase.Running ? s with { Phase = SubmissionPhase.Stopping } : s;
        using var input = new StillInput(Articles(10) + "\n");
        string[] command = ["submit", "-", "--input-format", "jsonl"];
        var run = await SimpulRun.Of(command, session: session, time: new FastClock(10), openInput: input).WaitAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(ExitCode.Interrupted, run.ExitCode);
        Assert.Contains("as simpul submit --stop asked", run.Error, StringComparison.Ordinal);
        Assert.Equal(SubmissionPhase.Interrupted, session.Rows[0].Phase);
    }

    [Fact]
    public async Task Who_was_taken_over_ends_and_leaves_the_row_alone()
    {
        session.OnReport = s => s with { Client = "another" };
        session.FailBefore = _ => throw new ClusterException(Simpul.Contracts.ErrorCode.Overloaded, "busy");
        var run = await Submit(Articles(500));
        Assert.Equal(ExitCode.Interrupted, run.ExitCode);
        Assert.Contains("Another client goes on", run.Error, StringComparison.Ordinal);
        Assert.Equal(SubmissionPhase.Running, session.Rows[0].Phase);
    }

    [Fact]
    public async Task A_batch_that_lost_its_silo_twice_is_sent_article_by_article()
    {
        session.FailBefore = b => b.Articles.Length > 1 && b.Articles.Any(a => a.Id == "77") ? new Orleans.Runtime.SiloUnavailableException("gone") : null;
        var run = await Submit(Articles(300));
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Equal(300, session.Ids.Count());
        Assert.All(session.BatchesApart, b => Assert.Single(b.Articles));
        Assert.Contains(session.BatchesApart, b => b.Articles[0].Id == "77");
        Assert.InRange(session.BatchesApart.Count, 2, 64);
    }

    [Fact]
    public async Task Where_clients_were_lost_twice_articles_are_sent_one_by_one()
    {
        await Interrupt(1000, sent: 600);
        var row = session.Rows[0];
        session.Put(row with { LostClients = 2 });
        session.Batches.Clear();
        var run = await Submit(Articles(1000));
        Assert.Contains("read one by one", run.Error, StringComparison.Ordinal);
        Assert.Empty(session.Batches);
        Assert.Equal(1000 - row.Progress.Acknowledged, session.BatchesApart.Count);
    }

    // The cluster takes so many articles and then fails in a way that is no use trying again.
    private async Task Interrupt(int articles, int sent)
    {
        var taken = 0;
        session.FailBefore = b => Interlocked.Add(ref taken, b.Articles.Length) > sent ? new ClusterException(Simpul.Contracts.ErrorCode.Unknown, "broken") : null;
        // One by one they go in the order of the input, so that nearly all that was sent is acknowledged without a gap.
        Assert.Equal(ExitCode.Unreachable, (await Submit(Articles(articles), "--batch-size", "1", "--in-flight", "2")).ExitCode);
        session.FailBefore = static _ => null;
    }

    private Task<SimpulRun> Submit(string jsonl, params string[] more) => SimpulRun.Of(["submit", folder.Write("in.jsonl", jsonl), .. more], session: session);

    /// <summary>Input that somebody has begun to write and neither goes on with nor ends.</summary>
    private sealed class StillInput(string text) : MemoryStream(Encoding.UTF8.GetBytes(text))
    {
        private readonly ManualResetEventSlim end = new();

        // The stream's reads into spans come here too.
        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = base.Read(buffer, offset, count);
            if (read == 0) end.Wait();
            return read;
        }

        protected override void Dispose(bool disposing) => end.Set();
    }

    private static string Articles(int count) => string.Join('\n', Enumerable.Range(0, count).Select(i => $$"""{"id":"{{i}}","text":"Isi {{i}}."}"""));
}
