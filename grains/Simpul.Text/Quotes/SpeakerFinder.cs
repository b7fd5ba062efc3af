using Simpul.Text.Packs;
using Simpul.Text.Tokens;

namespace Simpul.Text.Quotes;

/// <summary>
/// Says who speaks: the name beside a word of saying behind or before the quotation, else whoever spoke last. One pass over quotations
/// and the text between them, which remembers the last speaker.
/// </summary>
internal static class SpeakerFinder
{
    private const int LongestTag = 16;

    /// <summary>What a tag says: an actor, nobody with a name, or whoever spoke before.</summary>
    private enum Found : byte
    {
        Nothing,
        Actor,
        Nameless,
        Same,
    }

    internal static void Run(Workspace w)
    {
        short current = -1;
        var isNameless = false;
        var from = 0;
        for (var q = 0; q < w.Quotes.Count; q++)
        {
            ref var quote = ref w.Quotes[q];
            var open = quote.Token - 1;
            Between(w, q, from, open, ref current, ref isNameless);
            var found = After(w, quote, out var speaker, out var rule);
            if (found == Found.Nothing) found = Before(w, quote, q, from, out speaker, out rule);
            if (found is Found.Nothing or Found.Same)
            {
                speaker = current >= 0 || isNameless ? current : LastPerson(w, open);
                if (found == Found.Nothing)
                {
                    rule = "continuation";
                    if (speaker < 0) speaker = Next(w, quote);
                }
            }

            quote.Speaker = speaker;
            quote.Rule = rule;
            quote.Confidence = Confidence(rule, quote.Confidence);
            isNameless = found == Found.Nameless;
            if (speaker >= 0 || isNameless) current = speaker;
            from = Math.Min(quote.End + 1, w.Tokens.Count);
        }
    }

    private static byte Confidence(string rule, byte span)
    {
        var speaker = rule switch
        {
            "quote-verb-name" or "quote-name-verb" or "name-colon-quote" => 96,
            "name-verb-quote" or "quote-according" => 90,
            "quote-verb-nya" or "quote-verb-pronoun" => 85,
            "quote-verb-nameless" => 60,
            _ => 75,
        };
        return (byte)Math.Min((int)span, speaker);
    }

    /// <summary>Who says something in the text between two quotations is the last speaker for the next.</summary>
    private static void Between(Workspace w, int q, int from, int to, ref short current, ref bool isNameless)
    {
        // The rest of a tag's own sentence names media and addressees (`kata Xi, menurut penyiar CCTV`).
        if (q > 0 && from < to && w.Quotes[q - 1].Speaker >= 0) from = Math.Max(from, Math.Min(to, w.Sentences[w.SentenceOf(from)].TokenTo));
        for (var h = w.FirstHit(from); h < w.Hits.Count && w.Hits[h].Token < to; h++)
        {
            if (w.Hits[h].Kind != PhraseKind.Reporting || w.Hits[h].ByStem) continue;
            var hit = w.Hits[h];
            var s = w.SentenceOf(hit.Token);
            var sentence = w.Sentences[s];
            if (!w.Speaks(hit, sentence.Language)) continue;
            var word = w.Pack.Grammar.Reporting[hit.Payload];
            if (word.IsMedium || word.HasPossessive || word.Kind == "noun") continue;
            var speaker = word.Kind == "preposition" || !word.IsBefore
                ? NameAfter(w, hit.End, Math.Min(to, sentence.TokenTo), sentence.Language, out var first) == Found.Actor ? first : (short)-1
                : Subject(w, hit.Token, Math.Max(from, sentence.TokenFrom), sentence.Language);
            if (speaker < 0) continue;
            current = speaker;
            isNameless = false;
        }
    }

    /// <summary>The tag behind a quotation.</summary>
    private static Found After(Workspace w, in QuoteSpan quote, out short speaker, out string rule)
    {
        speaker = -1;
        rule = "continuation";
        var at = quote.End;
        if (at < w.Tokens.Count && (w.Tokens[at].Is(Shape.QuoteMark) || w.MarkAt(at) is '\'' or '’')) at++;
        if (w.MarkAt(at) is ',' or '-' or '–' or '—') at++;
        if (at >= w.Tokens.Count || w.Tokens[at].Is(Shape.LineStart)) return Found.Nothing;
        var sentence = w.Sentences[w.SentenceOf(at)];
        int language = sentence.Language, end = sentence.TokenTo;
        if (QuoteFilter.Reporting(w, at, language, out var word) is > 0 and var length)
        {
            if (word.IsMedium || word.Kind == "noun") return Found.Nothing;
            if (word.HasPossessive)
            {
                rule = "quote-verb-nya";
                return Found.Same;
            }

            if (!word.IsAfter) return Found.Nothing;
            if (word.Note == "pronoun")
            {
                rule = "quote-verb-pronoun";
                return Found.Same;
            }

            var found = NameAfter(w, at + length, end, language, out speaker);
            rule = found switch
            {
                Found.Actor when word.Kind == "preposition" => "quote-according",
                Found.Actor => "quote-verb-name",
                Found.Same => "quote-verb-pronoun",
                _ => "quote-verb-nameless",
            };
            // `adding`: a verb without a name behind it is still the last speaker's.
            return found == Found.Nothing ? word.Note == "participle" ? Found.Same : Found.Nameless : found;
        }

        return NameVerb(w, at, end, language, out speaker, out rule);
    }

    // `"Q," X said`, `"Q," X, direktur Y, mengatakan`.
    private static Found NameVerb(Workspace w, int at, int end, int language, out short speaker, out string rule)
    {
        speaker = -1;
        rule = "continuation";
        if (w.WordAt(at, WordClass.PronounSingular, language) is > 0 and var pronoun && QuoteFilter.Reporting(w, at + pronoun, language, out var word) > 0 && !word.IsMedium)
        {
            rule = "quote-verb-pronoun";
            return Found.Same;
        }

        var limit = Math.Min(end, at + LongestTag);
        var m = MentionAt(w, at, Math.Min(limit, at + 3));
        var verb = -1;
        for (var i = m >= 0 ? w.Mentions[m].End : at; i < limit && verb < 0; i++)
        {
            if (w.Tokens[i].Is(Shape.QuoteMark)) break;
            if (QuoteFilter.Reporting(w, i, language, out word) > 0 && word is { Kind: "verb", IsMedium: false, HasPossessive: false }) verb = i;
            else if (m < 0 && i > at + 4) break;
        }

        if (verb < 0) return Found.Nothing;
        if (m >= 0)
        {
            speaker = w.Mentions[m].Actor;
            rule = "quote-name-verb";
            return Found.Actor;
        }

        // `"Q," the official said`: a speaker without a name.
        if (QuoteFilter.Citation(w, at, CitationKind.Nameless, language) == 0 && w.WordAt(at, WordClass.Determiner, language) == 0) return Found.Nothing;
        speaker = Subject(w, verb, at, language);
        rule = speaker >= 0 ? "quote-name-verb" : "quote-verb-nameless";
        return speaker >= 0 ? Found.Actor : Found.Nameless;
    }

    /// <summary>The tag before a quotation, in its sentence.</summary>
    private static Found Before(Workspace w, in QuoteSpan quote, int q, int from, out short speaker, out string rule)
    {
        speaker = -1;
        rule = "continuation";
        var open = quote.Token - 1;
        if (open <= 0 || w.Tokens[open].Is(Shape.LineStart)) return Found.Nothing;
        var sentence = w.Sentences[w.SentenceOf(open)];
        // `X mengatakan. "Q"`: the mark may belong to a sentence of its own; only a colon or comma ties it to the one before.
        if (open == sentence.TokenFrom)
        {
            if (w.MarkAt(open - 1) is not (':' or ',')) return Found.Nothing;
            sentence = w.Sentences[w.SentenceOf(open - 1)];
        }

        int language = sentence.Language, start = sentence.TokenFrom;
        var isContinued = q > 0 && w.Quotes[q - 1].End >= start && from > start;
        if (isContinued) start = from;
        if (w.MarkAt(open - 1) == ':' && EndingAt(w, open - 1, start) is >= 0 and var named)
        {
            speaker = w.Mentions[named].Actor;
            rule = "name-colon-quote";
            return Found.Actor;
        }

        for (var v = open - 1; v >= start; v--)
        {
            if (QuoteFilter.Reporting(w, v, language, out var word) == 0 || word.IsMedium || !(word.IsBefore || word.Kind == "noun" || IsWrittenAfter(w, v, open))) continue;
            rule = "name-verb-quote";
            if (word.Kind == "preposition")
            {
                if (word.HasPossessive) return Found.Same;
                if (NameAfter(w, v + 1, open, language, out speaker) == Found.Actor) return Found.Actor;
                continue;
            }

            // `katanya, "Q"`, `kata X, "Q"`.
            if (word.HasPossessive && word.Kind == "verb") return Found.Same;
            if (word.IsAfter && NameAfter(w, v + 1, open, language, out speaker) is Found.Actor or Found.Same) return speaker >= 0 ? Found.Actor : Found.Same;
            var hasSubject = HasSubjectBeside(w, v, start, language);
            if (isContinued && !hasSubject)
            {
                rule = "continuation";
                return Found.Same;
            }

            speaker = Subject(w, v, start, language);
            if (speaker >= 0) return Found.Actor;
            if (w.WordBefore(v, WordClass.PronounSingular, language) > 0 || word.HasPossessive) return Found.Same;
        }

        if (isContinued) return Found.Same;
        // Words of someone else's inside a sentence: its subject's, as far as it has one.
        if (open > start && FirstIn(w, start, open) is >= 0 and var first && !IsOblique(w, w.Mentions[first], language))
        {
            speaker = w.Mentions[first].Actor;
            rule = "sentence-subject";
            return w.Mentions[first].IsPronoun ? Found.Same : Found.Actor;
        }

        rule = "continuation";
        return Found.Nothing;
    }

    // `kata X: "Q"`: a verb that stands behind quotations may also stand right before one.
    private static bool IsWrittenAfter(Workspace w, int verb, int open) => open - verb <= LongestTag / 2 && w.MarkAt(open - 1) is ':' or ',';

    /// <summary>The name behind a word of saying; the noun phrase ends where another one begins.</summary>
    private static Found NameAfter(Workspace w, int from, int end, int language, out short speaker)
    {
        speaker = -1;
        var limit = Math.Min(end, from + LongestTag);
        if (from >= limit) return Found.Nothing;
        var isNameless = QuoteFilter.Citation(w, from, CitationKind.Nameless, language) > 0;
        if (w.WordAt(from, WordClass.PronounSingular, language) > 0 || w.WordAt(from, WordClass.Reflexive, language) > 0) return Found.Same;
        for (var t = from; t < limit; t++)
        {
            if (t > from && Ends(w, t, language)) break;
            var m = MentionAt(w, t, t + 1);
            if (m < 0) continue;
            if (w.Mentions[m].IsPronoun) return Found.Same;
            speaker = w.Mentions[m].Actor;
            // `kata seorang pejabat Hamas`: the body speaks, no person.
            if (isNameless && w.Actors[speaker].Type == ActorType.Person)
            {
                speaker = -1;
                return Found.Nameless;
            }

            return Found.Actor;
        }

        speaker = isNameless ? (short)-1 : SameHead(w, from);
        return speaker >= 0 ? Found.Actor : Found.Nothing;
    }

    private static bool Ends(Workspace w, int t, int language)
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
    private static short SameHead(Workspace w, int token)
    {
        ref readonly var head = ref w.Tokens[token];
        if (!head.Is(Shape.Word) || head.Length < 3) return -1;
        var steps = 0;
        for (var m = LowerBound(w, token) - 1; m >= 0 && steps < 200; m--, steps++)
        {
            ref readonly var mention = ref w.Mentions[m];
            if (mention.Actor < 0 || mention.IsPronoun) continue;
            if (w.Tokens[mention.Token].Hash == head.Hash || w.Tokens[mention.PhraseFrom].Hash == head.Hash || Misspells(w, head, w.Tokens[mention.End - 1])) return mention.Actor;
        }

        return -1;
    }

    // `kata dachelet` for Bachelet: one letter of a long name is wrong.
    private static bool Misspells(Workspace w, in Token word, in Token name)
    {
        if (word.Length != name.Length || word.Length < 6 || !name.Is(Shape.Capital)) return false;
        var wrong = 0;
        for (var i = 0; i < word.Length && wrong < 2; i++)
        {
            if (CharFold.Fold(w.Text[word.Start + i]) != CharFold.Fold(w.Text[name.Start + i])) wrong++;
        }

        return wrong < 2;
    }

    private static bool HasSubjectBeside(Workspace w, int verb, int start, int language)
    {
        var at = verb;
        while (at > start && IsAuxiliary(w, at - 1, language)) at--;
        return EndingAt(w, at, start) is >= 0 and var m && !IsOblique(w, w.Mentions[m], language) && !IsMediumPhrase(w, m, start, language);
    }

    // Modality words between a subject and its verb: `Trump juga akan mengatakan`.
    private static bool IsAuxiliary(Workspace w, int t, int language)
    {
        if (!w.Tokens[t].Is(Shape.Word) || w.Tokens[t].Is(Shape.Capital)) return false;
        foreach (ref readonly var hit in w.HitsAt(t))
        {
            if (hit.Kind is PhraseKind.Modality or PhraseKind.Word && w.Speaks(hit, language)) return true;
        }

        return false;
    }

    /// <summary>The subject of a word of saying: the nearest actor on its left that nothing governs; past an apposition, the one before it.</summary>
    private static short Subject(Workspace w, int verb, int start, int language)
    {
        var isAfterComma = w.MarkAt(verb - 1) == ',';
        short nearest = -1;
        for (var m = LowerBound(w, verb) - 1; m >= 0; m--)
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
    private static bool IsOblique(Workspace w, in Mention mention, int language)
    {
        var at = mention.PhraseFrom;
        return w.WordBefore(at, WordClass.Toward, language) > 0 || w.WordBefore(at, WordClass.With, language) > 0 || w.WordBefore(at, WordClass.From, language) > 0
            || w.WordBefore(at, WordClass.By, language) > 0 || w.WordBefore(at, WordClass.In, language) > 0 || w.WordBefore(at, WordClass.Topic, language) > 0;
    }

    private static bool IsMediumPhrase(Workspace w, int m, int start, int language)
    {
        for (var t = w.Mentions[m].PhraseFrom - 1; t >= start && t >= w.Mentions[m].PhraseFrom - 3; t--)
        {
            if (w.WordAt(t, WordClass.Medium, language) > 0 || (QuoteFilter.Reporting(w, t, language, out var word) > 0 && word.IsMedium)) return true;
            if (!w.Tokens[t].Is(Shape.Word)) return false;
        }

        return false;
    }

    // Nobody before: the first to say something right behind.
    private static short Next(Workspace w, in QuoteSpan quote)
    {
        var s = w.SentenceOf(Math.Min(quote.End, w.Tokens.Count - 1)) + 1;
        if (s >= w.Sentences.Count) return -1;
        var sentence = w.Sentences[s];
        for (var h = w.FirstHit(sentence.TokenFrom); h < w.Hits.Count && w.Hits[h].Token < sentence.TokenTo; h++)
        {
            if (w.Hits[h].Kind != PhraseKind.Reporting || w.Hits[h].ByStem || !w.Speaks(w.Hits[h], sentence.Language)) continue;
            if (w.Pack.Grammar.Reporting[w.Hits[h].Payload] is { Kind: "verb", IsMedium: false, IsBefore: true })
                return Subject(w, w.Hits[h].Token, sentence.TokenFrom, sentence.Language);
        }

        return -1;
    }

    private static short LastPerson(Workspace w, int token)
    {
        for (var m = LowerBound(w, token) - 1; m >= 0; m--)
        {
            ref readonly var mention = ref w.Mentions[m];
            if (mention.Kind == MentionKind.Actor && mention.Actor >= 0 && !mention.IsNested && w.Actors[mention.Actor].Type == ActorType.Person) return mention.Actor;
        }

        return -1;
    }

    /// <summary>The outermost actor mention that begins in a stretch of tokens.</summary>
    private static int MentionAt(Workspace w, int from, int to)
    {
        for (var m = LowerBound(w, from); m < w.Mentions.Count && w.Mentions[m].PhraseFrom < to; m++)
        {
            if (w.Mentions[m].Actor >= 0 && !w.Mentions[m].IsNested && w.Mentions[m].Kind != MentionKind.Country) return m;
        }

        return -1;
    }

    private static int FirstIn(Workspace w, int from, int to)
    {
        var m = MentionAt(w, from, to);
        return m >= 0 && w.Mentions[m].End <= to ? m : -1;
    }

    private static int EndingAt(Workspace w, int end, int start)
    {
        for (var m = LowerBound(w, end) - 1; m >= 0 && w.Mentions[m].PhraseFrom >= start; m--)
        {
            if (w.Mentions[m].End == end && w.Mentions[m].Actor >= 0 && !w.Mentions[m].IsNested) return m;
        }

        return -1;
    }

    /// <summary>Index of the first mention whose phrase begins at or after a token.</summary>
    private static int LowerBound(Workspace w, int token)
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
