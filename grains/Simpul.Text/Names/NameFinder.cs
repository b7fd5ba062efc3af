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
        // `Dow Jones`: an index that is no body besides.
        if (w.WordAt(t, WordClass.MarketIndex, sentence.Language) is > 0 and var index && Known(w, t, sentence).Length < index) return t + index;
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
        // `Brigjen Antam Novambar`: behind a title a body's short name that goes on is a person's.
        if (isTitled && known.Kind == PhraseKind.Organisation && known.Length == 1 && IsName(w, t, known, sentence)) known = default;
        var run = NameRuns.Of(w, t, sentence, isTitled);
        // `Centre for Strategic and International Studies`: the tagger sees past the small words in a name.
        if (run > t) run = Math.Max(run, Unpaired(w, t, TagNames.EndOf(w, t)));
        if (known.Length > 0 && (known.Length >= run - t || known.Kind != PhraseKind.PersonShort || (!CommonWords.IsGiven(w, t) && CommonWords.Any(w, known.End, run))))
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
            else if (known.Kind == PhraseKind.Organisation && run > known.End && MayGoOn(w, known, run, sentence) && NameRuns.HeadAt(w, t, sentence.Language) > 0)
            {
                span.Kind = NameKind.Unknown;
                span.Known = -1;
                span.End = run;
                span.Cue |= NameCue.OrganisationHead;
            }
            else if (known.Kind == PhraseKind.Organisation) span.End = PastForm(w, known);

            span.Cue |= NameCues.Of(w, span, sentence);
            return true;
        }

        if (run == t) return false;
        span.Kind = NameKind.Unknown;
        span.End = run;
        span.Cue = NameCues.Of(w, span, sentence);
        return true;
    }

    /// <summary>True where a body of one word goes on with a word that no list knows: somebody of that name.</summary>
    internal static bool IsName(Workspace w, int t, in Hit known, in SentenceSpan sentence) =>
        !w.Tokens[t].Is(Shape.AllCaps) && GoesOn(w, known.End, sentence) && !w.Tokens[known.End].Is(Shape.AllCaps) && Known(w, known.End, sentence).Length == 0
        && !CommonWords.IsGiven(w, known.End) && CommonWords.IsRare(w, known.End)
        && !w.Begins(known.End, 1u << (int)PhraseKind.OrganisationHead | 1u << (int)PhraseKind.Title);

    /// <summary>Where the longer name ends that a known body begins with `dan` behind it; its own end where none does.</summary>
    internal static int PastAnd(Workspace w, in Hit known, int t, in SentenceSpan sentence)
    {
        if (w.WordAt(known.End, WordClass.And, sentence.Language) != 1) return known.End;
        var run = NameRuns.Of(w, t, sentence, isTitled: true);
        return run > known.End && MayGoOn(w, known, run, sentence) ? run : known.End;
    }

    // A bank or a party goes on with any word, a ministry with what else it is for: `Kementerian Perindustrian dan Teknologi`.
    private static bool MayGoOn(Workspace w, in Hit known, int run, in SentenceSpan sentence)
    {
        if (w.Pack.Gazetteer.Organisations[known.Payload].Kind != "ministry") return GoesOn(w, known.End, sentence);
        return w.WordAt(known.End, WordClass.And, sentence.Language) == 1 && known.End + 1 < run && CommonWords.IsLikely(w, known.End + 1);
    }

    // `Trump-Rouhani`: two known people side by side are no double name.
    private static int Unpaired(Workspace w, int from, int end)
    {
        for (var t = from + 1; t + 1 < end; t++)
        {
            if (w.Tokens[t].Is(Shape.Joiner) && w.Begins(t + 1, 1u << (int)PhraseKind.PersonShort)) return t;
        }

        return end;
    }

    // `Lockheed Martin Corp`: the form of a company belongs to its name.
    private static int PastForm(Workspace w, in Hit known)
    {
        var end = known.End;
        if (w.Pack.Gazetteer.Organisations[known.Payload].Kind is not ("company" or "bank" or "medium" or "broadcaster")) return end;
        while (end < w.Tokens.Count && w.Tokens[end].Is(Shape.Capital) && w.Tokens[end].Is(Shape.SpaceBefore) && EndOfForm(w, end) is > 0 and var form) end = form;
        return end;
    }

    private static int EndOfForm(Workspace w, int token)
    {
        foreach (ref readonly var hit in w.HitsAt(token))
        {
            if (hit.Kind == PhraseKind.OrganisationHead && w.Pack.Gazetteer.OrganisationHeads[hit.Payload] is { Kind: "company", MayEnd: true, MayBegin: false }
                && w.MarkAt(hit.End - 1) != '.') return hit.End;
        }

        return 0;
    }

    // The organ of another state than the one that the list means: its name goes on with that state's.
    private static int Foreign(Workspace w, in Hit known)
    {
        var body = w.Pack.Gazetteer.Organisations[known.Payload];
        var country = w.CountryAt(known.End);
        return body.ActsForState && country >= 0 && w.Mentions[country].Country != body.Country && w.Tokens[known.End].Is(Shape.SpaceBefore) ? country : -1;
    }

    internal static bool GoesOn(Workspace w, int token, in SentenceSpan sentence) =>
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
}
