using System.Text.Json;
using Simpul.Text;

namespace Simpul.Client.Evaluation;

/// <summary>What an event is compared by: its parties, in order unless the type holds both ways, and its type.</summary>
internal readonly record struct EventKey(string Source, string Target, EventType Type)
{
    public (string, string) Pair => string.CompareOrdinal(Source, Target) <= 0 ? (Source, Target) : (Target, Source);

    public ((string, string), int) Quad => (Pair, Type.Quad());

    public override string ToString() => $"{Type.Name()} {Shown(Source)} {(Type.IsMutual() ? "–" : "→")} {Shown(Target)}";

    private static string Shown(string party) =>
        party.StartsWith("actor:", StringComparison.Ordinal) ? party[6..] : party.StartsWith("unpaired:", StringComparison.Ordinal) ? party[9..] + "?" : party;
}

/// <summary>The events of one record that can be scored.</summary>
internal sealed class EventKeys
{
    public HashSet<(string, string)> Pairs { get; } = [];

    public HashSet<((string, string), int)> Quads { get; } = [];

    /// <summary>The first status of each key.</summary>
    public Dictionary<EventKey, string> Types { get; } = [];

    /// <summary>Every scored event with its key, in the record's order.</summary>
    public List<(JsonElement Event, EventKey Key)> Events { get; } = [];

    /// <summary>Keys that are only hypothetical: not scored, but worth knowing of.</summary>
    public HashSet<EventKey> Hypothetical { get; } = [];

    public EventKeys(JsonElement record, Func<string, string> actorKey)
    {
        foreach (var e in JsonRows.Rows(record, "events"))
        {
            var status = JsonRows.Field(e, "status");
            var isHypothetical = status.ValueKind == JsonValueKind.String && status.GetString() == "hypothetical";
            EventKey? key;
            try
            {
                key = KeyOf(e, actorKey);
            }
            catch (MalformedRecordException) when (isHypothetical)
            {
                continue;
            }

            if (key is not { } found) continue;
            if (isHypothetical)
            {
                Hypothetical.Add(found);
                continue;
            }

            Pairs.Add(found.Pair);
            Quads.Add(found.Quad);
            Types.TryAdd(found, JsonRows.IsTruthy(status) ? JsonRows.Text(status) : "asserted");
            Events.Add((e, found));
        }
    }

    private static EventKey? KeyOf(JsonElement e, Func<string, string> actorKey)
    {
        var source = Party(JsonRows.Field(e, "source"), actorKey);
        var target = Party(JsonRows.Field(e, "target"), actorKey);
        var kind = JsonRows.Key(JsonRows.Field(e, "type"));
        // Types are written in capitals: another spelling is another type, that is none.
        if (source is null || target is null || source == target || !EventTypes.TryParse(kind, out var type) || type.Name() != kind) return null;
        return type.IsMutual() && string.CompareOrdinal(source, target) > 0 ? new EventKey(target, source, type) : new EventKey(source, target, type);
    }

    // The country that a party is or acts for, else the actor.
    private static string? Party(JsonElement party, Func<string, string> actorKey)
    {
        if (party.ValueKind != JsonValueKind.Object) return null;
        var country = JsonRows.Field(party, "country");
        if (JsonRows.IsTruthy(country)) return JsonRows.Key(country);
        var actor = JsonRows.Field(party, "actor");
        if (!JsonRows.IsTruthy(actor)) return null;
        return actor.ValueKind == JsonValueKind.String ? actorKey(actor.GetString()!) : throw new MalformedRecordException("an actor of an event is no text");
    }
}
