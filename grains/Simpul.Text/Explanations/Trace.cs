using Simpul.Text.Events;
using Simpul.Text.Packs;

namespace Simpul.Text.Explanations;

/// <summary>Notes taken while events are read; a workspace has one only where somebody asked for reasons.</summary>
internal sealed class Trace
{
    private readonly List<(int Draft, EventExplanation Explanation)> _written = [];
    private readonly List<UnusedTrigger> _unused = [];
    private int _events;

    /// <summary>An event was written as the last of the workspace.</summary>
    internal void Wrote(Clause c, in TriggerHit hit, in PartyPhrase source, in PartyPhrase target, int factor, int certainty)
    {
        var w = c.W;
        ref readonly var e = ref w.Events[w.Events.Count - 1];
        var trigger = c.TriggerOf(hit);
        var hasTarget = target.Actor >= 0 || target.Country >= 0;
        var isJoined = hasTarget && source.Group == target.Group;
        _written.Add((w.Events.Count - 1, new EventExplanation(
            -1, e.Sentence, Words(w, hit.Token, hit.End), trigger.Rule, Slots.Form(c, hit), Explain(c, hit, source, isJoined),
            hasTarget ? Explain(c, hit, target, isJoined) : null, StatusWords(c, hit),
            new ConfidenceParts(trigger.Prior, Math.Min(source.Confidence, target.Confidence), (byte)Math.Clamp(factor, 0, 255), (byte)certainty, e.Confidence))));
    }

    /// <summary>A trigger has been read to its end.</summary>
    internal void Done(Clause c, in TriggerHit hit, int sentence, bool isSport = false)
    {
        if (c.W.Events.Count == _events)
            _unused.Add(new UnusedTrigger(sentence, Words(c.W, hit.Token, hit.End), c.TriggerOf(hit).Rule, isSport ? "the article is about sport" : Slots.WhyUnused(c, hit)));
        _events = c.W.Events.Count;
    }

    internal ArticleExplanation Build(Workspace w, ArticleRecord record)
    {
        var events = new List<EventExplanation>(_written.Count);
        foreach (var (draft, explanation) in _written)
        {
            var root = draft;
            while (w.Events[root].SameAs >= 0) root = w.Events[root].SameAs;
            var index = IndexOf(w, record, w.Events[root]);
            if (index < 0) continue;
            events.Add(explanation with { Event = index, Confidence = explanation.Confidence with { Said = record.Events[index].Confidence } });
        }

        return new ArticleExplanation(record, events, _unused);
    }

    // By what it says, so that the order in which drafts become events is the builder's own affair.
    private static int IndexOf(Workspace w, ArticleRecord record, in EventDraft draft)
    {
        var (start, type) = (w.Tokens[draft.Token].Start, draft.Type);
        var (source, target) = (Party(w, draft.SourceActor, draft.SourceCountry), Party(w, draft.TargetActor, draft.TargetCountry));
        for (var i = 0; i < record.Events.Count; i++)
        {
            var e = record.Events[i];
            if (e.Trigger.Start == start && e.Type == type && e.Source == source && e.Target == target) return i;
        }

        return -1;
    }

    private static Party Party(Workspace w, short actor, short country) =>
        new(actor < 0 ? null : w.Actors[actor].Id, country < 0 ? null : w.Pack.Gazetteer.Countries[country]);

    private static PartyExplanation Explain(Clause c, in TriggerHit hit, in PartyPhrase party, bool isJoined)
    {
        // Who says a quotation, or suffered an attack told before, stands outside the sentence.
        if (party.From == party.End) return new PartyExplanation(Words(c.W, hit.Token, hit.End), "named outside the sentence", "context", party.Confidence);
        var rule = "";
        foreach (ref readonly var m in c.W.Mentions.Items)
        {
            if (m.PhraseFrom < party.From || m.End > party.End) continue;
            if (party.Actor >= 0 ? m.Actor == party.Actor : m.Actor < 0 && m.Country == party.Country) rule = m.Rule;
        }

        return new PartyExplanation(Words(c.W, party.From, party.End), Slots.Of(c, hit, party, isJoined), rule, party.Confidence);
    }

    private static List<Span> StatusWords(Clause c, in TriggerHit hit)
    {
        var words = new List<Span>();
        for (var t = Math.Max(c.Span.TokenFrom, hit.Token - 6); t < Math.Min(hit.End + 6, c.Span.TokenTo); t++)
        {
            var modal = c.W.HitAt(t, PhraseKind.Modality, c.Language);
            if (modal.Length == 0 || modal.End > c.Span.TokenTo || (modal.End > hit.Token && t < hit.End)) continue;
            var isAfter = c.W.Pack.Grammar.Modals[modal.Payload].Scope == "after";
            if (isAfter == t >= hit.End) words.Add(Words(c.W, t, modal.End));
        }

        return words;
    }

    private static Span Words(Workspace w, int from, int to)
    {
        var (start, end) = (w.Tokens[from].Start, w.Tokens[to - 1].End);
        return new Span(start, end, w.Text[start..end]);
    }
}
