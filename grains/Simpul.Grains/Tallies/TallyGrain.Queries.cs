using Simpul.Contracts;
using Simpul.Grains.Counting;

namespace Simpul.Grains.Tallies;

internal sealed partial class TallyGrain
{
    public async Task<TallyTop> Top(TopQuery query)
    {
        var take = (int)Math.Min((long)query.Skip + query.Limit, int.MaxValue);
        if (query.Subject is TopSubject.Countries or TopSubject.Actors)
        {
            await LoadAll((byte)(query.Subject == TopSubject.Countries ? EntityKind.Country : EntityKind.Actor));
            var (rows, total) = Ranking.Entities(_state, query, take);
            return new TallyTop { Rows = rows, Total = total, Vector = Vector() };
        }

        await LoadPairs(query.Subject == TopSubject.CountryDyads);
        var (pairs, count) = Ranking.Pairs(_state, query, take);
        return new TallyTop { Dyads = pairs, Total = count, Vector = Vector() };
    }

    public async Task<TallyMatches> Search(EntityKind kind, string name, int limit)
    {
        await LoadAll((byte)kind);
        return new TallyMatches(NameSearch.Find(_state, kind, name, limit), Vector());
    }

    public async Task<TopRow?> Find(EntityRef entity)
    {
        await LoadOf([entity]);
        ThrowIfBroken();
        return _state.Find(entity) is { } found ? EntityReport.Row(found) : null;
    }

    public async Task<string[]> Names(EntityRef[] entities)
    {
        await LoadOf(entities);
        return Array.ConvertAll(entities, e => _state.Find(e) is { } found ? EntityReport.Name(found) : e.Id);
    }

    public async Task<EntitySnapshot> Tell(EntityRef entity, EntityVersion have, EntityVersion told, EntityQuery query)
    {
        AddInterest(entity);
        await LoadOf([entity]);
        var found = _state.Find(entity);
        // Who is gone has the newest version there is, so that no older copy outlives it.
        var version = new EntityVersion(_epoch, found?.Change ?? _state.Change);
        var vector = Vector();
        var isLasting = found is null || version == told;
        return new EntitySnapshot
        {
            Version = version,
            State = isLasting && version != have ? PageCodec.Encode(found is null ? [] : [found]) : null,
            Facts = isLasting || version == have ? null : EntityReport.Facts(found!, query, vector),
            Vector = vector,
        };
    }

    public async Task<TallyDyad> Dyad(EntityRef first, EntityRef second, DyadQuery query)
    {
        await LoadOf([first]);
        var found = _state.Find(first);
        return new TallyDyad
        {
            Known = found is not null,
            Buckets = found is null ? [] : PairReport.Buckets(found, second, query),
            Vector = Vector(),
        };
    }

    public async Task<TallyEvents> Events(EventFilter filter, EventPosition? after, int limit)
    {
        if ((filter.Source ?? filter.Target) is { } owner) await LoadOf([owner]);
        else await LoadPairs(onlyCountries: false);
        var newest = PairReport.Events(_state, filter, after, limit);
        return new TallyEvents { Events = newest.Positions, IsComplete = newest.IsComplete, Vector = Vector() };
    }

    public async Task<TallySummary> Summary()
    {
        await LoadPairs(onlyCountries: false);
        await LoadAll(EntityState.Corpus);
        var corpus = _state.All((EntityKind)EntityState.Corpus).FirstOrDefault();
        var packs = new SortedDictionary<string, long>(StringComparer.Ordinal);
        var languages = new SortedDictionary<string, long>(StringComparer.Ordinal);
        int first = Days.None, last = Days.None;
        var undated = 0L;
        foreach (var cell in corpus is null ? default : corpus.Cells.Cells)
        {
            switch (cell.Key.Counter)
            {
                case Counter.Pack:
                    packs[corpus!.Value(cell.Key.Value)] = cell.A;
                    break;
                case Counter.Language:
                    languages[corpus!.Value(cell.Key.Value)] = cell.A;
                    break;
                case Counter.Day when cell.Day == Days.None:
                    undated = cell.A;
                    break;
                case Counter.Day:
                    first = first == Days.None ? cell.Day : Math.Min(first, cell.Day);
                    last = Math.Max(last, cell.Day);
                    break;
            }
        }

        return new TallySummary
        {
            Countries = _state.All(EntityKind.Country).LongCount(),
            Actors = _state.All(EntityKind.Actor).LongCount(),
            Packs = [.. packs.Select(static p => new NamedCount(p.Key, p.Value))],
            Languages = [.. languages.Select(static l => new NamedCount(l.Key, l.Value))],
            Events = corpus?.Events ?? 0,
            FirstDay = first,
            LastDay = last,
            Undated = undated,
            Vector = Vector(),
        };
    }

    private async Task LoadPairs(bool onlyCountries)
    {
        await LoadAll((byte)EntityKind.Country);
        if (!onlyCountries) await LoadAll((byte)EntityKind.Actor);
    }

    private Task LoadOf(EntityRef[] entities) => Load(
        entities.Select(static e => Pages.Of((byte)e.Kind, e.Id)).Where(p => !_state.IsLoaded(p)).ToHashSet());
}
