using System.Diagnostics;
using Simpul.Contracts;
using Simpul.Grains.Articles;

namespace Simpul.Hosting.Isolation;

/// <summary>How the process that reads apart is started.</summary>
/// <param name="Program">The program.</param>
/// <param name="Arguments">Its arguments.</param>
public sealed record ReaderCommand(string Program, IReadOnlyList<string> Arguments)
{
    /// <summary>This very program; null where it does not know itself or cannot be started so.</summary>
    public static ReaderCommand? OfThisProgram()
    {
        if (Environment.ProcessPath is not { } program || System.Reflection.Assembly.GetEntryAssembly() is not { } entry) return null;
        if (entry.GetName().Name is not ("silo" or "simpul")) return null;
        var isHost = Path.GetFileNameWithoutExtension(program).Equals("dotnet", StringComparison.OrdinalIgnoreCase);
        return new ReaderCommand(program, isHost ? [Path.Join(AppContext.BaseDirectory, $"{entry.GetName().Name}.dll"), ReaderProgram.Argument] : [ReaderProgram.Argument]);
    }
}

/// <summary>
/// Reads articles in a process of their own. Its parent sees how it ends, which the process itself cannot tell of every end: an
/// overflown stack and a fault of native code leave no time for a word. One process at a time; it is kept for a while.
/// </summary>
public sealed class IsolatedReading(ReaderCommand command, TimeProvider time) : IIsolatedReading, IAsyncDisposable
{
    // One that grows without end must fail by itself, before the machine picks a process to kill.
    private const long MemoryLimit = 2L << 30;
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _turn = new(1);
    private ReaderProcess? _process;
    private long _uses;

    /// <summary>How long one article may take. Default: 10 s, thousands of times the usual.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    public async Task<IIsolatedReader> Open(CancellationToken cancel = default)
    {
        await _turn.WaitAsync(cancel);
        _uses++;
        return new Lease(this);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _turn.WaitAsync();
        await End();
        _turn.Release();
    }

    private async Task<ReadArticle> Read(SubmittedArticle article, int buckets, CancellationToken cancel)
    {
        _process ??= Start();
        try
        {
            return await _process.Read(new ReaderProgram.Request(article, buckets), Limit, time, cancel);
        }
        catch
        {
            // It has ended, or its answers would no longer belong to their questions.
            await End();
            throw;
        }
    }

    private ReaderProcess Start()
    {
        var start = new ProcessStartInfo(command.Program, command.Arguments)
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        foreach (var secret in start.Environment.Keys.Where(static k => k.StartsWith("SIMPUL_", StringComparison.Ordinal)).ToList()) start.Environment.Remove(secret);
        start.Environment["DOTNET_GCHeapHardLimit"] = MemoryLimit.ToString("x", System.Globalization.CultureInfo.InvariantCulture);
        return new ReaderProcess(Process.Start(start) ?? throw new InvalidOperationException($"{command.Program} did not start."));
    }

    private void Leave()
    {
        var uses = _uses;
        _turn.Release();
        _ = EndWhenIdle(uses);
    }

    private async Task EndWhenIdle(long uses)
    {
        await Task.Delay(Idle, time);
        await _turn.WaitAsync();
        if (uses == _uses) await End();
        _turn.Release();
    }

    private async Task End()
    {
        if (_process is not { } process) return;
        _process = null;
        await process.DisposeAsync();
    }

    private sealed class Lease(IsolatedReading reading) : IIsolatedReader
    {
        private int _isClosed;

        public Task<ReadArticle> Read(SubmittedArticle article, int buckets, CancellationToken cancel = default) => reading.Read(article, buckets, cancel);

        public ValueTask DisposeAsync()
        {
            if (Interlocked.Exchange(ref _isClosed, 1) == 0) reading.Leave();
            return ValueTask.CompletedTask;
        }
    }
}
