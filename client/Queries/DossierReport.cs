using Simpul.Client.Output;
using Simpul.Contracts;
using Simpul.Text;

namespace Simpul.Client.Queries;

/// <summary>One country or actor as tables.</summary>
internal static class DossierReport
{
    private static readonly TableShape Summary = new("summary", null,
        "id", "name", "type", "country", "articles", "mentions", "events", "planned", "negated", "hypothetical", "first_day", "last_day");

    public static IReadOnlyList<Table> Of(Dossier d, TimeBucket bucket, int names)
    {
        var relations = d.RelationCount > d.Relations.Length ? $"Relations ({d.Relations.Length} of {d.RelationCount})" : "Relations";
        return
        [
            new Table(Summary with { Title = $"{d.Entity.Name} ({d.Entity.Entity.Id})" },
            [[
                d.Entity.Entity.Id, d.Entity.Name, d.Entity.Entity.Kind == EntityKind.Country ? "country" : d.Type?.ToString().ToLowerInvariant(), d.Country,
                d.Articles, d.Mentions, d.Events[(int)EventStatus.Asserted], d.Events[(int)EventStatus.Planned], d.Events[(int)EventStatus.Negated],
                d.Events[(int)EventStatus.Hypothetical], d.FirstDay, d.LastDay,
            ]]),
            new Table(new("days", $"By {bucket.ToString().ToLowerInvariant()}", "day", "articles", "mentions", "events"),
                [.. d.Days.Select(c => (Cell[])[c.Day, c.Articles, c.Mentions, c.Events])]),
            Names("names", "Names", d.Names, names),
            Names("roles", "Roles", d.Roles, names),
            new Table(new("relations", relations, "other", "name", "sent", "received", "mutual", "goldstein", "types", "+other_kind"),
            [.. d.Relations.Select(r => (Cell[])
            [
                r.Other.Entity.Id, r.Other.Name, r.Sent, r.Received, r.Mutual, Cell.Tenths(r.Goldstein), EvidenceRows.Types(r.Types),
                r.Other.Entity.Kind.ToString().ToLowerInvariant(),
            ])]),
            new Table(new("evidence", "Newest events", EvidenceRows.EventColumns), [.. d.Evidence.Select(EvidenceRows.Of)]),
            new Table(new("mentioned", "Newest mentions", EvidenceRows.MentionColumns), [.. d.Mentioned.Select(EvidenceRows.Of)]),
        ];
    }

    private static Table Names(string key, string title, DatedName[] names, int most) => new(
        new TableShape(key, names.Length > most ? $"{title} ({most} of {names.Length})" : title, "name", "count", "kind", "first_day", "last_day"),
        [.. names.Take(most).Select(n => (Cell[])[n.Name, n.Count, n.Kind?.ToString().ToLowerInvariant(), n.FirstDay, n.LastDay])]);
}
