using Simpul.Text.Packs;
using Simpul.Text.Quotes;
using Simpul.Text.Tokens;

namespace Simpul.Text.Names;

/// <summary>Titles: what they tell of their bearer, and whom they mean where no name stands with them.</summary>
internal static class Descriptions
{
    private const int LongestRest = 6;

    /// <summary>What a title tells of its bearer: role, country, whether they act for a state.</summary>
    internal static void Describe(Workspace w, in NameSpan span)
    {
        if (span.Title < 0) return;
        ref var draft = ref w.Actors[span.Actor];
        var title = w.Pack.Gazetteer.Titles[span.Title];
        var isFormer = (span.Cue & NameCue.Former) != 0;
        var country = span.OfCountry;
        if (country < 0 && span.OfOrganisation >= 0) country = w.Pack.Gazetteer.Organisations[span.OfOrganisation].Country;
        if (draft.Known < 0 && draft.Country < 0 && !IsOfInternational(w, span)) draft.Country = country;
        draft.IsInternational |= IsOfInternational(w, span);
        if (isFormer)
        {
            draft.IsFormer = true;
            draft.ActsForState = false;
        }
        else if (title.ActsForState && !draft.IsFormer && !IsOfInternational(w, span)) draft.ActsForState = true;

        if (title.Scope != "honour" && (draft.Role is null || (draft.Known >= 0 && draft.IsFormer && !isFormer && title.ActsForState)))
            draft.Role = isFormer ? "former " + title.Role.Replace('-', ' ') : title.Role.Replace('-', ' ');
    }

    // `Dewi Rahayu, direktur Yayasan Cahaya, mengatakan`: the description between commas is of the name before it.
    internal static short Apposed(Workspace w, int index)
    {
        ref readonly var span = ref w.Names[index];
        if (w.MarkAt(span.From - 1) != ',' || !EndsPhrase(w, span, out var body)) return -1;
        for (var i = index - 1; i >= 0 && i >= index - 3; i--)
        {
            ref readonly var name = ref w.Names[i];
            if (name.End != span.From - 1) continue;
            if (name.Actor < 0 || name.Title >= 0 || name.Kind == NameKind.Description || w.Actors[name.Actor].Type != ActorType.Person) return -1;
            // Whose country is known holds no other's office: two people of a list.
            if (w.Actors[name.Actor].Known >= 0 && span.OfCountry >= 0 && span.OfCountry != w.Actors[name.Actor].Country) return -1;
            var bearer = span with { Actor = name.Actor, OfOrganisation = body };
            Describe(w, bearer);
            return name.Actor;
        }

        return -1;
    }

    // A comma, the end or a word of saying right behind, or after a few words that say more of the office: `mantan direktur intelijen CIA,`.
    private static bool EndsPhrase(Workspace w, in NameSpan span, out int body)
    {
        body = span.OfOrganisation;
        var sentence = w.Sentences[span.Sentence];
        for (var t = span.End; t < sentence.TokenTo && t < span.End + LongestRest; t++)
        {
            if (w.MarkAt(t) is ',' or '.' || NameCues.SaysAfter(w, t, sentence)) return true;
            if (!w.Tokens[t].Is(Shape.Word) || w.WordAt(t, WordClass.Relative, sentence.Language) > 0 || w.HitAt(t, PhraseKind.Trigger, sentence.Language).Length > 0) return false;
            foreach (ref readonly var hit in w.HitsAt(t))
            {
                if (hit.Kind == PhraseKind.Organisation && body < 0) body = hit.Payload;
            }
        }

        return false;
    }

    private static bool IsOfInternational(Workspace w, in NameSpan span) =>
        span.OfOrganisation >= 0 && w.Pack.Gazetteer.Organisations[span.OfOrganisation].Country < 0;

    /// <summary>Who a description without a name means: the article's own bearer of the role, else the office's holder at its date.</summary>
    internal static short Holder(Workspace w, int index)
    {
        ref readonly var span = ref w.Names[index];
        var language = w.Sentences[span.Sentence].Language;
        // `Plt Menteri Perhubungan`, `calon menteri`: who holds the office is somebody else.
        if (IsOneOfMany(w, span) || w.WordBefore(span.From, WordClass.Future, language) > 0 || w.WordAt(span.From, WordClass.Future, language) > 0) return -1;
        var title = w.Pack.Gazetteer.Titles[span.Title];
        var isFormer = (span.Cue & NameCue.Former) != 0;
        for (var i = index - 1; i >= 0 && i >= index - Identity.Reach; i--)
        {
            if (Bears(w, w.Names[i], span, title.Role, isFormer)) return w.Names[i].Actor;
        }

        for (var i = index + 1; i < w.Names.Count && i <= index + Identity.Reach; i++)
        {
            if (Bears(w, w.Names[i], span, title.Role, isFormer)) return w.Names[i].Actor;
        }

        if (isFormer || (span.Cue & (NameCue.Numbered | NameCue.OfUnlisted)) != 0) return -1;
        var country = span.OfCountry >= 0 ? span.OfCountry : span.OfOrganisation >= 0 ? (short)-1 : Bare(w, span);
        var holder = Offices.HolderOf(w, span.Title, country, span.OfOrganisation);
        return holder < 0 ? (short)-1 : Identity.KnownPerson(w, holder);
    }

    // `para menteri keuangan`, `seorang menteri`: nobody in particular.
    private static bool IsOneOfMany(Workspace w, in NameSpan span)
    {
        for (var length = 1; length <= 2 && span.From >= length; length++)
        {
            if (QuoteFilter.Citation(w, span.From - length, CitationKind.Nameless, w.Sentences[span.Sentence].Language) == length) return true;
        }

        return false;
    }

    // True where a name stands with the role that a description means, of the same country or body.
    private static bool Bears(Workspace w, in NameSpan other, in NameSpan span, string role, bool isFormer)
    {
        if (other.Actor < 0 || other.Title < 0 || other.Kind == NameKind.Description || w.Pack.Gazetteer.Titles[other.Title].Role != role) return false;
        if (((other.Cue & NameCue.Former) != 0) != isFormer || ((other.Cue ^ span.Cue) & (NameCue.Numbered | NameCue.OfUnlisted)) != 0) return false;
        if (span.OfCountry >= 0 && (other.OfCountry >= 0 ? other.OfCountry : w.Actors[other.Actor].Country) != span.OfCountry) return false;
        return span.OfOrganisation < 0 || span.OfOrganisation == other.OfOrganisation;
    }

    // `Presiden` alone is the home country's where it is written as a name, with a capital that no sentence's beginning asks for.
    private static short Bare(Workspace w, in NameSpan span)
    {
        ref readonly var token = ref w.Tokens[span.Token];
        if (!Offices.IsOfState(w.Pack.Gazetteer.Titles[span.Title].Role)) return -1;
        return token.Is(Shape.Capital) && !token.Is(Shape.Opening) ? w.HomeCountry : (short)-1;
    }
}
