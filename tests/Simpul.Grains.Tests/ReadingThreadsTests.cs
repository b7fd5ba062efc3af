using Simpul.Grains.Articles;

namespace Simpul.Grains.Tests;

public sealed class ReadingThreadsTests
{
    [Fact]
    public async Task All_work_is_done_in_its_order_by_threads_of_their_own()
    {
        using var threads = new ReadingThreads();
        var started = new List<int>();
        var results = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => threads.Run(() =>
        {
            lock (started) started.Add(i);
            return (i, Thread.CurrentThread.IsThreadPoolThread);
        })));
        Assert.Equal(Enumerable.Range(0, 100), results.Select(r => r.i));
        Assert.All(results, r => Assert.False(r.IsThreadPoolThread));
        Assert.Equal(Enumerable.Range(0, 100), started.Order());
    }

    [Fact]
    public async Task Who_waits_for_a_result_goes_on_elsewhere()
    {
        using var threads = new ReadingThreads();
        var isAwaited = new TaskCompletionSource();
        var goesOn = GoesOn();
        isAwaited.SetResult();
        var (read, after) = await goesOn;
        Assert.StartsWith("reading", read, StringComparison.Ordinal);
        Assert.NotEqual(read, after);

        async Task<(string? Read, string? After)> GoesOn()
        {
            var name = await threads.Run(() =>
            {
                isAwaited.Task.Wait();
                return Thread.CurrentThread.Name;
            }).ConfigureAwait(false);
            return (name, Thread.CurrentThread.Name);
        }
    }

    [Fact]
    public async Task What_fails_fails_for_who_asked_and_the_thread_goes_on()
    {
        using var threads = new ReadingThreads();
        foreach (var _ in Enumerable.Range(0, 2 * Environment.ProcessorCount))
            await Assert.ThrowsAsync<InvalidDataException>(() => threads.Run<int>(() => throw new InvalidDataException("no article")));
        Assert.Equal(5, await threads.Run(() => 5));
    }

    [Fact]
    public async Task Work_that_was_taken_is_done_though_the_threads_are_to_end()
    {
        Task<int> last;
        using (var threads = new ReadingThreads()) last = threads.Run(() => 7);
        Assert.Equal(7, await last);
    }
}
