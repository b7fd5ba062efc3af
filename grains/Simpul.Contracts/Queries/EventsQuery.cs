using Simpul.Text;

namespace Simpul.Contracts;

/// <summary>Events, newest first: by date of publication, article id and place in the text.</summary>
[GenerateSerializer, Immutable, Alias("simpul.events-query")]
public sealed record EventsQuery
{
    /// <summary>Who acts: a country's code or name, or an actor's id or name; null for anyone. Mutual types match on either side.</summary>
    [Id(0)] public string? Source { get; init; }

    /// <summary>On whom; null for anyone.</summary>
    [Id(1)] public string? Target { get; init; }

    /// <summary>Only this type, or null.</summary>
    [Id(2)] public EventType? Type { get; init; }

    /// <summary>Only this status; null for all.</summary>
    [Id(3)] public EventStatus? Status { get; init; } = EventStatus.Asserted;

    /// <summary>First day, as far as known, or null.</summary>
    [Id(4)] public string? Since { get; init; }

    /// <summary>Last day, as far as known, or null.</summary>
    [Id(5)] public string? Until { get; init; }

    /// <summary>Which date <see cref="Since"/> and <see cref="Until"/> mean.</summary>
    [Id(6)] public DateBasis By { get; init; }

    /// <summary>Where the last page ended (<see cref="EventsAnswer.Next"/>), or null for the first.</summary>
    [Id(7)] public string? After { get; init; }

    /// <summary>The most rows.</summary>
    [Id(8)] public int Limit { get; init; } = 50;

    /// <summary>The most articles that a scan may look at where the tallies no longer hold what is asked for.</summary>
    [Id(9)] public int ScanLimit { get; init; } = 200_000;

    /// <summary>True to wait until everything committed is included.</summary>
    [Id(10)] public bool Fresh { get; init; }
}

/// <summary>One page of events.</summary>
[GenerateSerializer, Immutable, Alias("simpul.events-answer")]
public sealed record EventsAnswer
{
    /// <summary>The rows.</summary>
    [Id(0)] public EventRow[] Rows { get; init; } = [];

    /// <summary>What to give as <see cref="EventsQuery.After"/> for the next page; null when this is the last.</summary>
    [Id(1)] public string? Next { get; init; }

    /// <summary>False where the scan met its limit, so that older events may be missing.</summary>
    [Id(2)] public required bool IsComplete { get; init; }

    /// <summary>Articles that were scanned beside the tallies' newest evidence; zero when that was enough.</summary>
    [Id(3)] public long Scanned { get; init; }

    /// <summary>Whom the source's name may mean, where it is unknown.</summary>
    [Id(4)] public TopRow[] SourceSuggestions { get; init; } = [];

    /// <summary>Whom the target's name may mean, where it is unknown.</summary>
    [Id(5)] public TopRow[] TargetSuggestions { get; init; } = [];

    /// <summary>How fresh it is.</summary>
    [Id(6)] public required AsOf AsOf { get; init; }

    /// <summary>True where a name of the query is unknown or ambiguous: there are suggestions and no rows.</summary>
    [Id(7)] public bool NameUnknown { get; init; }
}

/// <summary>An event with its evidence.</summary>
[GenerateSerializer, Immutable, Alias("simpul.event-row")]
public sealed record EventRow
{
    /// <summary>The article that tells it.</summary>
    [Id(0)] public required string Article { get; init; }

    /// <summary>The article's headline, or null.</summary>
    [Id(1)] public string? Title { get; init; }

    /// <summary>The article's date of publication, as far as known, or null.</summary>
    [Id(2)] public string? Published { get; init; }

    /// <summary>The event's index in the article's record.</summary>
    [Id(3)] public required int Index { get; init; }

    /// <summary>PLOVER type.</summary>
    [Id(4)] public required EventType Type { get; init; }

    /// <summary>Whether it is said to have happened.</summary>
    [Id(5)] public required EventStatus Status { get; init; }

    /// <summary>Who did it.</summary>
    [Id(6)] public required PartyRow Source { get; init; }

    /// <summary>To whom.</summary>
    [Id(7)] public required PartyRow Target { get; init; }

    /// <summary>The country where, or null.</summary>
    [Id(8)] public string? Place { get; init; }

    /// <summary>When, as far as known, or null.</summary>
    [Id(9)] public string? Date { get; init; }

    /// <summary>The sentence that tells it.</summary>
    [Id(10)] public required string Sentence { get; init; }

    /// <summary>Offset of the sentence in the article's text.</summary>
    [Id(11)] public required int SentenceStart { get; init; }

    /// <summary>Offset of the trigger in the article's text.</summary>
    [Id(12)] public required int TriggerStart { get; init; }

    /// <summary>Offset after the trigger.</summary>
    [Id(13)] public required int TriggerEnd { get; init; }

    /// <summary>The words that told it.</summary>
    [Id(14)] public required string Trigger { get; init; }

    /// <summary>CAMEO code.</summary>
    [Id(15)] public required string Cameo { get; init; }

    /// <summary>Goldstein score in tenths.</summary>
    [Id(16)] public required int Goldstein { get; init; }

    /// <summary>Chance of being right, 0 to 100.</summary>
    [Id(17)] public required int Confidence { get; init; }

    /// <summary>The lexicon row and frame that fired.</summary>
    [Id(18)] public required string Rule { get; init; }
}

/// <summary>A party of an event.</summary>
/// <param name="Actor">The actor's id, or null.</param>
/// <param name="ActorName">The actor's name in the article, or null.</param>
/// <param name="Country">The country that it is or acts for, or null.</param>
[GenerateSerializer, Immutable, Alias("simpul.party-row")]
public readonly record struct PartyRow(
    [property: Id(0)] string? Actor, [property: Id(1)] string? ActorName, [property: Id(2)] string? Country);

/// <summary>A mention with its sentence.</summary>
[GenerateSerializer, Immutable, Alias("simpul.mention-row")]
public sealed record MentionRow
{
    /// <summary>The article.</summary>
    [Id(0)] public required string Article { get; init; }

    /// <summary>Its headline, or null.</summary>
    [Id(1)] public string? Title { get; init; }

    /// <summary>Its date of publication, as far as known, or null.</summary>
    [Id(2)] public string? Published { get; init; }

    /// <summary>The sentence.</summary>
    [Id(3)] public required string Sentence { get; init; }

    /// <summary>Offset of the sentence in the article's text.</summary>
    [Id(4)] public required int SentenceStart { get; init; }

    /// <summary>Offset of the mention in the article's text.</summary>
    [Id(5)] public required int Start { get; init; }

    /// <summary>Offset after the mention.</summary>
    [Id(6)] public required int End { get; init; }

    /// <summary>The words.</summary>
    [Id(7)] public required string Text { get; init; }
}
