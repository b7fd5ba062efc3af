using Simpul.Contracts;
using Simpul.Grains.Corpora;
using Simpul.Grains.Counting;
using Simpul.Storage;
using Simpul.Text;

namespace Simpul.Grains.Queries;

internal sealed partial class QueryGrain
{
    public async Task<EventsAnswer> Events(CorpusRef corpus, EventsQuery query)
    {
        CheckRange(query.Since, query.Until);
        var after = EventToken.Read(query.After);
        var limit = Math.Max(1, Page(query.Limit));
        var (row, heads) = await Begin(corpus, query.Fresh);
        var source = await Side(row, query.Source);
        var target = await Side(row, query.Target);
        if (source is { Found: null } || target is { Found: null })
        {
            return new EventsAnswer
            {
                NameUnknown = true,
                IsComplete = true,
                SourceSuggestions = source?.Suggestions ?? [],
                TargetSuggestions = target?.Suggestions ?? [],
                AsOf = await freshness.Describe(row, heads, [heads.Versions], 0),
            };
        }

        var filter = new EventFilter
        {
            Source = source?.Found?.Entity,
            Target = target?.Found?.Entity,
            Type = query.Type,
            Status = query.Status,
            Since = Days.Parse(query.Since),
            Until = Days.Parse(query.Until),
            By = query.By,
        };
        // One more than asked for tells whether there is a next page.
        var found = await Newest(row, heads, filter, after, limit + 1, Math.Max(0, query.ScanLimit));
        var page = found.Positions.Take(limit).ToArray();
        return new EventsAnswer
        {
            Rows = (await evidence.Open(row, page)).Events(page),
            Next = found.Positions.Length > limit ? EventToken.Write(page[^1]) : null,
            IsComplete = found.IsComplete,
            Scanned = found.Scanned,
            AsOf = await freshness.Describe(row, heads, found.Vectors, found.Silent),
        };
    }

    private async Task<Resolution?> Side(CorpusRow row, string? name) =>
        name is null ? null : await names.Resolve(row, name, EntityKind.Country, EntityKind.Actor);

    private async Task<Found> Newest(CorpusRow row, Heads heads, EventFilter filter, EventPosition? after, int limit, long scanLimit)
    {
        // The tallies keep the places of events by the article's date alone.
        var byEventDate = filter.By == DateBasis.Event && (filter.Since != Days.None || filter.Until != Days.None);
        if (!byEventDate)
        {
            var (tallies, silent) = (filter.Source ?? filter.Target) is { } owner
                ? ([await names.TallyOf(row, owner).Events(filter, after, limit)], 0)
                : await freshness.Ask(row, bucket => names.Tally(row, bucket).Events(filter, after, limit));
            if (tallies.TrueForAll(static t => t.IsComplete))
            {
                var merged = tallies.SelectMany(static t => t.Events).Distinct().Order().Take(limit).ToArray();
                return new Found(merged, silent == 0, 0, tallies.ConvertAll(static t => t.Vector), silent);
            }
        }

        var newest = new SortedSet<EventPosition>();
        var (scanned, isComplete) = await scan.Run(row, heads, scanLimit, record =>
        {
            var day = Days.Parse(record.Published);
            for (var i = 0; i < record.Events.Count; i++)
            {
                if (!PairReport.Matches(record.Events[i], filter, day)) continue;
                Keep(newest, new EventPosition(day, record.Id, record.Events[i].Trigger.Start, i), after, limit);
            }
        });
        return new Found([.. newest], isComplete, scanned, [heads.Versions], 0);
    }

    // A dossier shows the newest places; where the tally dropped what a retraction has made the newest again, a scan finds it.
    private async Task<(EventPosition[] Events, EventPosition[] Mentions)> Complete(
        CorpusRow row, Heads heads, EntityRef entity, EntityQuery query, EntityFacts facts)
    {
        if (facts is { EventsComplete: true, MentionsComplete: true }) return (facts.Events, facts.Mentions);
        var acts = new EventFilter { Status = EventStatus.Asserted, Since = query.Since, Until = query.Until };
        SortedSet<EventPosition> events = [], mentions = [];
        await scan.Run(row, heads, EvidenceScanLimit, record =>
        {
            var day = Days.Parse(record.Published);
            for (var i = 0; i < record.Events.Count; i++)
            {
                var e = record.Events[i];
                if (PairReport.Matches(e, acts with { Source = entity }, day) || PairReport.Matches(e, acts with { Target = entity }, day))
                    Keep(events, new EventPosition(day, record.Id, e.Trigger.Start, i), null, query.Evidence);
            }

            if (Days.Within(day, query.Since, query.Until) && FirstMention(record, entity) is { } offset)
                Keep(mentions, new EventPosition(day, record.Id, offset, 0), null, query.Evidence);
        });
        return ([.. events], [.. mentions]);
    }

    private static int? FirstMention(ArticleRecord record, EntityRef entity)
    {
        var starts = entity.Kind == EntityKind.Country
            ? record.Countries.Where(c => c.Code == entity.Id).SelectMany(static c => c.Mentions).Select(static m => m.Span.Start)
            : record.Actors.Where(a => a.Id == entity.Id).SelectMany(static a => a.Mentions).Select(static m => m.Span.Start);
        return starts.Cast<int?>().Min();
    }

    private static void Keep(SortedSet<EventPosition> newest, EventPosition position, EventPosition? after, int limit)
    {
        if (after is { } a && position.CompareTo(a) <= 0) return;
        newest.Add(position);
        if (newest.Count > limit) newest.Remove(newest.Max);
    }

    private sealed record Found(EventPosition[] Positions, bool IsComplete, long Scanned, List<long[]> Vectors, int Silent);
}
