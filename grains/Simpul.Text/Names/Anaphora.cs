using Simpul.Text.Packs;
using Simpul.Text.Tokens;

namespace Simpul.Text.Names;

/// <summary>
/// Words that stand for actors and countries: epithets with a country (<c>pemimpin China</c>), pronouns, pairs, <c>negara itu</c>.
/// One forward pass that remembers who was last the subject and who was last named.
/// </summary>
internal static class Anaphora
{
    /// <summary>No mention is longer, in tokens.</summary>
    private const int LongestMention = 32;

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
    private static short ActorOf(Workspace w, int person) =>
        w.KnownActors.GetValueOrDefault((ActorType.Person, person), (short)-1);

    private static bool Covered(Workspace w, int named, int from, int end)
    {
        for (var i = w.FirstMention(end, named) - 1; i >= 0 && w.Mentions[i].Token > from - LongestMention; i--)
        {
            if (w.Mentions[i].Kind == MentionKind.Actor && from < w.Mentions[i].End) return true;
        }

        return false;
    }

    private static void Pronouns(Workspace w, int named)
    {
        var memory = new Memory { Named = named };
        var next = 0;
        for (var s = 0; s < w.Sentences.Count; s++)
        {
            var sentence = w.Sentences[s];
            memory.SentenceSubject = -1;
            if (w.Lines[sentence.Line].TokenFrom == sentence.TokenFrom) memory.Collective = (-1, -1);
            for (var t = sentence.TokenFrom; t < sentence.TokenTo; t++)
            {
                while (next < named && w.Mentions[next].Token < t) next++;
                for (var i = next; i < named && w.Mentions[i].Token == t; i++) memory.Hear(w, w.Mentions[i], sentence);
                if (w.Tokens[t].Is(Shape.Word) && w.Begins(t, 1u << (int)PhraseKind.Word)) t += At(w, t, sentence.Language, ref memory);
            }

            if (memory.SentenceSubject >= 0) memory.Subject = memory.SentenceSubject;
        }
    }

    /// <summary>Resolves the word at a token; answers how many further tokens it took.</summary>
    private static int At(Workspace w, int t, int language, ref Memory memory)
    {
        if (w.WordAt(t, WordClass.PronounSingular, language) is > 0 and var he)
        {
            var who = memory.Person();
            if (who < 0) return 0;
            Stand(w, t, t + he, who, -1, "pronoun", 70);
            if (memory.SentenceSubject < 0) memory.SentenceSubject = who;
            return he - 1;
        }

        if (w.WordAt(t, WordClass.PairPeople, language) is > 0 and var people)
        {
            if (memory.People.Second.Actor >= 0) Both(w, t, t + people, memory.People);
            else Both(w, t, t + people, memory.Sides);
            return people - 1;
        }

        if (w.WordAt(t, WordClass.Pair, language) is > 0 and var pair)
        {
            Both(w, t, t + pair, memory.Sides);
            return pair - 1;
        }

        // `mereka`: the state or body that the sentence began with; without one it stands for nobody named, and keeps others from its place.
        if (w.WordAt(t, WordClass.PronounPlural, language) is > 0 and var they)
        {
            Stand(w, t, t + they, memory.Collective.Actor, memory.Collective.Country, "plural-pronoun", 65);
            return they - 1;
        }

        if (memory.Armed >= 0 && w.WordAt(t, WordClass.Rebels, language) is > 0 and var rebels && !Covered(w, memory.Named, t, t + 1))
        {
            Stand(w, t, t + rebels, memory.Armed, -1, "armed-group", 65);
            return rebels - 1;
        }

        if (w.WordAt(t, WordClass.ThatCountry, language) is > 0 and var that)
        {
            if (memory.Country >= 0) Stand(w, t, t + that, -1, memory.Country, "that-country", 75);
            return that - 1;
        }

        if (w.WordAt(t, WordClass.OwnSide, language) is > 0 and var own)
        {
            var who = memory.Person();
            if (who >= 0 && w.Actors[who].ActsForState) Stand(w, t, t + own, -1, w.Actors[who].Country, "own-side", 70);
            else if (who >= 0) Stand(w, t, t + own, who, -1, "own-side", 60);
            return own - 1;
        }

        if (w.WordAt(t, WordClass.Triple, language) is > 0 and var triple)
        {
            ref readonly var sides = ref memory.People.Third.Actor >= 0 ? ref memory.People : ref memory.Sides;
            if (sides.Third is { Actor: < 0, Country: < 0 }) return triple - 1;
            Both(w, t, t + triple, sides);
            Stand(w, t, t + triple, sides.Third.Actor, sides.Third.Country, "triple", 70);
            return triple - 1;
        }

        if (w.WordAt(t, WordClass.Government, language) is > 0 and var government && w.CountryAt(t + government) < 0)
        {
            // The article's own country, where it is about one; else the one just named.
            var country = w.MainCountry == w.HomeCountry || memory.Country < 0 ? w.MainCountry : memory.Country;
            if (country >= 0) Stand(w, t, t + government, -1, country, "government", 60);
            return government - 1;
        }

        return 0;
    }

    private static void Both(Workspace w, int token, int end, in Pair pair)
    {
        if (pair.Second is { Actor: < 0, Country: < 0 }) return;
        Stand(w, token, end, pair.Second.Actor, pair.Second.Country, "pair", 75);
        Stand(w, token, end, pair.First.Actor, pair.First.Country, "pair", 75);
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

    /// <summary>The parties last heard of, the newest first.</summary>
    private struct Pair
    {
        public (short Actor, short Country) First = (-1, -1);
        public (short Actor, short Country) Second = (-1, -1);
        public (short Actor, short Country) Third = (-1, -1);

        public Pair()
        {
        }

        public void Hear(short actor, short country)
        {
            if (First == (actor, country)) return;
            if (Second != (actor, country)) Third = Second;
            Second = First;
            First = (actor, country);
        }
    }

    /// <summary>Whom the text has just spoken of.</summary>
    private struct Memory
    {
        /// <summary>How many mentions there were before the pronouns.</summary>
        public int Named;
        public short SentenceSubject = -1;
        public short Subject = -1;
        public short Speaker = -1;
        public short LastPerson = -1;
        public short Country = -1;

        /// <summary>The armed group named last.</summary>
        public short Armed = -1;

        /// <summary>The first state or body that the paragraph names.</summary>
        public (short Actor, short Country) Collective = (-1, -1);
        public Pair People = new();
        public Pair Sides = new();

        public Memory()
        {
        }

        /// <summary>The sentence's own subject before the last speaker, the last subject and the last person named.</summary>
        public readonly short Person() => SentenceSubject >= 0 ? SentenceSubject : Speaker >= 0 ? Speaker : Subject >= 0 ? Subject : LastPerson;

        public void Hear(Workspace w, in Mention m, in SentenceSpan sentence)
        {
            if (m.Kind == MentionKind.Country)
            {
                Country = m.Country;
                if (Collective == (-1, -1) && m.Cue != CountryCue.Place) Collective = (-1, m.Country);
                if (m.Cue != CountryCue.Place) Sides.Hear(-1, m.Country);
                return;
            }

            if (w.Actors[m.Actor].Type == ActorType.Organisation)
            {
                if (Collective == (-1, -1)) Collective = (m.Actor, -1);
                if (w.Actors[m.Actor].Country >= 0 && !w.Actors[m.Actor].ActsForState && w.Actors[m.Actor].Known >= 0
                    && w.Pack.Gazetteer.Organisations[w.Actors[m.Actor].Known].Kind == "armed-group")
                {
                    Armed = m.Actor;
                    Sides.Hear(m.Actor, -1);
                }

                return;
            }

            LastPerson = m.Actor;
            if (SentenceSubject < 0) SentenceSubject = m.Actor;
            People.Hear(m.Actor, -1);
            if (NameCues.SaysBefore(w, m.Token, sentence) || NameCues.SaysAfter(w, m.End, sentence)) Speaker = m.Actor;
        }
    }
}
