using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Simpul.Storage.Sqlite;

/// <summary>
/// The one thread that writes. All that waits when it comes round goes into one transaction, and so into one flush to the disk:
/// the more writers there are, the more share it.
/// </summary>
internal sealed class SqliteWriter : IDisposable
{
    // Bounds how long the first in a transaction waits for the last.
    private const int MaxJobs = 256;

    private readonly BlockingCollection<Job> _queue = new(new ConcurrentQueue<Job>());
    private readonly SqliteSession _session;
    private readonly Thread _thread;

    public SqliteWriter(SqliteSession session)
    {
        _session = session;
        _thread = new Thread(Work) { IsBackground = true, Name = "simpul store writer" };
        _thread.Start();
    }

    /// <summary>Runs a write in the next transaction; ends when it is on the disk.</summary>
    public Task<T> Write<T>(Func<SqliteSession, T> write)
    {
        var job = new Job<T>(write);
        Enqueue(job);
        return job.Result;
    }

    /// <summary>Runs something outside of any transaction.</summary>
    public Task<T> RunAlone<T>(Func<SqliteSession, T> run)
    {
        var job = new Job<T>(run) { IsAlone = true };
        Enqueue(job);
        return job.Result;
    }

    public void Dispose()
    {
        _queue.CompleteAdding();
        _thread.Join();
        _queue.Dispose();
    }

    private void Enqueue(Job job)
    {
        try
        {
            _queue.Add(job);
        }
        catch (Exception e) when (e is InvalidOperationException or ObjectDisposedException)
        {
            job.Fail(new StoreException("The store is closed.", e));
        }
    }

    private void Work()
    {
        var jobs = new List<Job>();
        Job? next = null;
        while (next is not null || _queue.TryTake(out next, Timeout.Infinite))
        {
            jobs.Clear();
            jobs.Add(next);
            next = null;
            while (!jobs[0].IsAlone && jobs.Count < MaxJobs && _queue.TryTake(out var more))
            {
                if (more.IsAlone)
                {
                    next = more;
                    break;
                }

                jobs.Add(more);
            }

            if (jobs[0].IsAlone) RunOutside(jobs[0]);
            else Commit(jobs);
        }
    }

    private void RunOutside(Job job)
    {
        try
        {
            job.Run(_session);
            job.Complete();
        }
        catch (Exception e)
        {
            job.Fail(Translate(e));
        }
    }

    private void Commit(List<Job> jobs)
    {
        try
        {
            _session.Execute("BEGIN IMMEDIATE");
            foreach (var job in jobs) job.Run(_session);
            _session.Execute("COMMIT");
        }
        catch (Exception e)
        {
            Rollback();
            // One bad write must not take its neighbours down: alone, each shows whether it is the bad one.
            if (jobs.Count == 1) jobs[0].Fail(Translate(e));
            else foreach (var job in jobs) Commit([job]);
            return;
        }

        foreach (var job in jobs) job.Complete();
    }

    private void Rollback()
    {
        try
        {
            _session.Execute("ROLLBACK");
        }
        catch (SqliteException)
        {
            // SQLite has rolled back by itself, as it does when the disk is full.
        }
    }

    private static StoreException Translate(Exception e) => e as StoreException ?? new StoreException($"The store failed: {e.Message}", e);

    private abstract class Job
    {
        public bool IsAlone { get; init; }

        public abstract void Run(SqliteSession session);

        public abstract void Complete();

        public abstract void Fail(Exception reason);
    }

    private sealed class Job<T>(Func<SqliteSession, T> run) : Job
    {
        private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T? _result;

        public Task<T> Result => _done.Task;

        public override void Run(SqliteSession session) => _result = run(session);

        public override void Complete() => _done.TrySetResult(_result!);

        public override void Fail(Exception reason) => _done.TrySetException(reason);
    }
}
