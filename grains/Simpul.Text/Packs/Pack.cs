namespace Simpul.Text.Packs;

/// <summary>The data of all languages, frozen: loaded once a process and shared by all threads.</summary>
internal sealed class Pack
{
    /// <summary>Raised by hand when a rule changes what a record says, so that records tell which reading made them.</summary>
    private const int RulesVersion = 1;

    internal Pack(PackFiles files)
    {
        var languages = files.Languages;
        var phrases = new PhraseBuilder();
        Version = $"{RulesVersion}-{files.Hash:x16}"[..(RulesVersion.ToString().Length + 9)];
        // Triggers are a third of the files and need nothing of the others.
        var triggers = new PhraseBuilder(isApart: true);
        var events = Task.Run(() => new EventLexicon(files, languages, triggers));
        Grammar = new Grammar(files, languages, phrases);
        Gazetteer = new Gazetteer(files, languages, phrases);
        Events = events.GetAwaiter().GetResult();
        phrases.Join(triggers);
        Calendar = new Calendar(files, languages, phrases, Grammar.GluedPrefixes);
        Quantities = new Quantities(files, languages, phrases, Grammar.GluedPrefixes);
        Citations = new Citations(files, languages, phrases);
        Phrases = phrases.Build();
        HomeCountries = [.. Grammar.Languages.Select(l => Gazetteer.CountryOf(l.Settings.GetValueOrDefault("home", "")))];
        DistrictCountries = [.. Grammar.Languages.Select(l => Gazetteer.CountryOf(l.Settings.GetValueOrDefault("districts", "")))];
        DefaultLanguage = Math.Max(0, Grammar.Languages.FindIndex(l => l.Settings.GetValueOrDefault("default") == "1"));
    }

    /// <summary>Version of rules and data.</summary>
    internal string Version { get; }

    internal int DefaultLanguage { get; }

    /// <summary>Of each language, the country that a bare title belongs to, or -1.</summary>
    internal short[] HomeCountries { get; }

    /// <summary>Of each language, the country whose districts its words for a district mostly name, or -1.</summary>
    internal short[] DistrictCountries { get; }

    internal Grammar Grammar { get; }

    internal Gazetteer Gazetteer { get; }

    internal EventLexicon Events { get; }

    internal Calendar Calendar { get; }

    internal Quantities Quantities { get; }

    internal Citations Citations { get; }

    internal PhraseTable Phrases { get; }
}
