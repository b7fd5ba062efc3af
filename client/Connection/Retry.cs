namespace Simpul.Client.Connection;

/// <summary>Calls again what may be called twice, with growing pauses, for a while.</summary>
/// <param name="time">The clock.</param>
/// <param name="patience">How long after the first failure a call is made again; half a minute unless given.</param>
internal sealed class Retry(TimeProvider time, TimeSpan? patience = null)
{
    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    /// <param name="call">The call.</param>
    /// <param name="onRetry">Is told of every failure that is tried again.</param>
    /// <param name="cancel">Ends the pauses, not a call under way.</param>
    public async Task<T> Call<T>(Func<Task<T>> call, CancellationToken cancel, Action<Exception>? onRetry = null)
    {
        long? failed = null;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await Made(call, cancel);
            }
            catch (Exception e) when (ClusterErrors.MayBeTriedAgain(e) && (failed is null || time.GetElapsedTime(failed.Value) < (patience ?? Usual)))
            {
                failed ??= time.GetTimestamp();
                onRetry?.Invoke(e);
                await Task.Delay(Pause(attempt), time, cancel);
            }
        }
    }

    // A silo gives up calls that wait too long for a place, and says that they were cancelled; nobody here has.
    private static async Task<T> Made<T>(Func<Task<T>> call, CancellationToken cancel)
    {
        try
        {
            return await call();
        }
        catch (OperationCanceledException e) when (!cancel.IsCancellationRequested)
        {
            throw new TimeoutException(e.Message, e);
        }
    }

    // Jitter keeps many batches that failed together from coming back together.
    private static TimeSpan Pause(int attempt)
    {
        var pause = TimeSpan.FromTicks(Math.Min(Longest.Ticks, First.Ticks << Math.Min(attempt - 1, 20)));
        return pause * (0.5 + (Random.Shared.NextDouble() / 2));
    }
}
