using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Simpul.Text.Tokens;

namespace Simpul.Text.Tagger;

/// <summary>
/// The summed scores of the words met so far, at each place that a word can have around a token. News repeats its words: nine of
/// ten are found here, and cost one addition a place.
/// </summary>
internal sealed class WordScores
{
    private const int Capacity = 1 << 16;
    private const int Slots = Capacity * 2;

    private readonly (ulong Key, int Index)[] _slots = new (ulong, int)[Slots];
    private readonly WordTraits[] _traits = new WordTraits[Capacity];
    private readonly Vector256<short>[] _scores = new Vector256<short>[Capacity * TagFeatures.Places];
    private TaggerModel? _model;
    private int _count;

    /// <summary>The most tokens that may be asked for after one <see cref="Reserve"/>.</summary>
    internal const int MostReserved = 4096;

    /// <summary>Index of what stands outside the sentence.</summary>
    internal const int Edge = 0;

    /// <summary>
    /// Makes sure that the next <paramref name="words"/> words find room: indices given after it hold until the next call. When the
    /// store is full it starts afresh.
    /// </summary>
    internal void Reserve(TaggerModel model, int words)
    {
        if (_model == model && _count + words <= Capacity) return;
        _model = model;
        Array.Clear(_slots);
        _count = 1;
        _traits[Edge] = WordTraits.Edge;
        Sum(Edge);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ref readonly WordTraits Traits(int index) => ref _traits[index];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Vector256<short> At(int index, Position place) => _scores[(index * TagFeatures.Places) + (int)place];

    /// <summary>Begins to bring in the scores of a word, so that they are there once they are added up.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Fetch(int index)
    {
        if (!Memory.CanFetch) return;
        Memory.Fetch(ref _traits[index]);
        ref var first = ref Unsafe.As<Vector256<short>, byte>(ref _scores[index * TagFeatures.Places]);
        for (var at = 0; at < TagFeatures.Places * TaggerModel.Lanes * sizeof(short); at += 64) Memory.Fetch(ref Unsafe.Add(ref first, at));
    }

    /// <summary>Begins to bring in what <see cref="IndexOf"/> will read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Fetch(in Token token) => Memory.Fetch(ref _slots[(int)((WordTraits.KeyOf(token) | 1) >> 24) & (Slots - 1)]);

    internal int IndexOf(ReadOnlySpan<char> text, in Token token)
    {
        var key = WordTraits.KeyOf(token) | 1;
        var slots = _slots;
        for (var slot = (int)(key >> 24) & (Slots - 1); ; slot = (slot + 1) & (Slots - 1))
        {
            if (slots[slot].Key == key) return slots[slot].Index;
            if (slots[slot].Key == 0) return Add(text, token, key, slot);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int Add(ReadOnlySpan<char> text, in Token token, ulong key, int slot)
    {
        var index = _count++;
        _slots[slot] = (key, index);
        _traits[index] = WordTraits.Of(text, token, _model!.Words);
        Sum(index);
        return index;
    }

    private void Sum(int index)
    {
        Span<ulong> keys = stackalloc ulong[TagFeatures.Most];
        for (var place = 0; place < TagFeatures.Places; place++)
        {
            var n = TagFeatures.OfWord(_traits[index], (Position)place, keys, out _);
            var sum = Vector256<short>.Zero;
            foreach (var key in keys[..n]) sum += _model!.Of(key);
            _scores[(index * TagFeatures.Places) + place] = sum;
        }
    }
}
