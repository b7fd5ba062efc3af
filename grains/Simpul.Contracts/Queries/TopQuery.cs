using Simpul.Text;

namespace Simpul.Contracts;

/// <summary>What a ranking ranks.</summary>
public enum TopSubject : byte
{
    /// <summary>Countries.</summary>
    Countries = 0,

    /// <summary>Actors.</summary>
    Actors = 1,

    /// <summary>Directed pairs of countries.</summary>
    CountryDyads = 2,

    /// <summary>Directed pairs with at least one actor.</summary>
    ActorDyads = 3,

    /// <summary>All directed pairs.</summary>
    Dyads = 4,
}

/// <summary>What a ranking sorts by first; then by the others, then by id in ordinal order.</summary>
public enum TopOrder : byte
{
    /// <summary>Articles, then mentions, then events.</summary>
    Articles = 0,

    /// <summary>Mentions, then articles, then events.</summary>
    Mentions = 1,

    /// <summary>Events, then articles, then mentions.</summary>
    Events = 2,
}

/// <summary>Who is in the news, or who deals with whom.</summary>
[GenerateSerializer, Immutable, Alias("simpul.top-query")]
public sealed record TopQuery
{
    /// <summary>What is ranked.</summary>
    [Id(0)] public required TopSubject Subject { get; init; }

    /// <summary>Rows before the first one of the answer.</summary>
    [Id(1)] public int Skip { get; init; }

    /// <summary>The most rows.</summary>
    [Id(2)] public int Limit { get; init; } = 20;

    /// <summary>First day, as far as known, or null.</summary>
    [Id(3)] public string? Since { get; init; }

    /// <summary>Last day, as far as known, or null.</summary>
    [Id(4)] public string? Until { get; init; }

    /// <summary>
    /// Which date <see cref="Since"/> and <see cref="Until"/> mean. By the event's date, a row counts events, and articles that tell
    /// one, once for each date of the events they tell; it has no mentions.
    /// </summary>
    [Id(5)] public DateBasis By { get; init; }

    /// <summary>The status of the events that count.</summary>
    [Id(6)] public EventStatus Status { get; init; } = EventStatus.Asserted;

    /// <summary>Only events of this type (dyads), or null for all.</summary>
    [Id(7)] public EventType? Type { get; init; }

    /// <summary>What to sort by.</summary>
    [Id(8)] public TopOrder Order { get; init; }

    /// <summary>True to rank pairs of a country or actor with itself too: acts between two organs of one state.</summary>
    [Id(9)] public bool IncludeSelf { get; init; }

    /// <summary>True to wait until everything committed is included.</summary>
    [Id(10)] public bool Fresh { get; init; }
}

/// <summary>A ranking.</summary>
[GenerateSerializer, Immutable, Alias("simpul.top-answer")]
public sealed record TopAnswer
{
    /// <summary>The rows, of countries and actors.</summary>
    [Id(0)] public TopRow[] Rows { get; init; } = [];

    /// <summary>The rows, of dyads.</summary>
    [Id(1)] public TopDyadRow[] Dyads { get; init; } = [];

    /// <summary>How many rows there are in all.</summary>
    [Id(2)] public required long Total { get; init; }

    /// <summary>How fresh it is.</summary>
    [Id(3)] public required AsOf AsOf { get; init; }
}

/// <summary>A country or actor in a ranking.</summary>
[GenerateSerializer, Immutable, Alias("simpul.top-row")]
public sealed record TopRow
{
    /// <summary>Who.</summary>
    [Id(0)] public required NamedEntity Entity { get; init; }

    /// <summary>An actor's type, or null.</summary>
    [Id(1)] public ActorType? Type { get; init; }

    /// <summary>An actor's country, or null.</summary>
    [Id(2)] public string? Country { get; init; }

    /// <summary>Distinct articles that name it or tell an event with it.</summary>
    [Id(3)] public required long Articles { get; init; }

    /// <summary>Mentions.</summary>
    [Id(4)] public required long Mentions { get; init; }

    /// <summary>Events that it is a party of.</summary>
    [Id(5)] public required long Events { get; init; }
}

/// <summary>A directed pair in a ranking; mutual types count under the ordinally ordered pair.</summary>
[GenerateSerializer, Immutable, Alias("simpul.top-dyad-row")]
public sealed record TopDyadRow
{
    /// <summary>Who acts.</summary>
    [Id(0)] public required NamedEntity Source { get; init; }

    /// <summary>On whom.</summary>
    [Id(1)] public required NamedEntity Target { get; init; }

    /// <summary>Distinct articles that tell an event of the pair.</summary>
    [Id(2)] public required long Articles { get; init; }

    /// <summary>Events.</summary>
    [Id(3)] public required long Events { get; init; }

    /// <summary>The sum of their Goldstein scores, in tenths.</summary>
    [Id(4)] public required long Goldstein { get; init; }

    /// <summary>Events by type, most first, then in the order of the types.</summary>
    [Id(5)] public required TypeCount[] Types { get; init; }
}

/// <summary>How many events of a type.</summary>
/// <param name="Type">The type.</param>
/// <param name="Events">How many.</param>
/// <param name="Goldstein">The sum of their Goldstein scores, in tenths.</param>
[GenerateSerializer, Immutable, Alias("simpul.type-count")]
public readonly record struct TypeCount(
    [property: Id(0)] EventType Type, [property: Id(1)] long Events, [property: Id(2)] long Goldstein);
