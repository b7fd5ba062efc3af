using System.Globalization;

namespace Simpul.Text.Packs;

/// <summary>One name, demonym, place or metonym of a country.</summary>
/// <param name="Country">Index into <see cref="Gazetteer.Countries"/>.</param>
/// <param name="Cue">How it names the country.</param>
/// <param name="Organisation">The body of that name, or -1.</param>
/// <param name="Rank">Which wins where two countries share a name: smaller is stronger.</param>
/// <param name="IsCity">True for a city or a capital rather than a region.</param>
/// <param name="IsCapital">True for a capital.</param>
/// <param name="Namesakes">Countries in which smaller places have the same name; null for none.</param>
internal readonly record struct CountryName(short Country, CountryCue Cue, int Organisation, byte Rank, bool IsCity, bool IsCapital = false, Namesake[]? Namesakes = null);

/// <summary>A smaller place of the same name as a better-known one.</summary>
internal readonly record struct Namesake(short Country, bool IsRegion);

/// <summary>A term in an office; dates are yyyymmdd, 0 and 99999999 where open.</summary>
internal readonly record struct Term(string Office, string Of, int From, int To);

/// <summary>A person whom the packs know.</summary>
internal sealed record KnownPerson(string Id, string Name, short Country, char Gender, Term[] Terms)
{
    /// <summary>Hashes of the words of its names: a short form in the text is one of them.</summary>
    internal List<ulong> NameWords { get; } = new(4);

    /// <summary>True where a term in an office covers a day.</summary>
    internal bool InOffice(int day) => Array.Exists(Terms, t => t.From <= day && day <= t.To);
}

/// <summary>A body that the packs know.</summary>
internal sealed record KnownOrganisation(string Id, string[] Names, short Country, string Kind)
{
    /// <summary>True for the organs of a state: what they do, the state does.</summary>
    internal bool ActsForState { get; } = Country >= 0 && IsStateKind(Kind);

    /// <summary>True for kinds of bodies that act for their state.</summary>
    internal static bool IsStateKind(string kind) => kind is
        "ministry" or "agency" or "military" or "police" or "intelligence" or "parliament" or "court"
        or "central-bank" or "presidency" or "government-seat";
}

/// <summary>A word that names of a kind of organisations begin with, or end with, or both.</summary>
internal readonly record struct OrganisationHead(string Kind, bool MayBegin, bool MayEnd);

/// <summary>A title: the role it gives its holder, and whether that holder acts for a state.</summary>
internal sealed record KnownTitle(string Role, string Scope, bool ActsForState);

/// <summary>A description of an office holder, or a fixed nickname of one person.</summary>
internal sealed record KnownEpithet(string[] Roles, int Person);

/// <summary>Countries, people, bodies, titles and epithets of all packs.</summary>
internal sealed class Gazetteer
{
    private readonly Dictionary<string, short> _countryIndex = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _personIndex = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _organisationIndex = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, List<(int Person, Term Term)>>> _offices = new(StringComparer.Ordinal);
    private readonly List<List<int>> _shortNames = [];
    private readonly Dictionary<string, Namesake[]> _namesakes = new(StringComparer.Ordinal);

    internal List<string> Countries { get; } = [];

    internal List<CountryName> CountryNames { get; } = [];

    internal List<KnownPerson> People { get; } = [];

    internal IReadOnlyList<List<int>> ShortNames => _shortNames;

    internal List<KnownOrganisation> Organisations { get; } = [];

    internal List<KnownTitle> Titles { get; } = [];

    internal List<KnownEpithet> Epithets { get; } = [];

    /// <summary>Where the known bearers of names are from.</summary>
    internal NameOrigins Origins { get; }

    /// <summary>The words that names of organisations begin or end with.</summary>
    internal List<OrganisationHead> OrganisationHeads { get; } = [];

    internal Gazetteer(PackFiles files, IReadOnlyList<string> languages, PhraseBuilder phrases)
    {
        var all = (byte)((1 << languages.Count) - 1);
        foreach (var row in files.Rows("common/countries.tsv")) Country(row["code"]);
        foreach (var names in files.Rows("common/namesakes.tsv").GroupBy(r => r["name"], StringComparer.Ordinal))
            _namesakes[names.Key] = [.. names.Select(r => new Namesake(Country(r["code"]), r["kind"] == "region"))];
        LoadOrganisations(files, languages, phrases, all);
        LoadPeople(files, phrases, all);
        Origins = new NameOrigins(People);
        for (var l = 0; l < languages.Count; l++) LoadLanguage(files, languages[l], (byte)(1 << l), phrases);
        foreach (var row in files.Rows("common/cities.tsv"))
            AddName(phrases, row["name"], PhraseKind.Place, all, Country(row["code"]), CountryCue.Place, 40, row["kind"] != "region", isCapital: row["kind"] == "capital");
    }

    /// <summary>The index of an ISO code, or -1 for none.</summary>
    internal short CountryOf(string code) => _countryIndex.GetValueOrDefault(code, (short)-1);

    /// <summary>The index of an organisation's id, or -1.</summary>
    internal int OrganisationOf(string id) => _organisationIndex.GetValueOrDefault(id, -1);

    /// <summary>True for the code of a country and for the organs that act for one.</summary>
    internal bool IsState(string of) => CountryOf(of) >= 0 || (OrganisationOf(of) is >= 0 and var body && Organisations[body].ActsForState);

    /// <summary>Who held an office of a state or body on a day; the latest to come in where several did.</summary>
    /// <param name="office">The office's key.</param>
    /// <param name="of">ISO code or organisation id.</param>
    /// <param name="day">yyyymmdd.</param>
    internal int HolderOf(string office, string of, int day)
    {
        if (!_offices.TryGetValue(office, out var states) || !states.TryGetValue(of, out var terms)) return -1;
        var best = -1;
        var from = -1;
        foreach (var (person, term) in terms)
        {
            if (term.From > day || term.To < day || term.From < from) continue;
            best = person;
            from = term.From;
        }

        return best;
    }

    /// <summary>The office that a person held on a day, or the last one before it; null where none is known.</summary>
    internal Term? OfficeAt(int person, int day)
    {
        Term? last = null;
        foreach (var term in People[person].Terms)
        {
            if (term.From > day) continue;
            // Of two offices at once that of the state counts, not that of the party (`Kim Jong-un`).
            if (last is null || (term.To >= day, IsState(term.Of), term.From).CompareTo((last.Value.To >= day, IsState(last.Value.Of), last.Value.From)) > 0) last = term;
        }

        return last;
    }

    private short Country(string code)
    {
        if (code.Length == 0) return -1;
        if (_countryIndex.TryGetValue(code, out var index)) return index;
        index = (short)Countries.Count;
        Countries.Add(code);
        _countryIndex[code] = index;
        return index;
    }

    private void LoadOrganisations(PackFiles files, IReadOnlyList<string> languages, PhraseBuilder phrases, byte all)
    {
        foreach (var row in files.Rows("common/organisations.tsv"))
        {
            var index = Organisations.Count;
            if (!_organisationIndex.TryAdd(row["id"], index))
                throw row.Wrong($"organisation \"{row["id"]}\" a second time", "Keep one row an organisation; its names go to the aliases.");
            var names = new string[languages.Count];
            Array.Fill(names, row["name"]);
            Organisations.Add(new KnownOrganisation(row["id"], names, Country(row["country"]), row["kind"]));
            phrases.Add(row["name"], PhraseKind.Organisation, all, index);
            foreach (var alias in row.List("aliases")) phrases.Add(alias, PhraseKind.Organisation, all, index);
        }

        for (var l = 0; l < languages.Count; l++)
        {
            var named = new HashSet<int>();
            foreach (var row in files.Rows($"{languages[l]}/organisations.tsv"))
            {
                var index = OrganisationOf(row["id"]);
                if (index < 0) throw row.Wrong($"no organisation \"{row["id"]}\"", "Add it to common/organisations.tsv first.");
                if (named.Add(index)) Organisations[index].Names[l] = row["name"];
                phrases.Add(row["name"], PhraseKind.Organisation, all, index);
            }
        }
    }

    private void LoadPeople(PackFiles files, PhraseBuilder phrases, byte all)
    {
        var shortNames = new Dictionary<string, int>(StringComparer.Ordinal);
        var terms = new List<List<Term>>();
        foreach (var row in files.RowsUnder("common/people"))
        {
            if (!_personIndex.TryGetValue(row["id"], out var index))
            {
                index = People.Count;
                _personIndex[row["id"]] = index;
                People.Add(new KnownPerson(row["id"], row["name"], Country(row["country"]), row["gender"] is "f" ? 'f' : 'm', []));
                terms.Add([]);
            }

            AddPersonName(row["name"], index, phrases, all);
            foreach (var alias in row.List("aliases")) AddPersonName(alias, index, phrases, all);
            foreach (var name in row.List("short"))
            {
                AddNameWord(People[index], name);
                if (!shortNames.TryGetValue(name, out var list))
                {
                    list = _shortNames.Count;
                    _shortNames.Add([]);
                    shortNames[name] = list;
                    phrases.Add(name, PhraseKind.PersonShort, all, list);
                }

                if (!_shortNames[list].Contains(index)) _shortNames[list].Add(index);
            }

            if (row["office"].Length == 0) continue;
            var term = new Term(row["office"], row["of"], Day(row["from"], 0), Day(row["to"], 99999999));
            terms[index].Add(term);
            if (!_offices.TryGetValue(term.Office, out var states)) _offices[term.Office] = states = new(StringComparer.Ordinal);
            if (!states.TryGetValue(term.Of, out var holders)) states[term.Of] = holders = [];
            holders.Add((index, term));
        }

        for (var i = 0; i < terms.Count; i++) People[i] = People[i] with { Terms = [.. terms[i]] };
    }

    private void AddPersonName(string name, int person, PhraseBuilder phrases, byte all)
    {
        phrases.Add(name, PhraseKind.Person, all, person);
        foreach (var word in name.AsSpan().SplitAny(' ', '-')) AddNameWord(People[person], name.AsSpan()[word]);
    }

    private static void AddNameWord(KnownPerson person, ReadOnlySpan<char> word)
    {
        var hash = Tokens.TokenHash.Of(word);
        if (!person.NameWords.Contains(hash)) person.NameWords.Add(hash);
    }

    // 2013 begins on its first day and ends on its last.
    private static int Day(string date, int open)
    {
        if (date.Length == 0) return open;
        var parts = date.Split('-');
        var isEnd = open != 0;
        var year = int.Parse(parts[0], CultureInfo.InvariantCulture);
        var month = parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : isEnd ? 12 : 1;
        var day = parts.Length > 2 ? int.Parse(parts[2], CultureInfo.InvariantCulture) : isEnd ? 31 : 1;
        return (year * 10000) + (month * 100) + day;
    }

    private void LoadLanguage(PackFiles files, string language, byte bit, PhraseBuilder phrases)
    {
        foreach (var row in files.Rows($"{language}/countries.tsv"))
        {
            var kind = row["kind"];
            var cue = kind == "nickname" ? CountryCue.Metonym : CountryCue.Name;
            AddName(phrases, row["name"], PhraseKind.CountryName, bit, Country(row["code"]), cue, 0, false);
        }

        foreach (var row in files.Rows($"{language}/demonyms.tsv"))
            AddName(phrases, row["name"], PhraseKind.Demonym, bit, Country(row["code"]), CountryCue.Demonym, 10, false);
        foreach (var row in files.Rows($"{language}/places.tsv"))
            AddName(phrases, row["name"], PhraseKind.Place, bit, Country(row["code"]), CountryCue.Place, 20, row["kind"] is "city" or "capital", isCapital: row["kind"] == "capital");
        foreach (var row in files.Rows($"{language}/metonyms.tsv"))
        {
            var body = row["organisation"].Length == 0 ? -1 : OrganisationOf(row["organisation"]);
            var cue = row["kind"] == "capital-seat" ? CountryCue.Place : CountryCue.Metonym;
            AddName(phrases, row["name"], PhraseKind.Metonym, bit, Country(row["code"]), cue, 5, false, body);
        }

        foreach (var row in files.Rows($"{language}/blockers.tsv")) phrases.Add(row["phrase"], PhraseKind.Blocker, bit, 0);
        foreach (var row in files.Rows($"{language}/titles.tsv"))
        {
            Titles.Add(new KnownTitle(row["role"], row["scope"], row["acts"] == "1"));
            phrases.Add(row["form"], PhraseKind.Title, bit, Titles.Count - 1, caseless: row["form"].Count(char.IsLetter) > 3);
        }

        foreach (var row in files.Rows($"{language}/epithets.tsv"))
        {
            var person = row.Optional("person");
            Epithets.Add(new KnownEpithet(row["roles"].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), person.Length == 0 ? -1 : _personIndex.GetValueOrDefault(person, -1)));
            phrases.Add(row["form"], PhraseKind.Epithet, bit, Epithets.Count - 1);
        }

        foreach (var row in files.Rows($"{language}/given-names.tsv")) phrases.Add(row["name"], PhraseKind.GivenName, bit, row["gender"] is "f" ? 'f' : 'm');
        foreach (var row in files.Rows($"{language}/organisation-heads.tsv"))
        {
            var note = row["note"];
            var begins = note.StartsWith("start", StringComparison.Ordinal);
            OrganisationHeads.Add(new OrganisationHead(row["kind"], begins, !begins || note.StartsWith("start or end", StringComparison.Ordinal)));
            phrases.Add(row["form"], PhraseKind.OrganisationHead, bit, OrganisationHeads.Count - 1);
        }
    }

    private void AddName(PhraseBuilder phrases, string name, PhraseKind kind, byte bit, short country, CountryCue cue, byte rank, bool isCity, int body = -1, bool isCapital = false)
    {
        if (country < 0) return;
        var namesakes = cue is CountryCue.Name or CountryCue.Place && _namesakes.TryGetValue(name, out var others) && others[0].Country != country ? others : null;
        CountryNames.Add(new CountryName(country, cue, body, rank, isCity, isCapital, namesakes));
        phrases.Add(name, kind, bit, CountryNames.Count - 1);
    }
}
