namespace Simpul.Hosting.Sessions;

/// <summary>
/// Ends calls whose connection is lost. Orleans lets them wait for their timeout, which for a batch is minutes; whether they were
/// done is unknown either way, and the caller tries again.
/// </summary>
/// <param name="longest">How long a broken call waits at most for another link.</param>
internal sealed class LostCalls(TimeSpan longest) : IOutgoingGrainCallFilter
{
    private readonly TaskCompletionSource _lost = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _letGo = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Lost => _lost.Task;

    public void Break() => _lost.TrySetResult();

    public void LetGo()
    {
        _lost.TrySetResult();
        _letGo.TrySetResult();
    }

    public async Task Invoke(IOutgoingGrainCallContext context)
    {
        if (!_lost.Task.IsCompleted)
        {
            var call = context.Invoke();
            await Task.WhenAny(call, _lost.Task);
            if (call.IsCompleted)
            {
                await call;
                return;
            }

            _ = call.ContinueWith(static c => c.Exception, TaskContinuationOptions.OnlyOnFaulted);
        }

        await Task.WhenAny(_letGo.Task, Task.Delay(longest));
        throw new Orleans.Runtime.SiloUnavailableException("The process that owned the data folder has ended.");
    }
}
