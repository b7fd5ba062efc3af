using System.Runtime.ExceptionServices;

namespace Simpul.Client.Submission;

/// <summary>
/// Bounds what is under way: a number of batches, an amount of text, and of each slice its share, so that a slice whose silo stands
/// still takes no more than that from the others. What others overtake by far is held up: it gives its place in the number free,
/// though not its text, and its slice sends nothing more until it is through. One writer starts, many finish.
/// </summary>
internal sealed class InFlight : IAsyncDisposable
{
    /// <summary>A batch is never held up sooner.</summary>
    public static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(100);
    private const int FarSlower = 4;
    private const double Weight = 1.0 / 16;

    private readonly SubmissionOptions options;
    private readonly TimeProvider time;
    private readonly ITimer glances;
    private readonly SemaphoreSlim changed = new(0);
    private readonly Lock gate = new();
    private readonly HashSet<Delivery> running = [];
    private readonly Dictionary<int, Share> shares = [];
    private readonly int share;
    private ExceptionDispatchInfo? failure;
    private long runningText;
    private int heldUp;
    private long newestAnswered;
    private TimeSpan usual;

    /// <param name="slices">How many slices the corpus has.</param>
    /// <param name="options">The bounds.</param>
    /// <param name="time">The clock.</param>
    public InFlight(int slices, SubmissionOptions options, TimeProvider time)
    {
        (this.options, this.time) = (options, time);
        // Twice the even one: slices differ in what they get.
        share = Math.Max(2, (2 * options.InFlight + slices - 1) / slices);
        glances = time.CreateTimer(_ => Look(), null, Glance, Glance);
    }

    /// <summary>True where nothing may start, of whatever slice.</summary>
    public bool IsFull
    {
        get
        {
            lock (gate) return running.Count > 0 && (running.Count - heldUp >= options.InFlight || runningText >= options.TextInFlight);
        }
    }

    /// <summary>True where a batch may start; throws what work threw that has failed.</summary>
    public bool HasRoom(PendingBatch batch)
    {
        lock (gate)
        {
            // A failure ends the run at the next start.
            failure?.Throw();
            if (running.Count == 0) return true;
            if (shares.TryGetValue(batch.Slice, out var own) && (own.HeldUp > 0 || own.Running >= share)) return false;
            return running.Count - heldUp < options.InFlight && runningText + batch.Text <= options.TextInFlight;
        }
    }

    /// <summary>Starts a batch, for which there is room.</summary>
    public void Start(PendingBatch batch, Func<Delivery, Task> work)
    {
        lock (gate)
        {
            var delivery = new Delivery(batch.Slice, batch.Text, time.GetTimestamp());
            running.Add(delivery);
            runningText += batch.Text;
            shares.TryGetValue(batch.Slice, out var own);
            shares[batch.Slice] = own with { Running = own.Running + 1 };
            delivery.Work = Run(delivery, work);
        }
    }

    /// <summary>Waits until there may be room that was not there before.</summary>
    public Task Changed(CancellationToken cancel) => changed.WaitAsync(cancel);

    /// <summary>Waits until nothing is under way; throws what the first failed work threw.</summary>
    public async Task Finish()
    {
        while (true)
        {
            Task[] tasks;
            lock (gate)
            {
                failure?.Throw();
                tasks = [.. running.Select(static d => d.Work)];
            }

            if (tasks.Length == 0) return;
            await Task.WhenAll(tasks);
        }
    }

    /// <summary>Waits until nothing is under way but what is held up, however it ends.</summary>
    public async Task Settle()
    {
        Task[] tasks;
        lock (gate) tasks = [.. running.Where(static d => !d.IsHeldUp).Select(static d => d.Work)];
        await Task.WhenAll(tasks).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public ValueTask DisposeAsync() => glances.DisposeAsync();

    private async Task Run(Delivery delivery, Func<Delivery, Task> work)
    {
        await Task.Yield();
        try
        {
            await work(delivery);
            lock (gate) Answered(delivery);
        }
        catch (Exception e)
        {
            lock (gate) failure ??= ExceptionDispatchInfo.Capture(e);
            throw;
        }
        finally
        {
            lock (gate) End(delivery);
            changed.Release();
        }
    }

    private void Answered(Delivery delivery)
    {
        newestAnswered = Math.Max(newestAnswered, delivery.Started);
        // What was held up tells nothing of how long others take.
        if (delivery.IsHeldUp) return;
        var took = time.GetElapsedTime(delivery.Started);
        usual = usual == TimeSpan.Zero ? took : usual + ((took - usual) * Weight);
    }

    private void End(Delivery delivery)
    {
        running.Remove(delivery);
        runningText -= delivery.Text;
        if (delivery.IsHeldUp) heldUp--;
        var own = shares[delivery.Slice];
        shares[delivery.Slice] = new Share(own.Running - 1, own.HeldUp - (delivery.IsHeldUp ? 1 : 0));
    }

    // Where nothing is answered, nothing is overtaken: a cluster that is away or slow holds the client up, not a slice.
    private void Look()
    {
        var any = false;
        lock (gate)
        {
            var longest = usual * FarSlower > Moment ? usual * FarSlower : Moment;
            foreach (var delivery in running)
            {
                if (delivery.IsHeldUp || delivery.Started >= newestAnswered || time.GetElapsedTime(delivery.Started) < longest) continue;
                any = true;
                heldUp++;
                var own = shares[delivery.Slice];
                shares[delivery.Slice] = own with { HeldUp = own.HeldUp + 1 };
                delivery.HoldUp();
            }
        }

        if (any) changed.Release();
    }

    private readonly record struct Share(int Running, int HeldUp);
}
