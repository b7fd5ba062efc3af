using System.Text;

namespace Simpul.Contracts;

/// <summary>
/// Which slice holds an article and which bucket holds an actor or country. Both are fixed for the life of a corpus, so the hash is
/// part of the contract: FNV-1a of 64 bits over the UTF-8 bytes, finished with two xor-shift multiplications, modulo the count.
/// </summary>
public static class Slicing
{
    /// <summary>The slice of an article id.</summary>
    public static int SliceOf(string articleId, int slices) => (int)(Hash(articleId) % (ulong)slices);

    /// <summary>The bucket of an actor or country. The two kinds hash apart, so that no bucket attracts both by spelling.</summary>
    public static int BucketOf(EntityKind kind, string id, int buckets) => (int)(Hash(id, (byte)kind) % (ulong)buckets);

    /// <summary>The fixed hash of a text, optionally salted with one byte.</summary>
    public static ulong Hash(string text, byte salt = 0)
    {
        ArgumentNullException.ThrowIfNull(text);
        Span<byte> stack = stackalloc byte[512];
        var max = Encoding.UTF8.GetMaxByteCount(text.Length);
        var bytes = max <= stack.Length ? stack : new byte[max];
        bytes = bytes[..Encoding.UTF8.GetBytes(text, bytes)];

        var hash = 14695981039346656037UL ^ salt;
        if (salt != 0) hash *= 1099511628211UL;
        foreach (var b in bytes) hash = (hash ^ b) * 1099511628211UL;
        hash = (hash ^ (hash >> 32)) * 0xD6E8FEB86659FD93UL;
        hash = (hash ^ (hash >> 32)) * 0xD6E8FEB86659FD93UL;
        return hash ^ (hash >> 32);
    }
}
