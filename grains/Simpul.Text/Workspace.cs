using Simpul.Text.Packs;
using Simpul.Text.Tokens;

namespace Simpul.Text;

/// <summary>
/// All that the stages know of the article in hand, as spans over one string. One workspace a thread, cleared and used again:
/// nothing is allocated per token, and no string is made before the record.
/// </summary>
/// <param name="scores">A store of the tagger's to share with workspaces of the same thread; its own where none is given.</param>
internal sealed partial class Workspace(Tagger.WordScores? scores = null)
{
    private static readonly Article Nothing = new("", "");

    private int[] _firstHit = new int[1024];

    // Of each token, the kinds of phrases and the classes of words that begin there: most questions end here.
    private uint[] _kinds = new uint[1024];
    private ulong[] _words = new ulong[1024];
    private int[] _countryAt = new int[1024];

    public Article Article { get; private set; } = Nothing;

    public string Text { get; private set; } = "";

    public Pack Pack { get; private set; } = null!;

    /// <summary>The publication day as yyyymmdd with unknown parts at their first; 0 where nothing is known.</summary>
    public int Published { get; private set; }

    /// <summary>Index of the article's language.</summary>
    public int Language { get; set; }

    public int DefaultLanguage { get; private set; }

    public Buffer<Token> Tokens { get; } = new(1024);

    public Buffer<Line> Lines { get; } = new();

    public Buffer<SentenceSpan> Sentences { get; } = new();

    public Buffer<Hit> Hits { get; } = new(1024);

    /// <summary>The tagger's label of each token.</summary>
    public Buffer<byte> Tags { get; } = new(1024);

    /// <summary>How sure the tagger is of each label that is part of a name, in eighths of the logarithm of the odds.</summary>
    public Buffer<byte> TagMargins { get; } = new(1024);

    /// <summary>The tagger's scores of the words met so far.</summary>
    internal Tagger.WordScores WordScores => field ??= scores ?? new();

    /// <summary>What may name an actor, in order of the text.</summary>
    internal Buffer<Names.NameSpan> Names { get; } = new(128);

    public Buffer<Mention> Mentions { get; } = new(256);

    /// <summary>Mentions, with the name's index, of places that share their name with smaller ones elsewhere.</summary>
    public Buffer<(int Mention, int Name)> SharedNames { get; } = new();

    /// <summary>The mentions that are open while nesting is checked.</summary>
    public Buffer<int> OpenMentions { get; } = new();

    public Buffer<ActorDraft> Actors { get; } = new();

    /// <summary>The actors whom a list knows, by their index in it.</summary>
    public Dictionary<(ActorType Type, int Known), short> KnownActors { get; } = [];

    /// <summary>The actors whom no list knows, by id.</summary>
    public Dictionary<string, short> UnknownActors { get; } = new(StringComparer.Ordinal);

    public Buffer<QuoteSpan> Quotes { get; } = new();

    public Buffer<DateSpan> Dates { get; } = new();

    public Buffer<AmountSpan> Amounts { get; } = new();

    public Buffer<EventDraft> Events { get; } = new();

    /// <summary>Indices of the events that tell an act first.</summary>
    public Buffer<int> FirstEvents { get; } = new();

    /// <summary>The mentions of each actor or country, while the record is made.</summary>
    internal MentionLinks Links { get; } = new();

    /// <summary>Where reasons are noted, if anybody asked for them.</summary>
    internal Explanations.Trace? Trace { get; set; }

    public void Begin(Article article, Pack pack)
    {
        Article = article;
        Text = article.Text;
        Pack = pack;
        DefaultLanguage = pack.DefaultLanguage;
        Published = PartialDate.ToDay(article.Published);
        Tokens.Clear();
        Lines.Clear();
        Sentences.Clear();
        Hits.Clear();
        Mentions.Clear();
        SharedNames.Clear();
        Actors.Clear();
        KnownActors.Clear();
        UnknownActors.Clear();
        Quotes.Clear();
        Dates.Clear();
        Amounts.Clear();
        Events.Clear();
    }

    /// <summary>Lets go of the article's strings.</summary>
    public void End()
    {
        Article = Nothing;
        Text = "";
        Actors.Clear();
        UnknownActors.Clear();
    }

    /// <summary>Builds the index from tokens to hits.</summary>
    public void IndexHits()
    {
        if (_firstHit.Length < Tokens.Count + 1)
        {
            _firstHit = new int[(Tokens.Count * 2) + 1];
            _kinds = new uint[_firstHit.Length];
            _words = new ulong[_firstHit.Length];
        }

        var h = 0;
        for (var t = 0; t <= Tokens.Count; t++)
        {
            _firstHit[t] = h;
            var kinds = 0u;
            var words = 0UL;
            for (; h < Hits.Count && Hits[h].Token == t; h++)
            {
                ref readonly var hit = ref Hits[h];
                kinds |= 1u << (int)hit.Kind;
                if (hit.Kind == PhraseKind.Word && !hit.ByStem) words |= 1UL << hit.Payload;
            }

            _kinds[t] = kinds;
            _words[t] = words;
        }
    }

    /// <summary>True where a phrase of one of some kinds begins at a token, in whatever language: the cheap question before the dear one.</summary>
    public bool Begins(int token, uint kinds) => (_kinds[token] & kinds) != 0;

    /// <summary>Index of the first hit at or after a token.</summary>
    public int FirstHit(int token) => _firstHit[token];

    /// <summary>Builds the index from tokens to the country mentions that begin there.</summary>
    public void IndexCountries()
    {
        if (_countryAt.Length < Tokens.Count + 1) _countryAt = new int[Tokens.Count * 2 + 1];
        Array.Clear(_countryAt, 0, Tokens.Count + 1);
        for (var m = 0; m < Mentions.Count; m++)
        {
            if (Mentions[m].Kind == MentionKind.Country) _countryAt[Mentions[m].Token] = m + 1;
        }
    }

    /// <summary>Index of the country mention that begins at a token, or -1.</summary>
    public int CountryAt(int token) => token < 0 || token >= Tokens.Count ? -1 : _countryAt[token] - 1;

    /// <summary>The hits that begin at a token, longest first.</summary>
    public ReadOnlySpan<Hit> HitsAt(int token) => Hits.Items[_firstHit[token].._firstHit[token + 1]];

    /// <summary>True where the language of a token's line is among a hit's languages.</summary>
    public bool Speaks(in Hit hit, int language) => (hit.Languages >> language & 1) != 0;

    /// <summary>True where a hit is of a language whose nouns come last: what its names end with says what they are.</summary>
    public bool IsModifierFirst(in Hit hit)
    {
        for (var language = 0; language < Pack.Grammar.Languages.Count; language++)
        {
            if (Speaks(hit, language) && !Pack.Grammar.Languages[language].NounFirst) return true;
        }

        return false;
    }

    /// <summary>The longest hit of a kind at a token in a language; its length is 0 where there is none.</summary>
    public Hit HitAt(int token, PhraseKind kind, int language)
    {
        if (token < Tokens.Count && (_kinds[token] >> (int)kind & 1) != 0)
        {
            foreach (ref readonly var hit in HitsAt(token))
            {
                if (hit.Kind == kind && Speaks(hit, language)) return hit;
            }
        }

        return default;
    }

    /// <summary>How many tokens a word of a class takes at a token; 0 where there is none.</summary>
    public int WordAt(int token, WordClass word, int language)
    {
        if (token < 0 || token >= Tokens.Count || (_words[token] >> (int)word & 1) == 0) return 0;
        foreach (ref readonly var hit in HitsAt(token))
        {
            if (hit.Kind == PhraseKind.Word && !hit.ByStem && hit.Payload == (int)word && Speaks(hit, language)) return hit.Length;
        }

        return 0;
    }

    /// <summary>How many tokens before <paramref name="end"/> a word of a class takes that ends there; 0 where there is none.</summary>
    public int WordBefore(int end, WordClass word, int language)
    {
        for (var length = 1; length <= 4 && end - length >= 0; length++)
        {
            if (WordAt(end - length, word, language) == length) return length;
        }

        return 0;
    }

    /// <summary>Index of the first mention at or after a token; they are sorted by their first tokens.</summary>
    public int FirstMention(int token) => FirstMention(token, Mentions.Count);

    /// <summary>The same among the first so many mentions.</summary>
    public int FirstMention(int token, int count)
    {
        int low = 0, high = count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Mentions[middle].Token < token) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    /// <summary>The character that a punctuation token begins with, or '\0' for words, numbers and the end.</summary>
    public char MarkAt(int token) =>
        token >= 0 && token < Tokens.Count && Tokens[token].Is(Shape.Punctuation) ? Text[Tokens[token].Start] : '\0';

    /// <summary>The text of a run of tokens.</summary>
    public ReadOnlySpan<char> Slice(int token, int end) => Text.AsSpan(Tokens[token].Start, Tokens[end - 1].End - Tokens[token].Start);

    /// <summary>Index of the sentence that holds a token.</summary>
    public int SentenceOf(int token)
    {
        int low = 0, high = Sentences.Count - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (Sentences[middle].TokenFrom <= token) low = middle;
            else high = middle - 1;
        }

        return low;
    }

    /// <summary>Index of the language of the line that holds a token.</summary>
    public int LanguageOf(int token) => Sentences.Count == 0 ? Language : Sentences[SentenceOf(token)].Language;
}
