using Orleans.Concurrency;
using Simpul.Contracts;
using Simpul.Grains.Corpora;
using Simpul.Grains.Counting;
using Simpul.Storage;

namespace Simpul.Grains.Queries;

/// <summary>Answers what a client asks: gathers from the tallies, merges, and says how fresh it is.</summary>
[StatelessWorker(MaxLocalWorkers), Reentrant, GrainType("query")]
internal sealed partial class QueryGrain(
    CorpusDirectory corpora, Freshness freshness, NameResolver names, EvidenceReader evidence, SegmentScan scan) : Grain, IQueryGrain
{
    private const int MaxLocalWorkers = 2;
    private const int EvidenceScanLimit = 200_000;
    private static readonly TimeSpan s_longestWait = TimeSpan.FromSeconds(20);

    public async Task<TopAnswer> Top(CorpusRef corpus, TopQuery query)
    {
        CheckRange(query.Since, query.Until);
        if (query.Skip < 0) throw Bad("The rows to skip cannot be fewer than none.");
        query = query with { Limit = Page(query.Limit) };
        var (row, heads) = await Begin(corpus, query.Fresh);
        var (tops, silent) = await freshness.Ask(row, bucket => names.Tally(row, bucket).Top(query));
        var rows = tops.SelectMany(static t => t.Rows).ToList();
        rows.Sort((x, y) => Ranking.Compare(query.Order, x, y));
        var dyads = tops.SelectMany(static t => t.Dyads).ToList();
        dyads.Sort((x, y) => Ranking.Compare(query.Order, x, y));
        dyads = [.. dyads.Skip(query.Skip).Take(query.Limit)];
        var targets = await names.Names(row, dyads.Select(static d => d.Target.Entity));
        return new TopAnswer
        {
            Rows = [.. rows.Skip(query.Skip).Take(query.Limit)],
            Dyads = [.. dyads.Select(d => d with { Target = new NamedEntity(d.Target.Entity, targets[d.Target.Entity]) })],
            Total = tops.Sum(static t => t.Total),
            AsOf = await freshness.Describe(row, heads, tops.ConvertAll(static t => t.Vector), silent),
        };
    }

    public async Task<DossierAnswer> Dossier(CorpusRef corpus, DossierQuery query)
    {
        CheckRange(query.Since, query.Until);
        var (row, heads) = await Begin(corpus, query.Fresh);
        var who = await names.Resolve(row, query.Name, query.Kind);
        if (who.Found is not { } found)
            return new DossierAnswer { Suggestions = who.Suggestions, AsOf = await freshness.Describe(row, heads, [heads.Versions], 0) };

        var ask = new EntityQuery
        {
            Since = Days.Parse(query.Since),
            Until = Days.Parse(query.Until),
            Bucket = query.Bucket,
            Relations = Page(query.Relations),
            Evidence = Math.Clamp(query.Evidence, 0, EvidenceList.Shown),
        };
        var facts = query.Kind == EntityKind.Country
            ? await GrainFactory.GetGrain<ICountryGrain>(GrainKeys.Country(corpus, found.Entity.Id)).Get(ask)
            : await GrainFactory.GetGrain<IActorGrain>(GrainKeys.Actor(corpus, found.Entity.Id)).Get(ask);
        var asOf = await freshness.Describe(row, heads, [facts.Vector], 0);
        if (facts.Dossier is not { } dossier) return new DossierAnswer { AsOf = asOf };

        var (events, mentions) = await Complete(row, heads, found.Entity, ask, facts);
        var opening = evidence.Open(row, events.Concat(mentions));
        var others = await names.Names(row, dossier.Relations.Select(static r => r.Other.Entity));
        var opened = await opening;
        return new DossierAnswer
        {
            Found = dossier with
            {
                Relations = [.. dossier.Relations.Select(r => r with { Other = new NamedEntity(r.Other.Entity, others[r.Other.Entity]) })],
                Evidence = opened.Events(events),
                Mentioned = opened.Mentions(found.Entity, mentions),
            },
            AsOf = asOf,
        };
    }

    public async Task<DyadAnswer> Dyad(CorpusRef corpus, DyadQuery query)
    {
        CheckRange(query.Since, query.Until);
        var (row, heads) = await Begin(corpus, query.Fresh);
        var first = await names.Resolve(row, query.First, EntityKind.Country, EntityKind.Actor);
        var second = await names.Resolve(row, query.Second, EntityKind.Country, EntityKind.Actor);
        if (first.Found is not { } a || second.Found is not { } b)
        {
            return new DyadAnswer
            {
                First = first.Found,
                Second = second.Found,
                FirstSuggestions = first.Suggestions,
                SecondSuggestions = second.Suggestions,
                AsOf = await freshness.Describe(row, heads, [heads.Versions], 0),
            };
        }

        var pair = await names.TallyOf(row, a.Entity).Dyad(a.Entity, b.Entity, query);
        var filter = new EventFilter
        {
            Source = a.Entity,
            Target = b.Entity,
            Status = query.Status,
            Since = Days.Parse(query.Since),
            Until = Days.Parse(query.Until),
            By = query.By,
        };
        var shown = Math.Clamp(query.Evidence, 0, EvidenceList.Shown);
        var there = await Newest(row, heads, filter, null, shown, EvidenceScanLimit);
        var back = await Newest(row, heads, filter with { Source = b.Entity, Target = a.Entity }, null, shown, EvidenceScanLimit);
        var newest = there.Positions.Concat(back.Positions).Distinct().Order().Take(shown).ToArray();
        return new DyadAnswer
        {
            First = a,
            Second = b,
            Sides = SidesOf(pair.Buckets),
            Buckets = pair.Buckets,
            Evidence = (await evidence.Open(row, newest)).Events(newest),
            AsOf = await freshness.Describe(row, heads, [pair.Vector], 0),
        };
    }

    private static DyadSide[] SidesOf(DyadBucket[] buckets) =>
    [
        .. buckets.GroupBy(static b => b.Direction).OrderBy(static g => g.Key).Select(static side =>
        {
            var types = new TypeSums();
            foreach (var bucket in side) types.Add(bucket.Type, bucket.Events, bucket.Goldstein);
            return new DyadSide { Direction = side.Key, Events = types.Events, Goldstein = types.Goldstein, Types = types.Sorted() };
        }),
    ];

    private async Task<(CorpusRow Row, Heads Heads)> Begin(CorpusRef corpus, bool fresh)
    {
        var checking = corpora.Check(corpus);
        var reading = freshness.ReadHeads(await corpora.Layout(corpus));
        var row = await checking;
        var heads = await reading;
        if (fresh) await freshness.WaitFor(row, heads, s_longestWait);
        return (row, heads);
    }

    private static int Page(int limit) => Math.Clamp(limit, 0, Limits.MaxPage);

    private static void CheckRange(string? since, string? until)
    {
        foreach (var date in new[] { since, until })
            if (!Days.TryParse(date, out _)) throw Bad($"'{date}' is no date; use 2026-02-05, 2026-02 or 2026.");
    }

    private static ClusterException Bad(string message) => new(ErrorCode.BadRequest, message);
}
