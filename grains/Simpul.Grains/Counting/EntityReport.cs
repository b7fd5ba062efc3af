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
        var names = new Dictionary<(string Value, int Cue), Dated>();
        var roles = new Dictionary<(string Value, int Cue), Dated>();
        var total = new Dated();
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
                    AddTo(names, entity.Value(cell.Key.Value), entity.Kind == (byte)EntityKind.Country ? cell.Key.Sub : -1, cell);
                    break;
                case Counter.Role:
                    AddTo(roles, entity.Value(cell.Key.Value), -1, cell);
                    break;
            }
        }

        var relations = Relations(entity, query);
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
            Names = Sorted(names),
            Roles = Sorted(roles),
            Relations = [.. relations.Take(query.Relations)],
            RelationCount = relations.Count,
            Evidence = [],
            Mentioned = [],
        };
    }

    private static List<Relation> Relations(EntityState entity, EntityQuery query)
    {
        var sums = new Dictionary<EntityRef, RelationSum>();
        foreach (var relation in entity.Relations)
        {
            // A pair of an entity with itself stands on both sides of it, and counts once.
            if (relation.Key.IsNobody || (!relation.Key.IsOut && relation.Key.Ref == entity.Ref)) continue;
            if (!sums.TryGetValue(relation.Key.Ref, out var sum)) sums.Add(relation.Key.Ref, sum = new RelationSum());
            foreach (var cell in relation.Cells.Cells)
            {
                if (cell.Key.Counter != Counter.Published || CellKey.StatusOf(cell.Key.Sub) != EventStatus.Asserted) continue;
                if (Days.Within(cell.Day, query.Since, query.Until)) sum.Add(CellKey.TypeOf(cell.Key.Sub), relation.Key.IsOut, cell);
            }
        }

        return
        [
            .. sums.Where(static s => s.Value.Events > 0)
                .OrderByDescending(static s => s.Value.Events).ThenBy(static s => s.Key)
                .Select(static s => s.Value.ToRelation(s.Key)),
        ];
    }

    private static void AddTo(Dictionary<(string, int), Dated> table, string value, int cue, in Cell cell)
    {
        if (!table.TryGetValue((value, cue), out var dated)) table.Add((value, cue), dated = new Dated());
        dated.Add(cell.Day, cell.A);
    }

    private static DatedName[] Sorted(Dictionary<(string Value, int Cue), Dated> table) =>
    [
        .. table.OrderByDescending(static t => t.Value.Count).ThenBy(static t => t.Key.Value, StringComparer.Ordinal).ThenBy(static t => t.Key.Cue)
            .Select(static t => new DatedName
            {
                Name = t.Key.Value,
                Count = t.Value.Count,
                FirstDay = Days.Format(t.Value.First),
                LastDay = Days.Format(t.Value.Last),
                Kind = t.Key.Cue < 0 ? null : (CountryCue)t.Key.Cue,
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

        public long Events => _sent + _received + _mutual;

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
