using Simpul.Text.Tokens;

namespace Simpul.Text.Tagger;

/// <summary>What a token looks like to the tagger, in sixteen classes.</summary>
internal enum Look : byte
{
    Edge,
    Lower,
    Capital,
    AllCaps,
    LongAllCaps,
    Initial,
    WithDigits,
    Number,
    Dash,
    Comma,
    Open,
    Close,
    Stop,
    Quote,
    Other,
    /// <summary>A capital that the beginning of a sentence may have asked for.</summary>
    OpeningCapital,
}

/// <summary>
/// What the tagger knows of a word by itself, wherever it stands. A function of the folded form and the shape's flags alone, so
/// that equal words share one set of scores.
/// </summary>
internal struct WordTraits
{
    private const Shape Flags = Shape.Word | Shape.Number | Shape.Punctuation | Shape.Capital | Shape.AllCaps | Shape.Initial;

    public ulong Word;
    public Look Look;
    public byte Length;
    public ulong Prefix;
    public ulong Suffix;
    public WordClusters Clusters;

    /// <summary>Tells apart the tokens whose traits differ.</summary>
    internal static ulong KeyOf(in Token token) => token.Hash + ((ulong)(token.Shape & Flags) * 0x9E3779B97F4A7C15);

    /// <summary>What stands before the first and after the last token of a sentence.</summary>
    internal static WordTraits Edge => new() { Word = 0x5EED, Look = Look.Edge };

    internal static WordTraits Of(ReadOnlySpan<char> text, in Token token, TaggerWords words)
    {
        var traits = new WordTraits { Word = token.Hash, Clusters = words.Of(token.Hash) };
        // Prefix and suffix as up to four folded characters of 16 bits; nothing but letters and digits counts, as in the hash.
        var count = 0;
        var digits = 0;
        for (var i = token.Start; i < token.End; i++)
        {
            var c = CharFold.Fold(text[i]);
            if (!char.IsLetterOrDigit(c)) continue;
            if (char.IsDigit(c)) digits++;
            if (count < 4) traits.Prefix |= (ulong)c << (16 * count);
            traits.Suffix = traits.Suffix << 16 | c;
            count++;
        }

        traits.Length = (byte)Math.Min(count, 12);
        if (token.Is(Shape.Number))
        {
            // Numbers are alike but for how many digits they have.
            traits.Look = Look.Number;
            traits.Word = (ulong)(100 + Math.Min(count, 12));
            traits.Prefix = traits.Suffix = 0;
        }
        else if (token.Is(Shape.Word))
        {
            traits.Look = digits > 0 ? Look.WithDigits
                : token.Is(Shape.Initial) && token.Is(Shape.Capital) ? Look.Initial
                : token.Is(Shape.AllCaps) ? count > 5 ? Look.LongAllCaps : Look.AllCaps
                : token.Is(Shape.Capital) ? Look.Capital : Look.Lower;
        }
        else
        {
            traits.Look = CharFold.Of(text[token.Start]) switch
            {
                CharFold.Class.Hyphen or CharFold.Class.Dash or CharFold.Class.Slash => Look.Dash,
                CharFold.Class.Comma => Look.Comma,
                CharFold.Class.Quote or CharFold.Class.Apostrophe => Look.Quote,
                CharFold.Class.Period => Look.Stop,
                _ => text[token.Start] switch
                {
                    '(' or '[' => Look.Open,
                    ')' or ']' => Look.Close,
                    '!' or '?' or ':' or ';' => Look.Stop,
                    _ => Look.Other,
                },
            };
        }

        return traits;
    }
}
