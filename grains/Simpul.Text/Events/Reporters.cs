using Simpul.Text.Packs;

namespace Simpul.Text.Events;

/// <summary>Who says a sentence: charges and demands are acts of whoever utters them (<c>kata Trump, Iran harus ...</c>).</summary>
internal static class Reporters
{
    /// <summary>The party that says what a trigger tells.</summary>
    internal static bool TryFind(Clause c, in TriggerHit hit, out PartyPhrase reporter)
    {
        reporter = default;
        if (Quoted(c.W, hit.Token) is >= 0 and var quote) return IsSpeaker(c.W, c.W.Quotes[quote], hit.Token, out reporter);
        var party = Saying(c, hit);
        if (party < 0) party = According(c);
        if (party < 0) party = Following(c, hit);
        if (party < 0 || IsMedium(c.W, c.Parties[party].Actor)) return false;
        reporter = c.Parties[party];
        return true;
    }

    private static int Quoted(Workspace w, int token)
    {
        for (var q = 0; q < w.Quotes.Count; q++)
        {
            if (w.Quotes[q].Token <= token && token < w.Quotes[q].End) return q;
        }

        return -1;
    }

    private static bool IsSpeaker(Workspace w, in QuoteSpan quote, int token, out PartyPhrase speaker)
    {
        speaker = new PartyPhrase { Actor = quote.Speaker, Country = quote.SpeakerCountry, Confidence = quote.Confidence, Group = -1, Preposition = -1, From = token, End = token };
        if (quote.Speaker < 0) return quote.SpeakerCountry >= 0;
        speaker.Country = w.Actors[quote.Speaker].ActsForState ? w.Actors[quote.Speaker].Country : (short)-1;
        return !IsMedium(w, quote.Speaker);
    }

    // The subject of the nearest word of saying on the left.
    private static int Saying(Clause c, in TriggerHit hit)
    {
        for (var i = c.Triggers.Count - 1; i >= 0; i--)
        {
            ref readonly var say = ref c.Triggers[i];
            if (say.End > hit.Token) continue;
            // `AS berkukuh dengan tuduhan bahwa ...`: whoever opens the clause by what they do says it.
            if (!c.TriggerOf(say).Has(TriggerFlags.Say) && c.W.WordAt(say.End, WordClass.That, c.Language) > 0 && Subjects.Of(c, i, out _) is >= 0 and var charger) return charger;
            if (say.Voice == Voice.Noun || say.Subject < 0) continue;
            if (c.TriggerOf(say).Has(TriggerFlags.Say) && c.Parties[say.Subject].End <= say.Token) return say.Subject;
        }

        return -1;
    }

    // `Menurut Jepang, ...`.
    private static int According(Clause c)
    {
        for (var p = 0; p < c.Parties.Count; p++)
        {
            if (c.Parties[p].Preposition >= 0 && c.W.WordBefore(c.Parties[p].Preposition + 1, WordClass.According, c.Language) > 0) return p;
        }

        return -1;
    }

    // `..., kata Trump`.
    private static int Following(Clause c, in TriggerHit hit)
    {
        for (var p = 0; p < c.Parties.Count; p++)
        {
            ref readonly var party = ref c.Parties[p];
            if (party.From <= hit.End) continue;
            for (var length = 1; length <= 2; length++)
            {
                if (party.From - length < c.Span.TokenFrom) break;
                var word = c.W.HitAt(party.From - length, PhraseKind.Reporting, c.Language);
                if (word.Length == length && c.W.Pack.Grammar.Reporting[word.Payload] is { IsAfter: true, IsMedium: false }) return p;
            }
        }

        return -1;
    }

    private static bool IsMedium(Workspace w, short actor) =>
        actor >= 0 && w.Actors[actor].Type == ActorType.Organisation && w.Actors[actor].Known >= 0
        && w.Pack.Gazetteer.Organisations[w.Actors[actor].Known].Kind is "medium" or "news-agency" or "broadcaster" or "social-network";
}
