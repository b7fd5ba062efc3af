using Simpul.Text.Events;
using Simpul.Text.Packs;

namespace Simpul.Text.Explanations;

/// <summary>Where parties stand as seen from a trigger, in words.</summary>
internal static class Slots
{
    internal static string Form(Clause c, in TriggerHit hit) => hit.Voice switch
    {
        Voice.Noun => "noun",
        Voice.Passive => "passive verb",
        Voice.Past when IsPassive(c, hit) => "passive verb",
        Voice.Bare => "bare verb",
        Voice.Gerund => "participle",
        _ => "active verb",
    };

    internal static string Of(Clause c, in TriggerHit hit, in PartyPhrase party, bool isJoined)
    {
        var isRight = party.From >= hit.End;
        var preposition = party.Preposition >= 0 && (!isRight || party.Preposition >= hit.End) ? c.W.Slice(party.Preposition, party.Preposition + 1).ToString() : null;
        if (isJoined) return preposition is null ? "one of the parties joined in one phrase" : $"one of the parties joined after “{preposition}”";
        var isPassive = hit.Voice == Voice.Passive || IsPassive(c, hit);
        if (isRight)
        {
            if (preposition is not null) return c.W.WordBefore(party.Preposition + 1, WordClass.By, c.Language) > 0 ? $"agent after “{preposition}”" : $"after “{preposition}”";
            if (hit.Voice == Voice.Noun) return "possessor or object right of the noun";
            return isPassive ? "agent right after the passive verb" : "object: first phrase on the right that no preposition governs";
        }

        if (hit.Voice == Voice.Noun) return party.End >= hit.Token - 2 ? "possessor left of the noun" : "subject of the noun's clause";
        var start = c.GroupStart(hit.Token);
        if (c.W.WordBefore(start, WordClass.Relative, c.Language) is > 0 and var length)
            return $"antecedent of “{c.W.Slice(start - length, start)}”{(isPassive ? ", to whom it is done" : "")}";
        if (preposition is not null) return $"phrase on the left after “{preposition}”";
        return isPassive ? "subject of the passive verb, to whom it is done" : "subject: nearest phrase on the left that no preposition governs";
    }

    internal static string WhyUnused(Clause c, in TriggerHit hit)
    {
        var trigger = c.TriggerOf(hit);
        if (trigger.Has(TriggerFlags.Say)) return "it only says";
        if (hit.Voice != Voice.Noun && c.IsTopic(hit.Token)) return "it is spoken about, not done";
        var others = 0;
        foreach (ref readonly var party in c.Parties.Items)
        {
            if (!party.IsVenue && party.Group != c.Parties[0].Group) others++;
        }

        if (others == 0 && EventWriter.GroupSize(c, 0) < 2) return "the sentence has no second party";
        return $"no two parties stand where the row looks for them: source {Name(trigger.Source)}, target {Name(trigger.Target)}";
    }

    private static string Name(Slot slot) => slot switch
    {
        Slot.Subject => "subject",
        Slot.Object => "object",
        Slot.Genitive => "possessor",
        Slot.Preposition => "after a preposition",
        _ => "none",
    };

    private static bool IsPassive(Clause c, in TriggerHit hit) => hit.Voice == Voice.Past
        && (c.W.WordBefore(hit.Token, WordClass.Be, c.Language) > 0 || c.W.WordAt(hit.End, WordClass.By, c.Language) > 0);
}
