namespace Simpul.Client.Connection;

/// <summary>
/// Makes a call again beside itself where no answer comes for a while, and takes the first. A silo that stands still answers nothing,
/// what was passed on to it is not told of when the others put it out, and the time of a call runs for half a minute.
/// </summary>
internal static class FirstAnswer
{
    /// <summary>How long a call is waited for before another is made beside it.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromSeconds(5);

    // Until a silo that stands still is out: 15 seconds, and some more.
    private const int Most = 6;

    /// <param name="call">A call that does no harm when it is made several times at once.</param>
    /// <param name="time">The clock.</param>
    public static async Task<T> Of<T>(Func<Task<T>> call, TimeProvider time)
    {
        var calls = new List<Task<T>> { call() };
        while (true)
        {
            var first = Task.WhenAny(calls);
            using var isAnswered = new CancellationTokenSource();
            if (calls.Count == Most || await Task.WhenAny(first, Task.Delay(Silence, time, isAnswered.Token)) == first)
            {
                await isAnswered.CancelAsync();
                var answer = await first;
                foreach (var other in calls.Where(c => c != answer)) _ = other.ContinueWith(static c => c.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
                return await answer;
            }

            calls.Add(call());
        }
    }
}
