using System.Runtime.CompilerServices;
using Simpul.Text.Tokens;

namespace Simpul.Text.Packs;

/// <summary>One meaning of a phrase.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Languages">Bit set of the languages whose pack lists it.</param>
/// <param name="Capitals">Bit i: token i must begin with a capital.</param>
/// <param name="AllCaps">Bit i: token i must be all capitals.</param>
/// <param name="Payload">Index into the table of its kind.</param>
internal readonly record struct PhraseEntry(PhraseKind Kind, byte Languages, byte Capitals, byte AllCaps, int Payload);

/// <summary>A phrase found in a text.</summary>
internal struct Hit
{
    /// <summary>Index of its first token.</summary>
    public int Token;

    /// <summary>Index into the table of its kind.</summary>
    public int Payload;

    /// <summary>How many tokens it covers.</summary>
    public short Length;

    /// <summary>What it is.</summary>
    public PhraseKind Kind;

    /// <summary>Bit set of the languages whose pack lists it.</summary>
    public byte Languages;

    /// <summary>True when its last token matched without its clitic.</summary>
    public bool ByStem;

    /// <summary>Index after its last token.</summary>
    public readonly int End => Token + Length;
}

/// <summary>
/// Every phrase of every pack in one automaton over running hashes of token hashes: open-addressed nodes, each with its meanings
/// side by side and a flag for phrases that go on. Longest and shorter matches are all reported; the stages choose among them.
/// </summary>
internal sealed class PhraseTable
{
    // The packs are larger than what is near the processor: nodes and then their meanings are sent for so many tokens ahead.
    private const int FarAhead = 8;
    private const int Ahead = 4;

    // First words lie apart from what goes on after them: most words of a text begin nothing, and what is asked often stays near.
    private readonly PhraseNodes _firsts;
    private readonly PhraseNodes _longer;
    private readonly PhraseEntry[] _entries;

    internal PhraseTable(PhraseNodes firsts, PhraseNodes longer, PhraseEntry[] entries)
    {
        _firsts = firsts;
        _longer = longer;
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
            if (i + FarAhead < tokens.Length) _firsts.Fetch(tokens[i + FarAhead].Hash);
            if (i + Ahead + 1 < tokens.Length) FetchEnds(tokens[i + Ahead].Hash, tokens[i + Ahead + 1].Hash);
            if (_firsts.MayHold(token.Hash)) Walk(tokens, i, hits, anyCase);
            // `Kenya` is no `Ke` with a clitic: the stem counts only where the whole token means nothing.
            if (token.Stem != 0 && hits.Count == first && _firsts.MayHold(token.Stem)) Terminal(_firsts.Of(token.Stem), tokens, i, 1, true, hits, anyCase);
            if (hits.Count - first > 1) Order(hits.Mutable[first..]);
        }
    }

    // A node that came in by now tells where its meanings are, and whether the next word may go on with it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void FetchEnds(ulong hash, ulong next)
    {
        if (!Memory.CanFetch || !_firsts.MayHold(hash)) return;
        ref readonly var node = ref _firsts.Of(hash);
        if (node.Entries > 0) Memory.Fetch(in _entries[node.Entry]);
        if (node.GoesOn) _longer.Fetch(TokenHash.Append(hash, next));
    }

    // Most hits at one token have one length: they stand in order as they came.
    private static void Order(Span<Hit> hits)
    {
        for (var i = 1; i < hits.Length; i++)
        {
            if (hits[i].Length <= hits[i - 1].Length) continue;
            hits.Sort(static (a, b) => b.Length - a.Length);
            return;
        }
    }

    private void Walk(ReadOnlySpan<Token> tokens, int start, Buffer<Hit> hits, bool anyCase)
    {
        var phrase = tokens[start].Hash;
        ref readonly var node = ref _firsts.Of(phrase);
        for (var length = 1; node.Key != 0; length++)
        {
            Terminal(node, tokens, start, length, false, hits, anyCase);
            var next = start + length;
            if (!node.GoesOn || next == tokens.Length || tokens[next].Is(Shape.LineStart)) return;
            if (length == 1 && AfterAmount(tokens, next) is var after && after > next) WalkOn(phrase, tokens, start, after, hits);
            if (tokens[next].Stem != 0) Terminal(_longer.Of(TokenHash.Append(phrase, tokens[next].Stem)), tokens, start, length + 1, true, hits, anyCase);
            phrase = TokenHash.Append(phrase, tokens[next].Hash);
            if (!_longer.MayHold(phrase)) return;
            node = ref _longer.Of(phrase);
        }
    }

    // `sent 3,000 troops`: how many does not part a trigger's words.
    private void WalkOn(ulong phrase, ReadOnlySpan<Token> tokens, int start, int next, Buffer<Hit> hits)
    {
        for (; next < tokens.Length && !tokens[next].Is(Shape.LineStart); next++)
        {
            phrase = TokenHash.Append(phrase, tokens[next].Hash);
            if (!_longer.MayHold(phrase)) return;
            ref readonly var node = ref _longer.Of(phrase);
            foreach (ref readonly var entry in Entries(node))
            {
                if (entry.Kind != PhraseKind.Trigger) continue;
                hits.Add() = new Hit { Token = start, Payload = entry.Payload, Length = (short)(next + 1 - start), Kind = entry.Kind, Languages = entry.Languages };
            }

            if (!node.GoesOn) return;
        }
    }

    // The token after a number, with its scale, or after a word that says how many; the same one where what follows is not counted
    // (`march 16 on`).
    private int AfterAmount(ReadOnlySpan<Token> tokens, int from)
    {
        var to = from;
        while (to < tokens.Length && (tokens[to].Is(Shape.Number) || IsWord(tokens[to].Hash, WordClass.Quantity) || (to > from && IsOfAmount(tokens[to].Hash)))) to++;
        return to == from || to == tokens.Length || IsWord(tokens[to].Hash, WordClass.Function) ? from : to;
    }

    // `3 million`, `dozens of`.
    private bool IsOfAmount(ulong hash) => Means(hash, PhraseKind.Number, -1) || IsWord(hash, WordClass.Of);

    private bool IsWord(ulong hash, WordClass word) => Means(hash, PhraseKind.Word, (int)word);

    private bool Means(ulong hash, PhraseKind kind, int payload)
    {
        if (!_firsts.MayHold(hash)) return false;
        foreach (ref readonly var entry in Entries(_firsts.Of(hash)))
            if (entry.Kind == kind && (payload < 0 || entry.Payload == payload)) return true;
        return false;
    }

    private ReadOnlySpan<PhraseEntry> Entries(in PhraseNode node) => _entries.AsSpan(node.Entry, node.Entries);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Terminal(in PhraseNode node, ReadOnlySpan<Token> tokens, int start, int length, bool byStem, Buffer<Hit> hits, bool anyCase)
    {
        foreach (ref readonly var entry in Entries(node))
        {
            if ((entry.Capitals | entry.AllCaps) != 0 && !CaseFits(entry, tokens.Slice(start, length), anyCase)) continue;
            // Field by field: a struct built beside its place and copied there costs more than finding it.
            ref var hit = ref hits.Add();
            hit.Token = start;
            hit.Payload = entry.Payload;
            hit.Length = (short)length;
            hit.Kind = entry.Kind;
            hit.Languages = entry.Languages;
            hit.ByStem = byStem;
        }
    }

    private static bool CaseFits(in PhraseEntry entry, ReadOnlySpan<Token> tokens, bool anyCase)
    {
        // Without capitals in the text a single word is too weak a cue; an abbreviation never is one.
        if (anyCase) return entry.AllCaps == 0 && (tokens.Length > 1 || entry.Kind is PhraseKind.CountryName or PhraseKind.Calendar);
        for (var i = 0; i < tokens.Length && i < 8; i++)
        {
            if ((entry.AllCaps >> i & 1) != 0 && !tokens[i].Is(Shape.AllCaps)) return false;
            if ((entry.Capitals >> i & 1) != 0 && !tokens[i].Is(Shape.Capital)) return false;
        }

        return true;
    }
}
