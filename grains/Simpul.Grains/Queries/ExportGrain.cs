using Orleans.Concurrency;
using Simpul.Contracts;
using Simpul.Grains.Corpora;
using Simpul.Grains.Hosting;
using Simpul.Grains.Ledgers;
using Simpul.Storage;

namespace Simpul.Grains.Queries;

/// <summary>
/// The order of the records at one position of all ledgers. It is a function of the position, so when this activation goes, the next
/// one finds the same, and a client goes on where it was.
/// </summary>
[Reentrant, Rendezvous, CollectionAgeLimit(Minutes = 5), GrainType("export")]
internal sealed class ExportGrain(IStore store, CorpusDirectory corpora, SegmentCache cache) : Grain, IExportGrain
{
    private const int Chunk = 256;
    private const int MaxPageBytes = 4 << 20;

    private CorpusRef _corpus;
    private Item[] _items = [];

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        (_corpus, var token) = GrainKeys.Parse(this.GetPrimaryKeyString());
        var row = await corpora.Layout(_corpus);
        var versions = ExportToken.Read(token);
        if (versions.Length != row.Slices) throw new ClusterException(ErrorCode.BadRequest, "The position is of another corpus.");
        var items = new List<Item>();
        for (var slice = 0; slice < versions.Length; slice++) await AddCurrent(slice, versions[slice], items, cancellationToken);
        _items = [.. items];
        Array.Sort(_items, static (x, y) => Utf8Order.Compare(x.Id, y.Id));
    }

    public Task<long> Count() => Task.FromResult((long)_items.Length);

    public async Task<ExportPage> Page(string? after, int limit)
    {
        var start = after is null ? 0 : Array.FindIndex(_items, Behind(after), i => Utf8Order.Compare(i.Id, after) > 0);
        if (start < 0) return new ExportPage { Records = [] };
        var records = new List<ExportedRecord>();
        var size = 0;
        var at = start;
        for (; at < _items.Length && records.Count < limit && size < MaxPageBytes; at++)
        {
            var record = await cache.GetRecord(_corpus.Incarnation, _items[at].Slice, _items[at].Place);
            if (record.IsEmpty) throw Gone();
            records.Add(new ExportedRecord(_items[at].Id, record.ToArray()));
            size += record.Length;
        }

        return new ExportPage { Records = [.. records], Next = at < _items.Length ? records[^1].Id : null };
    }

    // Where the search for the first id behind another may begin.
    private int Behind(string after)
    {
        int low = 0, high = _items.Length;
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (Utf8Order.Compare(_items[middle].Id, after) <= 0) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private async Task AddCurrent(int slice, long version, List<Item> items, CancellationToken cancellation)
    {
        var superseded = new HashSet<RecordPlace>();
        for (var to = version; to > 0;)
        {
            var rows = await store.ReadSegments(new SegmentRange(_corpus.Incarnation, slice, 0, to, Chunk, NewestFirst: true), cancellation);
            if (rows.Count == 0) throw Gone();
            foreach (var row in rows)
            {
                var entries = SegmentCodec.Decode(row.Entries);
                for (var i = entries.Length - 1; i >= 0; i--)
                {
                    if (!entries[i].Supersedes.IsNone) superseded.Add(entries[i].Supersedes);
                    var place = new RecordPlace(row.Sequence, i);
                    if (entries[i].Kind is not (EntryKind.Version or EntryKind.Erased) || superseded.Contains(place)) continue;
                    if (entries[i].Kind == EntryKind.Erased) throw Gone();
                    items.Add(new Item(entries[i].ArticleId, slice, place));
                }
            }

            to = rows[^1].Sequence - 1;
        }
    }

    private static ClusterException Gone() =>
        new(ErrorCode.PositionGone, "The export's position is gone, since records that it holds were purged; begin the export anew.");

    private readonly record struct Item(string Id, int Slice, RecordPlace Place);
}
