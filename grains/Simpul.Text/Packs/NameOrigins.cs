namespace Simpul.Text.Packs;

/// <summary>Of which countries the known bearers of a name's words are: <c>Wijaya</c> speaks for Indonesia, <c>Mousavi</c> for Iran.</summary>
internal sealed class NameOrigins
{
    private readonly Dictionary<ulong, List<(short Country, int Bearers)>> _words = [];

    internal NameOrigins(IEnumerable<KnownPerson> people)
    {
        foreach (var person in people)
        {
            if (person.Country < 0) continue;
            foreach (var word in person.NameWords) Add(word, person.Country);
        }
    }

    /// <summary>The part of a word's bearers who are of a country, 0 to 1; 0 too where nobody bears it.</summary>
    internal float Share(ulong word, short country)
    {
        if (!_words.TryGetValue(word, out var countries)) return 0;
        int all = 0, own = 0;
        foreach (var (of, bearers) in countries)
        {
            all += bearers;
            if (of == country) own = bearers;
        }

        return (float)own / all;
    }

    private void Add(ulong word, short country)
    {
        if (!_words.TryGetValue(word, out var countries)) _words[word] = countries = [];
        for (var i = 0; i < countries.Count; i++)
        {
            if (countries[i].Country != country) continue;
            countries[i] = (country, countries[i].Bearers + 1);
            return;
        }

        countries.Add((country, 1));
    }
}
