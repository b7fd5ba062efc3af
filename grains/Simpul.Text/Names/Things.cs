using Simpul.Text.Packs;
using Simpul.Text.Quotes;
using Simpul.Text.Tokens;

namespace Simpul.Text.Names;

/// <summary>Names of events, indices, charges and the like, which are no actors, whatever speaks for them.</summary>
internal static class Things
{
    internal static void Remove(Workspace w)
    {
        for (var i = 0; i < w.Names.Count; i++)
        {
            ref var span = ref w.Names[i];
            if (span.Kind != NameKind.Unknown || (span.Cue & NameCue.Titled) != 0) continue;
            // `Jane Park`, but `Stewart County Detention Facility`.
            if ((span.Cue & NameCue.Given) != 0 && (span.Words < 4 || !CommonWords.IsLikely(w, span.End - 1))) continue;
            if (!(IsNumbered(w, span) || IsTerm(w, span) || NameCues.EndOfThing(w, span) > NameCues.EndOfBody(w, span, w.LanguageOf(span.Token)))) continue;
            span.Kind = NameKind.Credit;
            Abbreviation(w, i);
        }
    }

    /// <summary>`Nasdaq naik`, `indeks S&amp;P 500`: a body whose index is in the news more often than itself counts where it speaks or is cited.</summary>
    internal static bool IsIndex(Workspace w, in NameSpan span)
    {
        var language = w.Sentences[span.Sentence].Language;
        if (w.WordAt(span.Token, WordClass.MarketIndex, language) != span.Words) return false;
        if ((span.Cue & NameCue.Saying) != 0 || w.WordBefore(span.Token, WordClass.According, language) > 0 || w.WordBefore(span.Token, WordClass.By, language) > 0) return false;
        if (w.WordBefore(span.Token, WordClass.From, language) > 0 || QuoteFilter.Reporting(w, span.Token - 1, language, out _) > 0) return false;
        for (var length = 1; length <= 3 && span.Token >= length; length++)
        {
            if (w.HitAt(span.Token - length, PhraseKind.Title, language).Length == length) return false;
        }

        return true;
    }

    // `Infeksi Saluran Pernapasan Akut (ISPA)`: letters in brackets alone make no body of common words.
    private static bool IsTerm(Workspace w, in NameSpan span) =>
        (span.Cue & (NameCue.OrganisationHead | NameCue.TaggedOrganisation | NameCue.Medium)) == 0 && (span.Cue & NameCue.Abbreviated) != 0 && CommonWords.Are(w, span.Token, span.End);

    // `5th Senior Leaders Forum`: what is held again and again is numbered.
    private static bool IsNumbered(Workspace w, in NameSpan span)
    {
        if (span.Token == 0 || span.Words < 2 || NameRuns.HeadAt(w, span.Token, w.LanguageOf(span.Token)) > 0) return false;
        var before = w.Tokens[span.Token - 1];
        if (before.Is(Shape.Word) && !before.Is(Shape.SpaceBefore) && span.Token > 1) before = w.Tokens[span.Token - 2] with { End = before.End };
        if (!before.Is(Shape.Number) || before.Length < 3) return false;
        return w.Text.AsSpan(before.End - 2, 2) is "st" or "nd" or "rd" or "th";
    }

    // `(IPACC XI)`: its letters in brackets behind it name it again.
    private static void Abbreviation(Workspace w, int index)
    {
        if (index + 1 >= w.Names.Count) return;
        ref readonly var thing = ref w.Names[index];
        ref var letters = ref w.Names[index + 1];
        if (w.MarkAt(thing.End) != '(' || letters.Token != thing.End + 1 || letters.Kind != NameKind.Unknown) return;
        letters.Kind = NameKind.Credit;
        for (var i = index + 2; i < w.Names.Count && i < index + Identity.Reach; i++)
        {
            ref var later = ref w.Names[i];
            if (later.Kind == NameKind.Unknown && later.Words == 1 && w.Tokens[later.Token].Hash == w.Tokens[letters.Token].Hash) later.Kind = NameKind.Credit;
        }
    }
}
