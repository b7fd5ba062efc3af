using Simpul.Text;

namespace Simpul.Grains.Counting;

/// <summary>What a cell counts. The numbers are part of the format of pages.</summary>
internal enum Counter : byte
{
    /// <summary>By day of publication: articles, mentions, asserted events.</summary>
    Day = 1,

    /// <summary>By status (not asserted) and day of publication: events.</summary>
    OtherEvents = 2,

    /// <summary>By status and day of the event: articles, events.</summary>
    EventDay = 3,

    /// <summary>By value, cue and day of publication: how often a name is used.</summary>
    Name = 4,

    /// <summary>By value and day of publication: articles with a role.</summary>
    Role = 5,

    /// <summary>By type: articles.</summary>
    ActorType = 6,

    /// <summary>By value: articles with a nationality or seat.</summary>
    Nationality = 7,

    /// <summary>By value: articles read by a language pack.</summary>
    Pack = 8,

    /// <summary>By value: articles in a language.</summary>
    Language = 9,

    /// <summary>Of a relation, by status, type and day of publication: events, Goldstein, articles.</summary>
    Published = 10,

    /// <summary>Of a relation, by status, type and day of the event: events, Goldstein, articles.</summary>
    Dated = 11,

    /// <summary>Of a relation, by status and day of publication: articles.</summary>
    Articles = 12,

    /// <summary>Of a relation, by status and day of the event: articles.</summary>
    DatedArticles = 13,
}

/// <summary>What a cell counts, with its status, type, cue or value, in one number.</summary>
internal readonly record struct CellKey(uint Packed)
{
    private const int SubShift = 20;
    private const int CounterShift = 27;

    /// <summary>The most distinct values of one entity.</summary>
    public const int MaxValues = 1 << SubShift;

    public CellKey(Counter counter, int sub = 0, int value = 0)
        : this(((uint)counter << CounterShift) | ((uint)sub << SubShift) | (uint)value) { }

    public Counter Counter => (Counter)(Packed >> CounterShift);

    public int Sub => (int)(Packed >> SubShift) & 0x7F;

    public int Value => (int)(Packed & (MaxValues - 1));

    /// <summary>True where <see cref="Value"/> is the number of a string of the entity.</summary>
    public bool HasValue => Counter is Counter.Name or Counter.Role or Counter.Nationality or Counter.Pack or Counter.Language;

    public CellKey WithValue(int value) => new(Counter, Sub, value);

    /// <summary>Status and type of an event in one number below 64.</summary>
    public static int Act(EventStatus status, EventType type) => ((int)status << 4) | (int)type;

    public static EventStatus StatusOf(int act) => (EventStatus)(act >> 4);

    public static EventType TypeOf(int act) => (EventType)(act & 15);
}

/// <summary>One cell: up to three numbers of one key and day.</summary>
internal struct Cell
{
    public CellKey Key;
    public int Day;
    public int A;
    public int B;
    public int C;
}

/// <summary>
/// Signed counters by key and day, without those that are all zero. Most actors have a handful, which are searched in a row; from
/// <see cref="Linear"/> on, an index of slots finds them.
/// </summary>
internal struct CounterTable
{
    private const int Linear = 8;

    private Cell[]? _cells;
    private int[]? _slots;

    public int Count { get; private set; }

    public readonly ReadOnlySpan<Cell> Cells => _cells.AsSpan(0, Count);

    public void Reserve(int count)
    {
        if (_cells is null && count > 0) _cells = new Cell[count];
    }

    public void Add(CellKey key, int day, int a, int b = 0, int c = 0)
    {
        var at = Find(key, day);
        if (at < 0)
        {
            if ((a | b | c) != 0) Insert(new Cell { Key = key, Day = day, A = a, B = b, C = c });
            return;
        }

        ref var cell = ref _cells![at];
        cell.A += a;
        cell.B += b;
        cell.C += c;
        if ((cell.A | cell.B | cell.C) == 0) Remove(at);
    }

    /// <summary>Puts in a cell that is known not to be there.</summary>
    public void Insert(in Cell cell)
    {
        _cells ??= new Cell[2];
        if (Count == _cells.Length) Array.Resize(ref _cells, Count < 4 ? Count * 2 : Count + Math.Max(4, Count / 2));
        _cells[Count++] = cell;
        if (_slots is not null && Count * 4 <= _slots.Length * 3) Place(Count - 1);
        else if (Count > Linear) Rebuild();
    }

    private readonly int Find(CellKey key, int day)
    {
        if (_slots is null)
        {
            for (var i = 0; i < Count; i++)
                if (_cells![i].Key == key && _cells[i].Day == day) return i;
            return -1;
        }

        for (var slot = Slot(key, day); _slots[slot] != 0; slot = (slot + 1) & (_slots.Length - 1))
        {
            var i = _slots[slot] - 1;
            if (_cells![i].Key == key && _cells[i].Day == day) return i;
        }

        return -1;
    }

    private readonly int Slot(CellKey key, int day)
    {
        var hash = (key.Packed * 0x9E3779B1u) ^ ((uint)day * 0x85EBCA77u);
        hash = (hash ^ (hash >> 15)) * 0x2C1B3C6Du;
        return (int)((hash ^ (hash >> 16)) & (uint)(_slots!.Length - 1));
    }

    private readonly void Place(int index)
    {
        var slot = Slot(_cells![index].Key, _cells[index].Day);
        while (_slots![slot] != 0) slot = (slot + 1) & (_slots.Length - 1);
        _slots[slot] = index + 1;
    }

    private void Rebuild()
    {
        var size = 16;
        while (Count * 2 > size) size *= 2;
        _slots = new int[size];
        for (var i = 0; i < Count; i++) Place(i);
    }

    private void Remove(int index)
    {
        if (_slots is not null) Unplace(index);
        var last = --Count;
        if (index != last)
        {
            if (_slots is not null) Unplace(last);
            _cells![index] = _cells[last];
            if (_slots is not null) Place(index);
        }

        if (Count == 0)
        {
            _cells = null;
            _slots = null;
        }
    }

    private readonly void Unplace(int index)
    {
        var mask = _slots!.Length - 1;
        var hole = Slot(_cells![index].Key, _cells[index].Day);
        while (_slots[hole] != index + 1) hole = (hole + 1) & mask;
        _slots[hole] = 0;
        // Moves back those behind the hole that would no longer be found across it.
        for (var slot = (hole + 1) & mask; _slots[slot] != 0; slot = (slot + 1) & mask)
        {
            var moved = _slots[slot] - 1;
            var home = Slot(_cells[moved].Key, _cells[moved].Day);
            if (((slot - home) & mask) < ((slot - hole) & mask)) continue;
            _slots[hole] = moved + 1;
            _slots[slot] = 0;
            hole = slot;
        }
    }
}
