namespace Simpul.Contracts;

/// <summary>The two kinds of what is counted.</summary>
public enum EntityKind : byte
{
    /// <summary>A country, by ISO 3166-1 alpha-2 code.</summary>
    Country = 0,

    /// <summary>An actor, by its id.</summary>
    Actor = 1,
}

/// <summary>A country or an actor.</summary>
/// <param name="Kind">Which of the two.</param>
/// <param name="Id">Its code or id.</param>
[GenerateSerializer, Immutable, Alias("simpul.entity")]
public readonly record struct EntityRef([property: Id(0)] EntityKind Kind, [property: Id(1)] string Id) : IComparable<EntityRef>
{
    /// <summary>By id in ordinal order, then by kind.</summary>
    public int CompareTo(EntityRef other)
    {
        var byId = string.CompareOrdinal(Id, other.Id);
        return byId != 0 ? byId : Kind.CompareTo(other.Kind);
    }

    /// <summary>A country.</summary>
    public static EntityRef Country(string code) => new(EntityKind.Country, code);

    /// <summary>An actor.</summary>
    public static EntityRef Actor(string id) => new(EntityKind.Actor, id);
}

/// <summary>A country or an actor with the name most used for it.</summary>
/// <param name="Entity">Which.</param>
/// <param name="Name">The name that most articles use; of equals the first by ordinal. A country without a name in the corpus has its code.</param>
[GenerateSerializer, Immutable, Alias("simpul.named-entity")]
public readonly record struct NamedEntity([property: Id(0)] EntityRef Entity, [property: Id(1)] string Name);

/// <summary>Which date a count belongs to.</summary>
public enum DateBasis : byte
{
    /// <summary>The article's date of publication.</summary>
    Published = 0,

    /// <summary>The event's own date.</summary>
    Event = 1,
}
