using System.Numerics;
using Simpul.Text.Tokens;

namespace Simpul.Text.Packs;

/// <summary>One meaning of a phrase.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Languages">Bit set of the languages whose pack lists it.</param>
/// <param name="Capitals">Bit i: token i must begin with a capital.</param>
/// <param name="AllCaps">Bit i: token i must be all capitals.</param>
/// <param name="Payload">Index into the table of its kind.</param>
/// <param name="Next">The next meaning of the same phrase, or -1.</param>
internal readonly record struct PhraseEntry(PhraseKind Kind, byte Languages, byte Capitals, byte AllCaps, int Payload, int Next);

/// <summary>A phrase found in a text.</summary>
/// <param name="Token">Index of its first token.</param>
/// <param name="Length">How many tokens it covers.</param>
/// <param name="Kind">What it is.</param>
/// <param name="ByStem">True when its last token matched without its clitic.</param>
/// <param name="Languages">Bit set of the languages whose pack lists it.</param>
/// <param name="Payload">Index into the table of its kind.</param>
internal readonly record struct Hit(int Token, short Length, PhraseKind Kind, bool ByStem, byte Languages, int Payload)
{
    /// <summary>Index after its last token.</summary>
    public int End => Token + Length;
}

/// <summary>
/// Every phrase of every pack in one automaton over running hashes of token hashes: an open-addressed array of (key, entry) with
/// a flag for phrases that go on. Longest and shorter matches are all reported; the stages choose among them.
/// </summary>
internal sealed class PhraseTable
{
    private const uint HasLonger = 0x8000_0000;
    private readonly ulong[] _keys;
    private readonly uint[] _values;
    private readonly int _mask;
    private readonly ulong[] _firstBits;
    private readonly PhraseEntry[] _entries;

    private PhraseTable(ulong[] keys, uint[] values, ulong[] firstBits, PhraseEntry[] entries)
    {
        _keys = keys;
        _values = values;
        _mask = keys.Length - 1;
        _firstBits = firstBits;
        _entries = entries;
    }

    /// <summary>How many meanings it holds.</summary>
    internal int Count => _entries.Length;

    /// <summary>Finds all phrases, sorted by first token, longer ones first.</summary>
    /// <param name="tokens">The text's tokens.</param>
    /// <param name="hits">Receives the matches.</param>
    /// <param name="anyCase">True for a text without capitals, where a capital in the phrase asks for none in the text.</param>
    internal void Find(ReadOnlySpan<Token> tokens, Buffer<Hit> hits, bool anyCase)
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            ref readonly var token = ref tokens[i];
            var first = hits.Count;
            if (MayStart(token.Hash)) Walk(tokens, i, hits, anyCase);
            // `Kenya` is no `Ke` with a clitic: the stem counts only where the whole token means nothing.
            if (token.Stem != 0 && hits.Count == first && MayStart(token.Stem)) Terminal(Lookup(token.Stem), tokens, i, 1, true, hits, anyCase);
            if (hits.Count - first > 1) hits.Mutable[first..].Sort(static (a, b) => b.Length - a.Length);
        }
    }

    private bool MayStart(ulong hash) => (_firstBits[(hash >> 6) & (ulong)(_firstBits.Length - 1)] >> (int)(hash & 63) & 1) != 0;

    private void Walk(ReadOnlySpan<Token> tokens, int start, Buffer<Hit> hits, bool anyCase)
    {
        var phrase = tokens[start].Hash;
        for (var length = 1; ; length++)
        {
            var value = Lookup(phrase);
            if (value == 0) return;
            Terminal(value, tokens, start, length, false, hits, anyCase);
            var next = start + length;
            if ((value & HasLonger) == 0 || next == tokens.Length || tokens[next].Is(Shape.LineStart)) return;
            if (tokens[next].Stem != 0) Terminal(Lookup(TokenHash.Append(phrase, tokens[next].Stem)), tokens, start, length + 1, true, hits, anyCase);
            phrase = TokenHash.Append(phrase, tokens[next].Hash);
        }
    }

    private uint Lookup(ulong key)
    {
        for (var slot = (int)(key >> 20) & _mask; ; slot = (slot + 1) & _mask)
        {
            if (_keys[slot] == key) return _values[slot];
            if (_keys[slot] == 0) return 0;
        }
    }

    // A value is 1 + the index of its first entry (0: a prefix only), with the top bit for "goes on".
    private void Terminal(uint value, ReadOnlySpan<Token> tokens, int start, int length, bool byStem, Buffer<Hit> hits, bool anyCase)
    {
        for (var i = (int)(value & ~HasLonger) - 2; i >= 0; i = _entries[i].Next)
        {
            ref readonly var entry = ref _entries[i];
            if (CaseFits(entry, tokens.Slice(start, length), anyCase))
                hits.Add(new Hit(start, (short)length, entry.Kind, byStem, entry.Languages, entry.Payload));
        }
    }

    private static bool CaseFits(in PhraseEntry entry, ReadOnlySpan<Token> tokens, bool anyCase)
    {
        if ((entry.Capitals | entry.AllCaps) == 0) return true;
        // Without capitals in the text a single word is too weak a cue; an abbreviation never is one.
        if (anyCase) return entry.AllCaps == 0 && (tokens.Length > 1 || entry.Kind is PhraseKind.CountryName or PhraseKind.Calendar);
        for (var i = 0; i < tokens.Length && i < 8; i++)
        {
            if ((entry.AllCaps >> i & 1) != 0 && !tokens[i].Is(Shape.AllCaps)) return false;
            if ((entry.Capitals >> i & 1) != 0 && !tokens[i].Is(Shape.Capital)) return false;
        }

        return true;
    }

    /// <summary>Collects phrases and freezes them.</summary>
    internal sealed class Builder
    {
        private readonly Dictionary<ulong, uint> _nodes = [];
        private readonly List<PhraseEntry> _entries = [];
        private readonly Buffer<Token> _tokens = new(16);
        private readonly HashSet<(ulong, PhraseKind, int, byte, byte, byte)> _seen = [];
        private static readonly HashSet<ulong> NoPrefixes = [];

        /// <summary>Adds one meaning of a phrase.</summary>
        /// <param name="phrase">As it stands in running text: its capitals are what the text must have.</param>
        /// <param name="kind">What it is.</param>
        /// <param name="languages">Bit set of the languages that list it.</param>
        /// <param name="payload">Index into the table of its kind.</param>
        /// <param name="caseless">True when its capitals ask for none in the text.</param>
        internal void Add(string phrase, PhraseKind kind, byte languages, int payload, bool caseless = false)
        {
            _tokens.Clear();
            Tokenizer.Run(phrase, _tokens, NoPrefixes);
            if (_tokens.Count == 0) return;
            ulong key = 0;
            byte capitals = 0, allCaps = 0;
            for (var i = 0; i < _tokens.Count; i++)
            {
                ref var token = ref _tokens[i];
                if (i > 0)
                {
                    _nodes[key] = _nodes.GetValueOrDefault(key, 1u) | HasLonger;
                }

                key = i == 0 ? token.Hash : TokenHash.Append(key, token.Hash);
                if (i >= 8 || caseless) continue;
                if (token.Is(Shape.AllCaps)) allCaps |= (byte)(1 << i);
                else if (token.Is(Shape.Capital)) capitals |= (byte)(1 << i);
            }

            if (!_seen.Add((key, kind, payload, languages, capitals, allCaps))) return;
            var node = _nodes.GetValueOrDefault(key, 1u);
            _entries.Add(new PhraseEntry(kind, languages, capitals, allCaps, payload, (int)(node & ~HasLonger) - 2));
            _nodes[key] = (node & HasLonger) | (uint)(_entries.Count + 1);
        }

        /// <summary>Freezes what was added.</summary>
        internal PhraseTable Build()
        {
            var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, _nodes.Count * 2));
            var keys = new ulong[size];
            var values = new uint[size];
            var bits = new ulong[Math.Max(16, size / 64)];
            foreach (var (key, value) in _nodes)
            {
                var slot = (int)(key >> 20) & (size - 1);
                while (keys[slot] != 0) slot = (slot + 1) & (size - 1);
                keys[slot] = key;
                values[slot] = value;
                bits[(key >> 6) & (ulong)(bits.Length - 1)] |= 1UL << (int)(key & 63);
            }

            return new PhraseTable(keys, values, bits, [.. _entries]);
        }
    }
}
