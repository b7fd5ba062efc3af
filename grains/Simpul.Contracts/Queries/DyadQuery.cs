using Simpul.Text;

namespace Simpul.Contracts;

/// <summary>What two parties did to each other.</summary>
[GenerateSerializer, Immutable, Alias("simpul.dyad-query")]
public sealed record DyadQuery
{
    /// <summary>One party: a country's code or name, or an actor's id or name.</summary>
    [Id(0)] public required string First { get; init; }

    /// <summary>The other party.</summary>
    [Id(1)] public required string Second { get; init; }

    /// <summary>First day, as far as known, or null.</summary>
    [Id(2)] public string? Since { get; init; }

    /// <summary>Last day, as far as known, or null.</summary>
    [Id(3)] public string? Until { get; init; }

    /// <summary>Which date the range and the buckets mean.</summary>
    [Id(4)] public DateBasis By { get; init; }

    /// <summary>How finely counts are split.</summary>
    [Id(5)] public TimeBucket Bucket { get; init; } = TimeBucket.Month;

    /// <summary>The status of the events that count.</summary>
    [Id(6)] public EventStatus Status { get; init; } = EventStatus.Asserted;

    /// <summary>The most events shown as evidence.</summary>
    [Id(7)] public int Evidence { get; init; } = 10;

    /// <summary>True to wait until everything committed is included.</summary>
    [Id(8)] public bool Fresh { get; init; }
}

/// <summary>What two parties did to each other, or suggestions where a name is unknown.</summary>
[GenerateSerializer, Immutable, Alias("simpul.dyad-answer")]
public sealed record DyadAnswer
{
    /// <summary>The first party; null where its name is unknown or ambiguous.</summary>
    [Id(0)] public NamedEntity? First { get; init; }

    /// <summary>The second party; null where its name is unknown or ambiguous.</summary>
    [Id(1)] public NamedEntity? Second { get; init; }

    /// <summary>Whom the first name may mean, where it is unknown.</summary>
    [Id(2)] public TopRow[] FirstSuggestions { get; init; } = [];

    /// <summary>Whom the second name may mean, where it is unknown.</summary>
    [Id(3)] public TopRow[] SecondSuggestions { get; init; } = [];

    /// <summary>Distinct articles, events and scores of each direction.</summary>
    [Id(4)] public DyadSide[] Sides { get; init; } = [];

    /// <summary>Counts by time, direction and type; what has no date comes first.</summary>
    [Id(5)] public DyadBucket[] Buckets { get; init; } = [];

    /// <summary>The newest events of both directions.</summary>
    [Id(6)] public EventRow[] Evidence { get; init; } = [];

    /// <summary>How fresh it is.</summary>
    [Id(7)] public required AsOf AsOf { get; init; }
}

/// <summary>Which way an event of a pair goes.</summary>
public enum Direction : byte
{
    /// <summary>From the first to the second.</summary>
    Forward = 0,

    /// <summary>From the second to the first.</summary>
    Backward = 1,

    /// <summary>Both: CONSULT, COOPERATE and AGREE.</summary>
    Mutual = 2,
}

/// <summary>One direction of a pair.</summary>
[GenerateSerializer, Immutable, Alias("simpul.dyad-side")]
public sealed record DyadSide
{
    /// <summary>Which way.</summary>
    [Id(0)] public required Direction Direction { get; init; }

    /// <summary>Events.</summary>
    [Id(1)] public required long Events { get; init; }

    /// <summary>The sum of their Goldstein scores, in tenths.</summary>
    [Id(2)] public required long Goldstein { get; init; }

    /// <summary>By type, most first.</summary>
    [Id(3)] public required TypeCount[] Types { get; init; }
}

/// <summary>Events of one time, direction and type.</summary>
/// <param name="Day">The day, month or year; null for what has no date.</param>
/// <param name="Direction">Which way.</param>
/// <param name="Type">The type.</param>
/// <param name="Events">How many.</param>
/// <param name="Goldstein">The sum of their Goldstein scores, in tenths.</param>
[GenerateSerializer, Immutable, Alias("simpul.dyad-bucket")]
public readonly record struct DyadBucket(
    [property: Id(0)] string? Day,
    [property: Id(1)] Direction Direction,
    [property: Id(2)] EventType Type,
    [property: Id(3)] long Events,
    [property: Id(4)] long Goldstein);
