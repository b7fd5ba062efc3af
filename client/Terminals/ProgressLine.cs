namespace Simpul.Client.Terminals;

/// <summary>How far a job has come.</summary>
/// <param name="Done">Articles done.</param>
/// <param name="Total">Articles in all, or null where that is not known yet.</param>
/// <param name="TotalIsExact">Whether the total is counted or estimated.</param>
/// <param name="Errors">Articles rejected.</param>
/// <param name="Waiting">How long every call of the job has failed; zero where they succeed.</param>
internal readonly record struct JobProgress(long Done, long? Total, bool TotalIsExact, long Errors, TimeSpan Waiting = default);

/// <summary>
/// Shows a job's progress on standard error: one live line on a terminal, a plain line every few seconds elsewhere, and none for a job
/// that is over sooner.
/// </summary>
internal sealed class ProgressLine : IAsyncDisposable
{
    private static readonly TimeSpan LiveEvery = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan PlainEvery = TimeSpan.FromSeconds(5);

    // A call that fails and succeeds when it is made again is no news.
    private static readonly TimeSpan WorthTelling = TimeSpan.FromSeconds(3);

    private readonly Talk talk;
    private readonly TimeProvider time;
    private readonly Func<JobProgress> read;
    private readonly long started;
    private readonly ITimer timer;

    public ProgressLine(Talk talk, TimeProvider time, Func<JobProgress> read)
    {
        this.talk = talk;
        this.time = time;
        this.read = read;
        started = time.GetTimestamp();
        var every = talk.IsTerminal ? LiveEvery : PlainEvery;
        timer = time.CreateTimer(_ => Show(), null, every, every);
    }

    public TimeSpan Elapsed => time.GetElapsedTime(started);

    public async ValueTask DisposeAsync()
    {
        await timer.DisposeAsync();
        talk.ShowLive("");
    }

    /// <summary>The line for a state of the job.</summary>
    public static string Describe(JobProgress job, TimeSpan elapsed)
    {
        var rate = elapsed > TimeSpan.Zero ? job.Done / elapsed.TotalSeconds : 0;
        var total = job.Total is { } t ? $" of {(job.TotalIsExact ? "" : "about ")}{Sizes.Count(t)}" : "";
        if (job.Waiting >= WorthTelling) return $"{Sizes.Count(job.Done)}{total} articles, {Sizes.Count(job.Errors, "error")}; no silo has taken more for {Sizes.Time(job.Waiting)}, still trying";
        var left = job.Total is { } all && rate > 0 && all > job.Done ? $", {Sizes.Time(TimeSpan.FromSeconds((all - job.Done) / rate))} left" : "";
        return $"{Sizes.Count(job.Done)}{total} articles, {Sizes.Count((long)rate)}/s, {Sizes.Count(job.Errors, "error")}{left}";
    }

    private void Show()
    {
        var line = Describe(read(), Elapsed);
        if (talk.IsTerminal) talk.ShowLive(line);
        else talk.Say(line);
    }
}
