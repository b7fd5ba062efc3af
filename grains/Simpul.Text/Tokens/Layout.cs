namespace Simpul.Text.Tokens;

/// <summary>A line of the text: a paragraph or a heading.</summary>
internal struct Line
{
    public int TokenFrom;
    public int TokenTo;

    /// <summary>Index of its language.</summary>
    public byte Language;

    /// <summary>A short line without final punctuation: a topic hint, never an event.</summary>
    public bool IsHeading;
}

/// <summary>A sentence, as spans of tokens and of text.</summary>
internal struct SentenceSpan
{
    public int TokenFrom;
    public int TokenTo;
    public int Start;
    public int End;
    public int Line;
    public byte Language;
    public bool IsHeading;
}
