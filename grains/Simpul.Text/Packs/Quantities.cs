using System.Globalization;

namespace Simpul.Text.Packs;

/// <summary>What a word of or beside a number is; <c>numbers.tsv</c> of each language lists them.</summary>
internal enum NumberKind : byte
{
    /// <summary>satu ... sembilan; one ... nineteen.</summary>
    Ones,
    /// <summary>twenty ... ninety.</summary>
    Tens,
    /// <summary>belas: adds ten to the one before it.</summary>
    Teen,
    /// <summary>puluh, ratus, ribu, juta; hundred, thousand: multiplies what stands before it.</summary>
    Multiplier,
    /// <summary>Multiplies only sums of money: bn, m.</summary>
    MoneyMultiplier,
    /// <summary>sepuluh, seratus, seribu; a thousand: a number of its own that others may join.</summary>
    Whole,
    /// <summary>setengah; half a, and a half.</summary>
    Half,
    /// <summary>and inside a number: two hundred and five.</summary>
    Join,
    /// <summary>Makes the number after it a name: pasal, nomor, pukul.</summary>
    Label,
    /// <summary>Makes the number before it a time of day: WIB; p.m.</summary>
    Clock,
    /// <summary>Follows a number and is no counted noun: tewas, lainnya, kali.</summary>
    NoNoun,
    /// <summary>The first letters of verbs, which are no counted nouns: di-, meng-.</summary>
    NoNounPrefix,
    /// <summary>A phrase with a number word that counts nothing: salah satu; one of.</summary>
    NoNumber,
    /// <summary>Between the ends of a range: hingga; to.</summary>
    Range,
    /// <summary>Letters that make the number before them an ordinal: th.</summary>
    OrdinalSuffix,
}

/// <summary>What a unit is; <c>units.tsv</c> of each language lists them.</summary>
internal enum UnitKind : byte
{
    /// <summary>A length of time.</summary>
    Time,
    /// <summary>Hundredths.</summary>
    Share,
    /// <summary>A noun that numbers count, of one word or several that are one term.</summary>
    Noun,
    /// <summary>A noun of which even a single one is a count: people, measures.</summary>
    Each,
    /// <summary>A length of time inside a hyphenated word: three-year, 45-year-old.</summary>
    Compound,
    /// <summary>The ending of a counted noun, in a language where adjectives stand between it and its number.</summary>
    Plural,
}

/// <summary>One meaning of a number word.</summary>
internal readonly record struct NumberWord(NumberKind Kind, decimal Value);

/// <summary>One meaning of a unit; the count is for words that hold their number.</summary>
internal readonly record struct UnitWord(UnitKind Kind, TimeUnit Time, int Count);

/// <summary>A currency's name or sign, and where it stands.</summary>
internal readonly record struct CurrencyWord(string Code, bool Before, bool After);

/// <summary>Number words, units and currencies of all packs.</summary>
internal sealed class Quantities
{
    internal List<NumberWord> Numbers { get; } = [];

    internal List<UnitWord> Units { get; } = [];

    internal List<CurrencyWord> Currencies { get; } = [];

    /// <summary>Of each language, the endings of counted nouns; none where the noun follows its number at once.</summary>
    internal List<string>[] Plurals { get; }

    /// <summary>Of each language, the first letters of words that numbers do not count.</summary>
    internal List<string>[] NoNounPrefixes { get; }

    /// <summary>Units by the letters that follow a number and a hyphen.</summary>
    internal Dictionary<ulong, TimeUnit> Suffixes { get; } = [];

    internal Quantities(PackFiles files, IReadOnlyList<string> languages, PhraseBuilder phrases, HashSet<ulong> gluedPrefixes)
    {
        Plurals = new List<string>[languages.Count];
        NoNounPrefixes = new List<string>[languages.Count];
        var all = (byte)((1 << languages.Count) - 1);
        for (var l = 0; l < languages.Count; l++)
        {
            Plurals[l] = [];
            NoNounPrefixes[l] = [];
            var words = LoadNumbers(files, languages[l], l, phrases);
            LoadUnits(files, languages[l], l, phrases, words);
            LoadCurrencies(files, languages[l], (byte)(1 << l), phrases, gluedPrefixes);
        }

        foreach (var row in files.Rows("common/units.tsv")) AddUnit(row, all, phrases);
        LoadCurrencies(files, PackFiles.Common, all, phrases, gluedPrefixes);
    }

    private List<(string Form, int Value)> LoadNumbers(PackFiles files, string language, int index, PhraseBuilder phrases)
    {
        var bit = (byte)(1 << index);
        var ones = new List<(string Form, int Value)>();
        var tens = new List<(string Form, int Value)>();
        foreach (var row in files.Rows($"{language}/numbers.tsv"))
        {
            if (!Enum.TryParse<NumberKind>(row["kind"].Replace("-", ""), ignoreCase: true, out var kind))
                throw row.Wrong($"unknown kind \"{row["kind"]}\"", $"Known: {string.Join(", ", Enum.GetNames<NumberKind>())}.");
            var value = 0m;
            if (row["value"].Length > 0 && !decimal.TryParse(row["value"], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value))
                throw row.Wrong($"\"{row["value"]}\" is no number", "Write digits with a full stop for the decimal sign.");
            if (kind == NumberKind.NoNounPrefix)
            {
                NoNounPrefixes[index].Add(row["form"]);
                continue;
            }

            AddNumber(row["form"], kind, value, bit, phrases);
            if (kind == NumberKind.Ones) ones.Add((row["form"], (int)value));
            if (kind == NumberKind.Tens) tens.Add((row["form"], (int)value));
        }

        var words = new List<(string Form, int Value)>(ones);
        words.AddRange(tens);
        foreach (var (ten, value) in tens)
        {
            foreach (var (one, plus) in ones)
            {
                if (plus is < 1 or > 9) continue;
                AddNumber($"{ten}-{one}", NumberKind.Ones, value + plus, bit, phrases);
                words.Add(($"{ten}-{one}", value + plus));
            }
        }

        return words;
    }

    private void AddNumber(string form, NumberKind kind, decimal value, byte bit, PhraseBuilder phrases)
    {
        Numbers.Add(new NumberWord(kind, value));
        phrases.Add(form, PhraseKind.Number, bit, Numbers.Count - 1, caseless: kind is not (NumberKind.Clock or NumberKind.MoneyMultiplier));
    }

    private void LoadUnits(PackFiles files, string language, int index, PhraseBuilder phrases, List<(string Form, int Value)> numbers)
    {
        var bit = (byte)(1 << index);
        foreach (var row in files.Rows($"{language}/units.tsv"))
        {
            var unit = AddUnit(row, bit, phrases);
            if (unit.Kind == UnitKind.Plural) Plurals[index].Add(row["form"]);
            if (unit.Kind != UnitKind.Compound) continue;
            Suffixes[Tokens.TokenHash.Of("-" + row["form"])] = unit.Time;
            // `three-year` and `three-year-old` are one token each: they are written out here, so that the text needs no cutting.
            foreach (var (form, value) in numbers)
            {
                Units.Add(new UnitWord(UnitKind.Compound, unit.Time, value));
                phrases.Add($"{form}-{row["form"]}", PhraseKind.Unit, bit, Units.Count - 1, caseless: true);
                phrases.Add($"{form}-{row["form"]}-old", PhraseKind.Unit, bit, Units.Count - 1, caseless: true);
            }
        }
    }

    private UnitWord AddUnit(Row row, byte bit, PhraseBuilder phrases)
    {
        if (!Enum.TryParse<UnitKind>(row["kind"], ignoreCase: true, out var kind))
            throw row.Wrong($"unknown kind \"{row["kind"]}\"", $"Known: {string.Join(", ", Enum.GetNames<UnitKind>())}.");
        var time = TimeUnit.None;
        if (row["time"].Length > 0 && !Enum.TryParse(row["time"], ignoreCase: true, out time))
            throw row.Wrong($"unknown time \"{row["time"]}\"", $"Known: {string.Join(", ", Enum.GetNames<TimeUnit>())}.");
        var unit = new UnitWord(kind, time, 0);
        if (kind is UnitKind.Compound or UnitKind.Plural) return unit;
        Units.Add(unit);
        phrases.Add(row["form"], PhraseKind.Unit, bit, Units.Count - 1, caseless: true);
        return unit;
    }

    private void LoadCurrencies(PackFiles files, string folder, byte bit, PhraseBuilder phrases, HashSet<ulong> gluedPrefixes)
    {
        foreach (var row in files.Rows($"{folder}/currencies.tsv"))
        {
            if (row["place"] is not ("before" or "after" or "both"))
                throw row.Wrong($"unknown place \"{row["place"]}\"", "Known: before, after, both.");
            Currencies.Add(new CurrencyWord(row["currency"], row["place"] != "after", row["place"] != "before"));
            phrases.Add(row["form"], PhraseKind.Currency, bit, Currencies.Count - 1, caseless: row["form"].Length > 3);
            // `Rp1,5` and `USD5`: letters that let go of the digits after them.
            if (row["place"] != "after" && row["form"].All(char.IsLetter)) gluedPrefixes.Add(Tokens.TokenHash.Of(row["form"]));
        }
    }
}
