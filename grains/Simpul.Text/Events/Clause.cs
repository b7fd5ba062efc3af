using Simpul.Text.Packs;
using Simpul.Text.Tokens;

namespace Simpul.Text.Events;

/// <summary>A trigger as it stands in a sentence.</summary>
internal struct TriggerHit
{
    public int Token;
    public int End;
    public int Trigger;
    public Voice Voice;

    /// <summary>Group of its subject, once it is found; -1 for none.</summary>
    public int Subject;
}

/// <summary>
/// One sentence as the frames see it: its parties, its triggers, and the searches that attach one to the other. Nearest phrase
/// by position and preposition, no parser: measured on a treebank, it finds 84 of 100 subjects and 94 of 100 objects.
/// </summary>
internal sealed class Clause
{
    /// <summary>How far an object or agent may stand from its verb, in tokens.</summary>
    private const int ObjectReach = 9;

    private const int PrepositionReach = 14;

    internal Buffer<PartyPhrase> Parties { get; } = new(32);

    internal Buffer<TriggerHit> Triggers { get; } = new(32);

    internal Workspace W { get; private set; } = null!;

    internal SentenceSpan Span { get; private set; }

    internal int Language => Span.Language;

    internal bool NounFirst { get; private set; }

    internal void Begin(Workspace w, in SentenceSpan sentence, ref int mention)
    {
        W = w;
        Span = sentence;
        NounFirst = w.Pack.Grammar.Languages[sentence.Language].NounFirst;
        PartyFinder.Run(w, sentence, ref mention, Parties);
        FindTriggers();
        CutPhrases();
        MarkTopics();
    }

    // `mengusir diplomat Rusia`: where a trigger takes the noun in, the phrase begins after it.
    private void CutPhrases()
    {
        foreach (ref var party in Parties.Mutable)
        {
            foreach (ref readonly var hit in Triggers.Items)
            {
                if (hit.Token < party.From && hit.End > party.From && hit.End < party.End) party.From = hit.End;
            }
        }
    }

    // After `tentang`, `membahas`: what is spoken about, up to the next clause, verb or `dengan`.
    private void MarkTopics()
    {
        var party = 0;
        var trigger = 0;
        var isTopic = false;
        for (var t = Span.TokenFrom; t < Span.TokenTo; t++)
        {
            while (trigger < Triggers.Count && Triggers[trigger].Token < t) trigger++;
            if (W.WordAt(t, WordClass.Topic, Language) > 0) isTopic = true;
            else if (IsBoundary(t) || W.WordAt(t, WordClass.With, Language) > 0 || W.WordAt(t, WordClass.Relative, Language) > 0
                || (trigger < Triggers.Count && Triggers[trigger].Token == t && Triggers[trigger].Voice != Voice.Noun)) isTopic = false;
            for (; party < Parties.Count && Parties[party].From <= t; party++) Parties[party].IsTopic = isTopic;
        }
    }

    /// <summary>True where a topic word stands right before a verb: it is spoken about, not done.</summary>
    internal bool IsTopic(int token) => W.WordBefore(GroupStart(token), WordClass.Topic, Language) > 0;

    private void FindTriggers()
    {
        Triggers.Clear();
        var lexicon = W.Pack.Events;
        for (var t = Span.TokenFrom; t < Span.TokenTo; t++)
        {
            if (!W.Tokens[t].Is(Shape.Word)) continue;
            // `juru bicara`: the words of a title do nothing.
            if (W.HitAt(t, PhraseKind.Title, Language) is { Length: > 1 } title)
            {
                t = title.End - 1;
                continue;
            }

            var best = default(Hit);
            foreach (ref readonly var hit in W.HitsAt(t))
            {
                if (hit.Kind != PhraseKind.Trigger || hit.Length <= best.Length || !W.Speaks(hit, Language) || hit.End > Span.TokenTo) continue;
                if (IsVoid(lexicon.Triggers[lexicon.Forms[hit.Payload].Trigger], hit) || IsInName(hit)) continue;
                best = hit;
            }

            if (best.Length == 0) continue;
            var form = lexicon.Forms[Choose(best)];
            Triggers.Add(new TriggerHit { Token = t, End = best.End, Trigger = form.Trigger, Voice = form.Voice, Subject = -1 });
            t = best.End - 1;
        }
    }

    // A form that is both verb and noun (`serang`, `attack`): a noun after a determiner or preposition or before `oleh`, else a verb.
    private int Choose(in Hit best)
    {
        var lexicon = W.Pack.Events;
        int noun = -1, verb = -1;
        foreach (ref readonly var hit in W.HitsAt(best.Token))
        {
            if (hit.Kind != PhraseKind.Trigger || hit.Length != best.Length || !W.Speaks(hit, Language)) continue;
            var form = lexicon.Forms[hit.Payload];
            if (IsVoid(lexicon.Triggers[form.Trigger], hit)) continue;
            if (form.Voice == Voice.Noun) noun = noun < 0 ? hit.Payload : noun;
            else if (verb < 0) verb = hit.Payload;
        }

        if (noun < 0) return verb;
        if (verb < 0) return noun;
        var isNoun = W.WordBefore(best.Token, WordClass.Determiner, Language) > 0 || W.WordBefore(best.Token, WordClass.Of, Language) > 0
            || W.WordBefore(best.Token, WordClass.In, Language) > 0 || W.WordBefore(best.Token, WordClass.From, Language) > 0
            || best.Token == Span.TokenFrom || W.Tokens[best.Token - 1].Is(Shape.Possessive) || IsAfterLightVerb(best.Token)
            || W.WordAt(best.End, WordClass.Between, Language) > 0 || AsksForPreposition(noun, verb, best.End);
        return isNoun ? noun : verb;
    }

    // `imposed sanctions`: the noun of a light verb.
    private bool IsAfterLightVerb(int token)
    {
        for (var length = 1; length <= 3 && token - length >= Span.TokenFrom; length++)
        {
            if (W.HitAt(token - length, PhraseKind.LightVerb, Language).Length == length) return true;
        }

        return false;
    }

    // `U.S. sanctions on Iran`: the verb would have its object here, the noun has its preposition.
    private bool AsksForPreposition(int noun, int verb, int end)
    {
        var lexicon = W.Pack.Events;
        return end < Span.TokenTo && lexicon.Triggers[lexicon.Forms[verb].Trigger].Target == Slot.Object
            && Array.IndexOf(lexicon.Triggers[lexicon.Forms[noun].Trigger].Prepositions, W.Tokens[end].Hash) >= 0;
    }

    // `Undang-Undang`: a word doubled with a capital is another word.
    private bool IsDoubled(int token) =>
        token + 2 < Span.TokenTo && W.Tokens[token + 1].Is(Shape.Joiner) && W.Tokens[token + 2].Hash == W.Tokens[token].Hash
        || token - 2 >= Span.TokenFrom && W.Tokens[token - 1].Is(Shape.Joiner) && W.Tokens[token - 2].Hash == W.Tokens[token].Hash;

    private bool IsVoid(Trigger trigger, in Hit hit) => IsDoubled(hit.Token) ||
        (hit.End < Span.TokenTo && Array.IndexOf(trigger.NotBefore, W.Tokens[hit.End].Hash) >= 0)
        || (hit.Token > Span.TokenFrom && Array.IndexOf(trigger.NotAfter, W.Tokens[hit.Token - 1].Hash) >= 0);

    // `Palang Merah`, `Komite Pemilihan`: the words of a name do nothing.
    private bool IsInName(in Hit hit)
    {
        foreach (ref readonly var party in Parties.Items)
        {
            if (party.Actor >= 0 && hit.Token >= party.From && hit.End <= party.End) return true;
        }

        return false;
    }

    internal Trigger TriggerOf(in TriggerHit hit) => W.Pack.Events.Triggers[hit.Trigger];

    /// <summary>The party whose phrase begins at a token, or -1.</summary>
    internal int PartyAt(int token)
    {
        for (var p = 0; p < Parties.Count; p++)
        {
            if (Parties[p].From == token) return p;
        }

        return -1;
    }

    /// <summary>True where a token opens another clause.</summary>
    internal bool IsBoundary(int token) =>
        W.MarkAt(token) is ';' or ':' || W.WordAt(token, WordClass.Clause, Language) > 0 || W.WordAt(token, WordClass.That, Language) > 0
        || W.WordAt(token, WordClass.But, Language) > 0;

    /// <summary>The first token of the verb group that ends in a trigger: modals, negations and adverbs before it.</summary>
    internal int GroupStart(int token)
    {
        while (token > Span.TokenFrom)
        {
            var before = token - 1;
            if (W.HitAt(before, PhraseKind.Modality, Language).Length == 1 || W.WordAt(before, WordClass.Be, Language) > 0
                || W.WordAt(before, WordClass.Reflexive, Language) > 0 || W.WordAt(before, WordClass.Reciprocal, Language) > 0)
            {
                token = before;
                continue;
            }

            break;
        }

        return token;
    }

    /// <summary>
    /// The subject of a verb: the nearest phrase on its left that no preposition governs; <c>yang</c> right before the verb asks
    /// for the phrase before it; a conjunction or comma right before it for the subject of the verb before.
    /// </summary>
    /// <returns>Index of a party of the subject's group, or -1.</returns>
    internal int Subject(int index, out bool isLoose)
    {
        isLoose = false;
        var start = GroupStart(Triggers[index].Token);
        if (W.WordBefore(start, WordClass.Relative, Language) is > 0 and var relative) return Antecedent(start - relative);
        if (index > 0 && Shares(start) && Triggers[index - 1].Subject >= 0) return Triggers[index - 1].Subject;
        for (var p = Parties.Count - 1; p >= 0; p--)
        {
            ref readonly var party = ref Parties[p];
            if (party.End > start || party.IsVenue || party.IsTopic) continue;
            if (party.IsGoverned && !IsPossessor(party)) continue;
            isLoose = Crosses(party.End, start);
            if (isLoose && IsRelativeBetween(party.End, start) && W.MarkAt(start - 1) != ',') return -1;
            return p;
        }

        isLoose = true;
        return Fronted(index, start);
    }

    private bool Shares(int start) =>
        W.WordBefore(start, WordClass.And, Language) > 0 || (W.MarkAt(start - 1) == ',' && start - 1 > Span.TokenFrom);

    // English `'s` and adjectives stand before their noun; a country in `of China` belongs to it too, but never acts alone.
    private static bool IsPossessor(in PartyPhrase party) => party.Preposition < 0;

    private int Antecedent(int end)
    {
        foreach (ref readonly var noun in Triggers.Items)
        {
            if (noun.End == end && noun.Voice == Voice.Noun && noun.Subject >= 0) return noun.Subject;
        }

        for (var p = Parties.Count - 1; p >= 0; p--)
        {
            if (Parties[p].End > end) continue;
            // `pemberontak Houthi di Yaman, yang didukung Iran`: the place belongs to the phrase before it.
            if (Parties[p].IsVenue && p > 0 && Parties[p].From - Parties[p - 1].End <= 1)
            {
                end = Parties[p - 1].End;
                continue;
            }

            var gap = end - Parties[p].End;
            return gap <= 1 || (gap <= 3 && !Crosses(Parties[p].End, end)) ? p : -1;
        }

        return -1;
    }

    // `Memanggil Xi sebagai ..., Putin menyampaikan`: the subject of an initial participial clause follows its comma.
    private int Fronted(int index, int start)
    {
        if (start != Span.TokenFrom && !IsBoundary(start - 1)) return -1;
        for (var p = 0; p < Parties.Count; p++)
        {
            if (Parties[p].From > Triggers[index].End && W.MarkAt(Parties[p].From - 1) == ',' && !Parties[p].IsGoverned) return p;
        }

        return -1;
    }

    private bool Crosses(int from, int to)
    {
        for (var t = from; t < to; t++)
        {
            if (IsBoundary(t) || W.WordAt(t, WordClass.Relative, Language) > 0) return true;
        }

        return false;
    }

    private bool IsRelativeBetween(int from, int to)
    {
        for (var t = from; t < to; t++)
        {
            if (W.WordAt(t, WordClass.Relative, Language) > 0) return true;
        }

        return false;
    }

    /// <summary>The object of a verb: the first phrase on its right that no preposition governs.</summary>
    internal int Object(int end, int reach = ObjectReach)
    {
        var limit = Math.Min(Limit(end), end + reach);
        for (var p = 0; p < Parties.Count; p++)
        {
            ref readonly var party = ref Parties[p];
            if (party.From < end) continue;
            if (party.From >= limit) return -1;
            if (!party.IsVenue && (!party.IsGoverned || party.Preposition < end)) return p;
        }

        return -1;
    }

    /// <summary>The first phrase on the right after one of a row's prepositions.</summary>
    internal int After(int end, ulong[] prepositions)
    {
        var limit = Math.Min(Limit(end), end + PrepositionReach);
        for (var p = 0; p < Parties.Count; p++)
        {
            ref readonly var party = ref Parties[p];
            if (party.From < end) continue;
            if (party.From >= limit) return -1;
            if (party.Preposition >= end && Array.IndexOf(prepositions, W.Tokens[party.Preposition].Hash) >= 0) return p;
        }

        return -1;
    }

    /// <summary>The agent of a passive: after <c>oleh</c>, or in noun-first languages right after the verb.</summary>
    internal int Agent(int end)
    {
        if (NounFirst && PartyAt(end) is >= 0 and var bare) return bare;
        var limit = Math.Min(Limit(end), end + PrepositionReach);
        for (var p = 0; p < Parties.Count; p++)
        {
            ref readonly var party = ref Parties[p];
            if (party.From < end || party.From >= limit || party.Preposition < end) continue;
            if (W.WordBefore(party.Preposition + 1, WordClass.By, Language) > 0) return p;
        }

        return -1;
    }

    /// <summary>The possessor of a noun: right after it, or in modifier-first languages before it or after <c>of</c>.</summary>
    internal int Possessor(in TriggerHit noun)
    {
        if (NounFirst)
        {
            for (var gap = 0; gap <= 2; gap++)
            {
                if (PartyAt(noun.End + gap) is >= 0 and var after && Parties[after].Preposition < 0) return after;
                if (!IsPlainWord(noun.End + gap)) break;
            }

            return Joined(noun.Token);
        }

        for (var p = Parties.Count - 1; p >= 0; p--)
        {
            ref readonly var party = ref Parties[p];
            if (party.End > noun.Token) continue;
            if (noun.Token - party.End > 3) break;
            var plain = true;
            for (var t = party.End; t < noun.Token; t++) plain &= W.Tokens[t].Is(Shape.Possessive) || IsPlainWord(t);
            if (plain) return p;
            break;
        }

        var of = After(noun.End, Prepositions.Of(this, noun.End));
        return of >= 0 && Parties[of].From - noun.End <= 3 ? of : -1;
    }

    // `AS-China` before a noun: `pembicaraan` is theirs.
    private int Joined(int token)
    {
        for (var p = Parties.Count - 1; p > 0; p--)
        {
            if (Parties[p].End == token && Parties[p].Group == Parties[p - 1].Group) return p;
        }

        return -1;
    }

    // A word that may stand between a noun and its possessor: `ofensif militer Rusia`.
    private bool IsPlainWord(int token)
    {
        if (token >= Span.TokenTo || !W.Tokens[token].Is(Shape.Word)) return false;
        foreach (ref readonly var hit in W.HitsAt(token))
        {
            if (hit.Kind is PhraseKind.Word or PhraseKind.Modality or PhraseKind.Reporting && W.Speaks(hit, Language)) return false;
            if (hit.Kind == PhraseKind.Trigger && W.Speaks(hit, Language) && W.Pack.Events.Forms[hit.Payload].Voice != Voice.Noun) return false;
        }

        return true;
    }

    // Where what belongs to a verb or noun ends: the next boundary, topic zone, relative clause or finite verb.
    private int Limit(int end)
    {
        for (var t = end; t < Span.TokenTo; t++)
        {
            if (IsBoundary(t) || W.WordAt(t, WordClass.Topic, Language) > 0 || W.WordAt(t, WordClass.Relative, Language) > 0) return t;
            foreach (ref readonly var hit in Triggers.Items)
            {
                if (hit.Token == t && hit.Voice is Voice.Active or Voice.Passive or Voice.Past) return t;
            }
        }

        return Span.TokenTo;
    }
}

/// <summary>Prepositions that the grammar knows by class.</summary>
internal static class Prepositions
{
    /// <summary>The hash of the word for <c>of</c> that stands right after a noun; empty where there is none.</summary>
    internal static ulong[] Of(Clause clause, int token) =>
        clause.W.WordAt(token, WordClass.Of, clause.Language) > 0 ? [clause.W.Tokens[token].Hash] : [];
}
