using System.Diagnostics;
using System.Text.Json;
using Simpul.Contracts;
using Simpul.Grains.Articles;

namespace Simpul.Hosting.Isolation;

/// <summary>A running process that reads apart.</summary>
internal sealed class ReaderProcess : IAsyncDisposable
{
    // What a shell calls the end by a signal.
    private const int BySignal = 128;
    private const int Interrupt = 2;
    private const int Kill = 9;
    private const int Terminate = 15;

    private static readonly TimeSpan EndLimit = TimeSpan.FromSeconds(5);

    private readonly Process _process;

    public ReaderProcess(Process process)
    {
        _process = process;
        // What it says at its end may quote the article: nobody hears it.
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginErrorReadLine();
    }

    public async Task<ReadArticle> Read(ReaderProgram.Request request, TimeSpan limit, TimeProvider time, CancellationToken cancel)
    {
        string? answer;
        try
        {
            await _process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(request).AsMemory(), cancel);
            await _process.StandardInput.FlushAsync(cancel);
            answer = await _process.StandardOutput.ReadLineAsync(cancel).AsTask().WaitAsync(limit, time, cancel);
        }
        catch (IOException)
        {
            answer = null;
        }
        catch (TimeoutException)
        {
            throw new ReaderEndedException($"it had not read it after {limit.TotalSeconds:0} s", isByItself: true);
        }

        if (answer is not null && JsonSerializer.Deserialize<ReadArticle>(answer) is { } read) return read;
        await _process.WaitForExitAsync(cancel).WaitAsync(EndLimit, time, cancel);
        throw Ended(_process.ExitCode);
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            _process.StandardInput.Close();
        }
        catch (IOException)
        {
        }

        try
        {
            // It is idle, or reads what nobody waits for any more.
            if (!_process.HasExited) _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }
        catch (InvalidOperationException)
        {
        }

        _process.Dispose();
    }

    /// <summary>What the end of a reader says: nobody but another process sends these three signals, nobody but itself ends otherwise.</summary>
    internal static ReaderEndedException Ended(int exitCode)
    {
        var signal = exitCode - BySignal;
        return signal is Interrupt or Kill or Terminate
            ? new ReaderEndedException($"it was killed from outside (signal {signal})", isByItself: false)
            : new ReaderEndedException(signal > 0 ? $"it ended by signal {signal}" : $"it ended with exit code {exitCode}", isByItself: true);
    }
}
