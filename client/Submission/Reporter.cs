using Simpul.Contracts;

namespace Simpul.Client.Submission;

/// <summary>Why a submission ends before its input does.</summary>
internal enum EndReason
{
    None,

    /// <summary>Ctrl-C.</summary>
    Interrupted,

    /// <summary>Somebody asked for it with <c>submit --stop</c>.</summary>
    Stopped,

    /// <summary>Another client goes on with it.</summary>
    TakenOver,
}

/// <summary>Keeps a submission's row up to date while it runs, and hears from it whether it is to end.</summary>
internal sealed class Reporter : IAsyncDisposable
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    private readonly Ticket ticket;
    private readonly Func<SubmissionProgress> progress;
    private readonly TimeProvider time;
    private readonly CancellationTokenSource ending = new();
    private readonly CancellationTokenSource end;
    private readonly Task running;

    /// <param name="ticket">The hold on the row.</param>
    /// <param name="progress">How far it is.</param>
    /// <param name="time">The clock.</param>
    /// <param name="end">Is cancelled where the submission is to end.</param>
    public Reporter(Ticket ticket, Func<SubmissionProgress> progress, TimeProvider time, CancellationTokenSource end)
    {
        (this.ticket, this.progress, this.time, this.end) = (ticket, progress, time, end);
        running = Task.Run(Run);
    }

    /// <summary>Why it is to end, where the row said so.</summary>
    public EndReason Reason { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        await running;
        ending.Dispose();
    }

    private async Task Run()
    {
        using var timer = new PeriodicTimer(Every, time);
        try
        {
            do
            {
                var row = await ticket.Report(SubmissionPhase.Running, progress()).WaitAsync(ending.Token);
                if (row is null) continue;
                Reason = ticket.IsLost(row) ? EndReason.TakenOver : row.Phase == SubmissionPhase.Stopping ? EndReason.Stopped : EndReason.None;
                if (Reason == EndReason.None) continue;
                await end.CancelAsync();
                return;
            }
            while (await timer.WaitForNextTickAsync(ending.Token));
        }
        catch (OperationCanceledException)
        {
        }
    }
}
