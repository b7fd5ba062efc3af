namespace Simpul.Text;

/// <summary>What the article's countries say about it as a whole.</summary>
internal sealed partial class Workspace
{
    private int[] _countryCounts = new int[256];

    /// <summary>The day that offices are judged at: the publication, else a day after every known term has begun.</summary>
    public int Day => Published > 0 ? Published : 20_260_101;

    /// <summary>The country that a bare title belongs to: the language's own, or -1 where it has none.</summary>
    public short HomeCountry => Pack.HomeCountries[Language];

    /// <summary>True where the article names a country.</summary>
    public bool NamesCountry(short country) => country >= 0 && country < _countryCounts.Length && _countryCounts[country] > 0;

    /// <summary>The country that the article names most; the language's own where it names none. The home country wins ties.</summary>
    public short MainCountry { get; private set; }

    /// <summary>Counts the countries named.</summary>
    public void CountCountries()
    {
        var count = Pack.Gazetteer.Countries.Count;
        if (_countryCounts.Length < count) _countryCounts = new int[count];
        Array.Clear(_countryCounts);
        MainCountry = HomeCountry;
        foreach (ref readonly var m in Mentions.Items) _countryCounts[m.Country]++;
        for (short c = 0; c < count; c++)
        {
            if (_countryCounts[c] > (MainCountry < 0 ? 0 : _countryCounts[MainCountry])) MainCountry = c;
        }
    }
}
