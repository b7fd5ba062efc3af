namespace Simpul.Client.Output;

/// <summary>Keeps what an article holds from driving the terminal: escape codes and other control characters become blanks.</summary>
internal static class Printable
{
    /// <summary>A text on one line.</summary>
    public static string Line(string text)
    {
        if (!text.Any(char.IsControl)) return text;
        return string.Create(text.Length, text, static (chars, source) =>
        {
            for (var i = 0; i < source.Length; i++) chars[i] = char.IsControl(source[i]) ? ' ' : source[i];
        });
    }

    /// <summary>A character of a text that keeps its lines.</summary>
    public static char Char(char c) => char.IsControl(c) && c is not ('\n' or '\t') ? ' ' : c;
}
