namespace Simpul.Text;

/// <summary>
/// What was read in one article: a pure function of (text, title, published, language-pack version). Lists are never null and
/// sorted by their first offset; offsets are UTF-16 code units into the article's text, end exclusive.
/// </summary>
public sealed record ArticleRecord
{
    /// <summary>The version of this shape; raised when a field changes its meaning or disappears.</summary>
    public const int CurrentSchema = 1;

    /// <summary>The schema this record was written with.</summary>
    public int SchemaVersion { get; init; } = CurrentSchema;

    /// <summary>The version of the language data that made it.</summary>
    public required string Pack { get; init; }

    /// <summary>The article's id.</summary>
    public required string Id { get; init; }

    /// <summary>The headline as given, or null.</summary>
    public string? Title { get; init; }

    /// <summary>ISO 639-1 code as given or detected.</summary>
    public required string Language { get; init; }

    /// <summary>The publication date as far as it is known, or null.</summary>
    public string? Published { get; init; }

    /// <summary>The medium as given, or null.</summary>
    public string? Source { get; init; }

    /// <summary>The address as given, or null.</summary>
    public string? Url { get; init; }

    /// <summary>The named people and organisations.</summary>
    public IReadOnlyList<Actor> Actors { get; init; } = [];

    /// <summary>The countries named, each with its mentions; sorted by code.</summary>
    public IReadOnlyList<Country> Countries { get; init; } = [];

    /// <summary>Who did what to whom.</summary>
    public IReadOnlyList<Event> Events { get; init; } = [];

    /// <summary>Reported speech with its speakers.</summary>
    public IReadOnlyList<Quote> Quotes { get; init; } = [];

    /// <summary>Calendar expressions, resolved.</summary>
    public IReadOnlyList<DateMention> Dates { get; init; } = [];

    /// <summary>Money, shares, durations and counted quantities.</summary>
    public IReadOnlyList<Amount> Amounts { get; init; } = [];

    /// <summary>The sentences, in order; <see cref="Event.Sentence"/> is an index into them.</summary>
    public IReadOnlyList<Sentence> Sentences { get; init; } = [];
}

/// <summary>A stretch of the article's text.</summary>
/// <param name="Start">Offset of the first UTF-16 code unit.</param>
/// <param name="End">Offset after the last one.</param>
/// <param name="Text">The text between them, to the letter.</param>
public readonly record struct Span(int Start, int End, string Text);

/// <summary>The bounds of a sentence.</summary>
/// <param name="Start">Offset of the first UTF-16 code unit.</param>
/// <param name="End">Offset after the last one.</param>
public readonly record struct Sentence(int Start, int End);

/// <summary>Whether an actor is one human being or a body.</summary>
public enum ActorType : byte
{
    /// <summary>A named human being.</summary>
    Person,

    /// <summary>A named body: government organ, party, armed group, company, medium, international organisation.</summary>
    Organisation,
}

/// <summary>A named person or body: one per real one in an article.</summary>
/// <param name="Id">Stable slug: the gazetteer's id, else made of type and fullest name.</param>
/// <param name="Name">The fullest name known.</param>
/// <param name="Type">Person or organisation.</param>
/// <param name="Country">Nationality or seat, ISO 3166-1 alpha-2; null for international bodies, stateless people and where unknown.</param>
/// <param name="Role">The office or role at the article's date, in English, or null.</param>
/// <param name="Aliases">Its other names in the article, in order of appearance.</param>
/// <param name="Mentions">Where it stands in the text, sorted, never overlapping.</param>
public sealed record Actor(
    string Id,
    string Name,
    ActorType Type,
    string? Country,
    string? Role,
    IReadOnlyList<string> Aliases,
    IReadOnlyList<ActorMention> Mentions);

/// <summary>One place where an actor is named or described.</summary>
/// <param name="Span">Where.</param>
/// <param name="Rule">The rule, list or model that found it.</param>
/// <param name="Confidence">Chance of being right, 0 to 100.</param>
public readonly record struct ActorMention(Span Span, string Rule, byte Confidence);

/// <summary>How a country was named.</summary>
public enum CountryCue : byte
{
    /// <summary>Its name, abbreviation or alias.</summary>
    Name,

    /// <summary>Its people or adjective.</summary>
    Demonym,

    /// <summary>A city or region in it.</summary>
    Place,

    /// <summary>A building, organ or nickname that stands for it.</summary>
    Metonym,
}

/// <summary>A country that the article names.</summary>
/// <param name="Code">ISO 3166-1 alpha-2.</param>
/// <param name="Mentions">Where, sorted, never overlapping.</param>
public sealed record Country(string Code, IReadOnlyList<CountryMention> Mentions);

/// <summary>One place where a country is named.</summary>
/// <param name="Span">Where.</param>
/// <param name="Kind">How.</param>
/// <param name="Rule">The rule or list that found it.</param>
/// <param name="Confidence">Chance of being right, 0 to 100.</param>
public readonly record struct CountryMention(Span Span, CountryCue Kind, string Rule, byte Confidence);

/// <summary>A party to an event: an actor, a country, or an actor who acts for a country.</summary>
/// <param name="Actor">The actor's id in this record, or null.</param>
/// <param name="Country">ISO 3166-1 alpha-2 where the party is the state or acts for it, else null.</param>
public readonly record struct Party(string? Actor, string? Country)
{
    /// <summary>True when neither is known.</summary>
    public bool IsEmpty => Actor is null && Country is null;
}

/// <summary>One interaction between two parties.</summary>
/// <param name="Type">PLOVER type.</param>
/// <param name="Source">Who did it; may be empty.</param>
/// <param name="Target">To whom; may be empty.</param>
/// <param name="Place">ISO 3166-1 alpha-2 of the country where, or null.</param>
/// <param name="Date">When, ISO 8601 as far as it is known, or null.</param>
/// <param name="Status">Whether it is said to have happened.</param>
/// <param name="Sentence">Index into the record's sentences.</param>
/// <param name="Trigger">The words that told it.</param>
/// <param name="Cameo">CAMEO code, a string since leading zeros count.</param>
/// <param name="Goldstein">Goldstein score in tenths, -100 to 100.</param>
/// <param name="Confidence">Chance of being right, 0 to 100.</param>
/// <param name="Rule">The lexicon row and frame that fired.</param>
/// <param name="Evidence">Further places where the article tells the same act, sorted.</param>
public sealed record Event(
    EventType Type,
    Party Source,
    Party Target,
    string? Place,
    string? Date,
    EventStatus Status,
    int Sentence,
    Span Trigger,
    string Cameo,
    short Goldstein,
    byte Confidence,
    string Rule,
    IReadOnlyList<Span> Evidence);

/// <summary>A quotation.</summary>
/// <param name="Span">The words between the quotation marks.</param>
/// <param name="Speaker">The actor's id, or null.</param>
/// <param name="Rule">How the speaker was found.</param>
/// <param name="Confidence">Chance of being right, 0 to 100.</param>
public readonly record struct Quote(Span Span, string? Speaker, string Rule, byte Confidence);

/// <summary>A calendar expression.</summary>
/// <param name="Span">Where.</param>
/// <param name="Value">ISO 8601 as far as known: 2026-02-04, 2026-02, 2026, 2026-H1, 2026-Q3, 2026-W06.</param>
/// <param name="Rule">The rule that resolved it.</param>
public readonly record struct DateMention(Span Span, string Value, string Rule);

/// <summary>A sum of money, share, duration or counted quantity.</summary>
/// <param name="Span">Where, without hedges.</param>
/// <param name="Value">A plain decimal number, or an ISO 8601 duration.</param>
/// <param name="Unit">ISO 4217 code, <c>%</c>, <c>duration</c>, or the counted noun as written.</param>
/// <param name="Rule">The rule that resolved it.</param>
public readonly record struct Amount(Span Span, string Value, string Unit, string Rule);
