using System.Text;
using Microsoft.Extensions.Options;
using Simpul.Contracts;
using Simpul.Grains.Hosting;
using Simpul.Storage;

namespace Simpul.Grains.Ledgers;

/// <summary>A segment, unpacked.</summary>
internal sealed record UnpackedSegment(SegmentRow Row, SegmentEntry[] Entries, ReadOnlyMemory<byte>[] Records)
{
    /// <summary>The record of an entry; empty where it has none.</summary>
    public ReadOnlyMemory<byte> Record(int index) => index < Records.Length ? Records[index] : default;

    public long Size => Row.Entries.Length + Row.Records.Length + Records.Sum(static r => (long)r.Length) + Entries.Length * 128L;

    public static UnpackedSegment From(SegmentRow row) => new(row, SegmentCodec.Decode(row.Entries), Bundle.Unpack(row.Records));
}

/// <summary>The segments read last, of all corpora of a silo, with those of their texts that were asked for.</summary>
internal sealed class SegmentCache(IStore store, IOptions<GrainsOptions> options)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(long Incarnation, int Slice, long Sequence), LinkedListNode<Item>> _items = [];
    private readonly LinkedList<Item> _order = new();
    private long _size;

    /// <summary>A segment, or null where it is not there.</summary>
    public async ValueTask<UnpackedSegment?> Get(long incarnation, int slice, long sequence)
    {
        var key = (incarnation, slice, sequence);
        lock (_lock)
        {
            if (_items.TryGetValue(key, out var node))
            {
                _order.Remove(node);
                _order.AddLast(node);
                return node.Value.Segment;
            }
        }

        var rows = await store.ReadSegments(new SegmentRange(incarnation, slice, sequence - 1, sequence, WithRecords: true));
        if (rows.Count == 0) return null;
        var segment = await Task.Run(() => UnpackedSegment.From(rows[0]));
        Put(key, segment);
        return segment;
    }

    /// <summary>Texts of a segment by their index; empty where one is not there or was erased.</summary>
    public async ValueTask<string[]> GetTexts(long incarnation, int slice, long sequence, int[] indices)
    {
        var key = (incarnation, slice, sequence);
        lock (_lock)
        {
            if (_items.TryGetValue(key, out var node) && Array.TrueForAll(indices, node.Value.Texts.ContainsKey))
                return Array.ConvertAll(indices, i => node.Value.Texts[i]);
        }

        var packed = await store.ReadTexts(incarnation, slice, sequence) ?? [];
        var texts = Array.ConvertAll(Bundle.Pick(packed, indices), Encoding.UTF8.GetString);
        lock (_lock)
        {
            if (!_items.TryGetValue(key, out var node)) return texts;
            for (var i = 0; i < texts.Length; i++)
                if (node.Value.Texts.TryAdd(indices[i], texts[i])) _size += SizeOf(texts[i]);
            Shrink();
        }

        return texts;
    }

    /// <summary>A record; empty where it is not there or was erased.</summary>
    public async ValueTask<ReadOnlyMemory<byte>> GetRecord(long incarnation, int slice, RecordPlace position) =>
        await Get(incarnation, slice, position.Sequence) is { } segment ? segment.Record(position.Index) : default;

    /// <summary>Drops a segment that was rewritten.</summary>
    public void Drop(long incarnation, int slice, long sequence)
    {
        lock (_lock)
        {
            if (!_items.Remove((incarnation, slice, sequence), out var node)) return;
            _order.Remove(node);
            _size -= node.Value.Size;
        }
    }

    private void Put((long, int, long) key, UnpackedSegment segment)
    {
        lock (_lock)
        {
            if (_items.ContainsKey(key)) return;
            _items.Add(key, _order.AddLast(new Item(key, segment)));
            _size += segment.Size;
            Shrink();
        }
    }

    private void Shrink()
    {
        while (_size > options.Value.SegmentCacheBytes && _order.Count > 1)
        {
            var oldest = _order.First!.Value;
            _order.RemoveFirst();
            _items.Remove(oldest.Key);
            _size -= oldest.Size;
        }
    }

    private static long SizeOf(string text) => 2L * text.Length + 64;

    private sealed record Item((long, int, long) Key, UnpackedSegment Segment)
    {
        public Dictionary<int, string> Texts { get; } = [];

        public long Size => Segment.Size + Texts.Values.Sum(SizeOf);
    }
}
