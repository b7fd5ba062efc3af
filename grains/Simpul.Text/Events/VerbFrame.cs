using Simpul.Text.Packs;

namespace Simpul.Text.Events;

/// <summary>Verbs: voice decides which phrase is who.</summary>
internal static class VerbFrame
{
    /// <summary>How far behind its infinitive the other side may stand, in tokens.</summary>
    private const int PurposeReach = 11;

    /// <summary>How far behind a verb the maker of the act may stand that it answers.</summary>
    private const int MakerReach = 8;

    internal static void Run(Clause c, int index, int sentence)
    {
        ref var hit = ref c.Triggers[index];
        var trigger = c.TriggerOf(hit);
        var isPassive = hit.Voice == Voice.Passive || (hit.Voice == Voice.Past && IsPassive(c, hit.Token, hit.End));
        var subject = Subjects.Of(c, index, out var isLoose);
        hit.Subject = subject;
        if (trigger.Has(TriggerFlags.Say) || c.IsTopic(hit.Token)) return;
        if (trigger.Source == Slot.Reporter)
        {
            var told = (trigger.Target == Slot.Object) == isPassive ? subject : isPassive ? Complements.Agent(c, hit.End) : Complements.Object(c, hit.End);
            // What is said of somebody further off is said of another: only the phrase right before the words is blamed or asked.
            if (told == subject && told >= 0 && c.GroupStart(hit.Token) - c.Parties[told].End > 1) return;
            if (told >= 0 && Reporters.TryFind(c, hit, out var reporter)) EventWriter.WriteTold(c, hit, sentence, reporter, told, isLoose ? 80 : 100);
            return;
        }

        if (!isPassive && subject >= 0 && IsReciprocal(c, hit, trigger) && EventWriter.GroupSize(c, subject) > 1)
        {
            EventWriter.WriteGroup(c, hit, sentence, subject, isLoose ? 75 : 95, bothWays: true);
            return;
        }

        // The agent of `yang ia sebut`, `apa yang mereka perdalam` stands right before the bare verb, as a subject does.
        var agent = isPassive ? Complements.Agent(c, hit.End) : subject;
        if (isPassive) hit.Subject = subject;
        var patient = isPassive ? subject : Complements.Object(c, hit.End);
        var source = Pick(c, trigger.Source, agent, patient, hit.End, trigger);
        var target = Pick(c, trigger.Target, agent, patient, hit.End, trigger);
        // `mengadakan pembicaraan dengan`: without an object of its own a verb may still name the other side by a preposition.
        if (target < 0 && !isPassive && trigger.Target == Slot.Object && trigger.Prepositions.Length > 0) target = Complements.After(c, hit.End, trigger.Prepositions);
        // `bertemu Trump`: the other side of a mutual act may follow without its preposition; after `membahas` stands what is spoken about.
        if (target < 0 && !isPassive && trigger.Has(TriggerFlags.Mutual) && trigger.Target == Slot.Preposition
            && c.W.WordAt(hit.Token, WordClass.Topic, c.Language) == 0) target = c.PartyAt(hit.End);
        if (target < 0 && !isPassive && trigger.Target == Slot.Preposition && trigger.Has(TriggerFlags.Mutual) && subject >= 0) target = Companion(c, subject, hit.Token);
        Turn? turn = null;
        var share = 100;
        if (target < 0)
        {
            target = Deferred(c, hit, trigger, source, out var isPurpose);
            if (isPurpose) share = 85;
            // A warning that somebody does harm is a rebuke; one of consequences has its object beside it.
            else if (target >= 0 && trigger.Type == EventType.Threaten) turn = EventWriter.Rebuke;
        }

        if (target < 0 && !isPassive && trigger.Target == Slot.Object && AnswersAnAct(trigger.Type))
        {
            target = Maker(c, hit.End, source);
            share = 85;
        }

        // `struck a depot of the Syrian army`: what is hit is whose it is.
        if (target < 0 && !isPassive && trigger.Target == Slot.Object && trigger.Type is EventType.Assault or EventType.Coerce
            && source >= 0 && Complements.Owner(c, hit.End) is >= 0 and var owner && !c.Parties[owner].Same(c.Parties[source])
            && (!trigger.Has(TriggerFlags.Weak) || (c.Parties[source].Actor < 0 && c.Parties[owner].Country >= 0)))
        {
            target = owner;
            share = 85;
        }

        if (isPassive && (trigger.Has(TriggerFlags.Mutual) || trigger.Type == EventType.Agree) && source < 0 && NounFrame.Between(c, hit) is >= 0 and var pair)
        {
            EventWriter.WriteGroup(c, hit, sentence, pair, 95);
            return;
        }

        // `mencaplok permukiman di Tepi Barat`: force in a country is force against it.
        if (target < 0 && source >= 0 && !isPassive && trigger.Type is EventType.Assault or EventType.Coerce && Complements.Venue(c, hit.End, source) is >= 0 and var venue)
        {
            target = venue;
            share = 70;
        }

        if (trigger.Type == EventType.Assault && target >= 0) c.Victim = c.Parties[target];
        if (target < 0 && source >= 0 && trigger.Has(TriggerFlags.Claim) && Before(c, trigger, source) is { } other)
        {
            EventWriter.WriteClaim(c, hit, sentence, source, other);
            return;
        }

        var isBare = hit.Voice is Voice.Bare or Voice.Gerund;
        var factor = ((isLoose ? 80 : 100) - (isBare ? 15 : 0)) * share / 100;
        if (target < 0 && source >= 0 && !isPassive && IsDirected(trigger) && Complements.Loose(c, hit.End, source) is >= 0 and var loose)
        {
            target = loose;
            factor = factor * 75 / 100;
        }

        if (trigger.Type == EventType.Agree && source >= 0 && Vowed(c, index) is >= 0 and var enemy)
        {
            target = enemy;
            turn = EventWriter.Vow;
        }

        EventWriter.Write(c, hit, sentence, source, target, factor, turn);
    }

    // `berjanji untuk memukul Taliban`: a promise of force is a threat to whom it would hit.
    private static int Vowed(Clause c, int index)
    {
        if (index + 1 >= c.Triggers.Count) return -1;
        ref readonly var act = ref c.Triggers[index + 1];
        var isNear = act.Token - c.Triggers[index].End <= 3 && act.Voice is Voice.Active or Voice.Bare;
        return isNear && c.TriggerOf(act).Type is EventType.Assault or EventType.Coerce or EventType.Sanction ? Complements.Object(c, act.End) : -1;
    }

    // `Joko Widodo bersama sembilan pemimpin ASEAN menandatangani ...`: with whom, told before the verb.
    private static int Companion(Clause c, int subject, int verb)
    {
        for (var p = subject + 1; p < c.Parties.Count && c.Parties[p].End <= verb; p++)
        {
            ref readonly var party = ref c.Parties[p];
            if (party.Group != c.Parties[subject].Group && party.Preposition >= c.Parties[subject].End
                && c.W.WordBefore(party.Preposition + 1, WordClass.With, c.Language) > 0) return p;
        }

        return -1;
    }

    /// <summary>
    /// The other party in the clause that a verb opens: who is blamed or warned in `memperingatkan bahwa X ...`, whose invitation
    /// is accepted in `menerima undangan untuk mengunjungi X`, to whom it is refused in `refused to hand the ships over to X`.
    /// </summary>
    private static int Deferred(Clause c, in TriggerHit hit, Trigger trigger, int source, out bool isPurpose)
    {
        var that = c.W.WordAt(hit.End, WordClass.That, c.Language);
        // The row may hold the word itself: `agree to`.
        var isOwn = hit.End - hit.Token > 1 && c.W.WordBefore(hit.End, WordClass.Purpose, c.Language) > 0;
        var purpose = isOwn ? 0 : c.W.WordAt(hit.End, WordClass.Purpose, c.Language);
        var isThat = that > 0 && trigger.Type is EventType.Accuse or EventType.Threaten or EventType.Support or EventType.Request;
        isPurpose = !isThat && (isOwn || purpose > 0) && trigger.Type is EventType.Agree or EventType.Reject or EventType.Threaten;
        if (!isThat && !isPurpose) return -1;
        var from = hit.End + Math.Max(that, purpose);
        var limit = from + (isThat ? 2 : PurposeReach);
        for (var t = from + 1; isPurpose && t < limit && t < c.Span.TokenTo; t++)
        {
            if (c.IsBoundary(t)) limit = t;
        }

        for (var p = 0; p < c.Parties.Count; p++)
        {
            ref readonly var party = ref c.Parties[p];
            if (party.From < from) continue;
            if (party.From >= limit) return -1;
            if (!party.IsVenue && !party.IsTopic && (source < 0 || !party.Same(c.Parties[source]))) return p;
            if (isThat) return -1;
        }

        return -1;
    }

    // What is rejected, praised or blamed is often what somebody did: `rejected a request by China`.
    private static bool AnswersAnAct(EventType type) => type is EventType.Reject or EventType.Support or EventType.Accuse;

    /// <summary>Who did what a verb answers: the first phrase on its right after a word for by, from or of.</summary>
    private static int Maker(Clause c, int end, int source)
    {
        for (var p = 0; p < c.Parties.Count; p++)
        {
            ref readonly var party = ref c.Parties[p];
            if (party.From < end) continue;
            if (party.From > end + MakerReach || party.Preposition < end) return -1;
            for (var t = end; t < party.From; t++)
            {
                if (c.IsBoundary(t) || c.W.MarkAt(t) == ',') return -1;
            }

            var after = party.Preposition + 1;
            var isMaker = c.W.WordBefore(after, WordClass.By, c.Language) > 0 || c.W.WordBefore(after, WordClass.From, c.Language) > 0
                || c.W.WordBefore(after, WordClass.Of, c.Language) > 0;
            return isMaker && (source < 0 || !party.Same(c.Parties[source])) ? p : -1;
        }

        return -1;
    }

    // Whom the attack hit that somebody owns up to; who charged them with what they deny; whom they charged with what they mean to answer.
    private static PartyPhrase? Before(Clause c, Trigger trigger, int source)
    {
        if (trigger.Type == EventType.Assault) return c.Victim;
        ref readonly var party = ref c.Parties[source];
        for (var e = c.W.Events.Count - 1; e >= 0; e--)
        {
            ref readonly var told = ref c.W.Events[e];
            if (told.Type != EventType.Accuse) continue;
            if (trigger.Type == EventType.Threaten)
            {
                if (party.Same(new PartyPhrase { Actor = told.SourceActor, Country = told.SourceCountry }))
                    return new PartyPhrase { Actor = told.TargetActor, Country = told.TargetCountry, Confidence = told.Confidence, Preposition = -1 };
                continue;
            }

            if (!party.Same(new PartyPhrase { Actor = told.TargetActor, Country = told.TargetCountry })) continue;
            return new PartyPhrase { Actor = told.SourceActor, Country = told.SourceCountry, Confidence = told.Confidence, Preposition = -1 };
        }

        return null;
    }

    // Acts whose other side is worth guessing: mutual ones name it or have none, and a promise mostly has no receiver.
    private static bool IsDirected(Trigger trigger) =>
        !trigger.Has(TriggerFlags.Weak) && !trigger.Has(TriggerFlags.Mutual) && trigger.Type is not (EventType.Agree or EventType.Consult);

    private static int Pick(Clause c, Slot slot, int agent, int patient, int end, Trigger trigger) => slot switch
    {
        Slot.Subject => agent,
        Slot.Object => patient,
        // A verbal phrase that ends in a noun: whose attack it was is whom it hit (`bertanggung jawab atas serangan kilang Saudi`).
        Slot.Genitive => Complements.Possessor(c, end),
        Slot.Preposition => Complements.After(c, end, trigger.Prepositions),
        _ => -1,
    };

    // `Rusia dan Ukraina saling menuduh`, `accused each other`: each does it to the others. Who respect each other have agreed on nothing yet.
    private static bool IsReciprocal(Clause c, in TriggerHit hit, Trigger trigger) =>
        trigger.Source == Slot.Subject && trigger.Target is Slot.Object or Slot.Preposition && trigger.Type != EventType.Agree
        && (c.W.WordBefore(hit.Token, WordClass.Reciprocal, c.Language) > 0 || c.W.WordAt(hit.End, WordClass.Reciprocal, c.Language) > 0);

    // English: `was attacked`, `attacked by`.
    private static bool IsPassive(Clause c, int token, int end) =>
        c.W.WordBefore(token, WordClass.Be, c.Language) > 0 || c.W.WordAt(end, WordClass.By, c.Language) > 0;
}
