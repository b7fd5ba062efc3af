namespace Simpul.Text.Names;

/// <summary>Why a stretch of the text is taken for a name.</summary>
[Flags]
internal enum NameCue : ushort
{
    None = 0,
    /// <summary>A title stands before it.</summary>
    Titled = 1,
    /// <summary>It says something.</summary>
    Saying = 2,
    /// <summary>It holds a given name.</summary>
    Given = 4,
    /// <summary>It begins or ends as names of organisations do.</summary>
    OrganisationHead = 8,
    /// <summary>A title follows after a comma.</summary>
    Apposition = 16,
    /// <summary>An abbreviation of its initials follows in brackets.</summary>
    Abbreviated = 32,
    /// <summary>The tagger says a person.</summary>
    TaggedPerson = 64,
    /// <summary>The tagger says an organisation.</summary>
    TaggedOrganisation = 128,
    /// <summary>`bernama` or the like stands before it.</summary>
    Named = 512,
    /// <summary>An ordinal stands in its title: `Presiden ketiga RI` is no longer who holds the office.</summary>
    Numbered = 1024,
    /// <summary>A body that no list holds stands in its title: its holder is not the country's.</summary>
    OfUnlisted = 2048,
    /// <summary>`dilansir` or the like stands before it.</summary>
    Medium = 4096,
    /// <summary>The title before it belongs to a former holder.</summary>
    Former = 256,
}

/// <summary>What a name span is known to be.</summary>
internal enum NameKind : byte
{
    /// <summary>A full name of a known person.</summary>
    Person,
    /// <summary>A short name of one or several known people.</summary>
    ShortPerson,
    /// <summary>A known body.</summary>
    Organisation,
    /// <summary>Capitalised words that no list holds.</summary>
    Unknown,
    /// <summary>A title with no name: who holds the office.</summary>
    Description,
    /// <summary>A brand in a dateline, byline or closing credit: nobody who acts.</summary>
    Credit,
}

/// <summary>A stretch that may name an actor, with what stands before it.</summary>
internal struct NameSpan
{
    public int Token;
    public int End;

    /// <summary>Where its title, if any, begins; else <see cref="Token"/>.</summary>
    public int From;
    public NameKind Kind;

    /// <summary>Index into the table of its kind, or -1.</summary>
    public int Known;
    public NameCue Cue;

    /// <summary>Index of its title in the gazetteer, or -1.</summary>
    public int Title;

    /// <summary>Index of the country that the title is of, or -1.</summary>
    public short OfCountry;

    /// <summary>Index of the organisation that the title is of, or -1.</summary>
    public int OfOrganisation;

    /// <summary>The actor that it turned out to be, or -1.</summary>
    public short Actor;
    public int Sentence;

    public readonly int Words => End - Token;
}
