using System.Security.Cryptography;
using System.Text;

namespace Simpul.Client.Input;

/// <summary>How an article without an id of its own gets one that is the same in every run.</summary>
internal static class ArticleId
{
    private static readonly string[] Extensions = [".txt", ".jsonl", ".ndjson", ".csv", ".tsv"];

    /// <summary>
    /// <c>sha256-</c> and the first 32 hex digits of SHA-256 over the UTF-8 bytes of title, U+0000, date, U+0000, text: nothing
    /// where there is no title or date. The date is the row's own, as it is stored, whatever <c>--published</c> says, so that
    /// the id stays when the option changes.
    /// </summary>
    public static string FromContent(string? title, string? date, string text)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, title);
        hash.AppendData([0]);
        Append(hash, date);
        hash.AppendData([0]);
        Append(hash, text);
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        hash.GetHashAndReset(digest);
        return "sha256-" + Convert.ToHexStringLower(digest[..16]);
    }

    /// <summary>A file's path without its extension (and without <c>.gz</c>), with <c>/</c> between its parts.</summary>
    public static string FromPath(string path)
    {
        var id = path.Replace('\\', '/').TrimStart('/');
        if (id.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)) id = id[..^3];
        var extension = Extensions.FirstOrDefault(e => id.EndsWith(e, StringComparison.OrdinalIgnoreCase));
        // A file called ".txt" would be left with no name at all.
        return extension is null || id.Length == extension.Length || id[^(extension.Length + 1)] == '/' ? id : id[..^extension.Length];
    }

    /// <summary>Says what is wrong with an id as given, or null.</summary>
    public static string? Fault(string id)
    {
        var bytes = Encoding.UTF8.GetByteCount(id);
        if (bytes > InputOptions.MaxIdBytes) return $"the id is {bytes} bytes long, and {InputOptions.MaxIdBytes} is the most";
        return id.Any(char.IsControl) ? "the id holds a control character" : null;
    }

    private static void Append(IncrementalHash hash, string? text)
    {
        if (string.IsNullOrEmpty(text)) return;
        Span<byte> buffer = stackalloc byte[4096];
        var rest = text.AsSpan();
        var encoder = Encoding.UTF8.GetEncoder();
        while (!rest.IsEmpty)
        {
            encoder.Convert(rest, buffer, flush: true, out var used, out var written, out _);
            hash.AppendData(buffer[..written]);
            rest = rest[used..];
        }
    }
}
