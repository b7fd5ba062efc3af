namespace Simpul.Cluster.Tests;

/// <summary>How long a state is waited for before the test gives up: far longer than it takes on a busy machine.</summary>
internal static class Deadline
{
    public static readonly TimeSpan Length = TimeSpan.FromSeconds(120);

    /// <summary>Waits for something, and says what did not come.</summary>
    public static async Task<T> For<T>(this Task<T> task, string what)
    {
        try
        {
            return await task.WaitAsync(Length);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"{what} did not come within {Length.TotalSeconds:0} s.");
        }
    }
}
