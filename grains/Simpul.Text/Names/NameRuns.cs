using Simpul.Text.Packs;
using Simpul.Text.Tagger;
using Simpul.Text.Tokens;

namespace Simpul.Text.Names;

/// <summary>Runs of capitalised words that may be a name, with the small words that names run through.</summary>
internal static class NameRuns
{
    private const int LongestName = 7;
    private const uint KnownNames = 1u << (int)PhraseKind.Person | 1u << (int)PhraseKind.PersonShort | 1u << (int)PhraseKind.Organisation;

    /// <summary>Where the run of capitalised words from a token ends; the token itself where it begins none.</summary>
    internal static int Of(Workspace w, int t, in SentenceSpan sentence, bool isTitled)
    {
        if (w.WordAt(t, WordClass.ThingNoun, sentence.Language) > 0) return t;
        var end = OfHead(w, t, sentence, isTitled);
        if (end > t) return end;
        if (w.CountryAt(t) >= 0) return OfPlace(w, t, sentence);
        if (!IsNameWord(w, t, sentence, isTitled)) return t;
        if (w.HitAt(t, PhraseKind.Blocker, sentence.Language).Length > 0 || NamesCountry(w, t, sentence)) return t;
        end = t + 1;
        while (end < sentence.TokenTo && end - t < LongestName)
        {
            var next = end;
            // `M. Nuh`: the full stop of an initial.
            if (w.MarkAt(next) == '.' && w.Tokens[end - 1].Is(Shape.Initial) && !w.Tokens[next].Is(Shape.SpaceBefore)) next++;
            while (next < sentence.TokenTo && w.WordAt(next, WordClass.NameParticle, sentence.Language) == 1 && !w.Tokens[next].Is(Shape.Capital)) next++;
            if (next >= sentence.TokenTo || !IsNameWord(w, next, sentence, true) || !w.Tokens[next].Is(Shape.SpaceBefore)) break;
            // `Keputusan Vladimir Putin`: the word before a known full name is none of it.
            if (OfPlace(w, next, sentence) is var body && body > next) return body;
            if (w.CountryAt(next) >= 0 || StartsOther(w, next, sentence) || StartsPerson(w, next, sentence) || TagNames.CutsBefore(w, next)) break;
            end = next + 1;
        }

        return WithDouble(w, t, end, sentence);
    }

    // `Carol Rollie-Flynn`: a double surname after a given name.
    private static int WithDouble(Workspace w, int t, int end, in SentenceSpan sentence)
    {
        var next = end + 1;
        if (end - t < 2 || next >= sentence.TokenTo || w.MarkAt(end) != '-' || !w.Tokens[end].Is(Shape.Joiner)) return end;
        return w.Tokens[next].Is(Shape.Word) && w.Tokens[next].Is(Shape.Capital) && !w.Tokens[next].Is(Shape.AllCaps) && w.CountryAt(next) < 0
            && !(w.Begins(next, KnownNames) && w.Begins(end - 1, KnownNames)) && !CommonWords.Is(w, next) ? next + 1 : end;
    }

    // `Beijing Foreign Studies University`: a place begins the name of a body that ends as English ones do.
    internal static int OfPlace(Workspace w, int t, in SentenceSpan sentence)
    {
        if (w.CountryAt(t) < 0 || !w.Tokens[t].Is(Shape.Capital)) return t;
        var end = w.Mentions[w.CountryAt(t)].End;
        while (NameFinder.GoesOn(w, end, sentence) && end - t < LongestName && !StartsPerson(w, end, sentence) && !w.Begins(end, 1u << (int)PhraseKind.Title))
        {
            end++;
            foreach (ref readonly var hit in w.HitsAt(end - 1))
            {
                if (hit.Kind == PhraseKind.OrganisationHead && w.IsModifierFirst(hit) && w.Pack.Gazetteer.OrganisationHeads[hit.Payload].MayEnd
                    && !NameFinder.GoesOn(w, hit.End, sentence)) return hit.End;
            }
        }

        return t;
    }

    // `dolar Amerika Serikat`: the country that context ruled out is no person either, unless a name goes on after it.
    private static bool NamesCountry(Workspace w, int t, in SentenceSpan sentence)
    {
        foreach (ref readonly var hit in w.HitsAt(t))
        {
            if (hit.Kind is PhraseKind.CountryName or PhraseKind.Demonym && (hit.Length > 1 || !NameFinder.GoesOn(w, hit.End, sentence))) return true;
        }

        return false;
    }

    // An organisation's head takes in the capitalised words after it, countries and `dan` between them included.
    internal static int OfHead(Workspace w, int t, in SentenceSpan sentence, bool isTitled)
    {
        var head = w.CountryAt(t) >= 0 ? 0 : HeadAt(w, t, sentence.Language);
        if (head == 0 || !w.Tokens[t].Is(Shape.Capital)) return t;
        var end = t + head;
        while (end < sentence.TokenTo && end - t < LongestName + 2)
        {
            var next = end;
            // `Direktorat Jenderal (Ditjen) Administrasi Hukum Umum`: its abbreviation in the middle of a name.
            if (w.MarkAt(next) == '(' && w.MarkAt(next + 2) == ')' && next + 3 < sentence.TokenTo && w.Tokens[next + 3].Is(Shape.Capital)
                && !w.Tokens[next + 1].Is(Shape.AllCaps)) next += 3;
            var isJoined = w.WordAt(next, WordClass.And, sentence.Language) == 1;
            // `Kementerian Koordinator bidang Perekonomian`: a small word that says of what.
            if (isJoined || (w.WordAt(next, WordClass.Field, sentence.Language) == 1 && !w.Tokens[next].Is(Shape.Capital))) next++;
            if (next + (next > end ? 0 : 1) > sentence.TokenTo || next >= sentence.TokenTo) break;
            ref readonly var token = ref w.Tokens[next];
            if (!token.Is(Shape.Word) || !token.Is(Shape.Capital) || !token.Is(Shape.SpaceBefore)) break;
            if (StartsPerson(w, next, sentence) || TagNames.CutsBefore(w, next) || BeginsTitle(w, next, sentence.Language) || IsHeadingWord(w, next, sentence.Language)) break;
            if (next > t + head && (BeginsBody(w, next, next - t, isJoined, sentence) || (isTitled && BeginsGiven(w, next, sentence)))) break;
            end = next + 1;
        }

        return end > t + head ? end : t;
    }

    /// <summary>How many tokens a word takes at a token with which names of bodies begin; 0 where there is none.</summary>
    internal static int HeadAt(Workspace w, int t, int language)
    {
        foreach (ref readonly var hit in w.HitsAt(t))
        {
            if (hit.Kind == PhraseKind.OrganisationHead && w.Speaks(hit, language) && w.Pack.Gazetteer.OrganisationHeads[hit.Payload].MayBegin) return hit.Length;
        }

        return 0;
    }

    // `Bank Sentral Takkan Mundur`: a verb's small word that a heading writes large.
    private static bool IsHeadingWord(Workspace w, int t, int language) =>
        (w.HitAt(t, PhraseKind.Modality, language).Length > 0 || w.HitAt(t, PhraseKind.Reporting, language).Length > 0) && CommonWords.Is(w, t);

    // `Ikatan Guru Indonesia`: a calling may be part of the name, an office begins something new.
    private static bool BeginsTitle(Workspace w, int t, int language) =>
        w.HitAt(t, PhraseKind.Title, language) is { Length: > 0 } title && w.Pack.Gazetteer.Titles[title.Payload].Scope != "profession";

    // `Pusat Kebijakan Ekonomi Makro | Badan Kebijakan Fiskal`, `Fakultas Hukum | Universitas Indonesia`: the body of which this one is a part.
    private static bool BeginsBody(Workspace w, int t, int length, bool isJoined, in SentenceSpan sentence)
    {
        foreach (ref readonly var hit in w.HitsAt(t))
        {
            if (!w.Speaks(hit, sentence.Language)) continue;
            if (isJoined && hit.Kind == PhraseKind.Organisation && (hit.Length > 1 || w.Tokens[t].Is(Shape.AllCaps))) return true;
            if (isJoined && hit.Kind == PhraseKind.OrganisationHead && w.Pack.Gazetteer.OrganisationHeads[hit.Payload].Kind is "police" or "ministry" or "military") return true;
            if (hit.Kind != PhraseKind.OrganisationHead || hit.End >= sentence.TokenTo || !NameFinder.GoesOn(w, hit.End, sentence)) continue;
            var head = w.Pack.Gazetteer.OrganisationHeads[hit.Payload];
            if (head.MayBegin && (head.Kind is "ministry" or "university" || (head.Kind == "agency" && length > 2))) return true;
        }

        return false;
    }

    // `Kepala Dinas Perhubungan Ahmad Yani`: behind a title, a given name with another word begins the person.
    private static bool BeginsGiven(Workspace w, int t, in SentenceSpan sentence) =>
        CommonWords.IsGiven(w, t) && !w.Tokens[t].Is(Shape.AllCaps) && w.CountryAt(t) < 0 && NameFinder.GoesOn(w, t + 1, sentence)
        && (CommonWords.IsRare(w, t) || CommonWords.IsRare(w, t + 1));

    private static bool StartsPerson(Workspace w, int t, in SentenceSpan sentence)
    {
        foreach (ref readonly var hit in w.HitsAt(t))
        {
            if (hit.Kind == PhraseKind.Person && hit.Length > 1 && hit.End <= sentence.TokenTo) return true;
        }

        return false;
    }

    private static bool StartsOther(Workspace w, int t, in SentenceSpan sentence)
    {
        foreach (ref readonly var hit in w.HitsAt(t))
        {
            if (hit.Kind is PhraseKind.Blocker or PhraseKind.Organisation && w.Speaks(hit, sentence.Language)) return true;
            if (hit.Kind == PhraseKind.Title && w.Speaks(hit, sentence.Language) && hit.Length > 1) return true;
        }

        return false;
    }

    private static bool IsNameWord(Workspace w, int t, in SentenceSpan sentence, bool isSure)
    {
        ref readonly var token = ref w.Tokens[t];
        if (!token.Is(Shape.Word) || !token.Is(Shape.Capital)) return false;
        if (token.Length == 1 && !isSure) return false;
        if (!token.Is(Shape.Opening) && isSure) return true;
        // `Kematian Abdul Rahman`: a sentence begins with a common word.
        if (token.Is(Shape.Opening) && CommonWords.Is(w, t) && TagNames.EndOf(w, t) == t && NameFinder.GoesOn(w, t + 1, sentence) && NameFinder.GoesOn(w, t + 2, sentence)) return false;
        foreach (ref readonly var hit in w.HitsAt(t))
        {
            if (hit.Kind is PhraseKind.Calendar or PhraseKind.Reporting && w.Speaks(hit, sentence.Language)) return false;
            if (hit.Kind == PhraseKind.Word && (WordClass)hit.Payload is not WordClass.NameParticle && w.Speaks(hit, sentence.Language)) return false;
            if (token.Is(Shape.Opening) && hit.Kind is PhraseKind.Trigger or PhraseKind.LightVerb or PhraseKind.Modality or PhraseKind.Number
                && w.Speaks(hit, sentence.Language)) return false;
        }

        return true;
    }
}
