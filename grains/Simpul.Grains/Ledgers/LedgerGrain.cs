using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Concurrency;
using Simpul.Contracts;
using Simpul.Grains.Articles;
using Simpul.Grains.Corpora;
using Simpul.Grains.Hosting;
using Simpul.Grains.Metering;
using Simpul.Storage;

namespace Simpul.Grains.Ledgers;

/// <summary>
/// The single writer of one slice. Appends only queue; one loop commits all that waits as one segment, so the more callers there
/// are, the larger the segments get. The epoch taken at activation fences any older activation that still runs somewhere; after an
/// unknown outcome the activation ends, and the next one reads the truth from the store.
/// </summary>
[Reentrant, Rendezvous, GrainType("ledger")]
internal sealed partial class LedgerGrain(
    IStore store,
    CorpusDirectory corpora,
    SegmentCache cache,
    RendezvousDirector placement,
    IOptions<GrainsOptions> options,
    TimeProvider clock,
    ILogger<LedgerGrain> log) : Grain, ILedgerGrain
{
    // A segment ends here, so that reading one record of it stays cheap.
    private const int MaxItems = 512;
    private const int LoadChunk = 256;

    private readonly ArticleIndex _index = new();
    private readonly DeadLetters _deadLetters = new();
    private Queue<Waiting> _queue = new();
    private CorpusRef _corpus;
    private int _slice;
    private int _buckets;
    private long _epoch;
    private long _version;
    private long _articles;
    private bool _committing;
    private bool _ended;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        (_corpus, _slice) = GrainKeys.ParseNumbered(this.GetPrimaryKeyString());
        _buckets = (await corpora.Layout(_corpus)).Buckets;
        var head = await store.OpenLedger(_corpus.Incarnation, _slice, cancellationToken) ?? throw CorpusDirectory.Gone(_corpus);
        (_epoch, _version, _articles) = (head.Epoch, head.Version, head.Articles);
        for (var at = 0L; at < _version;)
        {
            var rows = await store.ReadSegments(
                new SegmentRange(_corpus.Incarnation, _slice, at, _version, LoadChunk), cancellationToken);
            if (rows.Count == 0) throw new ClusterException(ErrorCode.StoreUnavailable, $"Segments after {at} of slice {_slice} are missing.");
            foreach (var row in rows) Load(row);
            at = rows[^1].Sequence;
        }

        foreach (var letter in await store.ReadDeadLetters(_corpus.Incarnation, _slice, 0, int.MaxValue, cancellationToken))
            _deadLetters.Load(letter);
        StartFlushing();
        this.RegisterGrainTimer(OnTimer, new GrainTimerCreationOptions
        {
            DueTime = TimeSpan.FromSeconds(1), Period = TimeSpan.FromSeconds(1), Interleave = true,
        });
    }

    public Task<ReadingNeed[]> Examine(ArticleKey[] articles) => Task.FromResult(Array.ConvertAll(articles, a =>
    {
        var mustRead = !_index.TryFind(a, out var known)
            || ((known.IsRetracted || known.Content != ArticleIndex.Short(a.Content)) && known.CompareOrder(a) <= 0);
        return !mustRead ? ReadingNeed.None : _deadLetters.EndsReaders(a) ? ReadingNeed.ReadApart : ReadingNeed.Read;
    }));

    public async Task<AppendOutcome[]> Append(LedgerItem[] items)
    {
        // The tallies are slower than the readers: waiting here reaches back to the client.
        if (_deltas.IsFull) await Task.WhenAny(FlushAll(), Task.Delay(TimeSpan.FromSeconds(1), clock));
        ThrowIfEnded();
        var waiting = new Waiting(items);
        _queue.Enqueue(waiting);
        if (!_committing)
        {
            _committing = true;
            CommitAll().Ignore();
        }

        using var time = SimpulMeters.Time(Stage.Append);
        return await waiting.Result.Task;
    }

    public Task<RecordPlace[]> Locate(string[] articleIds) => Task.FromResult(Array.ConvertAll(articleIds, id =>
    {
        var (first, second) = ArticleHash.OfId(id);
        return _index.TryFind(new ArticleKey(first, second, default, default, 0), out var known) ? known.Record : default;
    }));

    public async Task<LedgerFind> Find(string articleId)
    {
        var (first, second) = ArticleHash.OfId(articleId);
        var key = new ArticleKey(first, second, default, default, 0);
        if (!_index.TryFind(key, out var known)) return new LedgerFind { Place = default, History = [] };
        var history = new List<ArticleVersion>();
        for (var at = 0L; at < _version;)
        {
            var rows = await store.ReadSegments(new SegmentRange(_corpus.Incarnation, _slice, at, _version, LoadChunk));
            if (rows.Count == 0) break;
            foreach (var row in rows)
            {
                foreach (var entry in SegmentCodec.Decode(row.Entries))
                    if (entry.Key.Id == first && entry.Key.Id2 == second) history.Add(VersionOf(entry, row.Committed));
            }

            at = rows[^1].Sequence;
        }

        // The current version is the last one that won; repeats of it show under their own runs.
        for (var i = history.Count - 1; i >= 0 && !known.IsRetracted; i--)
        {
            if (history[i].IsRetraction) continue;
            history[i] = history[i] with { IsCurrent = true };
            break;
        }

        return new LedgerFind { Place = known.Record, History = [.. history] };
    }

    public async Task<long> Compact(long below)
    {
        var superseded = new HashSet<RecordPlace>();
        for (var at = 0L; at < Math.Min(below, _version);)
        {
            var rows = await store.ReadSegments(new SegmentRange(_corpus.Incarnation, _slice, at, Math.Min(below, _version), LoadChunk));
            if (rows.Count == 0) break;
            foreach (var row in rows)
                foreach (var entry in SegmentCodec.Decode(row.Entries))
                    if (!entry.Supersedes.IsNone) superseded.Add(entry.Supersedes);
            at = rows[^1].Sequence;
        }

        var erased = 0L;
        foreach (var group in superseded.GroupBy(static p => p.Sequence)) erased += await Erase(group.Key, group.Select(static p => p.Index));
        return erased;
    }

    public Task Close()
    {
        End(CorpusDirectory.Gone(_corpus));
        return Task.CompletedTask;
    }

    private void Load(SegmentRow row)
    {
        var entries = SegmentCodec.Decode(row.Entries);
        _index.AddSegment(entries.Length);
        for (var i = 0; i < entries.Length; i++) LedgerCommit.Apply(_index, entries[i], new RecordPlace(row.Sequence, i));
    }

    private async Task CommitAll()
    {
        try
        {
            while (_queue.Count > 0 && !_ended) await CommitOnce();
        }
        finally
        {
            _committing = false;
        }
    }

    private async Task CommitOnce()
    {
        var commit = new LedgerCommit(_index, _version + 1, _articles);
        var work = new List<(Waiting Waiting, AppendOutcome[] Outcomes)>();
        for (var items = 0; items < MaxItems && _queue.Count > 0;)
        {
            var waiting = _queue.Dequeue();
            work.Add((waiting, Array.ConvertAll(waiting.Items, commit.Add)));
            items += waiting.Items.Length;
        }

        try
        {
            await Store(commit);
        }
        catch (Exception e)
        {
            LogEnded(log, e, this.GetPrimaryKeyString());
            var failure = e as ClusterException ?? new ClusterException(ErrorCode.StoreUnavailable, e.Message);
            foreach (var (waiting, _) in work) waiting.Result.TrySetException(failure);
            End(failure);
            return;
        }

        foreach (var (waiting, outcomes) in work) waiting.Result.TrySetResult(outcomes);
    }

    private async Task Store(LedgerCommit commit)
    {
        if (!commit.IsEmpty)
        {
            var segment = await Task.Run(() => commit.ToSegment(_corpus.Incarnation, _slice, _epoch, clock.GetUtcNow().UtcDateTime));
            var started = clock.GetTimestamp();
            if (!await store.Append(segment)) throw Moved();
            SimpulMeters.Appended(clock.GetElapsedTime(started));
            commit.Finish();
            _version++;
            _lag.Committed(_version);
            _articles = commit.Articles;
            // The part of what was superseded is in earlier segments: such a difference is made from the store when it is sent.
            if (!commit.HasSuperseded) _deltas.Keep(_version, commit.Changes);
            FlushSoon();
        }

        var (added, removed) = _deadLetters.Changes(commit.DeadLetters, commit.Touched, _index);
        if (added.Count == 0 && removed.Count == 0) return;
        var now = clock.GetUtcNow().UtcDateTime;
        var rows = added.ConvertAll(d => new DeadLetterRow(_slice, d.ArticleId, d.Error ?? "", now, d.Text));
        if (!await store.WriteDeadLetters(new DeadLetterWrite(_corpus.Incarnation, _slice, _epoch, rows, removed))) throw Moved();
        _deadLetters.Apply(added, removed);
    }

    private async Task<long> Erase(long sequence, IEnumerable<int> indices)
    {
        var rows = await store.ReadSegments(new SegmentRange(_corpus.Incarnation, _slice, sequence - 1, sequence, WithRecords: true));
        if (rows.Count == 0) return 0;
        var entries = SegmentCodec.Decode(rows[0].Entries);
        var gone = indices.Where(i => entries[i].Kind == EntryKind.Version).ToList();
        if (gone.Count == 0) return 0;
        foreach (var i in gone) entries[i] = entries[i] with { Kind = EntryKind.Erased, ArticleId = "" };
        var records = await Task.Run(() => Bundle.Erase(rows[0].Records, gone));
        var rewrite = new SegmentRewrite(_corpus.Incarnation, _slice, _epoch, sequence, SegmentCodec.Encode(entries), records);
        if (!await store.RewriteSegment(rewrite)) throw Moved();
        cache.Drop(_corpus.Incarnation, _slice, sequence);
        return gone.Count;
    }

    private static ArticleVersion VersionOf(in SegmentEntry entry, DateTime committed) => new()
    {
        Stamp = entry.Key.Stamp,
        Position = entry.Key.Position,
        ContentHash = entry.Kind == EntryKind.Retraction ? null : entry.Key.Content.ToString("x32", null),
        IsRetraction = entry.Kind == EntryKind.Retraction,
        Committed = committed,
        IsCurrent = false,
    };

    private async Task OnTimer(CancellationToken cancellation)
    {
        if (_ended || !placement.IsActive) return;
        // Appends under way are answered before it goes; those that come meanwhile wait for it at its new home.
        if (!placement.IsAtHome(this.GetGrainId())) MigrateOnIdle();
        else await FlushAll();
    }

    private void End(Exception reason)
    {
        _ended = true;
        foreach (var waiting in _queue) waiting.Result.TrySetException(reason);
        _queue = new Queue<Waiting>();
        DeactivateOnIdle();
    }

    private void ThrowIfEnded()
    {
        if (_ended) throw Moved();
    }

    private ClusterException Moved() =>
        new(ErrorCode.Moved, $"The writer of slice {_slice} of '{_corpus.Name}' was replaced; send the same again.");

    [LoggerMessage(Level = LogLevel.Warning, Message = "Ledger {Key} ends: its last write failed or was fenced")]
    private static partial void LogEnded(ILogger log, Exception e, string key);

    private sealed class Waiting(LedgerItem[] items)
    {
        public LedgerItem[] Items => items;

        public TaskCompletionSource<AppendOutcome[]> Result { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
