namespace Simpul.Client.Submission;

/// <summary>Bounds what is under way: a number of batches, and an amount of text. One writer asks, many finish.</summary>
internal sealed class InFlight(int batches, long text)
{
    private readonly SemaphoreSlim changed = new(0);
    private readonly Lock gate = new();
    private readonly HashSet<Task> running = [];
    private long runningText;

    /// <summary>Waits for room and starts the work.</summary>
    public async Task Start(long size, Func<Task> work, CancellationToken cancel)
    {
        while (!HasRoom(size)) await changed.WaitAsync(cancel);
        lock (gate)
        {
            runningText += size;
            running.Add(Run(size, work));
        }
    }

    /// <summary>Waits until nothing is under way; throws what the first failed work threw.</summary>
    public async Task Finish()
    {
        while (true)
        {
            Task[] tasks;
            lock (gate) tasks = [.. running];
            if (tasks.Length == 0) return;
            await Task.WhenAll(tasks);
            lock (gate) running.RemoveWhere(t => t.IsCompletedSuccessfully);
        }
    }

    /// <summary>Waits until nothing is under way, however it ends.</summary>
    public async Task Settle()
    {
        Task[] tasks;
        lock (gate) tasks = [.. running];
        await Task.WhenAll(tasks).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private bool HasRoom(long size)
    {
        lock (gate)
        {
            running.RemoveWhere(t => t.IsCompletedSuccessfully);
            // A failure is kept, and ends the run at the next start.
            if (running.FirstOrDefault(t => t.IsFaulted) is { } failed) failed.GetAwaiter().GetResult();
            return running.Count == 0 || (running.Count < batches && runningText + size <= text);
        }
    }

    private async Task Run(long size, Func<Task> work)
    {
        await Task.Yield();
        try
        {
            await work();
        }
        finally
        {
            lock (gate) runningText -= size;
            changed.Release();
        }
    }
}
