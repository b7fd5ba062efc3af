using System.Runtime.InteropServices;
using Simpul.Contracts;

namespace Simpul.Grains.Counting;

/// <summary>All that a tally holds of one country or actor, or of the corpus as a whole.</summary>
internal sealed class EntityState(byte kind, string id)
{
    /// <summary>The kind of the one entity that stands for the whole corpus.</summary>
    public const byte Corpus = 2;

    private const int Linear = 8;

    /// <summary>How often and when.</summary>
    public CounterTable Cells;

    /// <summary>Where it was named last.</summary>
    public EvidenceList Mentioned;

    private readonly List<string> _values = [];
    private readonly List<RelationState> _relations = [];
    private Dictionary<string, int>? _valueNumbers;
    private Dictionary<RelationKey, int>? _relationNumbers;

    public byte Kind => kind;

    public string Id => id;

    public EntityRef Ref => new((EntityKind)kind, id);

    /// <summary>Sums over all days.</summary>
    public long Articles { get; private set; }

    public long Mentions { get; private set; }

    public long Events { get; private set; }

    /// <summary>The number of the tally's last change to it.</summary>
    public long Change { get; set; }

    public bool IsEmpty => Cells.Count == 0 && _relations.Count == 0;

    public ReadOnlySpan<RelationState> Relations => CollectionsMarshal.AsSpan(_relations);

    public string Value(int number) => _values[number];

    public void AddDay(int day, int articles, int mentions, int events)
    {
        Cells.Add(new CellKey(Counter.Day), day, articles, mentions, events);
        Articles += articles;
        Mentions += mentions;
        Events += events;
    }

    /// <summary>Makes the sums anew from the cells, after these were loaded.</summary>
    public void SumDays()
    {
        Articles = Mentions = Events = 0;
        foreach (var cell in Cells.Cells)
        {
            if (cell.Key.Counter != Counter.Day) continue;
            Articles += cell.A;
            Mentions += cell.B;
            Events += cell.C;
        }
    }

    /// <summary>The number of a value, which is taken in where it is new.</summary>
    public int NumberOf(ReadOnlySpan<char> value)
    {
        if (_valueNumbers is null)
        {
            for (var i = 0; i < _values.Count; i++)
                if (value.SequenceEqual(_values[i])) return i;
        }
        else if (_valueNumbers.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(value, out var known))
        {
            return known;
        }

        if (_values.Count == CellKey.MaxValues) throw new InvalidOperationException($"Too many names of '{id}'.");
        var text = value.ToString();
        _values.Add(text);
        if (_valueNumbers is not null) _valueNumbers.Add(text, _values.Count - 1);
        else if (_values.Count > Linear)
        {
            _valueNumbers = new Dictionary<string, int>(StringComparer.Ordinal);
            for (var i = 0; i < _values.Count; i++) _valueNumbers.Add(_values[i], i);
        }

        return _values.Count - 1;
    }

    public RelationState? FindRelation(in RelationKey key)
    {
        if (_relationNumbers is not null) return _relationNumbers.TryGetValue(key, out var number) ? _relations[number] : null;
        foreach (var relation in _relations)
            if (relation.Key == key) return relation;
        return null;
    }

    public RelationState RelationOf(in RelationKey key)
    {
        if (FindRelation(key) is { } found) return found;
        var relation = new RelationState(key);
        _relations.Add(relation);
        if (_relationNumbers is not null) _relationNumbers.Add(key, _relations.Count - 1);
        else if (_relations.Count > Linear)
        {
            _relationNumbers = [];
            for (var i = 0; i < _relations.Count; i++) _relationNumbers.Add(_relations[i].Key, i);
        }

        return relation;
    }

    public void RemoveRelation(RelationState relation)
    {
        var number = _relationNumbers is not null ? _relationNumbers[relation.Key] : _relations.IndexOf(relation);
        var last = _relations.Count - 1;
        _relationNumbers?.Remove(relation.Key);
        if (number != last)
        {
            _relations[number] = _relations[last];
            if (_relationNumbers is not null) _relationNumbers[_relations[number].Key] = number;
        }

        _relations.RemoveAt(last);
    }
}

/// <summary>The other side of a relation, and whether the acts go out to it or come in from it. The other side may be nobody.</summary>
/// <param name="Kind">Country or actor.</param>
/// <param name="Id">Its id; empty for nobody.</param>
/// <param name="IsOut">True where this side is the source.</param>
internal readonly record struct RelationKey(byte Kind, string Id, bool IsOut)
{
    public bool IsNobody => Id.Length == 0;

    public EntityRef Ref => new((EntityKind)Kind, Id);
}

/// <summary>What an entity and another did in one direction. Mutual acts stand under the ordinally ordered pair.</summary>
internal sealed class RelationState(RelationKey key)
{
    /// <summary>How often and when.</summary>
    public CounterTable Cells;

    /// <summary>Where it is told.</summary>
    public EvidenceList Evidence;

    public RelationKey Key => key;
}
