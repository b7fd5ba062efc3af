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
            // `X mendorong usul itu. "..." katanya`: whoever the sentence before began with.
            if (found == Found.Same && SpeakerPhrases.Opener(w, from, open) is >= 0 and var opener) speaker = opener;
            else if (found is Found.Nothing or Found.Same)
            {
                speaker = current >= 0 || isNameless ? current : SpeakerPhrases.LastPerson(w, open);
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
                : SpeakerPhrases.Subject(w, hit.Token, Math.Max(from, sentence.TokenFrom), sentence.Language);
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
        // `demikian kata X`: one small word before the verb.
        if (QuoteFilter.Reporting(w, at, language, out var word) == 0 && at + 1 < end && !w.Tokens[at].Is(Shape.Capital) && w.Tokens[at].Is(Shape.Word)
            && w.WordAt(at, WordClass.PronounSingular, language) == 0 && QuoteFilter.Reporting(w, at + 1, language, out var later) > 0 && later is { Place: not "before", Kind: "verb" }) at++;
        if (QuoteFilter.Reporting(w, at, language, out word) is > 0 and var length)
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
        var m = SpeakerPhrases.MentionAt(w, at, Math.Min(limit, at + 3));
        // A name that nobody took for an actor still is not the last speaker's.
        var isName = w.Tokens[at].Is(Shape.Word) && w.Tokens[at].Is(Shape.Capital) && w.Tokens[at].Is(Shape.SpaceBefore);
        var isSomebody = QuoteFilter.Citation(w, at, CitationKind.Nameless, language) > 0 || w.WordAt(at, WordClass.Determiner, language) > 0;
        var verb = -1;
        for (var i = m >= 0 ? w.Mentions[m].End : at; i < limit && verb < 0; i++)
        {
            if (w.Tokens[i].Is(Shape.QuoteMark)) break;
            if (QuoteFilter.Reporting(w, i, language, out word) > 0 && word is { Kind: "verb", IsMedium: false, HasPossessive: false }) verb = i;
            else if (m < 0 && i > at + 4 && !isName && !isSomebody) break;
        }

        if (verb < 0) return Found.Nothing;
        if (m >= 0)
        {
            speaker = w.Mentions[m].Actor;
            rule = "quote-name-verb";
            return Found.Actor;
        }

        // `"Q," the official said`: a speaker without a name.
        if (!isName && !isSomebody) return Found.Nothing;
        speaker = isName ? (short)-1 : SpeakerPhrases.Subject(w, verb, at, language);
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
        if (w.MarkAt(open - 1) == ':' && SpeakerPhrases.EndingAt(w, open - 1, start) is >= 0 and var named)
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
            var hasSubject = SpeakerPhrases.HasSubjectBeside(w, v, start, language);
            if (isContinued && !hasSubject)
            {
                rule = "continuation";
                return Found.Same;
            }

            speaker = SpeakerPhrases.Subject(w, v, start, language);
            if (speaker >= 0) return Found.Actor;
            if (w.WordBefore(v, WordClass.PronounSingular, language) > 0 || word.HasPossessive) return Found.Same;
            if (word.Kind != "verb") continue;
            for (var t = Math.Max(start, v - LongestTag); t < v && speaker < 0; t++)
            {
                if (!w.Tokens[t].Is(Shape.Capital) || t == start) speaker = SpeakerPhrases.SameHead(w, t);
            }

            if (speaker >= 0) return Found.Actor;
            // `Kepala keuangan mengatakan`: somebody, but nobody known; `Menteri itu mengatakan`: the one of whom the talk was.
            if (v > start && !isContinued && w.WordBefore(v, WordClass.Determiner, language) == 0)
            {
                rule = "quote-verb-nameless";
                return Found.Nameless;
            }
        }

        if (isContinued) return Found.Same;
        // Words of someone else's inside a sentence: its subject's, as far as it has one.
        if (open > start && SpeakerPhrases.FirstIn(w, start, open) is >= 0 and var first && !SpeakerPhrases.IsOblique(w, w.Mentions[first], language))
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
            if (t > from && SpeakerPhrases.Ends(w, t, language)) break;
            var m = SpeakerPhrases.MentionAt(w, t, t + 1);
            if (m < 0) continue;
            if (w.Mentions[m].IsPronoun) return Found.Same;
            speaker = w.Mentions[m].Actor;
            // `kata seorang pejabat Hamas`: the body speaks, no person.
            if (isNameless && w.Actors[speaker].Type == ActorType.Person && w.Mentions[m].PhraseFrom > from) break;
            return Found.Actor;
        }

        speaker = SpeakerPhrases.Apposed(w, from, limit, language);
        if (speaker >= 0) return Found.Actor;
        if (isNameless) return Found.Nameless;
        speaker = SpeakerPhrases.SameHead(w, from);
        if (speaker >= 0) return Found.Actor;
        // `kata pejabat itu`: the one of whom the talk was.
        for (var t = from + 1; t < limit && w.Tokens[t].Is(Shape.Word) && t < from + 4; t++)
        {
            if (w.WordAt(t, WordClass.Determiner, language) > 0) return Found.Same;
        }

        return Found.Nothing;
    }

    // Nobody before: the first to say something right behind.
    private static short Next(Workspace w, in QuoteSpan quote)
    {
        var s = w.SentenceOf(Math.Min(quote.End, w.Tokens.Count - 1)) + 1;
        if (s >= w.Sentences.Count) return -1;
        var sentence = w.Sentences[s];
        var end = Math.Min(sentence.TokenTo, sentence.TokenFrom + (LongestTag * 2));
        for (var h = w.FirstHit(sentence.TokenFrom); h < w.Hits.Count && w.Hits[h].Token < end; h++)
        {
            if (w.Hits[h].Kind != PhraseKind.Reporting || w.Hits[h].ByStem || !w.Speaks(w.Hits[h], sentence.Language)) continue;
            if (w.Pack.Grammar.Reporting[w.Hits[h].Payload] is { Kind: "verb", IsMedium: false, IsBefore: true })
                return SpeakerPhrases.Subject(w, w.Hits[h].Token, sentence.TokenFrom, sentence.Language);
        }

        return -1;
    }
}
