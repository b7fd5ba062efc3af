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
/// One sentence as the frames see it: its parties and its triggers, which <see cref="Subjects"/> and <see cref="Complements"/>
/// attach to each other.
/// </summary>
internal sealed class Clause
{
    internal Buffer<PartyPhrase> Parties { get; } = new(32);

    internal Buffer<TriggerHit> Triggers { get; } = new(32);

    /// <summary>Whom the last attack of the article hit, as a party of no sentence; none at first.</summary>
    internal PartyPhrase? Victim { get; set; }

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
        TriggerFinder.Run(this);
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

    /// <summary>The first token of a coordination: that of the first phrase of a party's group.</summary>
    internal int First(int party)
    {
        var first = party;
        while (first > 0 && Parties[first - 1].Group == Parties[party].Group) first--;
        return Parties[first].From;
    }

    private bool IsInParty(int token)
    {
        foreach (ref readonly var party in Parties.Items)
        {
            if (token >= party.From && token < party.End) return true;
        }

        return false;
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
            // `Theresa May will hold talks`: a name that looks like a modal ends the group.
            if (IsInParty(before)) break;
            if (W.HitAt(before, PhraseKind.Modality, Language).Length == 1 || W.WordAt(before, WordClass.Be, Language) > 0
                || W.WordAt(before, WordClass.Reflexive, Language) > 0 || W.WordAt(before, WordClass.Reciprocal, Language) > 0
                || W.WordAt(before, WordClass.Adverb, Language) == 1)
            {
                token = before;
                continue;
            }

            break;
        }

        return token;
    }
}
