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
    /// <exception cref="StoreFormatException">The bundle is damaged.</exception>
    public static ReadOnlyMemory<byte>[] Unpack(ReadOnlySpan<byte> packed)
    {
        if (packed.IsEmpty) return [];
        var plain = Decompress(packed);
        return Array.ConvertAll(Contents(plain), item => (ReadOnlyMemory<byte>)plain.AsMemory(item.Start, item.Length));
    }

    /// <summary>Takes out some strings by their index, and keeps nothing of the others; one that is not there is empty.</summary>
    /// <exception cref="StoreFormatException">The bundle is damaged.</exception>
    public static byte[][] Pick(ReadOnlySpan<byte> packed, IReadOnlyList<int> indices)
    {
        var picked = new byte[indices.Count][];
        Array.Fill(picked, []);
        if (packed.IsEmpty) return picked;
        // A bundle is too large for a new array each time: those are collected seldom and dearly.
        var size = SizeOf(packed);
        var plain = ArrayPool<byte>.Shared.Rent(size);
        try
        {
            Decompress(packed, plain.AsSpan(0, size));
            var contents = Contents(plain.AsSpan(0, size));
            for (var i = 0; i < picked.Length; i++)
                if (indices[i] < contents.Length) picked[i] = plain.AsSpan(contents[indices[i]].Start, contents[indices[i]].Length).ToArray();
            return picked;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(plain);
        }
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
    public static byte[] Compress(ReadOnlySpan<byte> plain)
    {
        var packed = ArrayPool<byte>.Shared.Rent(Compressor.GetCompressBound(plain.Length));
        try
        {
            return packed.AsSpan(0, (t_compressor ??= new Compressor(Level)).Wrap(plain, packed)).ToArray();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(packed);
        }
    }

    /// <summary>Undoes <see cref="Compress"/>.</summary>
    /// <exception cref="StoreFormatException">The string is damaged.</exception>
    public static byte[] Decompress(ReadOnlySpan<byte> compressed)
    {
        var plain = new byte[SizeOf(compressed)];
        Decompress(compressed, plain);
        return plain;
    }

    private static int SizeOf(ReadOnlySpan<byte> compressed)
    {
        try
        {
            return checked((int)Decompressor.GetDecompressedSize(compressed));
        }
        catch (Exception e) when (e is ZstdException or OverflowException)
        {
            throw Damaged(e);
        }
    }

    private static void Decompress(ReadOnlySpan<byte> compressed, Span<byte> plain)
    {
        try
        {
            if ((t_decompressor ??= new Decompressor()).Unwrap(compressed, plain) != plain.Length) throw Damaged();
        }
        catch (ZstdException e)
        {
            throw Damaged(e);
        }
    }

    private static (int Start, int Length)[] Contents(ReadOnlySpan<byte> plain)
    {
        if (plain.Length < 4) throw Damaged();
        var count = BinaryPrimitives.ReadInt32LittleEndian(plain);
        var at = 4L + 4L * count;
        if (count < 0 || at > plain.Length) throw Damaged();
        var items = new (int Start, int Length)[count];
        for (var i = 0; i < count; i++)
        {
            var length = BinaryPrimitives.ReadInt32LittleEndian(plain[(4 + 4 * i)..]);
            if (length < 0 || at + length > plain.Length) throw Damaged();
            items[i] = ((int)at, length);
            at += length;
        }

        return items;
    }

    private static StoreFormatException Damaged(Exception? cause = null)
    {
        const string What = "A compressed part of the store is damaged.";
        return cause is null ? new StoreFormatException(What) : new StoreFormatException(What, cause);
    }
}
