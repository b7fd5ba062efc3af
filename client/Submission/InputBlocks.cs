using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Simpul.Contracts;

namespace Simpul.Client.Submission;

/// <summary>
/// Cuts an input into blocks and digests each: equal articles in equal order give equal blocks in every run. Blocks grow with the
/// input, so that what a checkpoint holds grows far slower than it.
/// </summary>
internal sealed class InputBlocks : IDisposable
{
    private const int Smallest = 64;
    private const int Largest = 4096;

    // A block is kept in memory while it is compared with that of an earlier run.
    private const long LargestText = 8 << 20;

    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long start;
    private long text;
    private int count;

    /// <summary>Articles of the block that is open.</summary>
    public int Count => count;

    /// <summary>Adds the next article of the input; true where it ends its block.</summary>
    public bool Add(SubmittedArticle article)
    {
        foreach (var field in (ReadOnlySpan<string?>)[article.Id, article.Title, article.Text, article.Published, article.Language, article.Source, article.Url])
            Append(field);
        count++;
        text += article.Text.Length;
        return count == Size(start) || text >= LargestText;
    }

    /// <summary>Passes over a whole block.</summary>
    public void Skip(int articles) => start += articles;

    /// <summary>Ends the block and answers its digest.</summary>
    public ulong End()
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        hash.GetHashAndReset(digest);
        start += count;
        (count, text) = (0, 0);
        return BinaryPrimitives.ReadUInt64LittleEndian(digest);
    }

    public void Dispose() => hash.Dispose();

    /// <summary>How many articles a block has that begins at a position.</summary>
    public static int Size(long start) => (int)Math.Clamp(start <= 0 ? 0 : (long)System.Numerics.BitOperations.RoundUpToPowerOf2((ulong)start / Smallest), Smallest, Largest);

    private void Append(string? field)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, field is null ? -1 : field.Length);
        hash.AppendData(length);
        if (!string.IsNullOrEmpty(field)) hash.AppendData(Encoding.Unicode.GetBytes(field));
    }
}
