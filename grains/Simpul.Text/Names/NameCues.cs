using Simpul.Text.Packs;
using Simpul.Text.Tagger;
using Simpul.Text.Tokens;

namespace Simpul.Text.Names;

/// <summary>What speaks for a stretch of words to be a name, and of what.</summary>
internal static class NameCues
{
    internal static NameCue Of(Workspace w, in NameSpan span, in SentenceSpan sentence)
    {
        var cue = NameCue.None;
        int language = sentence.Language;
        var (head, tail) = (NameRuns.HeadAt(w, span.Token, language), EndOfBody(w, span, language));
        // `Gabrielle Union`: a given name and one word more is somebody, whatever bodies end so.
        if (head == 0 && tail == 1 && span.Words == 2 && CommonWords.IsGiven(w, span.Token) && !CommonWords.IsGiven(w, span.Token + 1)
            && TagNames.Over(w, span.Token, span.End) != TagType.Organisation) tail = 0;
        // `Angkatan Darat` alone is a word for many bodies, no name of one.
        if (Math.Max(head, tail) > 0 && (span.Words == 1 || Math.Max(head, tail) < span.Words)) cue |= NameCue.OrganisationHead;
        for (var t = span.Token; t < span.End; t++)
        {
            foreach (ref readonly var hit in w.HitsAt(t))
            {
                if (hit.Kind == PhraseKind.GivenName) cue |= NameCue.Given;
            }
        }

        if (IsCited(w, span.Token, sentence)) cue |= NameCue.Medium;
        else if (SaysBefore(w, span.Token, sentence) || SaysAfter(w, span.End, sentence)) cue |= NameCue.Saying;
        if (w.MarkAt(span.End) == ',' && w.HitAt(span.End + 1, PhraseKind.Title, language).Length > 0) cue |= NameCue.Apposition;
        if (w.WordBefore(span.Token, WordClass.Alias, language) > 0) cue |= NameCue.Named;
        if (IsAbbreviated(w, span, sentence)) cue |= NameCue.Abbreviated;
        return cue | TagNames.Over(w, span.Token, span.End) switch
        {
            TagType.Person => NameCue.TaggedPerson,
            TagType.Organisation => NameCue.TaggedOrganisation,
            _ => NameCue.None,
        };
    }

    /// <summary>How many of the last words are such as names of bodies end with; English ones do so in every language.</summary>
    internal static int EndOfBody(Workspace w, in NameSpan span, int language)
    {
        for (var t = span.Token + 1; t < span.End; t++)
        {
            foreach (ref readonly var hit in w.HitsAt(t))
            {
                if (hit.Kind == PhraseKind.OrganisationHead && hit.End == span.End && (w.Speaks(hit, language) || w.IsModifierFirst(hit))
                    && w.Pack.Gazetteer.OrganisationHeads[hit.Payload].MayEnd) return hit.Length;
            }
        }

        return 0;
    }

    /// <summary>How many of the last words say that it is a thing: English names end with what they are (`Dow Jones Industrial Average`).</summary>
    internal static int EndOfThing(Workspace w, in NameSpan span)
    {
        for (var t = span.Token + 1; t < span.End; t++)
        {
            foreach (ref readonly var hit in w.HitsAt(t))
            {
                if (hit.Kind == PhraseKind.Word && hit.Payload == (int)WordClass.ThingNoun && hit.End == span.End && w.IsModifierFirst(hit)) return hit.Length;
            }
        }

        return 0;
    }

    // `kata Tudiono`, `ujar dia`: a word of saying right before the name.
    internal static bool SaysBefore(Workspace w, int token, in SentenceSpan sentence)
    {
        for (var length = 1; length <= 3 && token - length >= sentence.TokenFrom; length++)
        {
            var hit = w.HitAt(token - length, PhraseKind.Reporting, sentence.Language);
            if (hit.Length == length && !w.Pack.Grammar.Reporting[hit.Payload].HasPossessive) return true;
        }

        return false;
    }

    // `dilansir X`, `dikutip dari X`: the medium that tells, no person.
    private static bool IsCited(Workspace w, int token, in SentenceSpan sentence)
    {
        for (var length = 1; length <= 4 && token - length >= sentence.TokenFrom; length++)
        {
            foreach (ref readonly var hit in w.HitsAt(token - length))
            {
                if (hit.Kind == PhraseKind.Reporting && hit.Length == length && w.Speaks(hit, sentence.Language) && w.Pack.Grammar.Reporting[hit.Payload].IsMedium) return true;
            }
        }

        return false;
    }

    internal static bool SaysAfter(Workspace w, int token, in SentenceSpan sentence) =>
        token < sentence.TokenTo && w.HitAt(token, PhraseKind.Reporting, sentence.Language) is { Length: > 0 } hit
        && w.Pack.Grammar.Reporting[hit.Payload].Kind == "verb";

    // `Otoritas Pusat Hukum Internasional (OPHI)`: the letters in the brackets are the initials of the run, most of them.
    private static bool IsAbbreviated(Workspace w, in NameSpan span, in SentenceSpan sentence)
    {
        if (span.Words < 2 || w.MarkAt(span.End) != '(' || span.End + 2 >= sentence.TokenTo || w.MarkAt(span.End + 2) != ')') return false;
        ref readonly var letters = ref w.Tokens[span.End + 1];
        if (!letters.Is(Shape.AllCaps)) return false;
        var matched = 0;
        var at = letters.Start;
        for (var t = span.Token; t < span.End && at < letters.End; t++)
        {
            if (char.ToUpperInvariant(w.Text[w.Tokens[t].Start]) != w.Text[at]) continue;
            matched++;
            at++;
        }

        return matched >= 2 && matched * 2 >= letters.Length;
    }
}
