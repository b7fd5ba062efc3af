using Microsoft.Extensions.Options;
using Simpul.Contracts;
using Simpul.Grains.Hosting;

namespace Simpul.Grains.Articles;

/// <summary>
/// Bounds the articles and the text that a silo has in hand: so much is in work, so much waits in line, and what comes beyond is
/// refused at once, so that the client behind waits with it.
/// </summary>
internal sealed class IngestGate(IOptions<GrainsOptions> options, TimeProvider clock)
{
    private readonly Lock _lock = new();
    private readonly Queue<Waiting> _line = new();
    private Load _inFlight;
    private Load _waiting;

    /// <summary>What is in work now.</summary>
    public (long Articles, long Text) InFlight
    {
        get
        {
            lock (_lock) return (_inFlight.Articles, _inFlight.Text);
        }
    }

    /// <summary>Waits until there is room, and takes it until disposed.</summary>
    public async Task<Pass> Enter(int articles, long text)
    {
        var o = options.Value;
        // What is larger than the whole gate may pass alone, and wait alone.
        var load = new Load(Math.Min(articles, o.MaxArticlesInFlight), Math.Min(text, o.MaxTextInFlight));
        var waiting = new Waiting(load);
        lock (_lock)
        {
            if (_line.Count == 0 && Fits(_inFlight, load, o.MaxArticlesInFlight, o.MaxTextInFlight))
            {
                _inFlight += load;
                return new Pass(this, load);
            }

            if (_line.Count > 0 && !Fits(_waiting, load, o.MaxArticlesWaiting, o.MaxTextWaiting)) throw Busy();
            _waiting += load;
            _line.Enqueue(waiting);
        }

        try
        {
            await waiting.Turn.Task.WaitAsync(o.MaxQueueTime, clock);
        }
        catch (TimeoutException)
        {
            // Its turn may have come in the meantime; whoever sets the result first decides.
            if (waiting.Turn.TrySetCanceled())
            {
                lock (_lock) _waiting -= load;
                throw Busy();
            }
        }

        return new Pass(this, load);
    }

    private void Leave(Load load)
    {
        var o = options.Value;
        lock (_lock)
        {
            _inFlight -= load;
            while (_line.TryPeek(out var next)
                && (next.Turn.Task.IsCompleted || Fits(_inFlight, next.Load, o.MaxArticlesInFlight, o.MaxTextInFlight)))
            {
                _line.Dequeue();
                if (!next.Turn.TrySetResult()) continue;
                _waiting -= next.Load;
                _inFlight += next.Load;
            }
        }
    }

    private static bool Fits(Load held, Load more, long articles, long text) =>
        held.Articles + more.Articles <= articles && held.Text + more.Text <= text;

    private static ClusterException Busy() => new(ErrorCode.Overloaded, "The silo is busy; send the same again a little later.");

    internal readonly struct Pass(IngestGate gate, Load load) : IDisposable
    {
        public void Dispose() => gate.Leave(load);
    }

    internal readonly record struct Load(long Articles, long Text)
    {
        public static Load operator +(Load a, Load b) => new(a.Articles + b.Articles, a.Text + b.Text);

        public static Load operator -(Load a, Load b) => new(a.Articles - b.Articles, a.Text - b.Text);
    }

    private sealed class Waiting(Load load)
    {
        public Load Load => load;

        public TaskCompletionSource Turn { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
