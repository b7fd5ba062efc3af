using Simpul.Text;

namespace Simpul.Contracts;

/// <summary>The totals of one bucket of a corpus's countries and actors. Key: <see cref="GrainKeys.Tally"/>.</summary>
[Alias("simpul.ITally")]
public interface ITallyGrain : IGrainWithStringKey
{
    /// <summary>Counts a difference if the tally stands at its beginning; answers where it stands then.</summary>
    [Alias("Apply")]
    Task<long> Apply(TallyDelta delta);

    /// <summary>Waits, at most that long, until it has counted up to the given sequence numbers; answers where it stands.</summary>
    [Alias("WaitFor"), ResponseTimeout("00:00:40")]
    Task<long[]> WaitFor(long[] vector, TimeSpan atMost);

    /// <summary>Saves what is not saved; answers the saved vector.</summary>
    [Alias("Save"), ResponseTimeout("00:01:00")]
    Task<long[]> Save();

    /// <summary>Ranks its own.</summary>
    [Alias("Top")]
    Task<TallyTop> Top(TopQuery query);

    /// <summary>Those of its own that a name may mean.</summary>
    [Alias("Search")]
    Task<TallyMatches> Search(EntityKind kind, string name, int limit);

    /// <summary>One of its own with its totals, or null.</summary>
    [Alias("Find")]
    Task<TopRow?> Find(EntityRef entity);

    /// <summary>The names most used for its own; the id where it has none.</summary>
    [Alias("Names")]
    Task<string[]> Names(EntityRef[] entities);

    /// <summary>
    /// What the grain of one of its own needs to answer: nothing where its copy is as new; a copy where nothing has changed since it was
    /// told last; else, since the next change would make a copy worthless, the answer itself.
    /// </summary>
    /// <param name="entity">Country or actor.</param>
    /// <param name="have">The version of the caller's copy.</param>
    /// <param name="told">The version of what the caller was told last.</param>
    /// <param name="query">What the caller is asked.</param>
    [Alias("Tell")]
    Task<EntitySnapshot> Tell(EntityRef entity, EntityVersion have, EntityVersion told, EntityQuery query);

    /// <summary>What one of its own and another did to each other.</summary>
    [Alias("Dyad")]
    Task<TallyDyad> Dyad(EntityRef first, EntityRef second, DyadQuery query);

    /// <summary>The newest events that it keeps of one of its own, or of all.</summary>
    [Alias("Events")]
    Task<TallyEvents> Events(EventFilter filter, EventPosition? after, int limit);

    /// <summary>Its part of a corpus's status.</summary>
    [Alias("Summary")]
    Task<TallySummary> Summary();

    /// <summary>Lets go of its bucket: its corpus is deleted.</summary>
    [Alias("Close")]
    Task Close();
}

/// <summary>What the segments after <see cref="From"/> up to <see cref="To"/> of one ledger change in one tally.</summary>
[GenerateSerializer, Immutable, Alias("simpul.tally-delta")]
public sealed record TallyDelta
{
    /// <summary>The slice.</summary>
    [Id(0)] public required int Slice { get; init; }

    /// <summary>The sequence number that the tally must stand at; -1 only asks where it stands.</summary>
    [Id(1)] public required long From { get; init; }

    /// <summary>The sequence number that it stands at afterwards.</summary>
    [Id(2)] public required long To { get; init; }

    /// <summary>What articles add or take away, in the order of the segments.</summary>
    [Id(3)] public byte[][] Facts { get; init; } = [];

    /// <summary>True for those that take away.</summary>
    [Id(4)] public bool[] Removed { get; init; } = [];
}

/// <summary>A tally's part of a ranking: enough of its first rows, in order.</summary>
[GenerateSerializer, Immutable, Alias("simpul.tally-top")]
public sealed record TallyTop
{
    /// <summary>Countries or actors.</summary>
    [Id(0)] public TopRow[] Rows { get; init; } = [];

    /// <summary>Dyads; the target has its id for a name.</summary>
    [Id(1)] public TopDyadRow[] Dyads { get; init; } = [];

    /// <summary>How many rows it has in all.</summary>
    [Id(2)] public required long Total { get; init; }

    /// <summary>Where it stands.</summary>
    [Id(3)] public required long[] Vector { get; init; }
}

/// <summary>How well a name matches.</summary>
public enum MatchKind : byte
{
    /// <summary>The id.</summary>
    Id = 0,

    /// <summary>The name most used.</summary>
    Name = 1,

    /// <summary>Another of its names.</summary>
    Alias = 2,

    /// <summary>A name that has all words of the query.</summary>
    Words = 3,

    /// <summary>A name spelled nearly so.</summary>
    Spelling = 4,
}

/// <summary>One that a name may mean.</summary>
/// <param name="Row">Who, with totals.</param>
/// <param name="Kind">How well.</param>
[GenerateSerializer, Immutable, Alias("simpul.match")]
public sealed record NameMatch([property: Id(0)] TopRow Row, [property: Id(1)] MatchKind Kind);

/// <summary>Those that a name may mean, best first.</summary>
/// <param name="Matches">They.</param>
/// <param name="Vector">Where the tally stands.</param>
[GenerateSerializer, Immutable, Alias("simpul.matches")]
public sealed record TallyMatches([property: Id(0)] NameMatch[] Matches, [property: Id(1)] long[] Vector);

/// <summary>Which state of a tally a copy is of.</summary>
/// <param name="Epoch">The tally's epoch.</param>
/// <param name="Change">The number of its last change in that epoch.</param>
[GenerateSerializer, Immutable, Alias("simpul.entity-version")]
public readonly record struct EntityVersion([property: Id(0)] long Epoch, [property: Id(1)] long Change) : IComparable<EntityVersion>
{
    /// <inheritdoc/>
    public int CompareTo(EntityVersion other) => Epoch != other.Epoch ? Epoch.CompareTo(other.Epoch) : Change.CompareTo(other.Change);
}

/// <summary>What a tally tells the grain of one country or actor.</summary>
[GenerateSerializer, Immutable, Alias("simpul.entity-snapshot")]
public sealed record EntitySnapshot
{
    /// <summary>Its version.</summary>
    [Id(0)] public required EntityVersion Version { get; init; }

    /// <summary>Its content, as in a page of a tally; null where the caller's copy is as new, or not worth having.</summary>
    [Id(1)] public byte[]? State { get; init; }

    /// <summary>Where the tally stands.</summary>
    [Id(2)] public required long[] Vector { get; init; }

    /// <summary>The answer, where a copy is not worth having; else null.</summary>
    [Id(3)] public EntityFacts? Facts { get; init; }
}

/// <summary>Counts of one time, direction, type and status of a pair.</summary>
[GenerateSerializer, Immutable, Alias("simpul.tally-dyad")]
public sealed record TallyDyad
{
    /// <summary>Whether the first party is there at all.</summary>
    [Id(0)] public required bool Known { get; init; }

    /// <summary>The counts.</summary>
    [Id(1)] public DyadBucket[] Buckets { get; init; } = [];

    /// <summary>Where the tally stands.</summary>
    [Id(2)] public required long[] Vector { get; init; }
}

/// <summary>Where an event stands in the order of newest first.</summary>
/// <param name="Day">The article's date of publication.</param>
/// <param name="Article">The article.</param>
/// <param name="Offset">Offset of its trigger.</param>
/// <param name="Index">Its index in the record.</param>
[GenerateSerializer, Immutable, Alias("simpul.event-position")]
public readonly record struct EventPosition(
    [property: Id(0)] int Day, [property: Id(1)] string Article, [property: Id(2)] int Offset, [property: Id(3)] int Index)
    : IComparable<EventPosition>
{
    /// <summary>Newest first: by day downwards, then by article id and offset in reading order.</summary>
    public int CompareTo(EventPosition other)
    {
        if (Day != other.Day) return other.Day.CompareTo(Day);
        var byArticle = Utf8Order.Compare(Article, other.Article);
        if (byArticle != 0) return byArticle;
        return Offset != other.Offset ? Offset.CompareTo(other.Offset) : Index.CompareTo(other.Index);
    }
}

/// <summary>Which events are asked for, with names resolved.</summary>
[GenerateSerializer, Immutable, Alias("simpul.event-filter")]
public sealed record EventFilter
{
    /// <summary>Who acts, or null for anyone.</summary>
    [Id(0)] public EntityRef? Source { get; init; }

    /// <summary>On whom, or null for anyone.</summary>
    [Id(1)] public EntityRef? Target { get; init; }

    /// <summary>Only this type, or null.</summary>
    [Id(2)] public EventType? Type { get; init; }

    /// <summary>Only this status, or null.</summary>
    [Id(3)] public EventStatus? Status { get; init; }

    /// <summary>First day.</summary>
    [Id(4)] public int Since { get; init; }

    /// <summary>Last day.</summary>
    [Id(5)] public int Until { get; init; }

    /// <summary>Which date they mean.</summary>
    [Id(6)] public DateBasis By { get; init; }
}

/// <summary>Events that a tally keeps, newest first.</summary>
[GenerateSerializer, Immutable, Alias("simpul.tally-events")]
public sealed record TallyEvents
{
    /// <summary>Where they are.</summary>
    [Id(0)] public required EventPosition[] Events { get; init; }

    /// <summary>False where there may be others of its own behind, or among, the last of these.</summary>
    [Id(1)] public required bool IsComplete { get; init; }

    /// <summary>Where the tally stands.</summary>
    [Id(2)] public required long[] Vector { get; init; }
}

/// <summary>A tally's part of a corpus's status.</summary>
[GenerateSerializer, Immutable, Alias("simpul.tally-summary")]
public sealed record TallySummary
{
    /// <summary>Countries in its bucket.</summary>
    [Id(0)] public required long Countries { get; init; }

    /// <summary>Actors in its bucket.</summary>
    [Id(1)] public required long Actors { get; init; }

    /// <summary>Current articles by pack, in the one tally that counts them.</summary>
    [Id(2)] public NamedCount[] Packs { get; init; } = [];

    /// <summary>Current articles by language.</summary>
    [Id(3)] public NamedCount[] Languages { get; init; } = [];

    /// <summary>Asserted events.</summary>
    [Id(4)] public long Events { get; init; }

    /// <summary>First day of publication.</summary>
    [Id(5)] public int FirstDay { get; init; }

    /// <summary>Last day of publication.</summary>
    [Id(6)] public int LastDay { get; init; }

    /// <summary>Articles without a date.</summary>
    [Id(7)] public long Undated { get; init; }

    /// <summary>Where the tally stands.</summary>
    [Id(8)] public required long[] Vector { get; init; }
}
