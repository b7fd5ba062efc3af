using Simpul.Text.Packs;
using Simpul.Text.Tokens;

namespace Simpul.Text.Names;

/// <summary>
/// Finds every country that the text names. The longest phrase of the gazetteer wins over shorter ones in it, so that a name
/// inside another name (<c>Jordan</c> in a person's, <c>Indonesia</c> in a bank's) is none; context decides the rest.
/// </summary>
internal static class CountryFinder
{
    internal static void Run(Workspace w)
    {
        for (var s = 0; s < w.Sentences.Count; s++)
        {
            var sentence = w.Sentences[s];
            for (var t = sentence.TokenFrom; t < sentence.TokenTo;)
            {
                var hit = Best(w, t, sentence);
                t += hit.Length == 0 ? 1 : Take(w, hit, sentence);
            }
        }

        Namesakes.Run(w);
    }

    private static Hit Best(Workspace w, int token, in SentenceSpan sentence)
    {
        Hit best = default;
        foreach (ref readonly var hit in w.HitsAt(token))
        {
            if (hit.Length < best.Length || hit.End > sentence.TokenTo || !Competes(w, hit, sentence.Language)) continue;
            // At equal length a country beats a body or person of the same name, and a blocker beats all.
            if (hit.Length == best.Length && Order(w, hit) >= Order(w, best)) continue;
            best = hit;
        }

        return best;
    }

    private static bool Competes(Workspace w, in Hit hit, int language) => hit.Kind switch
    {
        PhraseKind.CountryName or PhraseKind.Place or PhraseKind.Person or PhraseKind.Organisation => true,
        PhraseKind.Metonym or PhraseKind.Demonym or PhraseKind.Blocker => w.Speaks(hit, language) || w.Speaks(hit, w.Language),
        _ => false,
    };

    private static int Order(Workspace w, in Hit hit) => hit.Kind switch
    {
        PhraseKind.Blocker => -1,
        PhraseKind.Organisation => 200,
        PhraseKind.Person => 201,
        _ => w.Pack.Gazetteer.CountryNames[hit.Payload].Rank,
    };

    /// <summary>Takes a phrase; answers how many tokens to go on.</summary>
    private static int Take(Workspace w, in Hit hit, in SentenceSpan sentence)
    {
        switch (hit.Kind)
        {
            case PhraseKind.Blocker or PhraseKind.Person:
                return hit.Length;
            case PhraseKind.Organisation:
                // The country in the name of a state's organ is named; the one in a brand is not.
                return w.Pack.Gazetteer.Organisations[hit.Payload].Kind is "company" or "bank" or "medium" or "news-agency" or "broadcaster"
                    or "social-network" or "club" ? hit.Length : 1;
        }

        var name = w.Pack.Gazetteer.CountryNames[hit.Payload];
        if (!IsRuledOut(w, hit, name, sentence)) Add(w, hit, name);
        return hit.Length;
    }

    private static bool IsRuledOut(Workspace w, in Hit hit, in CountryName name, in SentenceSpan sentence)
    {
        int language = sentence.Language, from = hit.Token, end = hit.End;
        if (w.WordBefore(from, WordClass.LanguageNoun, language) > 0 || w.WordBefore(from, WordClass.CurrencyNoun, language) > 0) return true;
        var isNounFirst = w.Pack.Grammar.Languages[language].NounFirst;
        if (!isNounFirst && (w.WordAt(end, WordClass.LanguageNoun, language) > 0 || w.WordAt(end, WordClass.CurrencyNoun, language) > 0)) return true;
        if (w.MarkAt(end) is '$' or '€' or '£' && !w.Tokens[end].Is(Shape.SpaceBefore)) return true;
        if (hit.Kind != PhraseKind.Place) return false;
        // `Para pengunjuk rasa` opens a sentence: an article, not the Brazilian state.
        if (hit.Length == 1 && w.Tokens[from].Is(Shape.Opening) && IsCommonWord(w, from, language)) return true;
        if (w.WordBefore(from, WordClass.Street, language) > 0) return true;
        // A city's name as a family or given name: `Jack London`, `Paris Hilton`.
        return name.IsCity && hit.Length == 1 && (IsGiven(w, from - 1, sentence) || (IsGiven(w, from, sentence) && IsCapital(w, end, sentence)));
    }

    private static bool IsCommonWord(Workspace w, int token, int language)
    {
        foreach (ref readonly var hit in w.HitsAt(token))
        {
            if (hit.Kind is PhraseKind.Word or PhraseKind.Title or PhraseKind.Trigger or PhraseKind.Modality or PhraseKind.Reporting && hit.Length == 1 && w.Speaks(hit, language))
                return true;
        }

        return false;
    }

    private static bool IsGiven(Workspace w, int token, in SentenceSpan sentence)
    {
        if (token < sentence.TokenFrom || !w.Tokens[token].Is(Shape.Capital)) return false;
        foreach (ref readonly var hit in w.HitsAt(token))
        {
            if (hit.Kind == PhraseKind.GivenName) return true;
        }

        return false;
    }

    private static bool IsCapital(Workspace w, int token, in SentenceSpan sentence) =>
        token < sentence.TokenTo && w.Tokens[token].Is(Shape.Word) && w.Tokens[token].Is(Shape.Capital);

    private static void Add(Workspace w, in Hit hit, in CountryName name)
    {
        if (name.Namesakes is not null) w.SharedNames.Add() = (w.Mentions.Count, hit.Payload);
        ref var m = ref w.Mentions.Add();
        m = new Mention
        {
            Token = hit.Token,
            End = hit.End,
            PhraseFrom = hit.Token,
            Kind = MentionKind.Country,
            Actor = -1,
            Country = name.Country,
            Cue = name.Cue,
            Rule = hit.Kind switch
            {
                PhraseKind.CountryName => name.Cue == CountryCue.Metonym ? "country-nickname" : "country-name",
                PhraseKind.Demonym => "demonym",
                PhraseKind.Metonym => "metonym",
                _ => name.IsCity ? "city" : "region",
            },
            Confidence = hit.Kind switch
            {
                PhraseKind.CountryName => 98,
                PhraseKind.Demonym => 95,
                PhraseKind.Metonym => 93,
                _ => name.Rank <= 20 ? (byte)95 : (byte)85,
            },
        };
    }
}
