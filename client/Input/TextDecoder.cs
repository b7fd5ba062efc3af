using System.Text;

namespace Simpul.Client.Input;

/// <summary>Turns the bytes of one text into characters: UTF-8 to the letter, else windows-1252.</summary>
internal static class TextDecoder
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    // windows-1252 has 27 characters where Latin-1 has control codes; the five bytes it leaves open stay control codes.
    private const string High =
        "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F" +
        "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    /// <summary>Decodes; <paramref name="fellBack"/> is true where the bytes are not UTF-8 and were read as windows-1252.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes, out bool fellBack)
    {
        fellBack = !System.Text.Unicode.Utf8.IsValid(bytes);
        return fellBack
            ? string.Create(bytes.Length, bytes, static (chars, source) =>
            {
                for (var i = 0; i < source.Length; i++)
                    chars[i] = source[i] is >= 0x80 and <= 0x9F ? High[source[i] - 0x80] : (char)source[i];
            })
            : Strict.GetString(bytes);
    }

    /// <summary>True for bytes that are no text in any encoding read here: most often UTF-16 without its mark, or a picture.</summary>
    public static bool LooksBinary(ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..Math.Min(bytes.Length, 4096)];
        return head.Length > 0 && head.Count((byte)0) * 20 > head.Length;
    }
}
