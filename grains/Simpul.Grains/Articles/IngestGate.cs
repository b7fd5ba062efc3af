using Microsoft.Extensions.Options;
using Simpul.Contracts;
using Simpul.Grains.Hosting;

namespace Simpul.Grains.Articles;

/// <summary>Bounds the text that a silo has in flight. Who finds it full waits in line, and so does the client behind.</summary>
internal sealed class IngestGate(IOptions<GrainsOptions> options, TimeProvider clock)
{
    private readonly Lock _lock = new();
    private readonly Queue<(long Length, TaskCompletionSource Turn)> _line = new();
    private long _inFlight;

    /// <summary>Waits until there is room, and takes it until disposed.</summary>
    public async Task<Pass> Enter(long length)
    {
        // An article longer than the whole gate may pass alone.
        length = Math.Min(length, options.Value.MaxTextInFlight);
        TaskCompletionSource turn;
        lock (_lock)
        {
            if (_line.Count == 0 && _inFlight + length <= options.Value.MaxTextInFlight)
            {
                _inFlight += length;
                return new Pass(this, length);
            }

            turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _line.Enqueue((length, turn));
        }

        try
        {
            await turn.Task.WaitAsync(options.Value.MaxQueueTime, clock);
        }
        catch (TimeoutException)
        {
            // Its turn may have come in the meantime; whoever sets the result first decides.
            if (turn.TrySetCanceled())
                throw new ClusterException(ErrorCode.Overloaded, "The silo is busy; send the same again a little later.");
        }

        return new Pass(this, length);
    }

    private void Leave(long length)
    {
        lock (_lock)
        {
            _inFlight -= length;
            while (_line.TryPeek(out var next) && (next.Turn.Task.IsCompleted || _inFlight + next.Length <= options.Value.MaxTextInFlight))
            {
                _line.Dequeue();
                if (next.Turn.TrySetResult()) _inFlight += next.Length;
            }
        }
    }

    internal readonly struct Pass(IngestGate gate, long length) : IDisposable
    {
        public void Dispose() => gate.Leave(length);
    }
}
