using Simpul.Text.Packs;
using Simpul.Text.Tokens;

namespace Simpul.Text.Names;

/// <summary>
/// Words that stand for actors and countries: epithets with a country (<c>pemimpin China</c>), pronouns, pairs, <c>negara itu</c>.
/// One forward pass that remembers who was last the subject and who was last named.
/// </summary>
internal static class Anaphora
{
    internal static void Run(Workspace w)
    {
        var named = w.Mentions.Count;
        w.Mentions.Mutable.Sort(static (a, b) => a.Token != b.Token ? a.Token - b.Token : b.End - a.End);
        Epithets(w, named);
        w.Mentions.Mutable.Sort(static (a, b) => a.Token != b.Token ? a.Token - b.Token : b.End - a.End);
        Pronouns(w, w.Mentions.Count);
    }

    private static void Epithets(Workspace w, int named)
    {
        for (var i = 0; i < named; i++)
        {
            var country = w.Mentions[i];
            if (country.Kind != MentionKind.Country) continue;
            var language = w.LanguageOf(country.Token);
            var isNounFirst = w.Pack.Grammar.Languages[language].NounFirst;
            var (from, end, epithet) = isNounFirst ? Before(w, country, language) : After(w, country, language);
            if (epithet < 0) continue;
            var known = w.Pack.Gazetteer.Epithets[epithet];
            var person = known.Person >= 0 ? known.Person : Offices.LeaderOf(w, country.Country, known.Roles);
            if (person < 0) continue;
            var actor = ActorOf(w, person);
            if (actor < 0 || Covered(w, named, from, end)) continue;
            ref var m = ref w.Mentions.Add();
            m = new Mention
            {
                Token = from, End = end, PhraseFrom = from, Kind = MentionKind.Actor, Actor = actor,
                Country = w.Actors[actor].ActsForState ? w.Actors[actor].Country : (short)-1, Rule = "epithet", Confidence = 85,
            };
        }
    }

    private static (int From, int End, int Epithet) Before(Workspace w, in Mention country, int language)
    {
        for (var length = 1; length <= 3; length++)
        {
            if (country.Token - length < 0) break;
            var hit = w.HitAt(country.Token - length, PhraseKind.Epithet, language);
            if (hit.Length == length) return (hit.Token, country.End, hit.Payload);
        }

        return (0, 0, -1);
    }

    private static (int From, int End, int Epithet) After(Workspace w, in Mention country, int language)
    {
        var at = country.End;
        if (at < w.Tokens.Count && w.Tokens[at].Is(Shape.Possessive)) at++;
        var hit = w.HitAt(at, PhraseKind.Epithet, language);
        return hit.Length > 0 ? (country.Token, hit.End, hit.Payload) : (0, 0, -1);
    }

    // An epithet alone makes nobody an actor: the article must name the person.
    private static short ActorOf(Workspace w, int person)
    {
        for (short a = 0; a < w.Actors.Count; a++)
        {
            if (w.Actors[a].Type == ActorType.Person && w.Actors[a].Known == person) return a;
        }

        return -1;
    }

    private static bool Covered(Workspace w, int named, int from, int end)
    {
        for (var i = 0; i < named; i++)
        {
            ref readonly var m = ref w.Mentions[i];
            if (m.Kind == MentionKind.Actor && m.Token < end && from < m.End) return true;
        }

        return false;
    }

    private static void Pronouns(Workspace w, int named)
    {
        var next = 0;
        short subject = -1, person = -1, speaker = -1, lastCountry = -1;
        Span<short> recent = [-1, -1];
        Span<short> recentCountries = [-1, -1];
        for (var s = 0; s < w.Sentences.Count; s++)
        {
            var sentence = w.Sentences[s];
            short sentenceSubject = -1;
            for (var t = sentence.TokenFrom; t < sentence.TokenTo; t++)
            {
                while (next < named && w.Mentions[next].Token < t) next++;
                for (var i = next; i < named && w.Mentions[i].Token == t; i++)
                {
                    ref readonly var m = ref w.Mentions[i];
                    if (m.Kind == MentionKind.Country)
                    {
                        lastCountry = m.Country;
                        if (recentCountries[0] != m.Country) (recentCountries[1], recentCountries[0]) = (recentCountries[0], m.Country);
                        continue;
                    }

                    if (w.Actors[m.Actor].Type != ActorType.Person) continue;
                    person = m.Actor;
                    if (sentenceSubject < 0) sentenceSubject = m.Actor;
                    if (recent[0] != m.Actor) (recent[1], recent[0]) = (recent[0], m.Actor);
                    if (NameFinder.SaysBefore(w, m.Token, sentence) || NameFinder.SaysAfter(w, m.End, sentence)) speaker = m.Actor;
                }

                if (!w.Tokens[t].Is(Shape.Word)) continue;
                int language = sentence.Language;
                if (w.WordAt(t, WordClass.PronounSingular, language) is > 0 and var he)
                {
                    var who = sentenceSubject >= 0 && sentenceSubject == subject ? subject : sentenceSubject >= 0 ? sentenceSubject : speaker >= 0 ? speaker : subject >= 0 ? subject : person;
                    if (who >= 0)
                    {
                        Stand(w, t, t + he, who, -1, "pronoun", 70);
                        if (sentenceSubject < 0) sentenceSubject = who;
                    }
                }
                else if (w.WordAt(t, WordClass.Pair, language) is > 0 and var pair)
                {
                    if (recent[1] >= 0 && !SaysCountry(w, t, pair))
                    {
                        Stand(w, t, t + pair, recent[0], -1, "pair", 75);
                        Stand(w, t, t + pair, recent[1], -1, "pair", 75);
                    }
                    else if (recentCountries[1] >= 0)
                    {
                        Stand(w, t, t + pair, -1, recentCountries[0], "pair", 75);
                        Stand(w, t, t + pair, -1, recentCountries[1], "pair", 75);
                    }

                    t += pair - 1;
                }
                else if (w.WordAt(t, WordClass.ThatCountry, language) is > 0 and var that)
                {
                    if (lastCountry >= 0) Stand(w, t, t + that, -1, lastCountry, "that-country", 75);
                    t += that - 1;
                }
            }

            if (sentenceSubject >= 0) subject = sentenceSubject;
        }
    }

    // `kedua negara`, `both countries`: the countries, not the people who lead them.
    private static bool SaysCountry(Workspace w, int token, int length)
    {
        for (var t = token; t < token + length; t++)
        {
            if (w.WordAt(t, WordClass.StateNoun, w.LanguageOf(t)) > 0) return true;
        }

        return false;
    }

    private static void Stand(Workspace w, int token, int end, short actor, short country, string rule, byte confidence)
    {
        ref var m = ref w.Mentions.Add();
        m = new Mention
        {
            Token = token, End = end, PhraseFrom = token, Kind = actor >= 0 && rule == "pronoun" ? MentionKind.Actor : MentionKind.Anaphor,
            Actor = actor, IsPronoun = true,
            Country = actor < 0 ? country : w.Actors[actor].ActsForState ? w.Actors[actor].Country : (short)-1,
            Rule = rule, Confidence = confidence,
        };
    }
}
