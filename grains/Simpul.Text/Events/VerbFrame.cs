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
        if (trigger.Has(TriggerFlags.Say)) return;
        // The agent of `yang ia sebut`, `apa yang mereka perdalam` stands right before the bare verb, as a subject does.
        var agent = isPassive ? c.Agent(hit.End) : subject;
        if (isPassive) hit.Subject = subject;
        var patient = isPassive ? subject : c.Object(hit.End);
        var source = Pick(c, trigger.Source, agent, patient, hit.End, trigger);
        var target = Pick(c, trigger.Target, agent, patient, hit.End, trigger);
        // `mengadakan pembicaraan dengan`: without an object of its own a verb may still name the other side by a preposition.
        if (target < 0 && !isPassive && trigger.Target == Slot.Object && trigger.Prepositions.Length > 0) target = c.After(hit.End, trigger.Prepositions);
        var isBare = hit.Voice is Voice.Bare or Voice.Gerund;
        var factor = (isLoose ? 80 : 100) - (isBare ? 15 : 0);
        EventWriter.Write(c, hit, sentence, source, target, factor);
    }

    private static int Pick(Clause c, Slot slot, int agent, int patient, int end, Trigger trigger) => slot switch
    {
        Slot.Subject => agent,
        Slot.Object => patient,
        Slot.Preposition or Slot.Genitive => c.After(end, trigger.Prepositions),
        _ => -1,
    };

    // English: `was attacked`, `attacked by`.
    private static bool IsPassive(Clause c, int token, int end) =>
        c.W.WordBefore(token, WordClass.Be, c.Language) > 0 || c.W.WordAt(end, WordClass.By, c.Language) > 0;
}
