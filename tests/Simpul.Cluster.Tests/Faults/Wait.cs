namespace Simpul.Cluster.Tests.Faults;

/// <summary>Waits for a state of something that cannot say by itself when it has come.</summary>
internal static class Wait
{
    private static readonly TimeSpan s_glance = TimeSpan.FromMilliseconds(20);

    /// <summary>Looks until a state has come; answers how long that took.</summary>
    public static async Task<TimeSpan> Until(string what, Func<Task<bool>> hasCome)
    {
        using var glances = new PeriodicTimer(s_glance);
        var started = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(started) < Deadline.Length)
        {
            if (await hasCome()) return TimeProvider.System.GetElapsedTime(started);
            await glances.WaitForNextTickAsync();
        }

        throw new TimeoutException($"{what} did not come within {Deadline.Length.TotalSeconds:0} s.");
    }

    /// <summary>Lets a fault last for a time that is a part of it.</summary>
    public static Task Lasting(TimeSpan time) => Task.Delay(time);
}
