using System.Runtime.InteropServices;
using Simpul.Text.Tokens;

namespace Simpul.Text.Packs;

/// <summary>
/// Collects phrases and freezes them. Those who read the packs' files only hand phrases over: another thread cuts them into tokens
/// and puts them in their places, in the order in which they came.
/// </summary>
/// <param name="isApart">True for one that only keeps phrases until another one takes them.</param>
internal sealed class PhraseBuilder(bool isApart = false)
{
    private const int Batch = 4096;

    private static readonly HashSet<ulong> NoPrefixes = [];

    private readonly PhraseNodes _firsts = new();
    private readonly PhraseNodes _longer = new();
    private readonly List<(PhraseEntry Entry, int Next)> _entries = [];
    private readonly Buffer<Token> _tokens = new(16);
    private List<Draft> _batch = new(Batch);
    private Task _placing = Task.CompletedTask;

    private readonly record struct Draft(string Phrase, PhraseKind Kind, byte Languages, int Payload, bool IsCaseless);

    /// <summary>Adds one meaning of a phrase.</summary>
    /// <param name="phrase">As it stands in running text: its capitals are what the text must have.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="languages">Bit set of the languages that list it.</param>
    /// <param name="payload">Index into the table of its kind.</param>
    /// <param name="caseless">True when its capitals ask for none in the text.</param>
    internal void Add(string phrase, PhraseKind kind, byte languages, int payload, bool caseless = false)
    {
        _batch.Add(new Draft(phrase, kind, languages, payload, caseless));
        if (_batch.Count == Batch && !isApart) HandOver();
    }

    /// <summary>Takes the phrases that another one kept.</summary>
    internal void Join(PhraseBuilder apart)
    {
        HandOver();
        _batch = apart._batch;
        HandOver();
    }

    /// <summary>Freezes what was added; of one phrase's meanings what was added last comes first.</summary>
    internal PhraseTable Build()
    {
        HandOver();
        _placing.GetAwaiter().GetResult();
        var entries = new List<PhraseEntry>(_entries.Count);
        Freeze(_firsts, entries);
        Freeze(_longer, entries);
        return new PhraseTable(_firsts, _longer, [.. entries]);
    }

    private void HandOver()
    {
        var batch = _batch;
        _batch = new(Batch);
        _placing = _placing.ContinueWith(before =>
        {
            before.GetAwaiter().GetResult();
            foreach (ref readonly var draft in CollectionsMarshal.AsSpan(batch)) Place(draft);
        }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
    }

    private void Place(in Draft draft)
    {
        _tokens.Clear();
        Tokenizer.Run(draft.Phrase, _tokens, NoPrefixes);
        if (_tokens.Count == 0) return;
        ulong key = 0;
        byte capitals = 0, allCaps = 0;
        for (var i = 0; i < _tokens.Count; i++)
        {
            ref var token = ref _tokens[i];
            if (i > 0) At(key, i).GoesOn = true;
            key = i == 0 ? token.Hash : TokenHash.Append(key, token.Hash);
            if (i >= 8 || draft.IsCaseless) continue;
            if (token.Is(Shape.AllCaps)) allCaps |= (byte)(1 << i);
            else if (token.Is(Shape.Capital)) capitals |= (byte)(1 << i);
        }

        ref var node = ref At(key, _tokens.Count);
        var entry = new PhraseEntry(draft.Kind, draft.Languages, capitals, allCaps, draft.Payload);
        for (var e = node.Entry; e > 0; e = _entries[e - 1].Next)
        {
            if (_entries[e - 1].Entry == entry) return;
        }

        _entries.Add((entry, node.Entry));
        node.Entry = _entries.Count;
    }

    private ref PhraseNode At(ulong key, int length) => ref (length == 1 ? _firsts : _longer).GetOrAdd(key);

    // Until now a node held the number of its last meaning, and each meaning that of the one before.
    private void Freeze(PhraseNodes nodes, List<PhraseEntry> entries)
    {
        foreach (ref var node in nodes.Slots)
        {
            if (node.Key == 0) continue;
            var from = entries.Count;
            for (var e = node.Entry; e > 0; e = _entries[e - 1].Next) entries.Add(_entries[e - 1].Entry);
            node.Entry = from;
            node.Entries = (ushort)(entries.Count - from);
        }

        nodes.Freeze();
    }
}
