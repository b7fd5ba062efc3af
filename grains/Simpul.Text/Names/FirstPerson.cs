using Simpul.Text.Packs;

namespace Simpul.Text.Names;

/// <summary>`Saya akan bertemu Trump`: the first person of a quotation is its speaker, as a party to events.</summary>
internal static class FirstPerson
{
    internal static void Run(Workspace w)
    {
        var before = w.Mentions.Count;
        foreach (ref readonly var quote in w.Quotes.Items)
        {
            if (quote.Speaker < 0) continue;
            for (var t = quote.Token; t < quote.End; t++)
            {
                if (w.WordAt(t, WordClass.PronounFirst, w.LanguageOf(t)) is > 0 and var length) Add(w, t, t + length, quote.Speaker);
            }
        }

        if (w.Mentions.Count > before) NameStage.Sort(w);
    }

    private static void Add(Workspace w, int token, int end, short speaker)
    {
        ref readonly var actor = ref w.Actors[speaker];
        ref var m = ref w.Mentions.Add();
        m = new Mention
        {
            Token = token, End = end, PhraseFrom = token, Kind = MentionKind.Anaphor, Actor = speaker, IsPronoun = true,
            Country = actor.ActsForState ? actor.Country : (short)-1, Rule = "first-person", Confidence = 75,
        };
    }
}
