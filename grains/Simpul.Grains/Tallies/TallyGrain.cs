using System.Buffers.Binary;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Concurrency;
using Simpul.Contracts;
using Simpul.Grains.Corpora;
using Simpul.Grains.Counting;
using Simpul.Grains.Hosting;
using Simpul.Grains.Metering;
using Simpul.Storage;

namespace Simpul.Grains.Tallies;

/// <summary>
/// The totals of one bucket. Counts a difference only where it stands at its beginning, so what it holds is always the sum of each
/// ledger up to the position in its vector; saves both together under its epoch. Reentrant: whatever changes the state or reads it
/// for saving holds <see cref="_gate"/>; queries run between awaits and need nothing.
/// </summary>
[Reentrant, Rendezvous, GrainType("tally")]
internal sealed partial class TallyGrain(
    IStore store,
    CorpusDirectory corpora,
    RendezvousDirector placement,
    IOptions<GrainsOptions> options,
    TimeProvider clock,
    ILogger<TallyGrain> log) : Grain, ITallyGrain
{
    private readonly SemaphoreSlim _gate = new(1);
    private readonly List<(long[] Vector, TaskCompletionSource Reached)> _waiters = [];
    private TallyState _state = null!;
    private CorpusRef _corpus;
    private int _bucket;
    private long _epoch;
    private long[] _vector = [];
    private long[] _saved = [];
    private DateTimeOffset _lastSave;
    private DateTimeOffset _lastChange;
    private bool _isBroken;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        (_corpus, _bucket) = GrainKeys.ParseNumbered(this.GetPrimaryKeyString());
        var layout = await corpora.Layout(_corpus);
        var head = await store.OpenTally(_corpus.Incarnation, _bucket, cancellationToken) ?? throw CorpusDirectory.Gone(_corpus);
        _epoch = head.Epoch;
        _vector = VectorOf(head.Vector, layout.Slices);
        _saved = [.. _vector];
        _state = new TallyState(isNew: head.Vector.Length == 0) { ActorChanged = OnActorChanged };
        _lastSave = _lastChange = clock.GetUtcNow();
        var period = options.Value.PushInterval;
        this.RegisterGrainTimer(OnTimer, new GrainTimerCreationOptions { DueTime = period, Period = period, Interleave = true });
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        try
        {
            await Save();
        }
        catch (Exception e)
        {
            // What was not saved is counted again from the segments.
            LogNotSaved(log, e, this.GetPrimaryKeyString());
        }
    }

    public async Task<long> Apply(TallyDelta delta)
    {
        ThrowIfBroken();
        if (delta.From < 0) return _vector[delta.Slice];
        await _gate.WaitAsync();
        try
        {
            ThrowIfBroken();
            if (_vector[delta.Slice] != delta.From || delta.To <= delta.From) return _vector[delta.Slice];
            using var time = SimpulMeters.Time(Stage.Apply);
            await LoadFor(delta);
            Count(delta);
            _vector[delta.Slice] = delta.To;
            _lastChange = clock.GetUtcNow();
        }
        finally
        {
            _gate.Release();
        }

        for (var i = _waiters.Count - 1; i >= 0; i--)
        {
            if (!HasReached(_waiters[i].Vector)) continue;
            _waiters[i].Reached.TrySetResult();
            _waiters.RemoveAt(i);
        }

        return _vector[delta.Slice];
    }

    public async Task<long[]> WaitFor(long[] vector, TimeSpan atMost)
    {
        if (HasReached(vector)) return Vector();
        var waiter = (vector, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        _waiters.Add(waiter);
        AskLedgers(vector);
        try
        {
            await waiter.Item2.Task.WaitAsync(atMost, clock);
        }
        catch (TimeoutException)
        {
            _waiters.Remove(waiter);
        }

        return Vector();
    }

    public async Task<long[]> Save()
    {
        if (_isBroken || _vector.AsSpan().SequenceEqual(_saved)) return [.. _saved];
        List<(int Page, byte[] Content)> pages;
        long[] vector;
        await _gate.WaitAsync();
        try
        {
            vector = [.. _vector];
            // Encoding takes long and changes nothing; the gate keeps changes out meanwhile.
            pages = await Task.Run(_state.TakeChanged);
        }
        finally
        {
            _gate.Release();
        }

        try
        {
            var rows = pages.ConvertAll(static p => new PageRow(p.Page, p.Content));
            if (!await store.SaveTally(new TallySave(_corpus.Incarnation, _bucket, _epoch, BytesOf(vector), rows)))
                throw new ClusterException(ErrorCode.Moved, $"Tally {_bucket} of '{_corpus.Name}' was replaced.");
        }
        catch
        {
            // Whether it was saved is unknown, or another activation counts by now: the next one reads the truth from the store.
            Break();
            throw;
        }

        _saved = vector;
        _lastSave = clock.GetUtcNow();
        return [.. vector];
    }

    public Task Close()
    {
        Break();
        return Task.CompletedTask;
    }

    private void Count(TallyDelta delta)
    {
        try
        {
            for (var i = 0; i < delta.Facts.Length; i++) _state.Apply(delta.Facts[i], delta.Removed[i]);
        }
        catch
        {
            // Half a difference is counted: this state must never be saved or shown again.
            Break();
            throw;
        }
    }

    private async Task LoadFor(TallyDelta delta)
    {
        if (_state.IsAllLoaded) return;
        var missing = new HashSet<int>();
        foreach (var facts in delta.Facts) _state.AddMissing(facts, missing);
        await Load(missing);
    }

    private async Task LoadAll(byte kind)
    {
        if (_state.IsAllLoaded) return;
        var (first, count) = Pages.Range(kind);
        await Load(Enumerable.Range(first, count).Where(p => !_state.IsLoaded(p)).ToHashSet());
    }

    private async Task Load(HashSet<int> missing)
    {
        if (missing.Count == 0) return;
        // A page that is not loaded has not changed since the last save, whatever else has.
        var rows = await store.ReadPages(_corpus.Incarnation, _bucket, missing.Count > Pages.Count / 2 ? null : missing);
        foreach (var row in rows)
            if (missing.Contains(row.Page)) _state.Load(row.Page, row.Content);
        foreach (var page in missing)
            if (!_state.IsLoaded(page)) _state.Load(page, []);
    }

    private void AskLedgers(long[] vector)
    {
        for (var slice = 0; slice < vector.Length; slice++)
        {
            if (_vector[slice] < vector[slice])
                GrainFactory.GetGrain<ILedgerGrain>(GrainKeys.Ledger(_corpus, slice)).Sync(_bucket, _vector[slice]).Ignore();
        }
    }

    private bool HasReached(long[] vector)
    {
        for (var slice = 0; slice < vector.Length; slice++)
            if (_vector[slice] < vector[slice]) return false;
        return true;
    }

    private void Break()
    {
        _isBroken = true;
        foreach (var (_, reached) in _waiters) reached.TrySetResult();
        _waiters.Clear();
        DeactivateOnIdle();
    }

    // Every answer ends with it, so that nothing is told from a state that is given up. A copy: a local caller gets the very object.
    private long[] Vector()
    {
        ThrowIfBroken();
        return [.. _vector];
    }

    private void ThrowIfBroken()
    {
        if (_isBroken) throw new ClusterException(ErrorCode.Moved, $"Tally {_bucket} of '{_corpus.Name}' was replaced; ask again.");
    }

    private async Task OnTimer(CancellationToken cancellation)
    {
        try
        {
            // A silo that stops saves each tally when it deactivates it.
            if (_isBroken || !placement.IsActive) return;
            if (!placement.IsAtHome(this.GetGrainId()))
            {
                DeactivateOnIdle();
                return;
            }

            await Push();
            await AskForMissing();
            var now = clock.GetUtcNow();
            var isIdle = now - _lastChange > options.Value.PushInterval;
            if (isIdle || now - _lastSave > options.Value.SaveInterval) await Save();
        }
        catch (Exception e)
        {
            LogNotSaved(log, e, this.GetPrimaryKeyString());
        }
    }

    internal static long[] VectorOf(byte[] bytes, int slices)
    {
        var vector = new long[slices];
        for (var i = 0; i < slices && bytes.Length >= 8 * (i + 1); i++) vector[i] = BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(8 * i));
        return vector;
    }

    private static byte[] BytesOf(long[] vector)
    {
        var bytes = new byte[8 * vector.Length];
        for (var i = 0; i < vector.Length; i++) BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(8 * i), vector[i]);
        return bytes;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Tally {Key} could not finish its housekeeping; what is not saved is counted again")]
    private static partial void LogNotSaved(ILogger log, Exception e, string key);
}
