namespace Simpul.Client.Input;

/// <summary>How a kind of input is taken apart.</summary>
internal enum InputFormat
{
    /// <summary>By the file's extension; standard input by its first character.</summary>
    Auto,

    /// <summary>One article a file.</summary>
    Txt,

    /// <summary>One JSON object a line.</summary>
    Jsonl,

    /// <summary>Rows with a header; the separator is taken from the header.</summary>
    Csv,

    /// <summary>Rows with a header, separated by tabs.</summary>
    Tsv,
}

/// <summary>What a user may say about the input.</summary>
internal sealed record InputOptions
{
    /// <summary>Default of <c>--max-text</c>: longest text of one article, in characters.</summary>
    public const long DefaultMaxText = 1 << 20;

    /// <summary>Default of <c>--max-line</c>: longest line of JSONL or row of CSV, in bytes.</summary>
    public const long DefaultMaxLine = 4 << 20;

    /// <summary>Longest id of an article, in bytes of UTF-8.</summary>
    public const int MaxIdBytes = 512;

    public InputFormat Format { get; init; } = InputFormat.Auto;

    public FieldMap Fields { get; init; } = FieldMap.Default;

    /// <summary>The date of articles that carry none, as it is stored; or null.</summary>
    public string? Published { get; init; }

    public long MaxText { get; init; } = DefaultMaxText;

    public long MaxLine { get; init; } = DefaultMaxLine;
}
