using Simpul.Text.Packs;

namespace Simpul.Text.Events;

/// <summary>Verbs: voice decides which phrase is who.</summary>
internal static class VerbFrame
{
    internal static void Run(Clause c, int index, int sentence)
    {
        ref var hit = ref c.Triggers[index];
        var trigger = c.TriggerOf(hit);
        var isPassive = hit.Voice == Voice.Passive || (hit.Voice == Voice.Past && IsPassive(c, hit.Token, hit.End));
        var subject = c.Subject(index, out var isLoose);
        hit.Subject = subject;
        if (trigger.Has(TriggerFlags.Say) || c.IsTopic(hit.Token)) return;
        // The agent of `yang ia sebut`, `apa yang mereka perdalam` stands right before the bare verb, as a subject does.
        var agent = isPassive ? c.Agent(hit.End) : subject;
        if (isPassive) hit.Subject = subject;
        var patient = isPassive ? subject : c.Object(hit.End);
        var source = Pick(c, trigger.Source, agent, patient, hit.End, trigger);
        var target = Pick(c, trigger.Target, agent, patient, hit.End, trigger);
        // `mengadakan pembicaraan dengan`: without an object of its own a verb may still name the other side by a preposition.
        if (target < 0 && !isPassive && trigger.Target == Slot.Object && trigger.Prepositions.Length > 0) target = c.After(hit.End, trigger.Prepositions);
        // `bertemu Trump`: the other side of a mutual act may follow without its preposition; after `membahas` stands what is spoken about.
        if (target < 0 && !isPassive && trigger.Has(TriggerFlags.Mutual) && trigger.Target == Slot.Preposition
            && c.W.WordAt(hit.Token, WordClass.Topic, c.Language) == 0) target = c.PartyAt(hit.End);
        EventType? type = null;
        if (target < 0)
        {
            target = Deferred(c, hit, trigger);
            // A warning that somebody does harm is a rebuke; one of consequences has its object beside it.
            if (target >= 0 && trigger.Type == EventType.Threaten) type = EventType.Accuse;
        }

        if (isPassive && (trigger.Has(TriggerFlags.Mutual) || trigger.Type == EventType.Agree) && source < 0 && NounFrame.Between(c, hit) is >= 0 and var pair)
        {
            EventWriter.WriteGroup(c, hit, sentence, pair, 95);
            return;
        }

        var isBare = hit.Voice is Voice.Bare or Voice.Gerund;
        var factor = (isLoose ? 80 : 100) - (isBare ? 15 : 0);
        EventWriter.Write(c, hit, sentence, source, target, factor, type);
    }

    /// <summary>
    /// The other party in the clause that a verb opens: who is blamed or warned in `memperingatkan bahwa X ...`, whose invitation
    /// is accepted in `menerima undangan untuk mengunjungi X`.
    /// </summary>
    private static int Deferred(Clause c, in TriggerHit hit, Trigger trigger)
    {
        var that = c.W.WordAt(hit.End, WordClass.That, c.Language);
        var purpose = c.W.WordAt(hit.End, WordClass.Purpose, c.Language);
        var isThat = that > 0 && trigger.Type is EventType.Accuse or EventType.Threaten or EventType.Support;
        var isPurpose = purpose > 0 && trigger.Type == EventType.Agree;
        if (!isThat && !isPurpose) return -1;
        var from = hit.End + Math.Max(that, purpose);
        for (var p = 0; p < c.Parties.Count; p++)
        {
            if (c.Parties[p].From < from) continue;
            return c.Parties[p].From - from <= (isThat ? 1 : 3) && !c.Parties[p].IsVenue ? p : -1;
        }

        return -1;
    }

    private static int Pick(Clause c, Slot slot, int agent, int patient, int end, Trigger trigger) => slot switch
    {
        Slot.Subject => agent,
        Slot.Object => patient,
        // A verbal phrase that ends in a noun: whose attack it was is whom it hit (`bertanggung jawab atas serangan kilang Saudi`).
        Slot.Genitive => c.Object(end),
        Slot.Preposition => c.After(end, trigger.Prepositions),
        _ => -1,
    };

    // English: `was attacked`, `attacked by`.
    private static bool IsPassive(Clause c, int token, int end) =>
        c.W.WordBefore(token, WordClass.Be, c.Language) > 0 || c.W.WordAt(end, WordClass.By, c.Language) > 0;
}
