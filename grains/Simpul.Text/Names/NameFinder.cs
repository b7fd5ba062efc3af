using Simpul.Text.Packs;
using Simpul.Text.Tagger;
using Simpul.Text.Tokens;

namespace Simpul.Text.Names;

/// <summary>
/// Walks each sentence and cuts out what may name an actor: titles with their names, known people and bodies, and runs of
/// capitalised words with the cues that speak for them.
/// </summary>
internal static class NameFinder
{
    private const int LongestName = 7;

    // What a small letter may begin: `presiden Rusia`, `mantan menteri`, `pemberontak Houthi`, and a country before its title.
    private const uint Starters = 1u << (int)PhraseKind.Title | 1u << (int)PhraseKind.Word | 1u << (int)PhraseKind.Organisation
        | 1u << (int)PhraseKind.OrganisationHead | 1u << (int)PhraseKind.Person | 1u << (int)PhraseKind.PersonShort
        | 1u << (int)PhraseKind.CountryName | 1u << (int)PhraseKind.Demonym | 1u << (int)PhraseKind.Place | 1u << (int)PhraseKind.Metonym
        | 1u << (int)PhraseKind.Blocker;

    internal static void Run(Workspace w)
    {
        w.Names.Clear();
        w.IndexCountries();
        for (var s = 0; s < w.Sentences.Count; s++)
        {
            var sentence = w.Sentences[s];
            for (var t = sentence.TokenFrom; t < sentence.TokenTo;) t = At(w, t, s, sentence);
        }
    }

    /// <summary>Takes what begins at a token; answers where to go on.</summary>
    private static int At(Workspace w, int t, int s, in SentenceSpan sentence)
    {
        if (!w.Tokens[t].Is(Shape.Word)) return t + 1;
        if (!w.Tokens[t].Is(Shape.Capital) && !w.Begins(t, Starters)) return t + 1;
        // A blocker stops a country, and an unknown name; a body or person of that name stands (`Washington Post`).
        var blocker = w.HitAt(t, PhraseKind.Blocker, sentence.Language);
        if (blocker.Length > 0 && w.CountryAt(t) < 0 && Known(w, t, sentence).Length < blocker.Length) return blocker.End;
        if (SkipThing(w, t, sentence) is > 0 and var thing) return t + thing;
        var end = TitleChain.Take(w, t, s, sentence);
        if (end > t) return end;
        if (Name(w, t, s, sentence, out var span)) return Add(w, span);
        // The words inside a country's name begin no other name (`Serikat` in `Amerika Serikat`).
        return w.CountryAt(t) is >= 0 and var country ? w.Mentions[country].End : t + 1;
    }

    // `Bandara Halim Perdanakusuma`, `Kompleks Parlemen Senayan`: the name of a thing, with the capitalised words that go on with it.
    private static int SkipThing(Workspace w, int t, in SentenceSpan sentence)
    {
        var length = w.Tokens[t].Is(Shape.Capital) ? w.WordAt(t, WordClass.ThingNoun, sentence.Language) : 0;
        // `Gedung Putih` is a body, no building.
        if (length == 0 || Known(w, t, sentence).Length > length) return 0;
        var end = t + length;
        while (end < sentence.TokenTo && GoesOn(w, end, sentence) && Known(w, end, sentence).Length == 0
            && !IsOffice(w, end, sentence.Language)) end++;
        return end - t;
    }

    private static bool IsOffice(Workspace w, int t, int language) =>
        w.HitAt(t, PhraseKind.Title, language) is { Length: > 0 } title && w.Pack.Gazetteer.Titles[title.Payload].Scope != "honour";

    private static int Add(Workspace w, in NameSpan span)
    {
        w.Names.Add(span);
        return span.End;
    }

    /// <summary>A name at a token: the longest known one, else a run of capitalised words.</summary>
    internal static bool Name(Workspace w, int t, int s, in SentenceSpan sentence, out NameSpan span, bool isTitled = false)
    {
        span = new NameSpan { Token = t, From = t, Known = -1, Title = -1, OfCountry = -1, OfOrganisation = -1, Actor = -1, Sentence = s };
        var known = Known(w, t, sentence);
        var run = Run(w, t, sentence, isTitled);
        // `Centre for Strategic and International Studies`: the tagger sees past the small words in a name.
        if (run > t) run = Math.Max(run, TagNames.EndOf(w, t));
        if (known.Length > 0 && (known.Length >= run - t || known.Kind != PhraseKind.PersonShort))
        {
            span.End = known.End;
            span.Known = known.Payload;
            span.Kind = known.Kind switch
            {
                PhraseKind.Person => NameKind.Person,
                PhraseKind.PersonShort => NameKind.ShortPerson,
                _ => NameKind.Organisation,
            };
            // `Bank Mandiri Syariah`, `Kementerian Pertahanan Arab Saudi`: the name goes on past what the list knows.
            var foreign = known.Kind == PhraseKind.Organisation ? Foreign(w, known) : -1;
            if (foreign >= 0)
            {
                span.Kind = NameKind.Unknown;
                span.Known = -1;
                span.End = w.Mentions[foreign].End;
                span.OfCountry = w.Mentions[foreign].Country;
                span.Cue |= NameCue.OrganisationHead;
            }
            else if (known.Kind == PhraseKind.Organisation && run > known.End && GoesOn(w, known.End, sentence) && HeadAt(w, t, sentence.Language) > 0)
            {
                span.Kind = NameKind.Unknown;
                span.Known = -1;
                span.End = run;
                span.Cue |= NameCue.OrganisationHead;
            }

            span.Cue |= Cues(w, span, sentence);
            return true;
        }

        if (run == t) return false;
        span.Kind = NameKind.Unknown;
        span.End = run;
        span.Cue = Cues(w, span, sentence);
        return true;
    }

    // The organ of another state than the one that the list means: its name goes on with that state's.
    private static int Foreign(Workspace w, in Hit known)
    {
        var body = w.Pack.Gazetteer.Organisations[known.Payload];
        var country = w.CountryAt(known.End);
        return body.ActsForState && country >= 0 && w.Mentions[country].Country != body.Country && w.Tokens[known.End].Is(Shape.SpaceBefore) ? country : -1;
    }

    private static bool GoesOn(Workspace w, int token, in SentenceSpan sentence) =>
        token < sentence.TokenTo && w.CountryAt(token) < 0 && w.Tokens[token].Is(Shape.Word) && w.Tokens[token].Is(Shape.Capital) && w.Tokens[token].Is(Shape.SpaceBefore);

    private static Hit Known(Workspace w, int t, in SentenceSpan sentence)
    {
        Hit best = default;
        foreach (ref readonly var hit in w.HitsAt(t))
        {
            if (hit.End > sentence.TokenTo || hit.Length < best.Length) continue;
            if (hit.Kind is not (PhraseKind.Person or PhraseKind.PersonShort or PhraseKind.Organisation)) continue;
            if (hit.Length == 1 && hit.Kind == PhraseKind.Organisation && !w.Speaks(hit, sentence.Language) && !w.Tokens[t].Is(Shape.AllCaps)) continue;
            if (hit.Length == 1 && w.Tokens[t].Is(Shape.Opening) && IsCommonWord(w, t, sentence.Language)) continue;
            // At equal length: a full name before a body before a short name.
            if (hit.Length == best.Length && hit.Kind >= best.Kind && hit.Kind != PhraseKind.Person
                && !(best.Kind == PhraseKind.PersonShort)) continue;
            best = hit;
        }

        return best;
    }

    // `Dan` opens a sentence: the conjunction, not a family name.
    private static bool IsCommonWord(Workspace w, int t, int language)
    {
        foreach (ref readonly var hit in w.HitsAt(t))
        {
            if (hit.Kind is PhraseKind.Word or PhraseKind.Modality or PhraseKind.Reporting or PhraseKind.Calendar && w.Speaks(hit, language)) return true;
        }

        return false;
    }

    /// <summary>Where the run of capitalised words from a token ends; the token itself where it begins none.</summary>
    private static int Run(Workspace w, int t, in SentenceSpan sentence, bool isTitled)
    {
        if (w.WordAt(t, WordClass.ThingNoun, sentence.Language) > 0) return t;
        var end = HeadRun(w, t, sentence);
        if (end > t) return end;
        if (!IsNameWord(w, t, sentence, isTitled) || w.CountryAt(t) >= 0) return t;
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
            if (w.CountryAt(next) >= 0 || StartsOther(w, next, sentence) || StartsPerson(w, next, sentence) || TagNames.CutsBefore(w, next)) break;
            end = next + 1;
        }

        return end;
    }

    // `dolar Amerika Serikat`: the country that context ruled out is no person either, unless a name goes on after it.
    private static bool NamesCountry(Workspace w, int t, in SentenceSpan sentence)
    {
        foreach (ref readonly var hit in w.HitsAt(t))
        {
            if (hit.Kind is PhraseKind.CountryName or PhraseKind.Demonym && (hit.Length > 1 || !GoesOn(w, hit.End, sentence))) return true;
        }

        return false;
    }

    // An organisation's head takes in the capitalised words after it, countries and `dan` between them included.
    internal static int HeadRun(Workspace w, int t, in SentenceSpan sentence)
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
            if (w.WordAt(next, WordClass.And, sentence.Language) == 1) next++;
            if (next + (next > end ? 0 : 1) > sentence.TokenTo || next >= sentence.TokenTo) break;
            ref readonly var token = ref w.Tokens[next];
            if (!token.Is(Shape.Word) || !token.Is(Shape.Capital) || !token.Is(Shape.SpaceBefore)) break;
            if (StartsPerson(w, next, sentence) || TagNames.CutsBefore(w, next) || w.HitAt(next, PhraseKind.Title, sentence.Language).Length > 0) break;
            end = next + 1;
        }

        return end > t + head ? end : t;
    }

    private static int HeadAt(Workspace w, int t, int language) => w.HitAt(t, PhraseKind.OrganisationHead, language).Length;

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
        foreach (ref readonly var hit in w.HitsAt(t))
        {
            if (hit.Kind is PhraseKind.Calendar or PhraseKind.Reporting && w.Speaks(hit, sentence.Language)) return false;
            if (hit.Kind == PhraseKind.Word && (WordClass)hit.Payload is not WordClass.NameParticle && w.Speaks(hit, sentence.Language)) return false;
            if (token.Is(Shape.Opening) && hit.Kind is PhraseKind.Trigger or PhraseKind.LightVerb or PhraseKind.Modality or PhraseKind.Number
                && w.Speaks(hit, sentence.Language)) return false;
        }

        return true;
    }

    private static NameCue Cues(Workspace w, in NameSpan span, in SentenceSpan sentence)
    {
        var cue = NameCue.None;
        int language = sentence.Language;
        if (w.HitAt(span.Token, PhraseKind.OrganisationHead, language).Length > 0 || EndsAsOrganisation(w, span, language)) cue |= NameCue.OrganisationHead;
        for (var t = span.Token; t < span.End; t++)
        {
            foreach (ref readonly var hit in w.HitsAt(t))
            {
                if (hit.Kind == PhraseKind.GivenName) cue |= NameCue.Given;
            }
        }

        if (SaysBefore(w, span.Token, sentence) || SaysAfter(w, span.End, sentence)) cue |= NameCue.Saying;
        if (w.MarkAt(span.End) == ',' && w.HitAt(span.End + 1, PhraseKind.Title, language).Length > 0) cue |= NameCue.Apposition;
        if (w.WordBefore(span.Token, WordClass.Alias, language) > 0) cue |= NameCue.Named;
        if (IsAbbreviated(w, span, sentence)) cue |= NameCue.Abbreviated;
        return cue | TagNames.Over(w, span.Token, span.End) switch
        {
            TagType.Person => NameCue.TaggedPerson,
            TagType.Organisation => NameCue.TaggedOrganisation,
            _ => NameCue.None,
        };
    }

    private static bool EndsAsOrganisation(Workspace w, in NameSpan span, int language)
    {
        for (var t = span.Token + 1; t < span.End; t++)
        {
            var hit = w.HitAt(t, PhraseKind.OrganisationHead, language);
            if (hit.Length > 0 && hit.End == span.End) return true;
        }

        return false;
    }

    // `kata Tudiono`, `ujar dia`: a word of saying right before the name.
    internal static bool SaysBefore(Workspace w, int token, in SentenceSpan sentence)
    {
        for (var length = 1; length <= 3 && token - length >= sentence.TokenFrom; length++)
        {
            var hit = w.HitAt(token - length, PhraseKind.Reporting, sentence.Language);
            if (hit.Length == length && !w.Pack.Grammar.Reporting[hit.Payload].HasPossessive) return true;
        }

        return false;
    }

    internal static bool SaysAfter(Workspace w, int token, in SentenceSpan sentence) =>
        token < sentence.TokenTo && w.HitAt(token, PhraseKind.Reporting, sentence.Language) is { Length: > 0 } hit
        && w.Pack.Grammar.Reporting[hit.Payload].Kind == "verb";

    // `Otoritas Pusat Hukum Internasional (OPHI)`: the letters in the brackets are the initials of the run, most of them.
    private static bool IsAbbreviated(Workspace w, in NameSpan span, in SentenceSpan sentence)
    {
        if (span.Words < 2 || w.MarkAt(span.End) != '(' || span.End + 2 >= sentence.TokenTo || w.MarkAt(span.End + 2) != ')') return false;
        ref readonly var letters = ref w.Tokens[span.End + 1];
        if (!letters.Is(Shape.AllCaps)) return false;
        var matched = 0;
        var at = letters.Start;
        for (var t = span.Token; t < span.End && at < letters.End; t++)
        {
            if (char.ToUpperInvariant(w.Text[w.Tokens[t].Start]) != w.Text[at]) continue;
            matched++;
            at++;
        }

        return matched >= 2 && matched * 2 >= letters.Length;
    }
}
