using Simpul.Contracts;
using Simpul.Text;

namespace Simpul.Grains.Counting;

/// <summary>What is told of pairs: counts by time and type, and the newest places.</summary>
internal static class PairReport
{
    /// <summary>Counts of both directions, from the first party's side.</summary>
    public static DyadBucket[] Buckets(EntityState first, EntityRef second, DyadQuery query)
    {
        int since = Days.Parse(query.Since), until = Days.Parse(query.Until);
        var counter = query.By == DateBasis.Event ? Counter.Dated : Counter.Published;
        var sums = new SortedDictionary<(int Day, Direction Direction, EventType Type), (long Events, long Goldstein)>();
        foreach (var isOut in new[] { true, false })
        {
            // A pair of an entity with itself has one direction.
            if (!isOut && second == first.Ref) continue;
            if (first.FindRelation(new RelationKey((byte)second.Kind, second.Id, isOut)) is not { } relation) continue;
            foreach (var cell in relation.Cells.Cells)
            {
                if (cell.Key.Counter != counter || CellKey.StatusOf(cell.Key.Sub) != query.Status) continue;
                if (!Days.Within(cell.Day, since, until)) continue;
                var type = CellKey.TypeOf(cell.Key.Sub);
                var direction = type.IsMutual() ? Direction.Mutual : isOut ? Direction.Forward : Direction.Backward;
                var key = (Days.Bucket(cell.Day, query.Bucket), direction, type);
                sums.TryGetValue(key, out var sum);
                sums[key] = (sum.Events + cell.A, sum.Goldstein + cell.B);
            }
        }

        return
        [
            .. sums.Where(static s => s.Value.Events != 0)
                .Select(static s => new DyadBucket(Days.Format(s.Key.Day), s.Key.Direction, s.Key.Type, s.Value.Events, s.Value.Goldstein)),
        ];
    }

    /// <summary>The newest events that a filter matches, of one side's tally.</summary>
    public static Newest Events(TallyState state, EventFilter filter, EventPosition? after, int limit)
    {
        var newest = new Newest(filter.Since, filter.Until, after, limit);
        if ((filter.Source ?? filter.Target) is { } owner)
        {
            if (state.Find(owner) is { } entity) AddSide(newest, entity, filter, ownerIsSource: filter.Source is not null);
            return newest;
        }

        foreach (var kind in new[] { EntityKind.Country, EntityKind.Actor })
        {
            foreach (var entity in state.All(kind))
            {
                foreach (var relation in entity.Relations)
                {
                    if (relation.Key.IsOut || relation.Key.IsNobody) newest.Add(relation.Evidence, g => IsWanted(filter, g));
                }
            }
        }

        return newest;
    }

    /// <summary>True where an event is one that the filter asks for: the same rule over a record as over a tally.</summary>
    public static bool Matches(Event e, EventFilter filter, int published)
    {
        if (!IsWanted(filter, (byte)CellKey.Act(e.Status, e.Type))) return false;
        var day = filter.By == DateBasis.Event ? Days.Parse(e.Date) : published;
        if (!Days.Within(day, filter.Since, filter.Until)) return false;
        if (filter.Source is null && filter.Target is null) return !e.Source.IsEmpty || !e.Target.IsEmpty;
        foreach (var (source, target) in Dyads.Of(e))
        {
            if (IsPair(source, target)) return true;
            if (e.Type.IsMutual() && IsPair(target, source)) return true;
        }

        return false;

        bool IsPair(EntityRef? source, EntityRef? target) =>
            (filter.Source is null || filter.Source == source) && (filter.Target is null || filter.Target == target);
    }

    private static void AddSide(Newest newest, EntityState entity, EventFilter filter, bool ownerIsSource)
    {
        var other = ownerIsSource ? filter.Target : filter.Source;
        foreach (var relation in entity.Relations)
        {
            if (other is not null && (relation.Key.IsNobody || relation.Key.Ref != other)) continue;
            // Mutual acts stand under either order of the pair.
            var onlyMutual = relation.Key.IsOut != ownerIsSource;
            newest.Add(relation.Evidence, g => IsWanted(filter, g) && (!onlyMutual || CellKey.TypeOf(g).IsMutual()));
        }
    }

    private static bool IsWanted(EventFilter filter, byte group) =>
        group < 64
        && (filter.Status is null || CellKey.StatusOf(group) == filter.Status)
        && (filter.Type is null || CellKey.TypeOf(group) == filter.Type);
}
