using Simpul.Text.Packs;
using Simpul.Text.Tokens;

namespace Simpul.Text.Events;

/// <summary>To whom, by whom, whose: what stands right of a verb or noun. Measured on a treebank, the nearest phrase is the object in 94 of 100.</summary>
internal static class Complements
{
    /// <summary>How far an object or agent may stand from its verb, in tokens.</summary>
    private const int ObjectReach = 9;

    private const int PrepositionReach = 14;

    private const int LooseReach = 12;

    /// <summary>How many plain words may stand between a noun and its possessor.</summary>
    private const int PossessorReach = 3;

    /// <summary>The object of a verb: the first phrase on its right that no preposition governs.</summary>
    internal static int Object(Clause c, int end, int reach = ObjectReach)
    {
        var limit = Math.Min(Limit(c, end), end + reach);
        for (var p = 0; p < c.Parties.Count; p++)
        {
            ref readonly var party = ref c.Parties[p];
            if (party.From < end) continue;
            if (party.From >= limit) return -1;
            if (!party.IsVenue && (!party.IsGoverned || party.Preposition < end)) return p;
        }

        return -1;
    }

    /// <summary>The first phrase on the right after one of a row's prepositions.</summary>
    internal static int After(Clause c, int end, ulong[] prepositions)
    {
        var limit = Math.Min(Limit(c, end), end + PrepositionReach);
        for (var p = 0; p < c.Parties.Count; p++)
        {
            ref readonly var party = ref c.Parties[p];
            if (party.From < end) continue;
            if (party.From >= limit) return -1;
            if (party.Preposition >= end && !IsTaken(c, end, party.Preposition) && Array.IndexOf(prepositions, c.W.Tokens[party.Preposition].Hash) >= 0) return p;
        }

        return -1;
    }

    /// <summary>The first other phrase on the right within the clause, whatever governs it: where a row's own slots stay empty.</summary>
    internal static int Loose(Clause c, int end, int other)
    {
        var limit = Math.Min(Limit(c, end), end + LooseReach);
        for (var p = 0; p < c.Parties.Count; p++)
        {
            ref readonly var party = ref c.Parties[p];
            if (party.From < end) continue;
            if (party.From >= limit) return -1;
            if (party.Preposition >= end && IsTaken(c, end, party.Preposition) && c.W.WordBefore(party.Preposition + 1, WordClass.By, c.Language) == 0) return -1;
            if (!party.IsTopic && !party.IsVenue && c.Parties[other].Group != party.Group && !party.Same(c.Parties[other])) return p;
        }

        return -1;
    }

    /// <summary>The first other country on the right that tells where.</summary>
    internal static int Venue(Clause c, int end, int other)
    {
        var limit = Math.Min(Limit(c, end), end + LooseReach);
        for (var p = 0; p < c.Parties.Count; p++)
        {
            ref readonly var party = ref c.Parties[p];
            if (party.From < end) continue;
            if (party.From >= limit) return -1;
            if (party.IsVenue) return party.Country == c.Parties[other].Country ? -1 : p;
        }

        return -1;
    }

    // `siap merespons serangan ke Saudi`: what follows another noun of action is that noun's.
    private static bool IsTaken(Clause c, int from, int to)
    {
        foreach (ref readonly var hit in c.Triggers.Items)
        {
            if (hit.Token >= from && hit.End <= to && hit.Voice == Voice.Noun) return true;
        }

        return false;
    }

    /// <summary>The agent of a passive: after <c>oleh</c>, or in noun-first languages right after the verb.</summary>
    internal static int Agent(Clause c, int end)
    {
        if (c.NounFirst && c.PartyAt(end) is >= 0 and var bare) return bare;
        var limit = Math.Min(Limit(c, end), end + PrepositionReach);
        for (var p = 0; p < c.Parties.Count; p++)
        {
            ref readonly var party = ref c.Parties[p];
            if (party.From < end || party.From >= limit || party.Preposition < end) continue;
            if (c.W.WordBefore(party.Preposition + 1, WordClass.By, c.Language) > 0) return p;
        }

        return -1;
    }

    /// <summary>The possessor of a noun: right after it, or in modifier-first languages before it or after <c>of</c>.</summary>
    internal static int Possessor(Clause c, in TriggerHit noun)
    {
        if (c.NounFirst) return Possessor(c, noun.End) is >= 0 and var after ? after : Joined(c, noun.Token);
        for (var p = c.Parties.Count - 1; p >= 0; p--)
        {
            ref readonly var party = ref c.Parties[p];
            if (party.End > noun.Token) continue;
            if (noun.Token - party.End > 3) break;
            var plain = true;
            for (var t = party.End; t < noun.Token; t++) plain &= c.W.Tokens[t].Is(Shape.Possessive) || IsPlainWord(c, t);
            if (plain) return p;
            break;
        }

        return Of(c, noun);
    }

    /// <summary>The phrase after a noun and <c>of</c>.</summary>
    internal static int Of(Clause c, in TriggerHit noun)
    {
        var of = After(c, noun.End, Prepositions.Of(c, noun.End));
        return of >= 0 && c.Parties[of].From - noun.End <= 3 ? of : -1;
    }

    /// <summary>Whose the object of a verb is: the first phrase on the right, where <c>of</c> governs it and no mark or clause comes between.</summary>
    internal static int Owner(Clause c, int end)
    {
        var limit = Math.Min(Limit(c, end), end + ObjectReach);
        for (var p = 0; p < c.Parties.Count; p++)
        {
            ref readonly var party = ref c.Parties[p];
            if (party.From < end) continue;
            if (party.From >= limit || party.Preposition <= end || c.W.WordBefore(party.Preposition + 1, WordClass.Of, c.Language) == 0) return -1;
            for (var t = end; t < party.Preposition; t++)
                if (!c.W.Tokens[t].Is(Shape.Word | Shape.Number)) return -1;
            return p;
        }

        return -1;
    }

    /// <summary>The phrase right after the end of a noun, plain words between them skipped, that no preposition governs there.</summary>
    internal static int Possessor(Clause c, int end)
    {
        for (var gap = 0; gap <= PossessorReach; gap++)
        {
            if (c.PartyAt(end + gap) is >= 0 and var after && c.Parties[after].Preposition < end) return after;
            if (!IsPlainWord(c, end + gap)) break;
        }

        return -1;
    }

    // `AS-China` before a noun: `pembicaraan` is theirs.
    private static int Joined(Clause c, int token)
    {
        for (var p = c.Parties.Count - 1; p > 0; p--)
        {
            if (c.Parties[p].End == token && c.Parties[p].Group == c.Parties[p - 1].Group) return p;
        }

        return -1;
    }

    // A word that may stand between a noun and its possessor: `ofensif militer Rusia`.
    private static bool IsPlainWord(Clause c, int token) => token < c.Span.TokenTo && IsPlain(c.W, token, c.Language, isNoun: false);

    /// <summary>True for a lower-case word that no list calls a closed-class word, verb or noun of action: part of a plain noun phrase.</summary>
    internal static bool IsPlainNoun(Workspace w, int token, int language) => !w.Tokens[token].Is(Shape.Capital) && IsPlain(w, token, language, isNoun: true) && !Verbs.HasForm(w, token, language);

    private static bool IsPlain(Workspace w, int token, int language, bool isNoun)
    {
        if (!w.Tokens[token].Is(Shape.Word)) return false;
        foreach (ref readonly var hit in w.HitsAt(token))
        {
            if (!w.Speaks(hit, language)) continue;
            if (hit.Kind is PhraseKind.Modality or PhraseKind.Reporting) return false;
            if (hit.Kind == PhraseKind.Word && !IsNoun((WordClass)hit.Payload)) return false;
            if (hit.Kind == PhraseKind.Trigger && (isNoun || w.Pack.Events.Forms[hit.Payload].Voice != Voice.Noun)) return false;
        }

        return true;
    }

    // Classes of words that are parts of noun phrases all the same.
    private static bool IsNoun(WordClass word) => word is WordClass.NotName or WordClass.ThingNoun or WordClass.StateNoun or WordClass.PeopleNoun
        or WordClass.OtherNoun or WordClass.Sport or WordClass.NotVerb or WordClass.Deputy or WordClass.Kin or WordClass.Quantity;

    // Where what belongs to a verb or noun ends: the next boundary, topic zone, relative clause or finite verb.
    private static int Limit(Clause c, int end)
    {
        for (var t = end; t < c.Span.TokenTo; t++)
        {
            if (c.IsBoundary(t) || c.W.WordAt(t, WordClass.Topic, c.Language) > 0 || c.W.WordAt(t, WordClass.Relative, c.Language) > 0) return t;
            foreach (ref readonly var hit in c.Triggers.Items)
            {
                if (hit.Token == t && hit.Voice is Voice.Active or Voice.Passive or Voice.Past) return t;
            }
        }

        return c.Span.TokenTo;
    }
}

/// <summary>Prepositions that the grammar knows by class.</summary>
internal static class Prepositions
{
    /// <summary>The hash of the word for <c>of</c> that stands right after a noun; empty where there is none.</summary>
    internal static ulong[] Of(Clause clause, int token) =>
        clause.W.WordAt(token, WordClass.Of, clause.Language) > 0 ? [clause.W.Tokens[token].Hash] : [];
}
