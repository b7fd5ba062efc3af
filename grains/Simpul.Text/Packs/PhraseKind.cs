namespace Simpul.Text.Packs;

/// <summary>What a phrase of the packs is; its payload indexes the table named here.</summary>
internal enum PhraseKind : byte
{
    /// <summary>Name of a country: <see cref="Gazetteer.CountryNames"/>.</summary>
    CountryName,
    /// <summary>Adjective or people of a country: <see cref="Gazetteer.CountryNames"/>.</summary>
    Demonym,
    /// <summary>City or region: <see cref="Gazetteer.CountryNames"/>.</summary>
    Place,
    /// <summary>Building, organ or nickname that stands for a country: <see cref="Gazetteer.CountryNames"/>.</summary>
    Metonym,
    /// <summary>Looks like a name and is none.</summary>
    Blocker,
    /// <summary>Full name of a known person: <see cref="Gazetteer.People"/>.</summary>
    Person,
    /// <summary>A short name that several people may share: <see cref="Gazetteer.ShortNames"/>.</summary>
    PersonShort,
    /// <summary>A known body: <see cref="Gazetteer.Organisations"/>.</summary>
    Organisation,
    /// <summary>Title or role: <see cref="Gazetteer.Titles"/>.</summary>
    Title,
    /// <summary>Description of an office holder: <see cref="Gazetteer.Epithets"/>.</summary>
    Epithet,
    /// <summary>A given name; the payload is 'm' or 'f'.</summary>
    GivenName,
    /// <summary>A word with which names of organisations begin or end.</summary>
    OrganisationHead,
    /// <summary>Closed-class word; the payload is a <see cref="WordClass"/>.</summary>
    Word,
    /// <summary>Negation, plan, hypothesis, allegation: <see cref="Grammar.Modals"/>.</summary>
    Modality,
    /// <summary>Word of saying: <see cref="Grammar.Reporting"/>.</summary>
    Reporting,
    /// <summary>Event trigger: its lexicon.</summary>
    Trigger,
    /// <summary>Light verb: its lexicon.</summary>
    LightVerb,
    /// <summary>Word beside quotation marks: <see cref="Citations.Words"/>.</summary>
    Citation,
    /// <summary>Word of a calendar expression: <see cref="Calendar.Words"/>.</summary>
    Calendar,
    /// <summary>Word of or beside a number: <see cref="Quantities.Numbers"/>.</summary>
    Number,
    /// <summary>Currency: <see cref="Quantities.Currencies"/>.</summary>
    Currency,
    /// <summary>Unit of time, share or measure, or counted noun: <see cref="Quantities.Units"/>.</summary>
    Unit,
}
