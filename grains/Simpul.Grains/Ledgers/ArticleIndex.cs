using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Simpul.Contracts;

namespace Simpul.Grains.Ledgers;

/// <summary>
/// What a ledger knows of each of its articles, in at most 48 bytes: the hash of the id, the hash of the current content, the order
/// of the current version and where its record is. Entries lie in chunks, so growing copies only the slots.
/// </summary>
internal sealed class ArticleIndex
{
    private const int ChunkBits = 10;
    private const int ChunkSize = 1 << ChunkBits;
    private const int RetractedBit = 1 << 31;

    private readonly List<Entry[]> _chunks = [];
    private readonly List<SubmissionStamp> _stamps = [];
    private readonly Dictionary<SubmissionStamp, int> _stampNumbers = [];
    // The number of the first entry of each segment: a position is one number instead of two.
    private readonly List<int> _firsts = [];
    private int[] _slots = new int[16];
    private int _entries;

    /// <summary>How many articles it knows, retracted ones included.</summary>
    public int Count { get; private set; }

    /// <summary>The bytes that it takes.</summary>
    public long Size => (long)_chunks.Count * ChunkSize * Unsafe.SizeOf<Entry>() + 4L * _slots.Length + 4L * _firsts.Capacity;

    /// <summary>Takes note of a segment's size; segments come in order from 1.</summary>
    public void AddSegment(int entries)
    {
        _firsts.Add(_entries);
        _entries = checked(_entries + entries);
    }

    public bool TryFind(in ArticleKey key, out Known known)
    {
        var slot = FindSlot(key.Id, key.Id2);
        if (_slots[slot] == 0)
        {
            known = default;
            return false;
        }

        ref var entry = ref At(_slots[slot] - 1);
        known = new Known(
            entry.Content, _stamps[entry.Stamp], entry.Position & ~RetractedBit, (entry.Position & RetractedBit) != 0, PositionOf(entry.Number));
        return true;
    }

    public void Set(in ArticleKey key, bool retracted, RecordPlace record)
    {
        if (Count * 4 >= _slots.Length * 3) Grow();
        var slot = FindSlot(key.Id, key.Id2);
        if (_slots[slot] == 0)
        {
            if (Count == _chunks.Count * ChunkSize) _chunks.Add(new Entry[ChunkSize]);
            _slots[slot] = ++Count;
        }

        ref var entry = ref At(_slots[slot] - 1);
        entry.Id = key.Id;
        entry.Id2 = key.Id2;
        entry.Content = Short(key.Content);
        entry.Stamp = NumberOf(key.Stamp);
        entry.Position = key.Position | (retracted ? RetractedBit : 0);
        entry.Number = record.IsNone ? -1 : _firsts[(int)record.Sequence - 1] + record.Index;
    }

    /// <summary>The part of a content hash that the index keeps.</summary>
    public static ulong Short(UInt128 content) => (ulong)content;

    private RecordPlace PositionOf(int number)
    {
        if (number < 0) return default(RecordPlace);
        var at = _firsts.BinarySearch(number);
        // Segments without entries do not exist, so no two firsts are equal.
        if (at < 0) at = ~at - 1;
        return new RecordPlace(at + 1, number - _firsts[at]);
    }

    private int NumberOf(SubmissionStamp stamp)
    {
        if (_stampNumbers.TryGetValue(stamp, out var number)) return number;
        _stamps.Add(stamp);
        _stampNumbers.Add(stamp, _stamps.Count - 1);
        return _stamps.Count - 1;
    }

    private ref Entry At(int number) => ref _chunks[number >> ChunkBits][number & (ChunkSize - 1)];

    private int FindSlot(ulong id, ulong id2)
    {
        // The id is a hash already.
        var slot = (int)(id & (uint)(_slots.Length - 1));
        while (_slots[slot] != 0)
        {
            ref var entry = ref At(_slots[slot] - 1);
            if (entry.Id == id && entry.Id2 == id2) break;
            slot = (slot + 1) & (_slots.Length - 1);
        }

        return slot;
    }

    private void Grow()
    {
        _slots = new int[_slots.Length * 2];
        for (var i = 0; i < Count; i++)
        {
            ref var entry = ref At(i);
            _slots[FindSlot(entry.Id, entry.Id2)] = i + 1;
        }
    }

    /// <summary>What is known of an article.</summary>
    /// <param name="Content">Part of the hash of its current content.</param>
    /// <param name="Stamp">The run of its current version.</param>
    /// <param name="Position">The position in that run.</param>
    /// <param name="IsRetracted">Whether that version is a retraction.</param>
    /// <param name="Record">Where its record is.</param>
    internal readonly record struct Known(ulong Content, SubmissionStamp Stamp, int Position, bool IsRetracted, RecordPlace Record)
    {
        /// <summary>The order of versions; of two with one stamp and position the content decides, so that it does not depend on time.</summary>
        public int CompareOrder(in ArticleKey key)
        {
            var byStamp = Stamp.CompareTo(key.Stamp);
            if (byStamp != 0) return byStamp;
            return Position != key.Position ? Position.CompareTo(key.Position) : Content.CompareTo(Short(key.Content));
        }
    }

    [StructLayout(LayoutKind.Sequential, Pack = 4)]
    private struct Entry
    {
        public ulong Id;
        public ulong Id2;
        public ulong Content;
        public int Stamp;
        public int Position;
        public int Number;
    }
}
