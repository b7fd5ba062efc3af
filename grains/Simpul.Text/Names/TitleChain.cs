using Simpul.Text.Packs;
using Simpul.Text.Tokens;

namespace Simpul.Text.Names;

/// <summary>
/// Titles and what follows them: <c>Wakil Menteri Luar Negeri Rusia, Sergei Ryabkov</c>, <c>ajudan Kremlin Yuri Ushakov</c>,
/// <c>U.S. President Donald Trump</c>. A title without a name is a description of whoever holds the office.
/// </summary>
internal static class TitleChain
{
    private const int LongestChain = 24;

    // What a field's word is not: the beginning of somebody, of a body, or of a day.
    private const uint NoField = 1u << (int)PhraseKind.Person | 1u << (int)PhraseKind.PersonShort | 1u << (int)PhraseKind.Organisation
        | 1u << (int)PhraseKind.Calendar | 1u << (int)PhraseKind.Reporting;

    /// <summary>Takes the chain that begins at a token; answers where it ends, or the token where there is none.</summary>
    internal static int Take(Workspace w, int t, int s, in SentenceSpan sentence)
    {
        int language = sentence.Language;
        var at = t;
        var cue = NameCue.None;
        short ofCountry = -1;
        var ofOrganisation = -1;
        var former = w.WordAt(at, WordClass.Former, language);
        if (former > 0)
        {
            cue |= NameCue.Former;
            at += former;
        }

        // English: `Russian Foreign Minister`, `former U.S. president`.
        if (!w.Pack.Grammar.Languages[language].NounFirst && w.CountryAt(at) is >= 0 and var before)
        {
            ofCountry = w.Mentions[before].Country;
            at = w.Mentions[before].End;
            if (w.MarkAt(at) == '\'' || (at < sentence.TokenTo && w.Tokens[at].Is(Shape.Possessive))) at++;
            if (w.WordAt(at, WordClass.Former, language) is > 0 and var length)
            {
                cue |= NameCue.Former;
                at += length;
            }
        }

        var title = TitleAt(w, at, language, 2);
        if (title.Length == 0) return t;
        // `Justice and Development Party`, `General Electric`: a longer body begins with the word.
        if (Body(w, at, sentence).Length > title.Length) return t;
        // `mata uang Paman Sam`: a nickname of a country that context ruled out.
        if (w.HitAt(at, PhraseKind.CountryName, language) is var nickname && nickname.Length > title.Length) return nickname.End;
        var first = title.Payload;
        var end = title.End;
        if (BodyIn(w, title) is >= 0 and var ofBody) ofOrganisation = ofBody;
        // `Kepala Pusat Penelitian Kelautan`: the office takes the word with which its body's name begins.
        if (title.Length > 1 && NameRuns.OfHead(w, title.End - 1, sentence, isTitled: true) is var own && own > title.End)
        {
            end = own;
            cue |= NameCue.OfUnlisted;
        }

        at = end;
        while (at < sentence.TokenTo && at - t < LongestChain)
        {
            var next = Modifier(w, at, sentence, ref ofCountry, ref ofOrganisation, ref first);
            if (next > at)
            {
                if (w.WordAt(at, WordClass.Ordinal, language) > 0) cue |= NameCue.Numbered;
                if (IsUnlisted(w, at, language)) cue |= NameCue.OfUnlisted;
                at = end = next;
                continue;
            }

            // `Presiden AS waktu itu Barack Obama`: the office of that time.
            if (w.WordAt(at, WordClass.Former, language) is > 0 and var once && end > t)
            {
                cue |= NameCue.Former;
                at += once;
                continue;
            }

            // `Deputi bidang Koordinasi Perniagaan dan Industri`: what the office is for, as far as somebody or a body comes after it.
            if (Field(w, at, sentence) is var field && field > at)
            {
                at = field;
                continue;
            }

            // `Menteri Luar Negeri Rusia, Sergei Lavrov`: a comma before the name.
            var start = w.MarkAt(at) == ',' ? SkipHonours(w, at + 1, language) : at;
            NameSpan name = default;
            if (start < sentence.TokenTo && NameFinder.Name(w, start, s, sentence, out name, isTitled: true) && IsPerson(w, name, start > at))
            {
                OfficeBodies.SplitBody(w, ref name, s);
                OfficeBodies.JoinKnown(w, ref name, first, sentence);
                OfficeBodies.AfterBody(w, ref name, s, sentence);
                name.From = t;
                name.Title = first;
                name.OfCountry = ofCountry;
                name.OfOrganisation = ofOrganisation;
                name.Cue |= cue | NameCue.Titled;
                OfficeBodies.AddBodies(w, t, name.Token, s, sentence);
                w.Names.Add(name);
                return name.End;
            }

            // `Analis Alder Futures Group Phil Dunne`: a body that its own words tell.
            if (start == at && name.Kind == NameKind.Unknown && name.End > at && NameFinder.GoesOn(w, name.End, sentence)
                && (name.Cue & (NameCue.OrganisationHead | NameCue.TaggedOrganisation)) != 0)
            {
                at = end = name.End;
                cue |= NameCue.OfUnlisted;
                continue;
            }

            break;
        }

        var known = w.Pack.Gazetteer.Titles[first];
        if (known.Scope is not ("honour" or "profession" or "academic"))
        {
            w.Names.Add(new NameSpan
            {
                Token = t, From = t, End = end, Kind = NameKind.Description, Known = -1, Title = first, Cue = cue,
                OfCountry = ofCountry, OfOrganisation = ofOrganisation, Actor = -1, Sentence = s,
            });
        }

        // The body in the description is an actor of its own: `kepala delegasi ICRC`.
        OfficeBodies.AddBodies(w, t, end, s, sentence);

        return end;
    }

    // `Menteri Luar Negeri Malaysia, Datuk Seri Mohamad Hasan`: the honours after the comma are no name.
    private static int SkipHonours(Workspace w, int at, int language)
    {
        while (w.HitAt(at, PhraseKind.Title, language) is { Length: > 0 } title && w.Pack.Gazetteer.Titles[title.Payload].Scope == "honour") at = title.End;
        return at;
    }

    // `Kepala Kepolisian Daerah Sumatera Selatan`: a part of a state, or a body that no list holds.
    private static bool IsUnlisted(Workspace w, int at, int language)
    {
        if (w.CountryAt(at) is >= 0 and var place) return w.Mentions[place].Cue == CountryCue.Place;
        return NameRuns.HeadAt(w, at, language) > 0 && !w.Begins(at, 1u << (int)PhraseKind.Organisation | 1u << (int)PhraseKind.Title);
    }

    // `direktur CIA`: the body with which a title ends.
    private static int BodyIn(Workspace w, in Hit title)
    {
        for (var t = title.Token + 1; t < title.End; t++)
        {
            foreach (ref readonly var hit in w.HitsAt(t))
            {
                if (hit.Kind == PhraseKind.Organisation && hit.End == title.End && w.Tokens[t].Is(Shape.Capital)) return hit.Payload;
            }
        }

        return -1;
    }

    // A title of the text's language, or one that is written in another (`Chief Economist`, `Lieutenant General`).
    private static Hit TitleAt(Workspace w, int at, int language, int leastForeign)
    {
        var own = w.HitAt(at, PhraseKind.Title, language);
        if (own.Length > 0 || at >= w.Tokens.Count || !w.Tokens[at].Is(Shape.Capital) || w.CountryAt(at) >= 0) return own;
        foreach (ref readonly var hit in w.HitsAt(at))
        {
            // `Commissioner New Zealand Police`: one word is enough where the state or body follows.
            var isOf = w.CountryAt(hit.End) >= 0 || w.Begins(hit.End, 1u << (int)PhraseKind.Organisation);
            if (hit.Kind == PhraseKind.Title && (hit.Length >= leastForeign || isOf) && w.Tokens[hit.End - 1].Is(Shape.Capital)) return hit;
        }

        return default;
    }

    // The next word of an office's field: a small word that says so, or a word that is no name's.
    private static int Field(Workspace w, int at, in SentenceSpan sentence)
    {
        int language = sentence.Language;
        ref readonly var token = ref w.Tokens[at];
        if (!token.Is(Shape.Word)) return at;
        if (w.WordAt(at, WordClass.Field, language) is > 0 and var of && IsFieldWord(w, at + of, sentence)) return at + of;
        // `Minister of Natural Resources and Environment`.
        if (w.WordAt(at, WordClass.Of, language) is > 0 and var genitive && IsFieldWord(w, at + genitive, sentence)) return at + genitive;
        if (w.WordAt(at, WordClass.And, language) == 1 && IsFieldWord(w, at - 1, sentence) && IsFieldWord(w, at + 1, sentence)) return at + 2;
        // `Direktur Seksi Bahasa Indonesia`: the name of a language.
        if (w.WordAt(at, WordClass.LanguageNoun, language) is > 0 and var noun && token.Is(Shape.Capital))
        {
            foreach (ref readonly var hit in w.HitsAt(at + noun))
            {
                if (hit.Kind is PhraseKind.CountryName or PhraseKind.Demonym) return hit.End;
            }
        }

        return IsFieldWord(w, at, sentence) ? at + 1 : at;
    }

    private static bool IsFieldWord(Workspace w, int t, in SentenceSpan sentence) =>
        t < sentence.TokenTo && w.Tokens[t].Is(Shape.Word) && w.Tokens[t].Is(Shape.Capital) && !w.Tokens[t].Is(Shape.Opening) && !w.Tokens[t].Is(Shape.AllCaps)
        && (CommonWords.Is(w, t) || (CommonWords.IsLikely(w, t) && NameFinder.GoesOn(w, t + 1, sentence))) && !w.Begins(t, NoField) && w.CountryAt(t) < 0;

    // What may stand between a title and its name: its country, its body, a shorter title, an abbreviation in brackets.
    private static int Modifier(Workspace w, int at, in SentenceSpan sentence, ref short country, ref int organisation, ref int title)
    {
        int language = sentence.Language;
        if (w.MarkAt(at) == '(')
        {
            for (var close = at + 2; close <= at + 4 && close < sentence.TokenTo; close++)
            {
                if (w.MarkAt(close) == ')') return close + 1;
            }

            return at;
        }

        if (w.WordAt(at, WordClass.Ordinal, language) is > 0 and var ordinal) return at + ordinal;
        if (w.WordAt(at, WordClass.Of, language) is > 0 and var of)
        {
            var next = at + of;
            if (w.WordAt(next, WordClass.Determiner, language) is > 0 and var the) next += the;
            return w.CountryAt(next) >= 0 || Body(w, next, sentence).Length > 0 ? Modifier(w, next, sentence, ref country, ref organisation, ref title) : at;
        }

        // `Duta Besar Jepang untuk Indonesia`: whom an envoy is sent to comes after who sends him.
        if (country >= 0 && w.WordAt(at, WordClass.Toward, language) is > 0 and var toward && w.CountryAt(at + toward) is >= 0 and var post
            && w.Pack.Gazetteer.Titles[title].Role is "ambassador" or "special-envoy" or "diplomat") return w.Mentions[post].End;

        var body = Body(w, at, sentence);
        if (body.Length == 1 && w.Pack.Gazetteer.Titles[title].Scope is "military" or "police" or "honour" && NameFinder.IsName(w, at, body, sentence)) return at;
        var place = w.CountryAt(at);
        if (body.Length > 0 && (place < 0 || body.End > w.Mentions[place].End))
        {
            if (NameFinder.PastAnd(w, body, at, sentence) is var longer && longer > body.End) return longer;
            organisation = body.Payload;
            return body.End;
        }

        if (place >= 0)
        {
            // `president of the American Action Forum`.
            if (NameRuns.OfPlace(w, at, sentence) is var named && named > w.Mentions[place].End)
            {
                if (country < 0) country = w.Mentions[place].Country;
                return named;
            }

            if (country < 0 || w.Mentions[place].Cue is CountryCue.Name or CountryCue.Demonym) country = w.Mentions[place].Country;
            return w.Mentions[place].End;
        }

        var next2 = TitleAt(w, at, language, 1);
        if (next2.Length == 0)
        {
            // A body that no list holds: `juru bicara Komisi Migrasi Federal`.
            var run = NameRuns.OfHead(w, at, sentence, isTitled: true);
            // `Kepala Dinas Penerangan Angkatan Darat`: what bodies' names begin with may be one by itself.
            if (run == at && w.Tokens[at].Is(Shape.Capital) && NameRuns.HeadAt(w, at, language) is > 1 and var head) return at + head;
            // `Direktur Seksi Bahasa Indonesia CRI, Li Shukun`: letters that are no name.
            if (run == at && w.Tokens[at].Is(Shape.AllCaps) && w.Tokens[at].Length > 1 && !CommonWords.IsGiven(w, at) && (w.MarkAt(at + 1) == ',' || NameFinder.GoesOn(w, at + 1, sentence))
                && w.Pack.Gazetteer.Titles[title].Scope is not ("honour" or "military" or "police")) return at + 1;
            if (run - at < 2) return at;
            for (var t = at; t < run && country < 0; t++)
            {
                if (w.CountryAt(t) is >= 0 and var named && w.Mentions[named].End <= run) country = w.Mentions[named].Country;
            }

            return run;
        }

        // The first title of substance names the role: in `Presiden RI Bapak Joko Widodo` the honour after it does not.
        if (w.Pack.Gazetteer.Titles[title].Scope == "honour") title = next2.Payload;
        return next2.End;
    }

    private static Hit Body(Workspace w, int at, in SentenceSpan sentence)
    {
        if (at >= sentence.TokenTo) return default;
        foreach (ref readonly var hit in w.HitsAt(at))
        {
            if (hit.Kind == PhraseKind.Organisation && hit.End <= sentence.TokenTo) return hit;
        }

        return default;
    }

    // One capitalised word after a title is as often its field (`Kepala Dinas Perhubungan`) as a name: it needs another cue.
    internal static bool IsPerson(Workspace w, in NameSpan name, bool afterComma) => name.Kind switch
    {
        NameKind.Person or NameKind.ShortPerson => true,
        NameKind.Organisation => false,
        _ when CommonWords.Are(w, name.Token, name.End) => false,
        _ when (name.Cue & (NameCue.OrganisationHead | NameCue.TaggedOrganisation)) != 0 => false,
        _ when name.Words == 1 => (name.Cue & (NameCue.Given | NameCue.Saying | NameCue.TaggedPerson | NameCue.Named)) != 0,
        _ => !afterComma || (name.Cue & (NameCue.Given | NameCue.Saying | NameCue.TaggedPerson)) != 0 || name.Words <= 4,
    };
}
