using System.Numerics;
using System.Runtime.CompilerServices;

namespace Simpul.Text.Packs;

/// <summary>Where a phrase ends or goes on.</summary>
/// <param name="Key">Running hash of its tokens; 0 in a free slot.</param>
/// <param name="Entry">Index of its first meaning.</param>
/// <param name="Entries">How many meanings it has; none for the beginning of longer ones.</param>
/// <param name="GoesOn">True where longer phrases begin with it.</param>
internal readonly record struct PhraseNode(ulong Key, int Entry, ushort Entries, bool GoesOn);

/// <summary>Nodes by their keys, open-addressed, with a bit for each key before them: what is not there costs one look.</summary>
internal sealed class PhraseNodes
{
    private readonly PhraseNode[] _slots;
    private readonly ulong[] _bits;

    internal PhraseNodes(int count)
    {
        _slots = new PhraseNode[BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, count * 2))];
        _bits = new ulong[Math.Max(16, _slots.Length / 8)];
    }

    /// <summary>False where a key is surely not there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool MayHold(ulong key) => (_bits[(int)(key >> 6) & (_bits.Length - 1)] >> (int)(key & 63) & 1) != 0;

    /// <summary>Begins to bring in the node of a key.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Fetch(ulong key)
    {
        if (Memory.CanFetch && MayHold(key)) Memory.Fetch(in _slots[(int)(key >> 20) & (_slots.Length - 1)]);
    }

    /// <summary>The node of a key; one without key and meanings where there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ref readonly PhraseNode Of(ulong key)
    {
        var slots = _slots;
        var slot = (int)(key >> 20) & (slots.Length - 1);
        while (slots[slot].Key != key && slots[slot].Key != 0) slot = (slot + 1) & (slots.Length - 1);
        return ref slots[slot];
    }

    internal void Add(in PhraseNode node)
    {
        var slot = (int)(node.Key >> 20) & (_slots.Length - 1);
        while (_slots[slot].Key != 0) slot = (slot + 1) & (_slots.Length - 1);
        _slots[slot] = node;
        _bits[(int)(node.Key >> 6) & (_bits.Length - 1)] |= 1UL << (int)(node.Key & 63);
    }
}
