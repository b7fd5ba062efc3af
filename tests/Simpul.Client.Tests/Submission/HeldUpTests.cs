using Simpul.Client.Input;
using Simpul.Client.Submission;
using Simpul.Client.Terminals;
using Simpul.Contracts;
using Simpul.Text;

namespace Simpul.Client.Tests.Submission;

/// <summary>What a submission does while a silo stands still: the slices that live there, and the lanes that lead through it.</summary>
public sealed class HeldUpTests : IDisposable
{
    private const int Slices = 16;
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(1);

    private readonly TempFolder folder = new();
    private readonly FakeSession session = new();
    private readonly CorpusInfo corpus;
    private readonly TaskCompletionSource thaw = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public HeldUpTests() => corpus = session.Add("default", Slices);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Articles_of_other_slices_go_on_and_those_that_were_held_up_follow()
    {
        session.Hold = (_, batch) => IsFrozen(batch.Slice) ? thaw.Task : Task.CompletedTask;
        var run = SimpulRun.Of(["submit", folder.Write("in.jsonl", Articles(4000)), "--batch-size", "8"], session: session);
        await Until(() => Others.All(session.Ids.ToHashSet().Contains), run);

        Assert.DoesNotContain(session.Ids, id => IsFrozen(corpus.SliceOf(id)));
        thaw.SetResult();
        Assert.Equal(ExitCode.Done, (await run).ExitCode);
        Assert.Equal(4000, session.Ids.Count());
        Assert.Equal((SubmissionPhase.Finished, 4000L), session.Rows.Select(static r => (r.Phase, r.Progress.Acknowledged)).Single());
    }

    [Fact]
    public async Task What_was_held_up_when_the_client_ended_is_sent_by_the_next()
    {
        using var cancel = new CancellationTokenSource();
        session.Hold = (_, batch) => IsFrozen(batch.Slice) ? thaw.Task : Task.CompletedTask;
        string[] command = ["submit", folder.Write("in.jsonl", Articles(4000)), "--batch-size", "8"];
        var run = SimpulRun.Of(command, session: session, cancel: cancel.Token);
        await Until(() => Others.All(session.Ids.ToHashSet().Contains), run);
        await cancel.CancelAsync();
        Assert.Equal(ExitCode.Interrupted, (await run).ExitCode);
        var firstHeldUp = Ids(4000).Select(static i => IsFrozen(i.Slice)).TakeWhile(static f => !f).Count();
        Assert.InRange(session.Rows[0].Progress.Acknowledged, 0, firstHeldUp);

        session.Hold = static (_, _) => Task.CompletedTask;
        Assert.Equal(ExitCode.Done, (await SimpulRun.Of(command, session: session)).ExitCode);
        Assert.Equal(4000, session.Ids.Count());
        thaw.SetResult();
    }

    [Fact]
    public async Task A_gateway_that_stands_still_holds_up_no_slice()
    {
        session.Hold = (lane, _) => lane % 3 == 0 ? thaw.Task : Task.CompletedTask;
        var run = await SimpulRun.Of(["submit", folder.Write("in.jsonl", Articles(4000)), "--batch-size", "8"], session: session).WaitAsync(Deadline);
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Equal(4000, session.Ids.Count());
        Assert.Equal(4000, session.Rows.Single().Progress.Done);
        thaw.SetResult();
    }

    [Fact]
    public async Task The_input_is_read_on_no_further_than_what_waits_may_grow()
    {
        var options = new SubmissionOptions { Batch = 4, InFlight = 8, WaitingArticles = 1000 };
        session.Hold = (_, batch) => IsFrozen(batch.Slice) ? thaw.Task : Task.CompletedTask;
        var read = 0;
        var submitted = Submit(Read(), options);
        // Where half of the slices are frozen, as many articles of the others are through as wait.
        await Until(() => Volatile.Read(ref read) > options.WaitingArticles, submitted);
        await Until(() => session.Ids.Count() > options.WaitingArticles / 2, submitted);
        Assert.True(read <= 4 * options.WaitingArticles, $"{read} articles were read.");
        Assert.True(session.UnderWay(b => IsFrozen(b.Slice)) <= 2 * Slices, "A frozen slice has more under way than its share, twice.");

        thaw.SetResult();
        await submitted.WaitAsync(Deadline);
        Assert.Equal(20_000, session.Ids.Count());

        IEnumerable<InputItem> Read()
        {
            foreach (var (id, _) in Ids(20_000))
            {
                Volatile.Write(ref read, read + 1);
                yield return new AcceptedInput(new Place("in", read), new Article(id, "Isi."));
            }
        }
    }

    [Fact]
    public async Task A_cluster_that_answers_nothing_gets_no_more_than_the_window()
    {
        var options = new SubmissionOptions { Batch = 4, InFlight = 8 };
        session.Hold = (_, _) => thaw.Task;
        var submitted = Submit(Ids(4000).Select(static (i, n) => new AcceptedInput(new Place("in", n), new Article(i.Id, "Isi."))), options);
        await Until(() => session.MostUnderWay == options.InFlight, submitted);
        await Task.WhenAny(submitted, Task.Delay(InFlight.Moment * 2));
        Assert.Equal(options.InFlight, session.MostUnderWay);

        thaw.SetResult();
        await submitted.WaitAsync(Deadline);
    }

    private async Task Submit(IEnumerable<InputItem> items, SubmissionOptions options)
    {
        using var checkpoint = new Checkpoint();
        using var resumption = new Resumption([]);
        var submitter = new Submitter(session, corpus, options, new SubmissionCounts(), new Talk(TextWriter.Null, isTerminal: false, colours: false), TimeProvider.System)
        {
            Checkpoint = checkpoint, Stamp = SubmissionStamp.Now(TimeProvider.System),
        };
        await Task.Run(() => submitter.Run(items, resumption, static () => Task.CompletedTask, CancellationToken.None));
    }

    // Half of them: more than the window holds of batches.
    private static bool IsFrozen(int slice) => slice % 2 == 1;

    private IEnumerable<string> Others => Ids(4000).Where(static i => !IsFrozen(i.Slice)).Select(static i => i.Id);

    private IEnumerable<(string Id, int Slice)> Ids(int count) => Enumerable.Range(0, count).Select(static i => $"{i}").Select(id => (id, corpus.SliceOf(id)));

    private static string Articles(int count) => string.Join('\n', Enumerable.Range(0, count).Select(i => $$"""{"id":"{{i}}","text":"Teks {{i}}."}"""));

    private static async Task Until(Func<bool> hasCome, Task running)
    {
        using var limit = new CancellationTokenSource(Deadline);
        while (!hasCome())
        {
            Assert.False(running.IsCompleted, "It has ended before.");
            await Task.Delay(20, limit.Token);
        }
    }
}
