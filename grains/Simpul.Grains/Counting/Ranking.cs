using Simpul.Contracts;
using Simpul.Text;

namespace Simpul.Grains.Counting;

/// <summary>Rankings over all that a tally holds. The orders are total, so rows of several tallies merge into one.</summary>
internal static class Ranking
{
    public static (TopRow[] Rows, long Total) Entities(TallyState state, TopQuery query, int take)
    {
        int since = Days.Parse(query.Since), until = Days.Parse(query.Until);
        var whole = since == Days.None && until == Days.None && query is { By: DateBasis.Published, Status: EventStatus.Asserted };
        var rows = new List<(EntityState Entity, Sums Sums)>();
        foreach (var entity in state.All(query.Subject == TopSubject.Countries ? EntityKind.Country : EntityKind.Actor))
        {
            var sums = whole ? new Sums(entity.Articles, entity.Mentions, entity.Events, 0) : SumOf(entity, query, since, until);
            if (!sums.IsZero) rows.Add((entity, sums));
        }

        rows.Sort((x, y) =>
        {
            var order = Compare(query.Order, x.Sums, y.Sums);
            return order != 0 ? order : string.CompareOrdinal(x.Entity.Id, y.Entity.Id);
        });
        return ([.. rows.Take(take).Select(r => EntityReport.Row(r.Entity, r.Sums.Articles, r.Sums.Mentions, r.Sums.Events))], rows.Count);
    }

    public static (TopDyadRow[] Rows, long Total) Pairs(TallyState state, TopQuery query, int take)
    {
        int since = Days.Parse(query.Since), until = Days.Parse(query.Until);
        var rows = new List<(EntityState Source, RelationState Relation, Sums Sums)>();
        foreach (var kind in new[] { EntityKind.Country, EntityKind.Actor })
        {
            if (kind == EntityKind.Actor && query.Subject == TopSubject.CountryDyads) continue;
            foreach (var entity in state.All(kind))
            {
                foreach (var relation in entity.Relations)
                {
                    // The source's side of a pair stands for it; the target's side is a copy for its dossier.
                    if (!relation.Key.IsOut || relation.Key.IsNobody || !IsWanted(query, entity, relation)) continue;
                    var sums = SumOf(relation, query, since, until);
                    if (sums.Events != 0) rows.Add((entity, relation, sums));
                }
            }
        }

        rows.Sort((x, y) =>
        {
            var order = Compare(query.Order, x.Sums, y.Sums);
            if (order != 0) return order;
            order = x.Source.Ref.CompareTo(y.Source.Ref);
            return order != 0 ? order : x.Relation.Key.Ref.CompareTo(y.Relation.Key.Ref);
        });
        return ([.. rows.Take(take).Select(r => Row(r.Source, r.Relation, r.Sums, query, since, until))], rows.Count);
    }

    public static int Compare(TopOrder order, TopRow x, TopRow y)
    {
        var byCount = Compare(order, new Sums(x.Articles, x.Mentions, x.Events, 0), new Sums(y.Articles, y.Mentions, y.Events, 0));
        return byCount != 0 ? byCount : string.CompareOrdinal(x.Entity.Entity.Id, y.Entity.Entity.Id);
    }

    public static int Compare(TopOrder order, TopDyadRow x, TopDyadRow y)
    {
        var byCount = Compare(order, new Sums(x.Articles, 0, x.Events, 0), new Sums(y.Articles, 0, y.Events, 0));
        if (byCount != 0) return byCount;
        var bySource = x.Source.Entity.CompareTo(y.Source.Entity);
        return bySource != 0 ? bySource : x.Target.Entity.CompareTo(y.Target.Entity);
    }

    private static int Compare(TopOrder order, in Sums x, in Sums y)
    {
        var first = order switch
        {
            TopOrder.Mentions => y.Mentions.CompareTo(x.Mentions),
            TopOrder.Events => y.Events.CompareTo(x.Events),
            _ => 0,
        };
        if (first != 0) return first;
        if (x.Articles != y.Articles) return y.Articles.CompareTo(x.Articles);
        return x.Mentions != y.Mentions ? y.Mentions.CompareTo(x.Mentions) : y.Events.CompareTo(x.Events);
    }

    private static bool IsWanted(TopQuery query, EntityState source, RelationState relation)
    {
        var countries = source.Kind == (byte)EntityKind.Country && relation.Key.Kind == (byte)EntityKind.Country;
        if (query.Subject == TopSubject.CountryDyads && !countries) return false;
        if (query.Subject == TopSubject.ActorDyads && countries) return false;
        return query.IncludeSelf || relation.Key.Ref != source.Ref;
    }

    private static Sums SumOf(EntityState entity, TopQuery query, int since, int until)
    {
        var sums = new Sums();
        var status = (int)query.Status;
        foreach (var cell in entity.Cells.Cells)
        {
            if (query.By == DateBasis.Event)
            {
                if (cell.Key.Counter != Counter.EventDay || cell.Key.Sub != status || !Days.Within(cell.Day, since, until)) continue;
                sums.Articles += cell.A;
                sums.Events += cell.B;
            }
            else if (cell.Key.Counter == Counter.Day && Days.Within(cell.Day, since, until))
            {
                sums.Articles += cell.A;
                sums.Mentions += cell.B;
                if (status == 0) sums.Events += cell.C;
            }
            else if (cell.Key.Counter == Counter.OtherEvents && cell.Key.Sub == status && Days.Within(cell.Day, since, until))
            {
                sums.Events += cell.A;
            }
        }

        return sums;
    }

    private static Sums SumOf(RelationState relation, TopQuery query, int since, int until)
    {
        var sums = new Sums();
        var events = query.By == DateBasis.Event ? Counter.Dated : Counter.Published;
        var articles = query.By == DateBasis.Event ? Counter.DatedArticles : Counter.Articles;
        foreach (var cell in relation.Cells.Cells)
        {
            if (cell.Key.Counter == events)
            {
                if (!IsAct(cell.Key, query) || !Days.Within(cell.Day, since, until)) continue;
                sums.Events += cell.A;
                sums.Goldstein += cell.B;
                if (query.Type is not null) sums.Articles += cell.C;
            }
            else if (query.Type is null && cell.Key.Counter == articles && cell.Key.Sub == (int)query.Status
                && Days.Within(cell.Day, since, until))
            {
                sums.Articles += cell.A;
            }
        }

        return sums;
    }

    private static TopDyadRow Row(EntityState source, RelationState relation, in Sums sums, TopQuery query, int since, int until)
    {
        var types = new TypeSums();
        var events = query.By == DateBasis.Event ? Counter.Dated : Counter.Published;
        foreach (var cell in relation.Cells.Cells)
        {
            if (cell.Key.Counter == events && IsAct(cell.Key, query) && Days.Within(cell.Day, since, until))
                types.Add(CellKey.TypeOf(cell.Key.Sub), cell.A, cell.B);
        }

        return new TopDyadRow
        {
            Source = EntityReport.Named(source),
            Target = new NamedEntity(relation.Key.Ref, relation.Key.Id),
            Articles = sums.Articles,
            Events = sums.Events,
            Goldstein = sums.Goldstein,
            Types = types.Sorted(),
        };
    }

    private static bool IsAct(CellKey key, TopQuery query) =>
        CellKey.StatusOf(key.Sub) == query.Status && (query.Type is null || CellKey.TypeOf(key.Sub) == query.Type);

    private record struct Sums(long Articles, long Mentions, long Events, long Goldstein)
    {
        public readonly bool IsZero => (Articles | Mentions | Events) == 0;
    }
}
