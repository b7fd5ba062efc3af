using Simpul.Text.Packs;
using Simpul.Text.Tokens;

namespace Simpul.Text.Events;

/// <summary>Lists the parties of a sentence: mentions that may act, joined with those coordinated with them.</summary>
internal static class PartyFinder
{
    /// <summary>How far before a possessor the preposition of its noun may stand, in tokens.</summary>
    private const int LongestNoun = 6;

    internal static void Run(Workspace w, in SentenceSpan sentence, ref int mention, Buffer<PartyPhrase> parties)
    {
        parties.Clear();
        while (mention < w.Mentions.Count && w.Mentions[mention].Token < sentence.TokenFrom) mention++;
        for (; mention < w.Mentions.Count && w.Mentions[mention].Token < sentence.TokenTo; mention++)
        {
            ref readonly var m = ref w.Mentions[mention];
            if (m.IsNested || m.IsModifier) continue;
            Add(w, m, sentence, parties);
        }
    }

    private static void Add(Workspace w, in Mention m, in SentenceSpan sentence, Buffer<PartyPhrase> parties)
    {
        int language = sentence.Language;
        var party = new PartyPhrase
        {
            From = m.PhraseFrom, End = m.End, Actor = m.Actor, Country = m.Country, Confidence = m.Confidence, IsVenue = m.IsVenue,
            Group = parties.Count, Preposition = Preposition(w, m.PhraseFrom, sentence),
        };
        if (parties.Count > 0)
        {
            ref var last = ref parties[parties.Count - 1];
            var isTogether = party.From == last.From && party.End == last.End;
            if (!isTogether && IsApposition(w, last, party))
            {
                // `Perdana Menteri Pakistan, Imran Khan`; `China (RRC)`: one party told twice.
                last.End = party.End;
                if (last.Actor < 0) last.Actor = party.Actor;
                return;
            }

            // `pemberontak Houthi Yaman`: whose rebels they are.
            if (party.From == last.End && last.Actor >= 0 && party.Actor < 0 && w.Pack.Grammar.Languages[language].NounFirst)
            {
                last.End = party.End;
                return;
            }

            // A group word (`kedua pihak`) stands once for each of its members.
            if (isTogether || IsCoordinated(w, last, party, language))
            {
                party.Group = last.Group;
                party.Preposition = last.Preposition;
                party.IsVenue = last.IsVenue;
            }
        }

        party.IsGoverned = party.Preposition >= 0;
        parties.Add(party);
    }

    private static bool IsApposition(Workspace w, in PartyPhrase last, in PartyPhrase party)
    {
        if (party.From < last.End) return last.Same(party);
        var gap = party.From - last.End;
        if (gap > 2 || !last.Same(party)) return false;
        for (var t = last.End; t < party.From; t++)
        {
            if (w.MarkAt(t) is not (',' or '(' or ')' or '-')) return false;
        }

        return true;
    }

    /// <summary>True where only commas, brackets, conjunctions and determiners stand between two phrases.</summary>
    private static bool IsCoordinated(Workspace w, in PartyPhrase last, in PartyPhrase party, int language)
    {
        int from = last.End, to = party.From;
        // `antara AS dengan China`.
        var isBetween = last.Preposition >= 0 && w.WordBefore(last.Preposition + 1, WordClass.Between, language) > 0;
        if (to <= from || to - from > 6) return false;
        var joined = false;
        var byComma = true;
        for (var t = from; t < to;)
        {
            if (w.Tokens[t].Is(Shape.Joiner) || w.MarkAt(t) == ',')
            {
                joined = true;
                byComma &= w.MarkAt(t) == ',';
                t++;
                continue;
            }

            if (w.MarkAt(t) == ')')
            {
                t++;
                continue;
            }

            if (isBetween && w.WordAt(t, WordClass.With, language) is > 0 and var with)
            {
                joined = true;
                byComma = false;
                t += with;
                continue;
            }

            if (w.MarkAt(t) == '(')
            {
                while (t < to && w.MarkAt(t) != ')') t++;
                t++;
                continue;
            }

            if (w.WordAt(t, WordClass.And, language) is > 0 and var and)
            {
                joined = true;
                byComma = false;
                t += and;
                continue;
            }

            if (joined && w.WordAt(t, WordClass.Determiner, language) is > 0 and var determiner)
            {
                t += determiner;
                continue;
            }

            if (joined && w.WordAt(t, WordClass.StateNoun, language) is > 0 and var noun)
            {
                t += noun;
                continue;
            }

            return false;
        }

        return joined && (!byComma || GoesOn(w, party.End, language) || IsList(w, last, party, language));
    }

    // `Di Astana, Putin menemui Xi`, `Menurut Jepang, Rusia menolak`: a comma alone joins only what the list goes on from.
    private static bool GoesOn(Workspace w, int end, int language) =>
        w.MarkAt(end) is ',' or '(' || w.WordAt(end, WordClass.And, language) > 0 || w.WordAt(end, WordClass.Or, language) > 0;

    // `berbicara dengan Arab Saudi, Uni Emirat Arab`: states after one preposition in mid-sentence.
    private static bool IsList(Workspace w, in PartyPhrase last, in PartyPhrase party, int language) =>
        last.Actor < 0 && party.Actor < 0 && last.Preposition >= 0 && !w.Tokens[last.Preposition].Is(Shape.Capital) && w.WordBefore(last.Preposition + 1, WordClass.With, language) > 0;

    /// <summary>The preposition right before a phrase, determiners between them skipped; -1 for none.</summary>
    internal static int Preposition(Workspace w, int from, in SentenceSpan sentence)
    {
        int language = sentence.Language;
        var at = from;
        while (at > sentence.TokenFrom && w.WordBefore(at, WordClass.Determiner, language) is > 0 and var length) at -= length;
        if (at <= sentence.TokenFrom) return -1;
        // `the enclave of Eastern Ghouta`: what governs the noun governs the phrase that belongs to it.
        if (!w.Pack.Grammar.Languages[language].NounFirst)
        {
            var of = w.WordBefore(at, WordClass.Of, language);
            if (OverAdjectives(w, at - of, sentence, isNoun: of > 0) is >= 0 and var governor) return governor;
        }

        foreach (var word in (ReadOnlySpan<WordClass>)[WordClass.With, WordClass.Toward, WordClass.From, WordClass.By, WordClass.In, WordClass.To,
            WordClass.Topic, WordClass.Between, WordClass.Of, WordClass.According])
        {
            if (w.WordBefore(at, word, language) > 0) return at - 1;
        }

        if (w.WordBefore(at, WordClass.Such, language) is > 0 and var such) return OfWhole(w, at - such, sentence);
        return w.Pack.Grammar.Languages[language].NounFirst ? OverNouns(w, at, sentence) : -1;
    }

    // `with a senior Yemeni official`: the preposition before the adjectives that stand before the phrase.
    private static int OverAdjectives(Workspace w, int from, in SentenceSpan sentence, bool isNoun)
    {
        for (var t = from - 1; t >= Math.Max(sentence.TokenFrom, from - LongestNoun); t--)
        {
            foreach (var word in (ReadOnlySpan<WordClass>)[WordClass.With, WordClass.Toward, WordClass.From, WordClass.By, WordClass.To])
            {
                if ((t < from - 1 || isNoun) && w.WordAt(t, word, sentence.Language) == 1) return t;
            }

            if (!w.Tokens[t].Is(Shape.Joiner) && w.WordAt(t, WordClass.Determiner, sentence.Language) == 0 && !Complements.IsPlainNoun(w, t, sentence.Language)) return -1;
        }

        return -1;
    }

    // `serangan terhadap fasilitas minyak Arab Saudi`, `dengan para pemimpin Taliban`: the preposition before the noun whose possessor the phrase is.
    private static int OverNouns(Workspace w, int from, in SentenceSpan sentence)
    {
        for (var t = from - 1; t >= Math.Max(sentence.TokenFrom, from - LongestNoun); t--)
        {
            foreach (var word in (ReadOnlySpan<WordClass>)[WordClass.With, WordClass.Toward, WordClass.From, WordClass.By])
            {
                if (t < from - 1 && w.WordAt(t, word, sentence.Language) == 1) return t;
            }

            if (!Complements.IsPlainNoun(w, t, sentence.Language) && w.WordAt(t, WordClass.Determiner, sentence.Language) == 0) return -1;
        }

        return -1;
    }

    // `dengan mitra dagang utama, seperti Uni Eropa`: the preposition before the noun that the list belongs to.
    private static int OfWhole(Workspace w, int end, in SentenceSpan sentence)
    {
        for (var t = end - 1; t >= Math.Max(sentence.TokenFrom, end - 8); t--)
        {
            foreach (var word in (ReadOnlySpan<WordClass>)[WordClass.With, WordClass.Toward, WordClass.From, WordClass.By, WordClass.To])
            {
                if (w.WordAt(t, word, sentence.Language) == 1) return t;
            }
        }

        return -1;
    }
}
