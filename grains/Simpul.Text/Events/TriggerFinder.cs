using Simpul.Text.Packs;
using Simpul.Text.Tokens;

namespace Simpul.Text.Events;

/// <summary>Finds the triggers of a sentence: the longest row at each word, unless a title, a name or the words around it rule it out.</summary>
internal static class TriggerFinder
{
    internal static void Run(Clause c)
    {
        c.Triggers.Clear();
        var lexicon = c.W.Pack.Events;
        for (var t = c.Span.TokenFrom; t < c.Span.TokenTo; t++)
        {
            if (!c.W.Tokens[t].Is(Shape.Word)) continue;
            // `juru bicara`: the words of a title do nothing.
            if (c.W.HitAt(t, PhraseKind.Title, c.Language) is { Length: > 1 } title)
            {
                t = title.End - 1;
                continue;
            }

            var best = default(Hit);
            foreach (ref readonly var hit in c.W.HitsAt(t))
            {
                if (hit.Kind != PhraseKind.Trigger || hit.Length <= best.Length || !c.W.Speaks(hit, c.Language) || hit.End > c.Span.TokenTo) continue;
                if (IsVoid(c, lexicon.Triggers[lexicon.Forms[hit.Payload].Trigger], hit) || IsInName(c, hit)) continue;
                best = hit;
            }

            if (best.Length == 0) continue;
            var form = lexicon.Forms[Choose(c, best)];
            c.Triggers.Add(new TriggerHit { Token = t, End = best.End, Trigger = form.Trigger, Voice = form.Voice, Subject = -1 });
            t = best.End - 1;
        }
    }

    // A form that is both verb and noun (`serang`, `attack`): a noun after a determiner or preposition or before `oleh`, else a verb.
    private static int Choose(Clause c, in Hit best)
    {
        var lexicon = c.W.Pack.Events;
        int noun = -1, verb = -1;
        foreach (ref readonly var hit in c.W.HitsAt(best.Token))
        {
            if (hit.Kind != PhraseKind.Trigger || hit.Length != best.Length || !c.W.Speaks(hit, c.Language)) continue;
            var form = lexicon.Forms[hit.Payload];
            if (IsVoid(c, lexicon.Triggers[form.Trigger], hit)) continue;
            if (form.Voice == Voice.Noun) noun = noun < 0 ? hit.Payload : noun;
            else if (verb < 0) verb = hit.Payload;
        }

        if (noun < 0) return verb;
        if (verb < 0) return noun;
        var isNoun = c.W.WordBefore(best.Token, WordClass.Determiner, c.Language) > 0 || c.W.WordBefore(best.Token, WordClass.Of, c.Language) > 0
            || c.W.WordBefore(best.Token, WordClass.In, c.Language) > 0 || c.W.WordBefore(best.Token, WordClass.From, c.Language) > 0
            || best.Token == c.Span.TokenFrom || c.W.Tokens[best.Token - 1].Is(Shape.Possessive) || IsAfterLightVerb(c, best.Token)
            || c.W.WordAt(best.End, WordClass.Between, c.Language) > 0 || AsksForPreposition(c, noun, verb, best.End);
        return isNoun ? noun : verb;
    }

    // `imposed sanctions`: the noun of a light verb.
    private static bool IsAfterLightVerb(Clause c, int token)
    {
        for (var length = 1; length <= 3 && token - length >= c.Span.TokenFrom; length++)
        {
            if (c.W.HitAt(token - length, PhraseKind.LightVerb, c.Language).Length == length) return true;
        }

        return false;
    }

    // `U.S. sanctions on Iran`: the verb would have its object here, the noun has its preposition.
    private static bool AsksForPreposition(Clause c, int noun, int verb, int end)
    {
        var lexicon = c.W.Pack.Events;
        return end < c.Span.TokenTo && lexicon.Triggers[lexicon.Forms[verb].Trigger].Target == Slot.Object
            && Array.IndexOf(lexicon.Triggers[lexicon.Forms[noun].Trigger].Prepositions, c.W.Tokens[end].Hash) >= 0;
    }

    // `Undang-Undang`: a word doubled with a capital is another word.
    private static bool IsDoubled(Clause c, int token) =>
        token + 2 < c.Span.TokenTo && c.W.Tokens[token + 1].Is(Shape.Joiner) && c.W.Tokens[token + 2].Hash == c.W.Tokens[token].Hash
        || token - 2 >= c.Span.TokenFrom && c.W.Tokens[token - 1].Is(Shape.Joiner) && c.W.Tokens[token - 2].Hash == c.W.Tokens[token].Hash;

    private static bool IsVoid(Clause c, Trigger trigger, in Hit hit) => IsDoubled(c, hit.Token) ||
        (hit.End < c.Span.TokenTo && Array.IndexOf(trigger.NotBefore, c.W.Tokens[hit.End].Hash) >= 0)
        || (hit.Token > c.Span.TokenFrom && Array.IndexOf(trigger.NotAfter, c.W.Tokens[hit.Token - 1].Hash) >= 0);

    // `Palang Merah`, `Komite Pemilihan`: the words of a name do nothing.
    private static bool IsInName(Clause c, in Hit hit)
    {
        foreach (ref readonly var party in c.Parties.Items)
        {
            if (party.Actor >= 0 && hit.Token >= party.From && hit.End <= party.End) return true;
        }

        return false;
    }
}
