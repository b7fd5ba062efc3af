using Simpul.Text;

namespace Simpul.Contracts;

/// <summary>One country or actor in full.</summary>
[GenerateSerializer, Immutable, Alias("simpul.dossier-query")]
public sealed record DossierQuery
{
    /// <summary>Country or actor.</summary>
    [Id(0)] public required EntityKind Kind { get; init; }

    /// <summary>Its id or code, or one of its names in any case and with any spacing.</summary>
    [Id(1)] public required string Name { get; init; }

    /// <summary>First day, as far as known, or null.</summary>
    [Id(2)] public string? Since { get; init; }

    /// <summary>Last day, as far as known, or null.</summary>
    [Id(3)] public string? Until { get; init; }

    /// <summary>How finely its counts are split.</summary>
    [Id(4)] public TimeBucket Bucket { get; init; }

    /// <summary>The most relations.</summary>
    [Id(5)] public int Relations { get; init; } = 20;

    /// <summary>The most events, and the most mentions, shown as evidence.</summary>
    [Id(6)] public int Evidence { get; init; } = 10;

    /// <summary>True to wait until everything committed is included.</summary>
    [Id(7)] public bool Fresh { get; init; }
}

/// <summary>A dossier, or suggestions where nobody has the name.</summary>
[GenerateSerializer, Immutable, Alias("simpul.dossier-answer")]
public sealed record DossierAnswer
{
    /// <summary>The dossier; null where nobody, or more than one, has the name.</summary>
    [Id(0)] public Dossier? Found { get; init; }

    /// <summary>Others that the name may mean, most articles first: those that have it too, else those whose names are close.</summary>
    [Id(1)] public TopRow[] Suggestions { get; init; } = [];

    /// <summary>How fresh it is.</summary>
    [Id(2)] public required AsOf AsOf { get; init; }
}

/// <summary>All that is counted of one country or actor.</summary>
[GenerateSerializer, Immutable, Alias("simpul.dossier")]
public sealed record Dossier
{
    /// <summary>Who.</summary>
    [Id(0)] public required NamedEntity Entity { get; init; }

    /// <summary>An actor's type in most articles, or null.</summary>
    [Id(1)] public ActorType? Type { get; init; }

    /// <summary>An actor's country in most articles, or null.</summary>
    [Id(2)] public string? Country { get; init; }

    /// <summary>Distinct articles.</summary>
    [Id(3)] public required long Articles { get; init; }

    /// <summary>Mentions.</summary>
    [Id(4)] public required long Mentions { get; init; }

    /// <summary>Events by status: asserted, planned, negated, hypothetical.</summary>
    [Id(5)] public required long[] Events { get; init; }

    /// <summary>First day in the range, as far as known, or null.</summary>
    [Id(6)] public string? FirstDay { get; init; }

    /// <summary>Last day in the range, as far as known, or null.</summary>
    [Id(7)] public string? LastDay { get; init; }

    /// <summary>Counts over time; the articles without a date come first, with a null day.</summary>
    [Id(8)] public required DayCount[] Days { get; init; }

    /// <summary>Its names in the articles, most used first.</summary>
    [Id(9)] public required DatedName[] Names { get; init; }

    /// <summary>Its roles in the articles, most used first.</summary>
    [Id(10)] public required DatedName[] Roles { get; init; }

    /// <summary>With whom it deals, most events first.</summary>
    [Id(11)] public required Relation[] Relations { get; init; }

    /// <summary>How many relations there are.</summary>
    [Id(12)] public required long RelationCount { get; init; }

    /// <summary>Its newest asserted events.</summary>
    [Id(13)] public required EventRow[] Evidence { get; init; }

    /// <summary>Where it was named last.</summary>
    [Id(14)] public required MentionRow[] Mentioned { get; init; }
}

/// <summary>Counts of one stretch of time.</summary>
/// <param name="Day">Its day, month or year; null for what has no date.</param>
/// <param name="Articles">Distinct articles.</param>
/// <param name="Mentions">Mentions.</param>
/// <param name="Events">Asserted events.</param>
[GenerateSerializer, Immutable, Alias("simpul.day-count")]
public readonly record struct DayCount(
    [property: Id(0)] string? Day, [property: Id(1)] long Articles, [property: Id(2)] long Mentions, [property: Id(3)] long Events);

/// <summary>A name or role with its dates.</summary>
[GenerateSerializer, Immutable, Alias("simpul.dated-name")]
public sealed record DatedName
{
    /// <summary>The name or role.</summary>
    [Id(0)] public required string Name { get; init; }

    /// <summary>How often: articles for an actor's names and roles, mentions for a country's.</summary>
    [Id(1)] public required long Count { get; init; }

    /// <summary>First day, as far as known, or null.</summary>
    [Id(2)] public string? FirstDay { get; init; }

    /// <summary>Last day, as far as known, or null.</summary>
    [Id(3)] public string? LastDay { get; init; }

    /// <summary>How it names a country; null for actors.</summary>
    [Id(4)] public CountryCue? Kind { get; init; }
}

/// <summary>What one entity and another did to each other.</summary>
[GenerateSerializer, Immutable, Alias("simpul.relation")]
public sealed record Relation
{
    /// <summary>The other.</summary>
    [Id(0)] public required NamedEntity Other { get; init; }

    /// <summary>Asserted events from this one to the other, without the mutual ones.</summary>
    [Id(1)] public required long Sent { get; init; }

    /// <summary>Asserted events from the other to this one, without the mutual ones.</summary>
    [Id(2)] public required long Received { get; init; }

    /// <summary>Asserted CONSULT, COOPERATE and AGREE between them.</summary>
    [Id(3)] public required long Mutual { get; init; }

    /// <summary>The sum of all their Goldstein scores, in tenths.</summary>
    [Id(4)] public required long Goldstein { get; init; }

    /// <summary>By type, most first.</summary>
    [Id(5)] public required TypeCount[] Types { get; init; }
}
