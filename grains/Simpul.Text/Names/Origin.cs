using Simpul.Text.Packs;
using Simpul.Text.Tokens;

namespace Simpul.Text.Names;

/// <summary>
/// The country of a person of whom no list knows and the article says nothing: the one that it is most about, unless the name is
/// borne elsewhere (<c>Bayu Kharisma</c> in a report on Malaysia).
/// </summary>
internal static class Origin
{
    // A given name of the home language alone weighs as much as half of a name's known bearers.
    private const float Given = 0.5f;
    private const float Enough = 0.45f;
    private const float Foreign = 0.1f;

    internal static short Of(Workspace w, in ActorDraft actor)
    {
        // `Ratu Sofia dari Spanyol`: where the name itself says it.
        var main = w.MainCountry;
        if (actor.NameToken >= 0 && w.WordAt(actor.NameEnd, WordClass.From, w.Language) is > 0 and var from && CountryAt(w, actor.NameEnd + from) is >= 0 and var named) return named;
        if (actor.Type != ActorType.Person || actor.NameToken < 0 || Weight(w, actor, main) >= Foreign) return main;
        var best = main;
        var most = Enough;
        for (short country = 0; country < w.Pack.Gazetteer.Countries.Count; country++)
        {
            if (country != w.HomeCountry && !w.NamesCountry(country)) continue;
            var weight = Weight(w, actor, country);
            if (weight <= most) continue;
            best = country;
            most = weight;
        }

        return best;
    }

    // The index of countries by token no longer holds: other mentions stand between them by now.
    private static short CountryAt(Workspace w, int token)
    {
        for (var i = w.FirstMention(token); i < w.Mentions.Count && w.Mentions[i].Token == token; i++)
        {
            if (w.Mentions[i].Kind == MentionKind.Country) return w.Mentions[i].Country;
        }

        return -1;
    }

    private static float Weight(Workspace w, in ActorDraft actor, short country)
    {
        if (country < 0) return 0;
        float weight = 0;
        for (var t = actor.NameToken; t < actor.NameEnd; t++)
        {
            if (!w.Tokens[t].Is(Shape.Word) || w.Tokens[t].Is(Shape.Initial)) continue;
            weight += w.Pack.Gazetteer.Origins.Share(w.Tokens[t].Hash, country);
            if (country == w.HomeCountry && IsOfHome(w, t)) weight += Given;
        }

        return weight;
    }

    private static bool IsOfHome(Workspace w, int token)
    {
        var home = false;
        foreach (ref readonly var hit in w.HitsAt(token))
        {
            if (hit.Kind != PhraseKind.GivenName) continue;
            if (!w.Speaks(hit, w.Language)) return false;
            home = !w.IsModifierFirst(hit);
            if (!home) return false;
        }

        return home;
    }
}
