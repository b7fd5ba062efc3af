using Simpul.Text.Packs;

namespace Simpul.Text.Names;

/// <summary>
/// What stands around a mention decides whether it is a party: <c>pemerintah China</c> is China, <c>sekutu AS</c> is not the US,
/// and <c>di Abu Dhabi</c> says where.
/// </summary>
internal static class Surroundings
{
    internal static void Mark(Workspace w)
    {
        var outerEnd = 0;
        var outer = -1;
        for (var i = 0; i < w.Mentions.Count; i++)
        {
            ref var m = ref w.Mentions[i];
            if (outer >= 0 && m.End <= outerEnd && m.Kind != MentionKind.Anaphor && m.Token >= w.Mentions[outer].Token)
            {
                m.IsNested = true;
                continue;
            }

            if (m.End > outerEnd)
            {
                outer = i;
                outerEnd = m.End;
            }

            Context(w, ref m);
        }
    }

    private static void Context(Workspace w, ref Mention m)
    {
        var language = w.LanguageOf(m.Token);
        var before = m.Token;
        if (w.Pack.Grammar.Languages[language].NounFirst)
        {
            if (m.Kind == MentionKind.Country) Noun(w, ref m, language, before);
        }
        else if (m.Kind == MentionKind.Country)
        {
            EnglishNoun(w, ref m, language);
        }
        else if (m.Kind == MentionKind.Actor && w.Actors[m.Actor].Type == ActorType.Organisation
            && Of(w, m.Token, language) is >= 0 and var of && StateNoun(w, of, language) is > 0 and var officials)
        {
            // `senior officials of the EU`.
            m.PhraseFrom = of - officials;
        }

        m.IsVenue = m.Kind == MentionKind.Country && m.PhraseFrom == m.Token && (w.WordBefore(m.PhraseFrom, WordClass.In, language) > 0
            // `di Bandara Juanda, Surabaya, setelah ...`.
            || (m.Cue == CountryCue.Place && w.MarkAt(m.Token - 1) == ',' && w.MarkAt(m.End) is ',' or '.' or ';' or '(' or ')'));
    }

    // A chain of nouns before the country: `pasukan pemerintah Yaman`, `para pejabat China`.
    private static void Noun(Workspace w, ref Mention m, int language, int before)
    {
        for (var steps = 0; steps < 3; steps++)
        {
            if (w.WordBefore(before, WordClass.OtherNoun, language) > 0 || w.WordBefore(before, WordClass.PeopleNoun, language) > 0)
            {
                m.IsModifier = true;
                return;
            }

            var length = w.WordBefore(before, WordClass.StateNoun, language);
            if (length == 0) length = Title(w, before, language);
            // `Raja dan Ratu Belanda`: both are the country's.
            if (length == 0 && steps > 0 && w.WordBefore(before, WordClass.And, language) is > 0 and var and && Title(w, before - and, language) is > 0 and var first)
                length = and + first;
            if (length == 0) length = w.WordBefore(before, WordClass.Determiner, language);
            if (length == 0) return;
            before -= length;
            m.PhraseFrom = before;
        }
    }

    private static void EnglishNoun(Workspace w, ref Mention m, int language)
    {
        var end = m.End;
        if (end < w.Tokens.Count && w.Tokens[end].Is(Tokens.Shape.Possessive)) end++;
        if (w.WordAt(end, WordClass.OtherNoun, language) > 0 || w.WordAt(end, WordClass.PeopleNoun, language) > 0)
        {
            m.IsModifier = true;
            return;
        }

        // `the government of China`, `a court in Argentina`: the noun stands before.
        var of = Of(w, m.Token, language);
        if (of < 0 && w.WordBefore(m.Token, WordClass.In, language) is > 0 and var within && StateNoun(w, m.Token - within, language) > 0) of = m.Token - within;
        if (of < 0) return;
        if (StateNoun(w, of, language) is > 0 and var state) m.PhraseFrom = of - state;
        else if (w.WordBefore(of, WordClass.PeopleNoun, language) > 0) m.IsModifier = true;
    }

    // The token of the word for `of` before a name, an article between them skipped; -1 for none.
    private static int Of(Workspace w, int token, int language)
    {
        var at = token - w.WordBefore(token, WordClass.Determiner, language);
        return w.WordBefore(at, WordClass.Of, language) is > 0 and var length ? at - length : -1;
    }

    // How many tokens the longest noun takes that stands for a state and ends right before: `foreign ministers` before `ministers`.
    private static int StateNoun(Workspace w, int end, int language)
    {
        for (var length = Math.Min(4, end); length >= 1; length--)
        {
            if (w.WordAt(end - length, WordClass.StateNoun, language) == length) return length;
        }

        return 0;
    }

    // How many tokens a title takes that ends right before: `Menteri Keuangan Australia` is Australia where nobody knows the holder.
    private static int Title(Workspace w, int end, int language)
    {
        for (var length = 5; length >= 1; length--)
        {
            if (end - length < 0) continue;
            var hit = w.HitAt(end - length, PhraseKind.Title, language);
            if (hit.Length == length && w.Pack.Gazetteer.Titles[hit.Payload].ActsForState) return length;
        }

        return 0;
    }
}
