using System.Runtime.CompilerServices;

namespace Simpul.Text.Packs;

/// <summary>Where a phrase ends or goes on.</summary>
internal struct PhraseNode
{
    /// <summary>Running hash of its tokens; 0 in a free slot.</summary>
    public ulong Key;

    /// <summary>Index of its first meaning.</summary>
    public int Entry;

    /// <summary>How many meanings it has; none for the beginning of longer phrases.</summary>
    public ushort Entries;

    /// <summary>True where longer phrases begin with it.</summary>
    public bool GoesOn;
}

/// <summary>Nodes by their keys, open-addressed, with a bit for each key before them: what is not there costs one look.</summary>
internal sealed class PhraseNodes
{
    private PhraseNode[] _slots = new PhraseNode[1024];
    private ulong[] _bits = [];
    private int _count;

    /// <summary>The nodes where they lie, free slots among them.</summary>
    internal Span<PhraseNode> Slots => _slots;

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
    internal ref readonly PhraseNode Of(ulong key) => ref SlotOf(_slots, key);

    /// <summary>The node of a key, made where there is none; it holds until the next one is made.</summary>
    internal ref PhraseNode GetOrAdd(ulong key)
    {
        ref var slot = ref SlotOf(_slots, key);
        if (slot.Key == key) return ref slot;
        if (++_count * 2 > _slots.Length)
        {
            Grow();
            slot = ref SlotOf(_slots, key);
        }

        slot.Key = key;
        return ref slot;
    }

    /// <summary>Sets the bits: no node may be made after it.</summary>
    internal void Freeze()
    {
        _bits = new ulong[_slots.Length / 8];
        foreach (ref readonly var node in _slots.AsSpan())
        {
            if (node.Key != 0) _bits[(int)(node.Key >> 6) & (_bits.Length - 1)] |= 1UL << (int)(node.Key & 63);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref PhraseNode SlotOf(PhraseNode[] slots, ulong key)
    {
        var slot = (int)(key >> 20) & (slots.Length - 1);
        while (slots[slot].Key != key && slots[slot].Key != 0) slot = (slot + 1) & (slots.Length - 1);
        return ref slots[slot];
    }

    private void Grow()
    {
        var grown = new PhraseNode[_slots.Length * 4];
        foreach (ref readonly var node in _slots.AsSpan())
        {
            if (node.Key != 0) SlotOf(grown, node.Key) = node;
        }

        _slots = grown;
    }
}
