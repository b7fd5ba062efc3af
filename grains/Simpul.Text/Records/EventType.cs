namespace Simpul.Text;

/// <summary>PLOVER's sixteen event types, ordered by quad class.</summary>
public enum EventType : byte
{
    /// <summary>Accepts, signs, promises.</summary>
    Agree,
    /// <summary>Meets, calls, visits, negotiates, discusses.</summary>
    Consult,
    /// <summary>Praises, endorses, apologises, expresses solidarity.</summary>
    Support,
    /// <summary>Yields, resigns, releases, eases.</summary>
    Concede,
    /// <summary>Trades, works jointly, shares.</summary>
    Cooperate,
    /// <summary>Gives money, arms, relief.</summary>
    Aid,
    /// <summary>Withdraws, ceases fire.</summary>
    Retreat,
    /// <summary>Demands, urges, appeals.</summary>
    Request,
    /// <summary>Blames, criticises, condemns, investigates.</summary>
    Accuse,
    /// <summary>Refuses, denies, vetoes, breaks off.</summary>
    Reject,
    /// <summary>Warns of force or measures; tension with nothing done.</summary>
    Threaten,
    /// <summary>Demonstrates, strikes.</summary>
    Protest,
    /// <summary>Embargoes, tariffs, expels, cuts ties.</summary>
    Sanction,
    /// <summary>Deploys, drills, arms up.</summary>
    Mobilize,
    /// <summary>Arrests, seizes, blockades, hacks, deports.</summary>
    Coerce,
    /// <summary>Attacks, bombs, invades, kills; a war.</summary>
    Assault,
}

/// <summary>Whether an act is said to have happened.</summary>
public enum EventStatus : byte
{
    /// <summary>It happened, or is said to have.</summary>
    Asserted,
    /// <summary>It is to come.</summary>
    Planned,
    /// <summary>It is said not to have happened.</summary>
    Negated,
    /// <summary>Only conditional, alleged or suspected.</summary>
    Hypothetical,
}

/// <summary>Names and classes of the event types.</summary>
public static class EventTypes
{
    private static readonly string[] Names =
        [.. Enum.GetValues<EventType>().Select(t => t.ToString().ToUpperInvariant())];

    private static readonly string[] StatusNames =
        [.. Enum.GetValues<EventStatus>().Select(s => s.ToString().ToLowerInvariant())];

    /// <summary>How many there are.</summary>
    public static int Count => Names.Length;

    /// <summary>The name in the record: <c>ASSAULT</c>.</summary>
    public static string Name(this EventType type) => Names[(int)type];

    /// <summary>The name in the record: <c>planned</c>.</summary>
    public static string Name(this EventStatus status) => StatusNames[(int)status];

    /// <summary>Quad class: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.</summary>
    public static int Quad(this EventType type) => type switch
    {
        <= EventType.Concede => 1,
        <= EventType.Retreat => 2,
        <= EventType.Threaten => 3,
        _ => 4,
    };

    /// <summary>True for the types that hold both ways and are counted once a pair: CONSULT, COOPERATE, AGREE.</summary>
    public static bool IsMutual(this EventType type) => type is EventType.Consult or EventType.Cooperate or EventType.Agree;

    /// <summary>Reads a name as the record writes it, in any case.</summary>
    public static bool TryParse(string? name, out EventType type)
    {
        var i = Array.FindIndex(Names, n => string.Equals(n, name, StringComparison.OrdinalIgnoreCase));
        type = (EventType)Math.Max(i, 0);
        return i >= 0;
    }

    /// <summary>Reads a status as the record writes it, in any case.</summary>
    public static bool TryParseStatus(string? name, out EventStatus status)
    {
        var i = Array.FindIndex(StatusNames, n => string.Equals(n, name, StringComparison.OrdinalIgnoreCase));
        status = (EventStatus)Math.Max(i, 0);
        return i >= 0;
    }
}
