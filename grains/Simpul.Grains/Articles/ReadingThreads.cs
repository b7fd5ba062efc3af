using System.Collections.Concurrent;

namespace Simpul.Grains.Articles;

/// <summary>
/// Threads of their own for reading, one a core. Reading is nothing but computing: on the threads that all else shares it would keep
/// commits, answers and heartbeats waiting for a thread, while beside it the system gives one that wakes its turn at once.
/// </summary>
internal sealed class ReadingThreads : IDisposable
{
    private readonly BlockingCollection<Action> _work = [];

    public ReadingThreads()
    {
        for (var i = 0; i < Environment.ProcessorCount; i++)
            new Thread(Work) { IsBackground = true, Name = $"reading {i + 1}" }.Start();
    }

    /// <summary>Runs a function on one of the threads, in the order of the calls; whoever awaits it goes on elsewhere.</summary>
    public Task<T> Run<T>(Func<T> read)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        _work.Add(() =>
        {
            try
            {
                done.SetResult(read());
            }
            catch (Exception e)
            {
                done.SetException(e);
            }
        });
        return done.Task;
    }

    /// <summary>Ends the threads as soon as they have nothing left to do.</summary>
    public void Dispose() => _work.CompleteAdding();

    private void Work()
    {
        foreach (var item in _work.GetConsumingEnumerable()) item();
    }
}
