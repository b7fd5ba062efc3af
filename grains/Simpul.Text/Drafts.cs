namespace Simpul.Text;

/// <summary>What a mention is of.</summary>
internal enum MentionKind : byte
{
    /// <summary>A country only.</summary>
    Country,
    /// <summary>An actor, by name, title or description.</summary>
    Actor,
    /// <summary>A pronoun or group word that stands for an actor or country: a party to events, not written into the record.</summary>
    Anaphor,
}

/// <summary>
/// A stretch of tokens that names, describes or stands for an actor or a country. Sorted by first token, outer ones before those
/// nested in them; a group word (<c>kedua pemimpin</c>) is one mention for each that it stands for.
/// </summary>
internal struct Mention
{
    public int Token;
    public int End;
    public MentionKind Kind;

    /// <summary>Index into the workspace's actors, or -1.</summary>
    public short Actor;

    /// <summary>Index of the country named, or for an actor the country it acts for; -1 for none.</summary>
    public short Country;

    public CountryCue Cue;
    public byte Confidence;

    /// <summary>A pronoun: no other name of its actor.</summary>
    public bool IsPronoun;

    /// <summary>Nested in another mention (<c>China</c> in <c>Presiden China Xi Jinping</c>): no party of its own.</summary>
    public bool IsNested;

    /// <summary>Qualifies a noun that is no organ of the state (<c>sekutu AS</c>, <c>perusahaan China</c>): no party of its own.</summary>
    public bool IsModifier;

    /// <summary>Names where something is, not who (<c>di Abu Dhabi</c>).</summary>
    public bool IsVenue;

    /// <summary>Index after the last token of the whole noun phrase around it (<c>pemerintah China</c> begins before the name).</summary>
    public int PhraseFrom;

    public string Rule;
}

/// <summary>An actor being put together.</summary>
internal struct ActorDraft
{
    public ActorType Type;

    /// <summary>Index into the gazetteer's people or organisations, or -1.</summary>
    public int Known;

    /// <summary>Tokens of its fullest name in the article, for unknown ones.</summary>
    public int NameToken;
    public int NameEnd;

    /// <summary>Index of nationality or seat, or -1.</summary>
    public short Country;

    /// <summary>True where what it does, its country does.</summary>
    public bool ActsForState;

    /// <summary>Holds an office of a body that crosses borders: belongs to no country as far as the article says.</summary>
    public bool IsInternational;

    /// <summary>A former office holder: acts for no state.</summary>
    public bool IsFormer;

    /// <summary>'m', 'f' or '\0'.</summary>
    public char Gender;

    public string? Role;
    public string Name;
    public string Id;
}

/// <summary>A quotation being put together; tokens between the marks.</summary>
internal struct QuoteSpan
{
    public int Token;
    public int End;
    public int Start;
    public int Stop;

    /// <summary>Index into the actors, or -1.</summary>
    public short Speaker;

    /// <summary>Index of the country that speaks where no actor does, or -1.</summary>
    public short SpeakerCountry;

    public byte Confidence;
    public string Rule;
}

/// <summary>A calendar expression; from and to as yyyymmdd.</summary>
internal struct DateSpan
{
    public int Token;
    public int End;
    public int Start;
    public int Stop;
    public string Value;
    public string Rule;
}

/// <summary>A sum, share, duration or count.</summary>
internal struct AmountSpan
{
    public int Token;
    public int End;
    public int Start;
    public int Stop;
    public string Value;
    public string Unit;
    public string Rule;
}

/// <summary>An event being put together.</summary>
internal struct EventDraft
{
    public EventType Type;
    public EventStatus Status;
    public short SourceActor;
    public short SourceCountry;
    public short TargetActor;
    public short TargetCountry;
    public short Place;

    /// <summary>Index into the dates, or -1.</summary>
    public int Date;
    public int Token;
    public int End;
    public int Sentence;
    public byte Confidence;
    public short Goldstein;
    public string Cameo;
    public string Rule;

    /// <summary>Index of the event that tells the same act first, or -1.</summary>
    public int SameAs;
}
