using Simpul.Text.Packs;
using Simpul.Text.Tokens;

namespace Simpul.Text.Quotes;

/// <summary>The noun phrases around words of saying: subjects, appositions, heads that name an actor again.</summary>
internal static class SpeakerPhrases
{
    /// <summary>How many mentions to look back over: time stays linear in the text's length.</summary>
    private const int Steps = 200;

    // `kata analis yang memimpin lembaga itu, Oleg Panteleyev.`: a description, a comma and the name.
    internal static short Apposed(Workspace w, int from, int limit, int language)
    {
        for (var t = from; t < limit; t++)
        {
            if (w.MarkAt(t) is '.' or ';' or ':' || w.Tokens[t].Is(Shape.QuoteMark)) return -1;
            if (w.MarkAt(t) != ',') continue;
            var m = MentionAt(w, t + 1, t + 2);
            if (m < 0 || w.Mentions[m].IsPronoun || w.Actors[w.Mentions[m].Actor].Type != ActorType.Person) return -1;
            var end = w.Mentions[m].End;
            return end >= limit || w.MarkAt(end) is ',' or '.' || Ends(w, end, language) && QuoteFilter.Reporting(w, end, language, out _) == 0 ? w.Mentions[m].Actor : (short)-1;
        }

        return -1;
    }

    internal static bool Ends(Workspace w, int t, int language)
    {
        if (w.MarkAt(t) is ',' or '.' or ';' or ':' or '!' or '?' || w.Tokens[t].Is(Shape.QuoteMark)) return true;
        if (!w.Tokens[t].Is(Shape.Word)) return false;
        foreach (ref readonly var hit in w.HitsAt(t))
        {
            if (hit.ByStem || !w.Speaks(hit, language)) continue;
            if (hit.Kind == PhraseKind.Reporting) return true;
            if (hit.Kind == PhraseKind.Word && (WordClass)hit.Payload is WordClass.Toward or WordClass.In or WordClass.Clause or WordClass.Medium or WordClass.According
                or WordClass.Topic or WordClass.Relative or WordClass.But or WordClass.By or WordClass.Purpose) return true;
        }

        return false;
    }

    // `kata polisi` after `polisi Hong Kong`: the same first word, the latest actor named so.
    internal static short SameHead(Workspace w, int token)
    {
        ref readonly var head = ref w.Tokens[token];
        if (!head.Is(Shape.Word) || head.Length < 5) return -1;
        var steps = 0;
        for (var m = LowerBound(w, token) - 1; m >= 0 && steps < Steps; m--, steps++)
        {
            ref readonly var mention = ref w.Mentions[m];
            if (mention.Actor < 0 || mention.IsPronoun) continue;
            if (Begins(w, token, mention) || Misspells(w, head, w.Tokens[mention.End - 1])) return mention.Actor;
        }

        return -1;
    }

    // `Menteri Keuangan` is another than `Menteri Luar Negeri`: a capitalised word that differs parts them.
    internal static bool Begins(Workspace w, int token, in Mention mention)
    {
        var same = 0;
        while (mention.Token + same < mention.End && token + same < w.Tokens.Count && w.Tokens[mention.Token + same].Hash == w.Tokens[token + same].Hash) same++;
        return same > 1 || (same == 1 && !(token + 1 < w.Tokens.Count && w.Tokens[token + 1].Is(Shape.Word) && w.Tokens[token + 1].Is(Shape.Capital)));
    }

    // `kata dachelet` for Bachelet: one letter of a long name is wrong.
    internal static bool Misspells(Workspace w, in Token word, in Token name)
    {
        if (word.Length != name.Length || word.Length < 6 || !name.Is(Shape.Capital)) return false;
        var wrong = 0;
        for (var i = 0; i < word.Length && wrong < 2; i++)
        {
            if (CharFold.Fold(w.Text[word.Start + i]) != CharFold.Fold(w.Text[name.Start + i])) wrong++;
        }

        return wrong < 2;
    }

    internal static bool HasSubjectBeside(Workspace w, int verb, int start, int language)
    {
        var at = verb;
        while (at > start && IsAuxiliary(w, at - 1, language)) at--;
        return EndingAt(w, at, start) is >= 0 and var m && !IsOblique(w, w.Mentions[m], language) && !IsMediumPhrase(w, m, start, language);
    }

    // Modality words between a subject and its verb: `Trump juga akan mengatakan`.
    internal static bool IsAuxiliary(Workspace w, int t, int language)
    {
        if (!w.Tokens[t].Is(Shape.Word) || w.Tokens[t].Is(Shape.Capital)) return false;
        foreach (ref readonly var hit in w.HitsAt(t))
        {
            if (hit.Kind is PhraseKind.Modality or PhraseKind.Word && w.Speaks(hit, language)) return true;
        }

        return false;
    }

    /// <summary>The subject of a word of saying: the nearest actor on its left that nothing governs; past an apposition, the one before it.</summary>
    internal static short Subject(Workspace w, int verb, int start, int language)
    {
        var isAfterComma = w.MarkAt(verb - 1) == ',';
        short nearest = -1;
        var steps = 0;
        for (var m = LowerBound(w, verb) - 1; m >= 0 && steps < Steps; m--, steps++)
        {
            ref readonly var mention = ref w.Mentions[m];
            if (mention.PhraseFrom < start) break;
            if (mention.Actor < 0 || mention.IsNested || mention.End > verb || mention.Kind == MentionKind.Country || IsOblique(w, mention, language) || IsMediumPhrase(w, m, start, language)) continue;
            if (nearest < 0) nearest = mention.Actor;
            if (!isAfterComma) break;
            if (w.MarkAt(mention.End) == ',' && mention.End < verb - 1) return mention.Actor;
        }

        return nearest;
    }

    // Behind a preposition: no subject.
    internal static bool IsOblique(Workspace w, in Mention mention, int language)
    {
        var at = mention.PhraseFrom;
        return w.WordBefore(at, WordClass.Toward, language) > 0 || w.WordBefore(at, WordClass.With, language) > 0 || w.WordBefore(at, WordClass.From, language) > 0
            || w.WordBefore(at, WordClass.By, language) > 0 || w.WordBefore(at, WordClass.In, language) > 0 || w.WordBefore(at, WordClass.Topic, language) > 0;
    }

    internal static bool IsMediumPhrase(Workspace w, int m, int start, int language)
    {
        for (var t = w.Mentions[m].PhraseFrom - 1; t >= start && t >= w.Mentions[m].PhraseFrom - 3; t--)
        {
            if (w.WordAt(t, WordClass.Medium, language) > 0 || (QuoteFilter.Reporting(w, t, language, out var word) > 0 && word.IsMedium)) return true;
            if (!w.Tokens[t].Is(Shape.Word)) return false;
        }

        return false;
    }

    /// <summary>The person with whom the last sentence between two quotations begins, after no more than a word; -1 where there is none.</summary>
    internal static short Opener(Workspace w, int from, int to)
    {
        if (from >= to) return -1;
        var sentence = w.Sentences[w.SentenceOf(to - 1)];
        if (sentence.TokenFrom < from) return -1;
        var m = MentionAt(w, sentence.TokenFrom, Math.Min(to, sentence.TokenFrom + 2));
        return m >= 0 && w.Mentions[m].Kind == MentionKind.Actor && w.Actors[w.Mentions[m].Actor].Type == ActorType.Person && !IsOblique(w, w.Mentions[m], sentence.Language)
            ? w.Mentions[m].Actor : (short)-1;
    }

    internal static short LastPerson(Workspace w, int token)
    {
        var steps = 0;
        for (var m = LowerBound(w, token) - 1; m >= 0 && steps < Steps; m--, steps++)
        {
            ref readonly var mention = ref w.Mentions[m];
            if (mention.Kind == MentionKind.Actor && mention.Actor >= 0 && !mention.IsNested && w.Actors[mention.Actor].Type == ActorType.Person) return mention.Actor;
        }

        return -1;
    }

    /// <summary>The outermost actor mention that begins in a stretch of tokens.</summary>
    internal static int MentionAt(Workspace w, int from, int to)
    {
        for (var m = LowerBound(w, from); m < w.Mentions.Count && w.Mentions[m].PhraseFrom < to; m++)
        {
            if (w.Mentions[m].Actor >= 0 && !w.Mentions[m].IsNested && w.Mentions[m].Kind != MentionKind.Country) return m;
        }

        return -1;
    }

    internal static int FirstIn(Workspace w, int from, int to)
    {
        var m = MentionAt(w, from, to);
        return m >= 0 && w.Mentions[m].End <= to ? m : -1;
    }

    internal static int EndingAt(Workspace w, int end, int start)
    {
        for (var m = LowerBound(w, end) - 1; m >= 0 && w.Mentions[m].PhraseFrom >= start; m--)
        {
            if (w.Mentions[m].End == end && w.Mentions[m].Actor >= 0 && !w.Mentions[m].IsNested) return m;
        }

        return -1;
    }

    /// <summary>Index of the first mention whose phrase begins at or after a token.</summary>
    internal static int LowerBound(Workspace w, int token)
    {
        int low = 0, high = w.Mentions.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (w.Mentions[middle].PhraseFrom < token) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
