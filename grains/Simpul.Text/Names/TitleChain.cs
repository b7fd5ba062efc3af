using Simpul.Text.Packs;
using Simpul.Text.Tokens;

namespace Simpul.Text.Names;

/// <summary>
/// Titles and what follows them: <c>Wakil Menteri Luar Negeri Rusia, Sergei Ryabkov</c>, <c>ajudan Kremlin Yuri Ushakov</c>,
/// <c>U.S. President Donald Trump</c>. A title without a name is a description of whoever holds the office.
/// </summary>
internal static class TitleChain
{
    private const int LongestChain = 16;

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

        var title = w.HitAt(at, PhraseKind.Title, language);
        if (title.Length == 0) return t;
        // `Justice and Development Party`, `General Electric`: a longer body begins with the word.
        if (Body(w, at, sentence).Length > title.Length) return t;
        var first = title.Payload;
        var end = title.End;
        at = title.End;
        while (at < sentence.TokenTo && at - t < LongestChain)
        {
            var next = Modifier(w, at, sentence, ref ofCountry, ref ofOrganisation, ref first);
            if (next > at)
            {
                if (w.WordAt(at, WordClass.Ordinal, language) > 0) cue |= NameCue.Numbered;
                at = end = next;
                continue;
            }

            // `Menteri Luar Negeri Rusia, Sergei Lavrov`: a comma before the name.
            var start = w.MarkAt(at) == ',' ? SkipHonours(w, at + 1, language) : at;
            if (start < sentence.TokenTo && NameFinder.Name(w, start, s, sentence, out var name, isTitled: true) && IsPerson(name, start > at))
            {
                name.From = t;
                name.Title = first;
                name.OfCountry = ofCountry;
                name.OfOrganisation = ofOrganisation;
                name.Cue |= cue | NameCue.Titled;
                AddBodies(w, t + 1, name.Token, s, sentence);
                w.Names.Add(name);
                return name.End;
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
            // The body in the description is an actor of its own: `kepala delegasi ICRC`.
            AddBodies(w, t + 1, end, s, sentence);
        }

        return end;
    }

    // `Menteri Luar Negeri Malaysia, Datuk Seri Mohamad Hasan`: the honours after the comma are no name.
    private static int SkipHonours(Workspace w, int at, int language)
    {
        while (w.HitAt(at, PhraseKind.Title, language) is { Length: > 0 } title && w.Pack.Gazetteer.Titles[title.Payload].Scope == "honour") at = title.End;
        return at;
    }

    private static void AddBodies(Workspace w, int from, int end, int s, in SentenceSpan sentence)
    {
        for (var t = from; t < end; t++)
        {
            if (!NameFinder.Name(w, t, s, sentence, out var name) || name.End > end) continue;
            if (name.Kind != NameKind.Organisation && (name.Cue & NameCue.OrganisationHead) == 0) continue;
            w.Names.Add(name);
            t = name.End - 1;
        }
    }

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
        var place = w.CountryAt(at);
        if (body.Length > 0 && (place < 0 || body.End > w.Mentions[place].End))
        {
            organisation = body.Payload;
            return body.End;
        }

        if (place >= 0)
        {
            if (country < 0 || w.Mentions[place].Cue is CountryCue.Name or CountryCue.Demonym) country = w.Mentions[place].Country;
            return w.Mentions[place].End;
        }

        var next2 = w.HitAt(at, PhraseKind.Title, language);
        if (next2.Length == 0)
        {
            // A body that no list holds: `juru bicara Komisi Migrasi Federal`.
            var run = NameFinder.HeadRun(w, at, sentence);
            return run - at >= 2 ? run : at;
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
    private static bool IsPerson(in NameSpan name, bool afterComma) => name.Kind switch
    {
        NameKind.Person or NameKind.ShortPerson => true,
        NameKind.Organisation => false,
        _ when (name.Cue & (NameCue.OrganisationHead | NameCue.TaggedOrganisation)) != 0 => false,
        _ when name.Words == 1 => (name.Cue & (NameCue.Given | NameCue.Saying | NameCue.TaggedPerson | NameCue.Named)) != 0,
        _ => !afterComma || (name.Cue & (NameCue.Given | NameCue.Saying | NameCue.TaggedPerson)) != 0 || name.Words <= 4,
    };
}
