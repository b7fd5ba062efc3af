using Simpul.Text.Packs;

namespace Simpul.Text.Events;

/// <summary>Writes events for all pairs of two coordinations, with status, date, place and confidence.</summary>
internal static class EventWriter
{
    private const int LeastConfidence = 20;

    /// <summary>CAMEO 138, threaten with military force: what a promise becomes that promises force.</summary>
    internal static readonly Turn Vow = new(EventType.Agree, EventType.Threaten, "138", -70);

    /// <summary>CAMEO 111, criticise: what a warning becomes that blames, and what people do who attack each other in words.</summary>
    internal static readonly Turn Rebuke = new(EventType.Threaten, EventType.Accuse, "111", -20);

    /// <summary>How many parties a coordination holds.</summary>
    internal static int GroupSize(Clause c, int party)
    {
        var size = 0;
        foreach (ref readonly var p in c.Parties.Items)
        {
            if (p.Group == c.Parties[party].Group) size++;
        }

        return size;
    }

    /// <summary>One event for each pair of a source and a target.</summary>
    internal static void Write(Clause c, in TriggerHit hit, int sentence, int source, int target, int factor, Turn? turn = null)
    {
        var trigger = c.TriggerOf(hit);
        if (source < 0 && target < 0) return;
        // A plural subject does a mutual act with itself: `Xi dan Trump bertemu`.
        if (target < 0 && source >= 0 && (trigger.Has(TriggerFlags.Mutual) || trigger.Has(TriggerFlags.War)) && GroupSize(c, source) > 1)
        {
            WriteGroup(c, hit, sentence, source, factor);
            return;
        }

        if (target < 0 && source >= 0 && IsCharge(c, hit, trigger, source) && Reporters.TryFind(c, hit, out var reporter)) WriteTold(c, hit, sentence, reporter, source, factor * 80 / 100, Rebuke);
        if (source < 0 || (target < 0 && !StandsAlone(trigger.Type))) return;
        for (var s = 0; s < c.Parties.Count; s++)
        {
            if (c.Parties[s].Group != c.Parties[source].Group) continue;
            if (target < 0)
            {
                Add(c, hit, sentence, c.Parties[s], new PartyPhrase { Actor = -1, Country = -1, Confidence = 100 }, factor);
                continue;
            }

            for (var t = 0; t < c.Parties.Count; t++)
            {
                if (c.Parties[t].Group != c.Parties[target].Group || c.Parties[t].Group == c.Parties[s].Group) continue;
                Add(c, hit, sentence, c.Parties[s], c.Parties[t], factor, turn);
                if (trigger.Has(TriggerFlags.War)) Add(c, hit, sentence, c.Parties[t], c.Parties[s], factor);
            }
        }
    }

    /// <summary>One event for each party of a coordination that somebody blames, warns or asks by what they say.</summary>
    internal static void WriteTold(Clause c, in TriggerHit hit, int sentence, in PartyPhrase reporter, int target, int factor, Turn? turn = null)
    {
        // `kedua pihak harus ...`: who counts themselves in asks nobody.
        foreach (ref readonly var party in c.Parties.Items)
        {
            if (party.Group == c.Parties[target].Group && party.Same(reporter)) return;
        }

        for (var t = 0; t < c.Parties.Count; t++)
        {
            if (c.Parties[t].Group == c.Parties[target].Group && c.Parties[t].Group != reporter.Group) Add(c, hit, sentence, reporter, c.Parties[t], factor, turn);
        }
    }

    /// <summary>The act that somebody owns up to, done to whom an earlier sentence named.</summary>
    internal static void WriteClaim(Clause c, in TriggerHit hit, int sentence, int source, in PartyPhrase victim)
    {
        var outside = victim with { From = hit.Token, End = hit.Token, Group = -1 };
        for (var s = 0; s < c.Parties.Count; s++)
        {
            if (c.Parties[s].Group == c.Parties[source].Group) Add(c, hit, sentence, c.Parties[s], outside, 80);
        }
    }

    /// <summary>One event for each pair within a coordination, or one each way.</summary>
    internal static void WriteGroup(Clause c, in TriggerHit hit, int sentence, int party, int factor, bool bothWays = false)
    {
        var group = c.Parties[party].Group;
        var trigger = c.TriggerOf(hit);
        bothWays = (bothWays && !trigger.Has(TriggerFlags.Mutual)) || trigger.Has(TriggerFlags.War);
        for (var a = 0; a < c.Parties.Count; a++)
        {
            if (c.Parties[a].Group != group) continue;
            for (var b = a + 1; b < c.Parties.Count; b++)
            {
                if (c.Parties[b].Group != group) continue;
                Add(c, hit, sentence, c.Parties[a], c.Parties[b], factor);
                if (bothWays) Add(c, hit, sentence, c.Parties[b], c.Parties[a], factor);
            }
        }
    }

    // Told of somebody without a victim at hand, it is what the teller charges them with (`Riyadh percaya serangan itu dilakukan Iran`).
    private static bool IsCharge(Clause c, in TriggerHit hit, Trigger trigger, int source) => trigger.Type == EventType.Assault
        && (hit.Voice != Voice.Noun || (c.Parties[source].Preposition >= hit.End && c.W.WordBefore(c.Parties[source].Preposition + 1, WordClass.By, c.Language) > 0));

    // Acts that need no other party: a drill, a demonstration, a withdrawal.
    private static bool StandsAlone(EventType type) => type is EventType.Mobilize or EventType.Protest or EventType.Retreat;

    private static void Add(Clause c, in TriggerHit hit, int sentence, in PartyPhrase source, in PartyPhrase target, int factor, Turn? turn = null)
    {
        if (source.Same(target) || (source.Actor < 0 && target.Actor >= 0 && source.Country >= 0 && IsOwnOrgan(c.W, source.Country, target.Actor))
            || (target.Actor < 0 && source.Actor >= 0 && target.Country >= 0 && IsOwnOrgan(c.W, target.Country, source.Actor))) return;
        var trigger = c.TriggerOf(hit);
        // Two people who attack each other in the news do it with words; killing has codes of its own.
        if (trigger is { Type: EventType.Assault, Cameo: "190" } && hit.Voice != Voice.Noun && IsPerson(c.W, source) && IsPerson(c.W, target)) turn = Rebuke;
        var status = Status.Of(c, hit, trigger, out var certainty);
        var confidence = trigger.Prior * Math.Min(source.Confidence, target.Confidence) / 100 * factor / 100 * certainty / 100;
        if (confidence < LeastConfidence) return;
        var w = c.W;
        w.Events.Add(new EventDraft
        {
            Type = turn?.To ?? trigger.Type, Status = status, SourceActor = source.Actor, SourceCountry = source.Country, TargetActor = target.Actor,
            TargetCountry = target.Country, Place = Place(c, hit), Date = DateOf(c, hit), Token = hit.Token, End = hit.End, Sentence = sentence,
            Confidence = (byte)confidence, Goldstein = turn?.Goldstein ?? trigger.Goldstein, Cameo = turn?.Cameo ?? trigger.Cameo, Rule = trigger.Rule, SameAs = -1,
        });
        w.Trace?.Wrote(c, hit, source, target, factor, certainty);
    }

    private static bool IsPerson(Workspace w, in PartyPhrase party) => party.Actor >= 0 && w.Actors[party.Actor].Type == ActorType.Person;

    // A state and its own leader are one party where nothing else tells them apart.
    private static bool IsOwnOrgan(Workspace w, short country, short actor) => w.Actors[actor].ActsForState && w.Actors[actor].Country == country;

    // The nearest place of the sentence that a preposition marks as one.
    private static short Place(Clause c, in TriggerHit hit)
    {
        short place = -1;
        var distance = int.MaxValue;
        foreach (ref readonly var party in c.Parties.Items)
        {
            if (!party.IsVenue) continue;
            var away = party.From >= hit.End ? party.From - hit.End : hit.Token - party.End + 8;
            if (away >= distance) continue;
            place = party.Country;
            distance = away;
        }

        return place;
    }

    // The nearest date of the sentence, those after the trigger first.
    private static int DateOf(Clause c, in TriggerHit hit)
    {
        var best = -1;
        var distance = int.MaxValue;
        for (var d = FirstDate(c.W, c.Span.TokenFrom); d < c.W.Dates.Count && c.W.Dates[d].Token < c.Span.TokenTo; d++)
        {
            ref readonly var date = ref c.W.Dates[d];
            var away = date.Token >= hit.End ? date.Token - hit.End : hit.Token - date.End + 4;
            if (away >= distance) continue;
            best = d;
            distance = away;
        }

        return best;
    }

    private static int FirstDate(Workspace w, int token)
    {
        int low = 0, high = w.Dates.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (w.Dates[middle].Token < token) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
