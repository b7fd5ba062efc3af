namespace Simpul.Contracts;

/// <summary>What country and actor grains have in common: a versioned copy of what their tally holds, and no state of their own.</summary>
[Alias("simpul.IEntity")]
public interface IEntityGrain : IGrainWithStringKey
{
    /// <summary>What is counted of it.</summary>
    [Alias("Get")]
    Task<EntityFacts> Get(EntityQuery query);

    /// <summary>Takes the totals that its tally pushes, at most once a second; older ones than it has are dropped.</summary>
    [Alias("Push")]
    Task Push(EntityTotals totals);
}

/// <summary>One country of a corpus, beside its tally and fed by it. Key: <see cref="GrainKeys.Country"/>.</summary>
[Alias("simpul.ICountry")]
public interface ICountryGrain : IEntityGrain;

/// <summary>One actor of a corpus, beside its tally and fed by it. Key: <see cref="GrainKeys.Actor"/>.</summary>
[Alias("simpul.IActor")]
public interface IActorGrain : IEntityGrain;

/// <summary>What is asked of a country or actor.</summary>
[GenerateSerializer, Immutable, Alias("simpul.entity-query")]
public sealed record EntityQuery
{
    /// <summary>First day.</summary>
    [Id(0)] public int Since { get; init; }

    /// <summary>Last day.</summary>
    [Id(1)] public int Until { get; init; }

    /// <summary>How finely its counts are split.</summary>
    [Id(2)] public TimeBucket Bucket { get; init; }

    /// <summary>The most relations.</summary>
    [Id(3)] public int Relations { get; init; }

    /// <summary>The most events, and mentions, as evidence.</summary>
    [Id(4)] public int Evidence { get; init; }
}

/// <summary>What is counted of a country or actor.</summary>
[GenerateSerializer, Immutable, Alias("simpul.entity-facts")]
public sealed record EntityFacts
{
    /// <summary>The dossier without evidence, others named by their ids; null where nobody names it.</summary>
    [Id(0)] public Dossier? Dossier { get; init; }

    /// <summary>Its newest asserted events.</summary>
    [Id(1)] public EventPosition[] Events { get; init; } = [];

    /// <summary>False where the tally no longer keeps enough to know the newest events.</summary>
    [Id(2)] public bool EventsComplete { get; init; } = true;

    /// <summary>Where it was named last; the index means nothing.</summary>
    [Id(3)] public EventPosition[] Mentions { get; init; } = [];

    /// <summary>False where the tally no longer keeps enough to know the newest mentions.</summary>
    [Id(4)] public bool MentionsComplete { get; init; } = true;

    /// <summary>Where the tally stands.</summary>
    [Id(5)] public required long[] Vector { get; init; }
}

/// <summary>An entity's totals at one version.</summary>
/// <param name="Version">The version.</param>
/// <param name="Articles">Articles.</param>
/// <param name="Mentions">Mentions.</param>
/// <param name="Events">Asserted events.</param>
[GenerateSerializer, Immutable, Alias("simpul.entity-totals")]
public sealed record EntityTotals(
    [property: Id(0)] EntityVersion Version, [property: Id(1)] long Articles, [property: Id(2)] long Mentions, [property: Id(3)] long Events);
