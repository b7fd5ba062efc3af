using System.IO.Compression;
using System.Text;

namespace Simpul.Client.Input;

/// <summary>One file, or standard input.</summary>
/// <param name="Name">The path as the user would write it; <c>-</c> for standard input.</param>
/// <param name="Id">The id of the article where the file is one, or null where the content gives it.</param>
/// <param name="Format">How it is taken apart.</param>
/// <param name="Length">Bytes, or null where that is unknown.</param>
/// <param name="OpenRaw">Opens the bytes as they lie.</param>
internal sealed record InputSource(string Name, string? Id, InputFormat Format, long? Length, Func<Stream> OpenRaw)
{
    /// <summary>
    /// Opens the content: unpacked where it is gzip (by its first bytes, whatever it is called), and in UTF-8 or windows-1252, any
    /// byte-order mark taken off; UTF-16 with a mark is turned into UTF-8.
    /// </summary>
    public Stream Open(InputProgress progress)
    {
        Stream content = new PeekStream(new CountingStream(OpenRaw(), progress));
        var head = ((PeekStream)content).Peek(2);
        if (head is [0x1F, 0x8B]) content = new PeekStream(new GZipStream(content, CompressionMode.Decompress));

        var peek = (PeekStream)content;
        var mark = peek.Peek(3);
        switch (mark)
        {
            case [0xEF, 0xBB, 0xBF]:
                peek.Skip(3);
                return peek;
            case [0xFF, 0xFE, ..]:
                peek.Skip(2);
                return Encoding.CreateTranscodingStream(peek, Encoding.Unicode, Encoding.UTF8);
            case [0xFE, 0xFF, ..]:
                peek.Skip(2);
                return Encoding.CreateTranscodingStream(peek, Encoding.BigEndianUnicode, Encoding.UTF8);
            default:
                return peek;
        }
    }
}
