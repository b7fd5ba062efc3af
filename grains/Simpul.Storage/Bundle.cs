using System.Buffers;
using System.Buffers.Binary;
using ZstdSharp;

namespace Simpul.Storage;

/// <summary>
/// Several byte strings compressed together: a four-byte count and the lengths, then the strings end to end, as one Zstandard
/// frame. The store itself opens one only to erase a string from it.
/// </summary>
public static class Bundle
{
    // Level 1: three times smaller than plain at a cost far below that of reading an article; higher levels gain a tenth for twice
    // the time.
    private const int Level = 1;

    [ThreadStatic]
    private static Compressor? t_compressor;

    [ThreadStatic]
    private static Decompressor? t_decompressor;

    /// <summary>Packs strings; an empty list is an empty array.</summary>
    public static byte[] Pack(IReadOnlyList<ReadOnlyMemory<byte>> items)
    {
        if (items.Count == 0) return [];
        var size = 4 + 4 * items.Count;
        for (var i = 0; i < items.Count; i++) size = checked(size + items[i].Length);
        var plain = ArrayPool<byte>.Shared.Rent(size);
        try
        {
            BinaryPrimitives.WriteInt32LittleEndian(plain, items.Count);
            var at = 4 + 4 * items.Count;
            for (var i = 0; i < items.Count; i++)
            {
                BinaryPrimitives.WriteInt32LittleEndian(plain.AsSpan(4 + 4 * i), items[i].Length);
                items[i].Span.CopyTo(plain.AsSpan(at));
                at += items[i].Length;
            }

            return Compress(plain.AsSpan(0, size));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(plain);
        }
    }

    /// <summary>Unpacks all strings; they share one array.</summary>
    public static ReadOnlyMemory<byte>[] Unpack(ReadOnlySpan<byte> packed)
    {
        if (packed.IsEmpty) return [];
        var plain = Decompress(packed);
        if (plain.Length < 4) throw new StoreFormatException("A bundle of the store is damaged.");
        var count = BinaryPrimitives.ReadInt32LittleEndian(plain);
        var at = 4L + 4L * count;
        if (count < 0 || at > plain.Length) throw new StoreFormatException("A bundle of the store is damaged.");
        var items = new ReadOnlyMemory<byte>[count];
        for (var i = 0; i < count; i++)
        {
            var length = BinaryPrimitives.ReadInt32LittleEndian(plain.AsSpan(4 + 4 * i));
            if (length < 0 || at + length > plain.Length) throw new StoreFormatException("A bundle of the store is damaged.");
            items[i] = plain.AsMemory((int)at, length);
            at += length;
        }

        return items;
    }

    /// <summary>The same bundle with some strings emptied; the others keep their index.</summary>
    public static byte[] Erase(ReadOnlySpan<byte> packed, IEnumerable<int> indices)
    {
        var items = Unpack(packed);
        foreach (var index in indices)
            if (index < items.Length) items[index] = default;
        return Array.TrueForAll(items, static i => i.IsEmpty) ? [] : Pack(items);
    }

    /// <summary>Compresses one string.</summary>
    public static byte[] Compress(ReadOnlySpan<byte> plain) => (t_compressor ??= new Compressor(Level)).Wrap(plain).ToArray();

    /// <summary>Undoes <see cref="Compress"/>.</summary>
    public static byte[] Decompress(ReadOnlySpan<byte> compressed)
    {
        try
        {
            return (t_decompressor ??= new Decompressor()).Unwrap(compressed).ToArray();
        }
        catch (ZstdException e)
        {
            throw new StoreFormatException("A compressed part of the store is damaged.", e);
        }
    }
}
