using Simpul.Text.Packs;

namespace Simpul.Text.Names;

/// <summary>
/// Tells Paris in Texas from Paris: a name that the well-known place shares with smaller ones means one of these where the article
/// says so once (<c>Paris, Texas</c>), or speaks of places of that country and of nothing in the other. It means one place
/// throughout an article.
/// </summary>
internal static class Namesakes
{
    /// <summary>Below this, a place is one of the long list of towns: who names it writes about its surroundings.</summary>
    private const byte SureOfPlace = 95;

    private const int Said = 100;

    internal static void Run(Workspace w)
    {
        for (var i = 0; i < w.SharedNames.Count; i++)
        {
            var (mention, name) = w.SharedNames[i];
            if (IsSettled(w, i, name)) continue;
            var country = Choose(w, w.Pack.Gazetteer.CountryNames[name], name);
            if (country < 0) continue;
            for (var k = i; k < w.SharedNames.Count; k++)
            {
                if (w.SharedNames[k].Name != name) continue;
                ref var m = ref w.Mentions[w.SharedNames[k].Mention];
                m.Country = country;
                m.Cue = CountryCue.Place;
                m.Rule = "namesake";
                m.Confidence = Confidence;
            }
        }
    }

    private const byte Confidence = 75;

    private static bool IsSettled(Workspace w, int index, int name)
    {
        for (var i = 0; i < index; i++)
        {
            if (w.SharedNames[i].Name == name) return true;
        }

        return false;
    }

    private static short Choose(Workspace w, in CountryName known, int name)
    {
        short best = -1;
        var most = 0;
        foreach (ref readonly var other in known.Namesakes.AsSpan())
        {
            var evidence = Evidence(w, known, name, other);
            if (evidence <= most) continue;
            most = evidence;
            best = other.Country;
        }

        return best;
    }

    // A country is seldom only a town: it takes the region after the comma. A town takes a place near by, and no word of the other country.
    private static int Evidence(Workspace w, in CountryName known, int name, in Namesake other)
    {
        if (IsSaid(w, name, other.Country)) return Said;
        if (known.Cue == CountryCue.Name && !other.IsRegion) return 0;
        int towns = Districts(w, other.Country), regions = 0;
        int shared = 0, abroad = 0;
        for (var i = 0; i < w.Mentions.Count; i++)
        {
            ref readonly var m = ref w.Mentions[i];
            var isShared = shared < w.SharedNames.Count && w.SharedNames[shared].Mention == i;
            if (isShared) shared++;
            if (m.Kind != MentionKind.Country || isShared) continue;
            if (m.Country == known.Country) return 0;
            if (m.Country != other.Country)
            {
                if (m.Cue != CountryCue.Place && !IsRepeated(w, i)) abroad++;
                continue;
            }

            if (m.Cue != CountryCue.Place || IsRepeated(w, i)) continue;
            if (m.Confidence < SureOfPlace) towns++;
            else regions++;
        }

        // A capital is in the news of all countries.
        if (abroad > 0 && towns <= 2 * abroad) return 0;
        return towns >= (known.IsCapital ? 2 : 1) || (regions >= 2 && !known.IsCapital) ? towns + regions : 0;
    }

    // `Edgar County`: no list has them all.
    private static int Districts(Workspace w, short country)
    {
        var count = 0;
        foreach (ref readonly var hit in w.Hits.Items)
        {
            if (hit.Kind != PhraseKind.Word || (WordClass)hit.Payload != WordClass.District || hit.ByStem) continue;
            var language = w.LanguageOf(hit.Token);
            if (!w.Speaks(hit, language) || w.Pack.DistrictCountries[language] != country) continue;
            if (hit.Token > 0 && w.Tokens[hit.Token].Is(Tokens.Shape.Capital) && w.Tokens[hit.Token - 1].Is(Tokens.Shape.Capital)) count++;
        }

        return count;
    }

    private static bool IsRepeated(Workspace w, int mention)
    {
        var hash = w.Tokens[w.Mentions[mention].Token].Hash;
        for (var i = 0; i < mention; i++)
        {
            if (w.Mentions[i].Country == w.Mentions[mention].Country && w.Tokens[w.Mentions[i].Token].Hash == hash) return true;
        }

        return false;
    }

    // `Paris, Texas`: the name, a comma, and a place of the country right after it.
    private static bool IsSaid(Workspace w, int name, short country)
    {
        foreach (var (mention, shared) in w.SharedNames.Items)
        {
            if (shared != name || mention + 1 >= w.Mentions.Count) continue;
            ref readonly var m = ref w.Mentions[mention];
            ref readonly var next = ref w.Mentions[mention + 1];
            if (w.MarkAt(m.End) == ',' && next.Token == m.End + 1 && next.Country == country) return true;
        }

        return false;
    }
}
