using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Simpul.Contracts;

namespace Simpul.Grains.Articles;

/// <summary>The hashes that tell articles and versions apart: the first 128 bits of SHA-256.</summary>
internal static class ArticleHash
{
    /// <summary>The hash of an id, in two halves.</summary>
    public static (ulong First, ulong Second) OfId(string id)
    {
        Span<byte> hash = stackalloc byte[32];
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(id.Length));
        SHA256.HashData(bytes.AsSpan(0, Encoding.UTF8.GetBytes(id, bytes)), hash);
        ArrayPool<byte>.Shared.Return(bytes);
        return (BinaryPrimitives.ReadUInt64LittleEndian(hash), BinaryPrimitives.ReadUInt64LittleEndian(hash[8..]));
    }

    /// <summary>The hash of title, text, published, language, source and url; a null differs from an empty string.</summary>
    public static UInt128 OfContent(SubmittedArticle article)
    {
        ReadOnlySpan<string?> fields = [article.Title, article.Text, article.Published, article.Language, article.Source, article.Url];
        var size = 0;
        foreach (var field in fields) size += 5 + (field is null ? 0 : Encoding.UTF8.GetMaxByteCount(field.Length));
        var bytes = ArrayPool<byte>.Shared.Rent(size);
        var at = 0;
        foreach (var field in fields)
        {
            var length = field is null ? -1 : Encoding.UTF8.GetBytes(field, bytes.AsSpan(at + 4));
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(at), length);
            at += 4 + Math.Max(length, 0);
        }

        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(bytes.AsSpan(0, at), hash);
        ArrayPool<byte>.Shared.Return(bytes);
        return BinaryPrimitives.ReadUInt128BigEndian(hash);
    }

    /// <summary>The key of a version.</summary>
    public static ArticleKey KeyOf(SubmittedArticle article, SubmissionStamp stamp)
    {
        var (first, second) = OfId(article.Id);
        return new ArticleKey(first, second, OfContent(article), stamp, article.Position);
    }
}
