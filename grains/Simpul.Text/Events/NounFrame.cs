using Simpul.Text.Packs;

namespace Simpul.Text.Events;

/// <summary>Nominal events: half of all relations in foreign news.</summary>
internal static class NounFrame
{
    /// <summary>How far behind a noun its maker may stand, in tokens: places and dates come between.</summary>
    private const int MakerReach = 14;

    /// <summary>How far a maker may stand that <c>dari</c> names.</summary>
    private const int SourceReach = 8;

    internal static void Run(Clause c, int index, int sentence)
    {
        var hit = c.Triggers[index];
        var trigger = c.TriggerOf(hit);
        if (trigger.Has(TriggerFlags.Say)) return;
        if (trigger.Has(TriggerFlags.Between) && Between(c, hit) is >= 0 and var pair)
        {
            EventWriter.WriteGroup(c, hit, sentence, pair, 100);
            return;
        }

        var light = LightVerb(c, index);
        var turn = light?.TurnOf(trigger.Type);
        // `rejected a request by China`: what another did is answered, so the answer goes back to them.
        if (light is { Source: Slot.Object } && turn is not null)
        {
            var other = By(c, hit, trigger) is >= 0 and var maker ? maker : Complements.Possessor(c, hit);
            var answerer = Subjects.Of(c, index, out _);
            if (other >= 0 && answerer >= 0 && other != answerer) EventWriter.Write(c, hit, sentence, answerer, other, 90, turn);
            return;
        }

        // `menerima kecaman dari China`: the subject has it done to them.
        if (light is { Source: Slot.Preposition })
        {
            var giver = By(c, hit, trigger) is >= 0 and var from ? from : Complements.Of(c, hit) is >= 0 and var of ? of : Complements.Possessor(c, hit);
            var receiver = Subjects.Of(c, index, out _);
            if (giver >= 0 && receiver >= 0 && giver != receiver) EventWriter.Write(c, hit, sentence, giver, receiver, 90);
            return;
        }

        var end = hit.End;
        var possessor = Done(c, ref end);
        if (possessor < 0) possessor = Complements.Possessor(c, hit);
        if (possessor < 0) possessor = Joined(c, index);
        var after = trigger.Prepositions.Length == 0 ? -1 : Complements.After(c, end, trigger.Prepositions);
        if (possessor >= 0 && after < 0 && (trigger.Has(TriggerFlags.Between) || trigger.Has(TriggerFlags.Mutual)) && EventWriter.GroupSize(c, possessor) > 1)
        {
            EventWriter.WriteGroup(c, hit, sentence, possessor, 95);
            return;
        }

        // `perang Rusia Ukraina`: two possessors side by side are the two sides.
        if (possessor >= 0 && after < 0 && trigger.Has(TriggerFlags.Between) && c.PartyAt(c.Parties[possessor].End) is >= 0 and var second)
        {
            EventWriter.Write(c, hit, sentence, possessor, second, 90);
            return;
        }

        // `expressed its condemnation of Israel`: whom the noun's own preposition names is its target, and its doer is the light verb's or none.
        var isTargetOnly = possessor >= 0 && possessor == after && trigger is { Source: Slot.Genitive, Target: Slot.Preposition } && turn is null;
        if (isTargetOnly) possessor = -1;
        var factor = 100;
        var subject = -1;
        var isOwn = possessor >= 0;
        if (possessor < 0 || trigger.Source == Slot.Subject)
        {
            subject = Doer(c, index, trigger, light, out var isLight);
            if (isTargetOnly && !isLight) subject = -1;
            factor = isLight ? 95 : 75;
            isOwn |= isLight;
        }

        var source = trigger.Source switch
        {
            Slot.Genitive => possessor >= 0 ? possessor : By(c, hit, trigger) is >= 0 and var by ? by : subject,
            Slot.Preposition => after,
            _ => subject,
        };
        var target = trigger.Target switch
        {
            Slot.Preposition => after,
            Slot.Genitive => possessor,
            Slot.Object => Complements.Object(c, hit.End),
            _ => -1,
        };
        // `demanded an apology from China`, `lifted its blockade of Yemen`: of a turned act whoever turns it is the source, all else the other side.
        if (turn is not null)
        {
            if (subject < 0) subject = Subjects.Of(c, index, out _);
            source = subject;
            target = after >= 0 ? after : By(c, hit, trigger) is >= 0 and var maker ? maker : possessor;
        }

        if (target < 0 && source >= 0 && isOwn && trigger.Type is EventType.Assault or EventType.Coerce && Complements.Venue(c, end, source) is >= 0 and var venue) (target, factor) = (venue, factor * 70 / 100);
        if (trigger.Type == EventType.Assault && target >= 0) c.Victim = c.Parties[target];
        // `serangan yang menewaskan X`: whoever does the noun does what it does.
        c.Triggers[index].Subject = source;
        if (trigger.Has(TriggerFlags.Weak) && source == subject) return;
        // `Dengan dukungan AS, Arab Saudi ...`: given to the one who acts with it.
        if (target < 0 && isOwn && c.W.WordBefore(hit.Token, WordClass.With, c.Language) > 0 && hit.Token - 1 == c.Span.TokenFrom)
            target = Subjects.Fronted(c, hit.End, c.Span.TokenFrom);
        // Without another party the noun must be its doer's own: nobody riots for having been in a sentence with a riot.
        // Told of one by another without a victim at hand, an attack is a charge all the same.
        if (target == source || (target < 0 && !isOwn && trigger.Type != EventType.Assault)) return;
        EventWriter.Write(c, hit, sentence, source, target, factor, turn);
    }

    /// <summary>
    /// `kesepakatan yang telah dicapai Trump dengan ...`: the agent of the light verb that a relative clause hangs on the noun;
    /// what follows it belongs to the noun still.
    /// </summary>
    private static int Done(Clause c, ref int end)
    {
        for (var t = end; t < Math.Min(end + 3, c.Span.TokenTo); t++)
        {
            var relative = c.W.WordAt(t, WordClass.Relative, c.Language);
            if (relative == 0) continue;
            for (var v = t + relative; v < Math.Min(t + relative + 4, c.Span.TokenTo); v++)
            {
                var light = c.W.HitAt(v, PhraseKind.LightVerb, c.Language);
                if (light.Length == 0 || c.W.Pack.Events.LightForms[light.Payload].Voice != Voice.Passive) continue;
                end = light.End;
                return Complements.Agent(c, light.End);
            }
        }

        return -1;
    }

    // `serangan balik Israel serta serangan udara terhadap Hamas`: two nouns of one maker.
    private static int Joined(Clause c, int index)
    {
        if (index == 0) return -1;
        var and = c.W.WordBefore(c.Triggers[index].Token, WordClass.And, c.Language);
        ref readonly var other = ref c.Triggers[index - 1];
        return and > 0 && other.Voice == Voice.Noun && other.Subject >= 0 && c.Parties[other.Subject].End == c.Triggers[index].Token - and ? other.Subject : -1;
    }

    // `antara X dan Y`: the first coordination of two or more after the word for between.
    internal static int Between(Clause c, in TriggerHit hit)
    {
        for (var p = 0; p < c.Parties.Count; p++)
        {
            ref readonly var party = ref c.Parties[p];
            if (party.From < hit.End) continue;
            if (party.From - hit.End > 8) return -1;
            if (party.Preposition >= hit.End && c.W.WordBefore(party.Preposition + 1, WordClass.Between, c.Language) > 0)
                return EventWriter.GroupSize(c, p) > 1 ? p : -1;
        }

        return -1;
    }

    // `serangan yang dijelaskan oleh X`: by whom it was told, not made.
    private static bool IsOfAnother(Clause c, int from, int to)
    {
        for (var t = from; t < to; t++)
        {
            if (Verbs.At(c, t) && c.W.HitAt(t, PhraseKind.LightVerb, c.Language).Length == 0) return true;
        }

        return false;
    }

    private static int By(Clause c, in TriggerHit hit, Trigger trigger)
    {
        for (var p = 0; p < c.Parties.Count; p++)
        {
            ref readonly var party = ref c.Parties[p];
            if (party.From < hit.End || party.Preposition < hit.End) continue;
            if (party.From - hit.End > MakerReach) return -1;
            if (c.W.WordBefore(party.Preposition + 1, WordClass.By, c.Language) > 0) return IsOfAnother(c, hit.End, party.Preposition) ? -1 : p;
            if (party.From - hit.End <= SourceReach && c.W.WordBefore(party.Preposition + 1, WordClass.From, c.Language) > 0
                && !IsOfAnother(c, hit.End, party.Preposition) && Array.IndexOf(trigger.Prepositions, c.W.Tokens[party.Preposition].Hash) < 0) return p;
        }

        return -1;
    }

    /// <summary>The subject of the light verb before the noun (<c>memberlakukan sanksi</c>), else of the clause.</summary>
    private static int Doer(Clause c, int index, Trigger trigger, LightForm? light, out bool isLight)
    {
        isLight = light is { Source: Slot.Subject };
        // `menanggapi serangan`: another's. And who is the subject of a sentence that speaks of an attack need not have made it.
        if (light is { Source: Slot.Object } || (!isLight && trigger.Type is EventType.Assault or EventType.Coerce)) return -1;
        if (Subjects.Of(c, index, out _) is >= 0 and var subject) return subject;
        // `Dalam kunjungannya ke Beijing, Cook ...`.
        return Subjects.Fronted(c, c.Triggers[index].End, c.Span.TokenFrom);
    }

    /// <summary>The light verb before a noun, which says whose act it is; none where there is no such verb.</summary>
    private static LightForm? LightVerb(Clause c, int index)
    {
        ref readonly var noun = ref c.Triggers[index];
        for (var t = noun.Token - 1; t >= noun.Token - 4 && t >= c.Span.TokenFrom; t--)
        {
            if (c.W.HitAt(t, PhraseKind.LightVerb, c.Language) is { Length: > 0 } light) return c.W.Pack.Events.LightForms[light.Payload];
        }

        return null;
    }
}
