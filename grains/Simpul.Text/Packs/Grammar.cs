namespace Simpul.Text.Packs;

/// <summary>What a modal word does to the act after it.</summary>
/// <param name="Effect">The status that it gives; hypothetical for allegations too.</param>
/// <param name="IsAllegation">True where somebody only charges the act.</param>
/// <param name="Scope">Where it stands relative to the trigger.</param>
internal readonly record struct Modal(EventStatus Effect, bool IsAllegation, string Scope);

/// <summary>A word of saying: its kind, and on which side of the quotation it stands.</summary>
internal readonly record struct ReportingWord(string Kind, string Place, bool HasPossessive, string Note = "")
{
    /// <summary>What follows is the medium that tells, not who speaks.</summary>
    internal bool IsMedium { get; } = Note == "medium";

    /// <summary>May stand behind the quotation, before its speaker or after.</summary>
    internal bool IsAfter { get; } = Place is "after" or "both";

    /// <summary>May stand before the quotation.</summary>
    internal bool IsBefore { get; } = Place is "before" or "both";
}

/// <summary>What the rules know of one language besides its names.</summary>
internal sealed class LanguageTraits
{
    /// <summary>ISO 639-1 code.</summary>
    internal required string Code { get; init; }

    /// <summary>Bit in the language sets of phrases.</summary>
    internal required byte Bit { get; init; }

    /// <summary>Settings of <c>language.tsv</c>.</summary>
    internal required IReadOnlyDictionary<string, string> Settings { get; init; }

    /// <summary>Hashes of abbreviations that end no sentence.</summary>
    internal HashSet<ulong> Abbreviations { get; } = [];

    /// <summary>Endings that may be cut from a word, longest first, with the least length of the rest.</summary>
    internal List<(string Ending, int MinStem)> Clitics { get; } = [];

    /// <summary>True where an adjective or genitive follows its noun (<c>presiden Rusia</c>), false where it precedes.</summary>
    internal bool NounFirst => Settings.GetValueOrDefault("noun_phrase") == "noun-first";

    /// <summary>True where the trained tagger reads the language.</summary>
    internal bool IsTagged => Settings.GetValueOrDefault("tagger") == "1";

    /// <summary>What verbs begin with, where a language marks them so.</summary>
    internal string[] VerbPrefixes => field ??= Prefixes("verb_prefixes");

    /// <summary>What active verbs begin with.</summary>
    internal string[] ActivePrefixes => field ??= Prefixes("active_prefixes");

    /// <summary>What passive verbs begin with; a sign that no word has where a language does not mark them so.</summary>
    internal string PassivePrefix => Settings.GetValueOrDefault("passive_prefix") ?? "\n";

    private string[] Prefixes(string setting) => Settings.GetValueOrDefault(setting)?.Split(',', StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>True where a comma is the decimal sign.</summary>
    internal bool DecimalComma => Settings.GetValueOrDefault("decimal") == ",";
}

/// <summary>Closed-class words, modals and words of saying of all packs.</summary>
internal sealed class Grammar
{
    internal List<LanguageTraits> Languages { get; } = [];

    internal List<Modal> Modals { get; } = [];

    internal List<ReportingWord> Reporting { get; } = [];

    internal HashSet<ulong> GluedPrefixes { get; } = [];

    // Of each last letter of a clitic the letters before it, one bit each, by their place in the alphabet.
    private readonly uint[] _cliticEnds = new uint[32];

    internal Grammar(PackFiles files, IReadOnlyList<string> languages, PhraseBuilder phrases)
    {
        for (var l = 0; l < languages.Count; l++) Load(files, languages[l], (byte)(1 << l), phrases);
    }

    /// <summary>The index of a language's code, or -1.</summary>
    internal int IndexOf(string? code)
    {
        for (var l = 0; l < Languages.Count; l++)
        {
            if (Languages[l].Code == code) return l;
        }

        return -1;
    }

    /// <summary>False for the last two letters of words without a clitic: one look where comparing every ending takes many.</summary>
    internal bool MayEndInClitic(char before, char last) => !char.IsAsciiLetter(last) || !char.IsAsciiLetter(before) || (_cliticEnds[last & 31] >> (before & 31) & 1) != 0;

    private void Load(PackFiles files, string language, byte bit, PhraseBuilder phrases)
    {
        var traits = new LanguageTraits
        {
            Code = language,
            Bit = bit,
            Settings = files.Rows($"{language}/language.tsv").ToDictionary(r => r["setting"], r => r["value"], StringComparer.Ordinal),
        };
        Languages.Add(traits);
        foreach (var row in files.Rows($"{language}/abbreviations.tsv")) traits.Abbreviations.Add(Tokens.TokenHash.Of(row["form"]));
        foreach (var row in files.Rows($"{language}/clitics.tsv")) AddClitic(traits, row["ending"], int.Parse(row["min_stem"]));
        foreach (var row in files.Rows($"{language}/words.tsv"))
        {
            if (!Enum.TryParse<WordClass>(row["class"].Replace("-", ""), ignoreCase: true, out var word))
                throw row.Wrong($"unknown class \"{row["class"]}\"", $"Known: {string.Join(", ", Enum.GetNames<WordClass>())}.");
            phrases.Add(row["form"], PhraseKind.Word, bit, (int)word, caseless: true);
        }

        foreach (var row in files.Rows($"{language}/modality.tsv"))
        {
            var isAllegation = row["effect"] == "alleged";
            if (!EventTypes.TryParseStatus(isAllegation ? "hypothetical" : row["effect"], out var effect))
                throw row.Wrong($"unknown effect \"{row["effect"]}\"", "Known: negated, planned, hypothetical, alleged.");
            Modals.Add(new Modal(effect, isAllegation, row["scope"]));
            phrases.Add(row["form"], PhraseKind.Modality, bit, Modals.Count - 1, caseless: true);
        }

        foreach (var row in files.Rows($"{language}/reporting.tsv"))
        {
            Reporting.Add(new ReportingWord(row["kind"], row["place"], row["note"].Contains("nya", StringComparison.Ordinal), row["note"]));
            phrases.Add(row["form"], PhraseKind.Reporting, bit, Reporting.Count - 1, caseless: true);
        }
    }

    private void AddClitic(LanguageTraits traits, string ending, int minStem)
    {
        traits.Clitics.Add((ending, minStem));
        // An ending outside the alphabet may follow any letter, as far as the table knows.
        if (!char.IsAsciiLetter(ending[^1])) Array.Fill(_cliticEnds, uint.MaxValue);
        else _cliticEnds[ending[^1] & 31] |= ending.Length > 1 && char.IsAsciiLetter(ending[^2]) ? 1u << (ending[^2] & 31) : uint.MaxValue;
    }
}
