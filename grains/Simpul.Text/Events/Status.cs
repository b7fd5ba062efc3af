using Simpul.Text.Packs;

namespace Simpul.Text.Events;

/// <summary>Whether an act is said to have happened: negation, plan, condition and allegation around its trigger.</summary>
internal static class Status
{
    /// <summary>How many tokens a word of modality may stand before the trigger within its clause.</summary>
    private const int Reach = 5;

    // certainty: share of the confidence that remains, in per cent.
    internal static EventStatus Of(Clause c, in TriggerHit hit, Trigger trigger, out int certainty)
    {
        certainty = 100;
        var status = trigger.Has(TriggerFlags.Plan) ? EventStatus.Planned : EventStatus.Asserted;
        var near = true;
        for (var t = hit.Token - 1; t >= c.Span.TokenFrom; t--)
        {
            var distance = hit.Token - t;
            if (c.W.HitAt(t, PhraseKind.Modality, c.Language) is { Length: > 0 } modal && modal.End <= hit.Token)
            {
                var meaning = c.W.Pack.Grammar.Modals[modal.Payload];
                if ((meaning.Scope == "before" && near && distance <= Reach + modal.Length - 1) || (meaning.Scope == "clause" && near))
                    status = Stronger(status, meaning.Effect);
            }

            if (near && distance <= 3 && hit.Voice is Voice.Active or Voice.Bare && c.W.WordAt(t, WordClass.Purpose, c.Language) > 0)
            {
                var purpose = OfPurpose(c, t);
                if (purpose == EventStatus.Asserted) certainty = 75;
                status = Stronger(status, purpose);
            }

            // Another verb between ends the reach of what stands before it; a clause word ends it for all.
            if (c.IsBoundary(t) || c.W.MarkAt(t) == ',') near = false;
            if (!near && distance > Reach) break;
        }

        for (var t = hit.End; t < Math.Min(hit.End + (hit.Voice == Voice.Noun ? 8 : 4), c.Span.TokenTo); t++)
        {
            if (c.IsBoundary(t)) break;
            if (c.W.HitAt(t, PhraseKind.Modality, c.Language) is { Length: > 0 } modal && c.W.Pack.Grammar.Modals[modal.Payload] is { Scope: "after" } after)
                status = Stronger(status, after.Effect);
        }

        if (status == EventStatus.Hypothetical) certainty = 70;
        return status;
    }

    // What an act is for: planned after a promise, open after a demand or refusal, else told as done (`memakai wewenang untuk`).
    private static EventStatus OfPurpose(Clause c, int purpose)
    {
        if (c.W.WordBefore(purpose, WordClass.Implicative, c.Language) > 0 || c.W.WordAt(purpose - 1, WordClass.Implicative, c.Language) > 1) return EventStatus.Asserted;
        for (var i = c.Triggers.Count - 1; i >= 0; i--)
        {
            ref readonly var governor = ref c.Triggers[i];
            if (governor.End > purpose || purpose - governor.End > 7) continue;
            return c.TriggerOf(governor) switch
            {
                var t when t.Type == EventType.Agree || t.Has(TriggerFlags.Plan) => EventStatus.Planned,
                var t when t.Has(TriggerFlags.Say) => EventStatus.Asserted,
                _ => EventStatus.Hypothetical,
            };
        }

        return EventStatus.Asserted;
    }

    // A negated plan did not happen; a hypothesis about a plan is one.
    private static EventStatus Stronger(EventStatus a, EventStatus b) => (a, b) switch
    {
        (EventStatus.Asserted, _) => b,
        (_, EventStatus.Asserted) => a,
        (EventStatus.Negated, _) or (_, EventStatus.Negated) => EventStatus.Negated,
        _ => a > b ? a : b,
    };
}
