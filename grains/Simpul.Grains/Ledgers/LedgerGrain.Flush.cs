using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using Simpul.Contracts;
using Simpul.Grains.Metering;

namespace Simpul.Grains.Ledgers;

/// <summary>
/// Sends each tally what it has not counted: one message at a time and tally, the next with all that came meanwhile. A tally answers
/// where it stands, and that alone decides what is sent next; lost, repeated and reordered messages change nothing.
/// </summary>
internal sealed partial class LedgerGrain
{
    // Where a tally stands is unknown until it has said so.
    private const long Unknown = -1;

    private DeltaLog _deltas = null!;
    private TallyLag _lag = null!;
    private long[] _counted = [];
    private Task?[] _flushes = [];
    private bool _flushIsDue;

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        _lag?.Dispose();
        return Task.CompletedTask;
    }

    public Task Sync(int bucket, long position)
    {
        if (bucket >= _buckets || _ended) return Task.CompletedTask;
        if (_flushes[bucket] is null) _counted[bucket] = position;
        Flush(bucket).Ignore();
        return Task.CompletedTask;
    }

    [MemberNotNull(nameof(_deltas), nameof(_lag))]
    private void StartFlushing()
    {
        _deltas = new DeltaLog(store, cache, _corpus.Incarnation, _slice, _buckets, options.Value.MaxPendingBytes);
        _lag = new TallyLag(clock);
        if (_version > 0) _lag.Committed(_version);
        _counted = new long[_buckets];
        Array.Fill(_counted, Unknown);
        _flushes = new Task?[_buckets];
    }

    // Many tallies make many messages: then commits are gathered for a while.
    private void FlushSoon()
    {
        if (_flushIsDue) return;
        _flushIsDue = true;
        FlushLater().Ignore();

        async Task FlushLater()
        {
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Clamp(_buckets, 5, 1000)), clock);
            _flushIsDue = false;
            await FlushAll();
        }
    }

    private Task FlushAll()
    {
        if (_ended || _version == 0) return Task.CompletedTask;
        var flushes = new List<Task>();
        for (var bucket = 0; bucket < _buckets; bucket++)
            if (_counted[bucket] < _version) flushes.Add(Flush(bucket));
        return Task.WhenAll(flushes);
    }

    private Task Flush(int bucket)
    {
        if (_flushes[bucket] is { } running) return running;
        var flush = FlushUntilCounted(bucket);
        if (!flush.IsCompleted) _flushes[bucket] = flush;
        return flush;
    }

    private async Task FlushUntilCounted(int bucket)
    {
        try
        {
            var tally = GrainFactory.GetGrain<ITallyGrain>(GrainKeys.Tally(_corpus, bucket));
            if (_counted[bucket] == Unknown)
                _counted[bucket] = await tally.Apply(new TallyDelta { Slice = _slice, From = Unknown, To = Unknown });
            while (_counted[bucket] < _version && !_ended)
            {
                var from = _counted[bucket];
                var (to, facts, removed) = await _deltas.Collect(bucket, from, _version);
                var delta = new TallyDelta { Slice = _slice, From = from, To = to, Facts = facts, Removed = removed };
                _counted[bucket] = await tally.Apply(delta);
                _deltas.Drop(_counted.Min());
                _lag.Counted(_counted.Min());
                if (_counted[bucket] == from) break;
            }

            _lag.Counted(_counted.Min());
        }
        catch (Exception e)
        {
            // The timer tries again; until then the store holds what the tally misses.
            LogNotSent(log, e, this.GetPrimaryKeyString(), bucket);
            _counted[bucket] = Unknown;
        }
        finally
        {
            _flushes[bucket] = null;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Ledger {Key} could not bring tally {Bucket} up to date; it will try again")]
    private static partial void LogNotSent(ILogger log, Exception e, string key, int bucket);
}
