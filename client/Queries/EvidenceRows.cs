using Simpul.Client.Output;
using Simpul.Contracts;
using Simpul.Text;

namespace Simpul.Client.Queries;

/// <summary>Events and mentions with the sentences that tell them.</summary>
internal static class EvidenceRows
{
    public static readonly Column[] EventColumns =
    [
        "published", "type", "source", "target", "~sentence", "article", "+status", "+date", "+place", "+title", "+source_actor", "+source_country",
        "+target_actor", "+target_country", "+trigger", "+start", "+end", "+sentence_start", "+event", "+cameo", "+goldstein", "+confidence", "+rule",
    ];

    public static readonly Column[] MentionColumns = ["published", "mention", "~sentence", "article", "+title", "+start", "+end", "+sentence_start"];

    public static Cell[] Of(EventRow e) =>
    [
        e.Published, e.Type.Name(), Name(e.Source), Name(e.Target), e.Sentence, e.Article, e.Status.Name(), e.Date, e.Place, e.Title, e.Source.Actor,
        e.Source.Country, e.Target.Actor, e.Target.Country, e.Trigger, e.TriggerStart, e.TriggerEnd, e.SentenceStart, e.Index, e.Cameo,
        Cell.Tenths(e.Goldstein), Cell.Hundredths(e.Confidence), e.Rule,
    ];

    public static Cell[] Of(MentionRow m) => [m.Published, m.Text, m.Sentence, m.Article, m.Title, m.Start, m.End, m.SentenceStart];

    /// <summary>A party for people: <c>Xi Jinping (CN)</c>, <c>CN</c>, <c>Reuters</c>.</summary>
    public static string? Name(PartyRow party) => (party.ActorName ?? party.Actor, party.Country) switch
    {
        ({ } name, { } country) => $"{name} ({country})",
        ({ } name, null) => name,
        (null, var country) => country,
    };

    /// <summary>Counts by type for people: <c>CONSULT 5, ACCUSE 2</c>.</summary>
    public static string Types(IEnumerable<TypeCount> types) => string.Join(", ", types.Select(t => $"{t.Type.Name()} {t.Events}"));
}
