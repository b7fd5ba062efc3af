using Simpul.Contracts;

namespace Simpul.Grains.Counting;

/// <summary>
/// The newest places of each group of events. A group that had more than it may keep remembers the oldest that it kept: all that are
/// newer are in the list, all that are older have to be looked up in the segments.
/// </summary>
internal struct EvidenceList
{
    /// <summary>How many a group promises to show.</summary>
    public const int Shown = 32;

    /// <summary>The group of the places where an entity is named; groups of events are acts below 64.</summary>
    public const byte Mentions = 255;

    // A few more are kept than are promised, so that a retraction or two costs no search in the segments.
    private const int Kept = Shown + 4;

    private Item[]? _items;
    private Dictionary<byte, EventPosition>? _floors;

    public int Count { get; private set; }

    public readonly ReadOnlySpan<Item> Items => _items.AsSpan(0, Count);

    public readonly IReadOnlyDictionary<byte, EventPosition>? Floors => _floors;

    public void Add(byte group, in EventPosition position)
    {
        if (_floors is not null && _floors.TryGetValue(group, out var floor) && position.CompareTo(floor) > 0) return;
        var at = Find(group, position);
        if (at >= 0) return;
        Insert(~at, new Item(group, position));

        var end = EndOf(group);
        if (end - StartOf(group) <= Kept) return;
        RemoveAt(end - 1);
        (_floors ??= [])[group] = _items![end - 2].Position;
    }

    public void Remove(byte group, in EventPosition position)
    {
        var at = Find(group, position);
        if (at >= 0) RemoveAt(at);
    }

    /// <summary>Appends an item as it was saved, in order.</summary>
    public void Append(in Item item) => Insert(Count, item);

    public void SetFloor(byte group, in EventPosition position) => (_floors ??= [])[group] = position;

    public readonly ReadOnlySpan<Item> Group(byte group)
    {
        var start = StartOf(group);
        return _items.AsSpan(start, EndOf(group) - start);
    }

    private readonly int Find(byte group, in EventPosition position)
    {
        int low = 0, high = Count - 1;
        while (low <= high)
        {
            var middle = (low + high) >> 1;
            var order = _items![middle].CompareTo(group, position);
            if (order == 0) return middle;
            if (order < 0) low = middle + 1;
            else high = middle - 1;
        }

        return ~low;
    }

    private readonly int StartOf(byte group)
    {
        int low = 0, high = Count;
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (_items![middle].Group < group) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private readonly int EndOf(byte group) => group == byte.MaxValue ? Count : StartOf((byte)(group + 1));

    private void Insert(int at, in Item item)
    {
        if (_items is null) _items = new Item[1];
        else if (Count == _items.Length) Array.Resize(ref _items, Count < 4 ? Count + 1 : Count + Count / 2);
        Array.Copy(_items, at, _items, at + 1, Count - at);
        _items[at] = item;
        Count++;
    }

    private void RemoveAt(int at)
    {
        Count--;
        Array.Copy(_items!, at + 1, _items!, at, Count - at);
        _items![Count] = default;
        if (Count == 0) _items = null;
    }

    internal readonly struct Item(byte group, EventPosition position)
    {
        private readonly string _article = position.Article;
        private readonly int _day = position.Day;
        private readonly int _offset = position.Offset;
        private readonly int _index = (position.Index << 8) | group;

        public byte Group => (byte)_index;

        public EventPosition Position => new(_day, _article, _offset, _index >> 8);

        public int CompareTo(byte otherGroup, in EventPosition other) =>
            Group != otherGroup ? Group.CompareTo(otherGroup) : Position.CompareTo(other);
    }
}
