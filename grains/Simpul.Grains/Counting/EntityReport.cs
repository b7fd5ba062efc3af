using System.Runtime.InteropServices;
using Simpul.Contracts;
using Simpul.Text;

namespace Simpul.Grains.Counting;

/// <summary>What is told of one entity: pure functions of its counters, the same in its tally and in its own grain.</summary>
internal static class EntityReport
{
    /// <summary>The name that most articles use; of equals the first by ordinal.</summary>
    public static string Name(EntityState entity)
    {
        // The full names of an actor, the proper names of a country.
        var best = Best(entity, static key => key is { Counter: Counter.Name, Sub: 0 });
        return best ?? entity.Id;
    }

    public static ActorType? Type(EntityState entity)
    {
        (int Count, int Type) best = default;
        foreach (var cell in entity.Cells.Cells)
        {
            if (cell.Key.Counter != Counter.ActorType) continue;
            if (cell.A > best.Count || (cell.A == best.Count && cell.Key.Sub < best.Type)) best = (cell.A, cell.Key.Sub);
        }

        return best.Count > 0 ? (ActorType)best.Type : null;
    }

    public static string? Nationality(EntityState entity) => Best(entity, static key => key.Counter == Counter.Nationality);

    public static NamedEntity Named(EntityState entity) => new(entity.Ref, Name(entity));

    public static TopRow Row(EntityState entity) => Row(entity, entity.Articles, entity.Mentions, entity.Events);

    public static TopRow Row(EntityState entity, long articles, long mentions, long events) => new()
    {
        Entity = Named(entity),
        Type = Type(entity),
        Country = Nationality(entity),
        Articles = articles,
        Mentions = mentions,
        Events = events,
    };

    public static EntityFacts Facts(EntityState entity, EntityQuery query, long[] vector)
    {
        var events = new Newest(query.Since, query.Until, null, query.Evidence);
        foreach (var relation in entity.Relations) events.Add(relation.Evidence, Newest.IsAsserted);
        var mentions = new Newest(query.Since, query.Until, null, Math.Min(query.Evidence, EvidenceList.Shown));
        mentions.Add(entity.Mentioned, static _ => true);
        return new EntityFacts
        {
            Dossier = Dossier(entity, query),
            Events = events.Positions,
            EventsComplete = events.IsComplete,
            Mentions = mentions.Positions,
            MentionsComplete = mentions.IsComplete,
            Vector = vector,
        };
    }

    private static Dossier Dossier(EntityState entity, EntityQuery query)
    {
        var days = new SortedDictionary<int, DayCount>();
        var names = new Dictionary<CellKey, Dated>();
        var roles = new Dictionary<CellKey, Dated>();
        var total = new Dated();
        var isCountry = entity.Kind == (byte)EntityKind.Country;
        long articles = 0, mentions = 0;
        var events = new long[4];
        foreach (var cell in entity.Cells.Cells)
        {
            if (!Days.Within(cell.Day, query.Since, query.Until)) continue;
            switch (cell.Key.Counter)
            {
                case Counter.Day:
                    var day = Days.Bucket(cell.Day, query.Bucket);
                    days.TryGetValue(day, out var sum);
                    days[day] = new DayCount(Days.Format(day), sum.Articles + cell.A, sum.Mentions + cell.B, sum.Events + cell.C);
                    total.Add(cell.Day, cell.A);
                    articles += cell.A;
                    mentions += cell.B;
                    events[0] += cell.C;
                    break;
                case Counter.OtherEvents:
                    events[cell.Key.Sub] += cell.A;
                    break;
                case Counter.Name:
                    // A country's names differ by cue; an actor's full and other names are one list.
                    AddTo(names, isCountry ? cell.Key : new CellKey(Counter.Name, 0, cell.Key.Value), cell);
                    break;
                case Counter.Role:
                    AddTo(roles, cell.Key, cell);
                    break;
            }
        }

        var (relations, relationCount) = Relations(entity, query);
        return new Dossier
        {
            Entity = Named(entity),
            Type = Type(entity),
            Country = Nationality(entity),
            Articles = articles,
            Mentions = mentions,
            Events = events,
            FirstDay = Days.Format(total.First),
            LastDay = Days.Format(total.Last),
            Days = [.. days.Values],
            Names = Sorted(names, entity, hasCues: isCountry),
            Roles = Sorted(roles, entity, hasCues: false),
            Relations = relations,
            RelationCount = relationCount,
            Evidence = [],
            Mentioned = [],
        };
    }

    // The relations with most events, and how many there are. A country has thousands, of which few are shown: only those are summed
    // by type.
    private static (Relation[] Shown, int Count) Relations(EntityState entity, EntityQuery query)
    {
        var events = new Dictionary<EntityRef, long>();
        foreach (var relation in entity.Relations)
        {
            if (IsSelfOrNobody(relation, entity)) continue;
            ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(events, relation.Key.Ref, out _);
            foreach (var cell in relation.Cells.Cells)
                if (IsAsserted(cell, query)) sum += cell.A;
        }

        var others = events.Where(static e => e.Value > 0).ToList();
        others.Sort(static (x, y) => x.Value != y.Value ? y.Value.CompareTo(x.Value) : x.Key.CompareTo(y.Key));
        var shown = others.Take(query.Relations).Select(static o => o.Key).ToArray();
        return (Array.ConvertAll(shown, other => RelationTo(other, entity, query)), others.Count);
    }

    private static Relation RelationTo(EntityRef other, EntityState entity, EntityQuery query)
    {
        var sum = new RelationSum();
        foreach (var isOut in new[] { true, false })
        {
            if (entity.FindRelation(new RelationKey((byte)other.Kind, other.Id, isOut)) is not { } relation || IsSelfOrNobody(relation, entity)) continue;
            foreach (var cell in relation.Cells.Cells)
                if (IsAsserted(cell, query)) sum.Add(CellKey.TypeOf(cell.Key.Sub), isOut, cell);
        }

        return sum.ToRelation(other);
    }

    // A pair of an entity with itself stands on both sides of it, and counts once; nobody is no other side.
    private static bool IsSelfOrNobody(RelationState relation, EntityState entity) =>
        relation.Key.IsNobody || (!relation.Key.IsOut && relation.Key.Ref == entity.Ref);

    private static bool IsAsserted(in Cell cell, EntityQuery query) =>
        cell.Key.Counter == Counter.Published
        && CellKey.StatusOf(cell.Key.Sub) == EventStatus.Asserted
        && Days.Within(cell.Day, query.Since, query.Until);

    private static void AddTo(Dictionary<CellKey, Dated> table, CellKey key, in Cell cell)
    {
        if (!table.TryGetValue(key, out var dated)) table.Add(key, dated = new Dated());
        dated.Add(cell.Day, cell.A);
    }

    private static DatedName[] Sorted(Dictionary<CellKey, Dated> table, EntityState entity, bool hasCues) =>
    [
        .. table.Select(t => (Value: entity.Value(t.Key.Value), Cue: t.Key.Sub, Dated: t.Value))
            .OrderByDescending(static t => t.Dated.Count).ThenBy(static t => t.Value, StringComparer.Ordinal).ThenBy(static t => t.Cue)
            .Select(t => new DatedName
            {
                Name = t.Value,
                Count = t.Dated.Count,
                FirstDay = Days.Format(t.Dated.First),
                LastDay = Days.Format(t.Dated.Last),
                Kind = hasCues ? (CountryCue)t.Cue : null,
            }),
    ];

    private static string? Best(EntityState entity, Func<CellKey, bool> isWanted)
    {
        var counts = new Dictionary<int, long>();
        foreach (var cell in entity.Cells.Cells)
            if (isWanted(cell.Key)) counts[cell.Key.Value] = counts.GetValueOrDefault(cell.Key.Value) + cell.A;

        string? best = null;
        long most = 0;
        foreach (var (value, count) in counts)
        {
            var text = entity.Value(value);
            if (count < most || (count == most && string.CompareOrdinal(text, best) > 0)) continue;
            (best, most) = (text, count);
        }

        return best;
    }

    private sealed class Dated
    {
        public long Count { get; private set; }

        public int First { get; private set; }

        public int Last { get; private set; }

        public void Add(int day, int count)
        {
            Count += count;
            if (day == Days.None) return;
            if (First == Days.None || day < First) First = day;
            if (day > Last) Last = day;
        }
    }

    private sealed class RelationSum
    {
        private readonly TypeSums _types = new();
        private long _sent;
        private long _received;
        private long _mutual;

        public void Add(EventType type, bool isOut, in Cell cell)
        {
            if (type.IsMutual()) _mutual += cell.A;
            else if (isOut) _sent += cell.A;
            else _received += cell.A;
            _types.Add(type, cell.A, cell.B);
        }

        public Relation ToRelation(EntityRef other) => new()
        {
            Other = new NamedEntity(other, other.Id),
            Sent = _sent,
            Received = _received,
            Mutual = _mutual,
            Goldstein = _types.Goldstein,
            Types = _types.Sorted(),
        };
    }
}

/// <summary>Events and scores by type.</summary>
internal sealed class TypeSums
{
    private readonly long[] _events = new long[EventTypes.Count];
    private readonly long[] _goldstein = new long[EventTypes.Count];

    public long Events => _events.Sum();

    public long Goldstein => _goldstein.Sum();

    public void Add(EventType type, long events, long goldstein)
    {
        _events[(int)type] += events;
        _goldstein[(int)type] += goldstein;
    }

    public TypeCount[] Sorted() =>
    [
        .. Enumerable.Range(0, _events.Length).Where(t => _events[t] != 0).OrderByDescending(t => _events[t])
            .Select(t => new TypeCount((EventType)t, _events[t], _goldstein[t])),
    ];
}
