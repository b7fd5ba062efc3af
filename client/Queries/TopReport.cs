using Simpul.Client.Output;
using Simpul.Contracts;

namespace Simpul.Client.Queries;

/// <summary>Rankings as tables.</summary>
internal static class TopReport
{
    private static readonly TableShape Countries = new("countries", null, "rank", "country", "name", "articles", "mentions", "events");

    private static readonly TableShape Actors = new("actors", null, "rank", "actor", "name", "type", "country", "articles", "mentions", "events");

    private static readonly TableShape Dyads = new(
        "dyads", null, "rank", "source", "source_name", "target", "target_name", "articles", "events", "goldstein", "types", "+source_kind", "+target_kind");

    public static Table Of(TopQuery query, TopAnswer answer)
    {
        var rank = query.Skip;
        return query.Subject switch
        {
            TopSubject.Countries => new Table(Countries, [.. answer.Rows.Select(r => (Cell[])
                [++rank, r.Entity.Entity.Id, r.Entity.Name, r.Articles, r.Mentions, r.Events])]),
            TopSubject.Actors => new Table(Actors, [.. answer.Rows.Select(r => (Cell[])
                [++rank, r.Entity.Entity.Id, r.Entity.Name, r.Type?.ToString().ToLowerInvariant(), r.Country, r.Articles, r.Mentions, r.Events])]),
            _ => new Table(Dyads, [.. answer.Dyads.Select(r => (Cell[])
            [
                ++rank, r.Source.Entity.Id, r.Source.Name, r.Target.Entity.Id, r.Target.Name, r.Articles, r.Events, Cell.Tenths(r.Goldstein),
                EvidenceRows.Types(r.Types), Kind(r.Source), Kind(r.Target),
            ])]),
        };
    }

    private static string Kind(NamedEntity entity) => entity.Entity.Kind.ToString().ToLowerInvariant();
}
