using Microsoft.Extensions.DependencyInjection;
using Simpul.Contracts;
using Simpul.Grains.Tests.Support;

namespace Simpul.Grains.Tests;

/// <summary>Submissions as rows of their corpus.</summary>
public sealed class SubmissionRowTests : IAsyncLifetime
{
    private readonly Clock _clock = new();
    private TestSilos _silos = null!;
    private TestCorpus _corpus = null!;

    public async Task InitializeAsync()
    {
        _silos = await TestSilos.Start(1, silo => silo.Services.AddSingleton<TimeProvider>(_clock));
        _corpus = await TestCorpus.Create(_silos);
    }

    public async Task DisposeAsync() => await _silos.DisposeAsync();

    [Fact]
    public async Task A_submission_is_kept_across_silos_with_its_stamp_and_checkpoint()
    {
        var begun = (await Begin("s1", "a"))!;
        var progress = new SubmissionProgress { Acknowledged = 128, AcknowledgedOutcomes = [100, 28, 0, 0, 0], Blocks = [1, ulong.MaxValue], Outcomes = [110, 28, 0, 0, 0], Unreadable = 2, Expected = 500 };
        await Report("s1", "a", SubmissionPhase.Running, progress);
        await _silos.Restart(byForce: true);

        var found = Assert.Single(await _corpus.Grain.Submissions(10));
        Assert.Equal((begun.Stamp, "abcd", "news/", SubmissionPhase.Running), (found.Stamp, found.Fingerprint, found.Input, found.Phase));
        Assert.Equal(progress.Blocks, found.Progress.Blocks);
        Assert.Equal((128, 140, 500L), (found.Progress.Acknowledged, found.Progress.Done, found.Progress.Expected));
    }

    [Fact]
    public async Task A_client_that_is_silent_is_gone_and_one_that_takes_over_keeps_the_stamp()
    {
        var begun = (await Begin("s1", "a"))!;
        _clock.Forward(TimeSpan.FromSeconds(14));
        Assert.Equal(SubmissionPhase.Running, (await Seen("s1")).Phase);
        _clock.Forward(TimeSpan.FromSeconds(2));
        var gone = await Seen("s1");
        Assert.Equal(SubmissionPhase.Interrupted, gone.Phase);

        var resumed = (await Begin("s1", "b", gone.Revision))!;
        Assert.Equal((begun.Stamp, SubmissionPhase.Running, 1), (resumed.Stamp, resumed.Phase, resumed.LostClients));
        Assert.Null(await Begin("s1", "c", gone.Revision));
        // The old client wakes up and learns that it is out.
        Assert.Equal("b", (await Report("s1", "a", SubmissionPhase.Running, new SubmissionProgress()))!.Client);
        // As long as nothing more is acknowledged, its input may be what ends its clients.
        Assert.Equal(2, (await Begin("s1", "d", (await Seen("s1")).Revision))!.LostClients);
        Assert.Equal(0, (await Report("s1", "d", SubmissionPhase.Running, new SubmissionProgress { Acknowledged = 64 }))!.LostClients);
    }

    [Fact]
    public async Task Beginning_twice_with_one_name_is_beginning_once()
    {
        var first = (await Begin("s1", "a"))!;
        Assert.Equal(first.Revision, (await Begin("s1", "a"))!.Revision);
        Assert.Null(await Begin("s1", "b"));
        Assert.Single(await _corpus.Grain.Submissions(10));
    }

    [Fact]
    public async Task A_stop_reaches_the_client_with_its_next_report()
    {
        await Begin("s1", "a");
        Assert.Equal(SubmissionPhase.Stopping, (await _corpus.Grain.StopSubmission("s1"))!.Phase);
        Assert.Equal(SubmissionPhase.Stopping, (await Report("s1", "a", SubmissionPhase.Running, new SubmissionProgress()))!.Phase);
        Assert.Equal(SubmissionPhase.Interrupted, (await Report("s1", "a", SubmissionPhase.Interrupted, new SubmissionProgress()))!.Phase);
        Assert.Equal(SubmissionPhase.Interrupted, (await _corpus.Grain.StopSubmission("s1"))!.Phase);
        Assert.Null(await _corpus.Grain.StopSubmission("s2"));
        // Who ended in order was not ended by its input.
        Assert.Equal(0, (await Begin("s1", "b", (await Seen("s1")).Revision))!.LostClients);
    }

    private Task<SubmissionInfo?> Begin(string id, string client, long revision = 0) => _corpus.Grain.BeginSubmission(new SubmissionStart
    {
        Id = id, Revision = revision, Stamp = new SubmissionStamp(1_000_000, 7), Fingerprint = "abcd", Input = "news/", Client = client,
    });

    private Task<SubmissionInfo?> Report(string id, string client, SubmissionPhase phase, SubmissionProgress progress) =>
        _corpus.Grain.ReportSubmission(new SubmissionReport { Id = id, Client = client, Phase = phase, Progress = progress });

    private async Task<SubmissionInfo> Seen(string id) => (await _corpus.Grain.Submissions(10)).Single(s => s.Id == id);

    private sealed class Clock : TimeProvider
    {
        private TimeSpan _forward;

        public void Forward(TimeSpan span) => _forward += span;

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _forward;
    }
}
