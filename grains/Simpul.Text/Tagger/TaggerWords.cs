using System.Numerics;
using System.Runtime.InteropServices;

namespace Simpul.Text.Tagger;

/// <summary>What raw news text tells of a word.</summary>
/// <param name="Fine">Its cluster of words used alike; 0 for a word that the news hardly knows.</param>
/// <param name="Middle">The cluster of its cluster.</param>
/// <param name="Coarse">The cluster of that.</param>
/// <param name="Case">How often it has a capital inside sentences, in eight steps from 1, and 8 more where it is all capitals; 0 unknown.</param>
internal readonly record struct WordClusters(ushort Fine, ushort Middle, ushort Coarse, byte Case);

/// <summary>The words of the news with their clusters, by hash.</summary>
internal sealed class TaggerWords
{
    private readonly uint[] _keys;
    private readonly ushort[] _clusters;
    private readonly byte[] _cases;
    private readonly ushort[] _middle;
    private readonly ushort[] _coarse;
    private readonly int _mask;

    internal static TaggerWords None { get; } = new([], [], [], [0], [0]);

    /// <param name="words">Upper halves of the words' hashes.</param>
    /// <param name="clusters">Fine cluster of each.</param>
    /// <param name="cases">Case of each.</param>
    /// <param name="middle">Middle cluster of each fine one.</param>
    /// <param name="coarse">Coarse cluster of each fine one.</param>
    internal TaggerWords(ReadOnlySpan<uint> words, ReadOnlySpan<ushort> clusters, ReadOnlySpan<byte> cases, ushort[] middle, ushort[] coarse)
    {
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, words.Length * 2));
        _keys = new uint[size];
        _clusters = new ushort[size];
        _cases = new byte[size];
        _mask = size - 1;
        _middle = middle;
        _coarse = coarse;
        for (var i = 0; i < words.Length; i++)
        {
            var slot = (int)words[i] & _mask;
            while (_keys[slot] != 0) slot = (slot + 1) & _mask;
            _keys[slot] = words[i];
            _clusters[slot] = clusters[i];
            _cases[slot] = cases[i];
        }
    }

    internal static uint KeyOf(ulong hash) => (uint)(hash >> 32) | 1;

    internal WordClusters Of(ulong hash)
    {
        var key = KeyOf(hash);
        for (var slot = (int)key & _mask; _keys[slot] != 0; slot = (slot + 1) & _mask)
        {
            if (_keys[slot] != key) continue;
            var fine = _clusters[slot];
            return new WordClusters(fine, _middle[fine], _coarse[fine], _cases[slot]);
        }

        return default;
    }

    /// <summary>Reads what <see cref="Write"/> wrote and answers how many bytes it took.</summary>
    internal static TaggerWords Read(ReadOnlySpan<byte> data, out int length)
    {
        var head = MemoryMarshal.Cast<byte, int>(data[..8]);
        int count = head[0], fine = head[1], at = 8;
        var words = Take<uint>(data, ref at, count);
        var clusters = Take<ushort>(data, ref at, count);
        var cases = Take<byte>(data, ref at, count);
        var middle = Take<ushort>(data, ref at, fine).ToArray();
        var coarse = Take<ushort>(data, ref at, fine).ToArray();
        length = at;
        return new TaggerWords(words, clusters, cases, middle, coarse);
    }

    private static ReadOnlySpan<T> Take<T>(ReadOnlySpan<byte> data, ref int at, int count) where T : unmanaged
    {
        var bytes = count * Marshal.SizeOf<T>();
        var taken = MemoryMarshal.Cast<byte, T>(data.Slice(at, bytes));
        at += bytes;
        return taken;
    }

    /// <summary>Writes words, sorted by the caller, in the form that <see cref="Read"/> takes.</summary>
    internal static void Write(BinaryWriter to, uint[] words, ushort[] clusters, byte[] cases, ushort[] middle, ushort[] coarse)
    {
        to.Write(words.Length);
        to.Write(middle.Length);
        to.Write(MemoryMarshal.AsBytes(words.AsSpan()));
        to.Write(MemoryMarshal.AsBytes(clusters.AsSpan()));
        to.Write(cases);
        to.Write(MemoryMarshal.AsBytes(middle.AsSpan()));
        to.Write(MemoryMarshal.AsBytes(coarse.AsSpan()));
    }
}
