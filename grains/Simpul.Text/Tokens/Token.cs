namespace Simpul.Text.Tokens;

/// <summary>What a token looks like.</summary>
[Flags]
internal enum Shape : ushort
{
    None = 0,
    /// <summary>Begins with a letter.</summary>
    Word = 1,
    /// <summary>Begins with a digit.</summary>
    Number = 2,
    /// <summary>Neither word nor number.</summary>
    Punctuation = 4,
    /// <summary>The first letter is upper case (or the script has no case).</summary>
    Capital = 8,
    /// <summary>Two letters or more, all upper case.</summary>
    AllCaps = 16,
    /// <summary>A single letter, with or without a full stop.</summary>
    Initial = 32,
    /// <summary>First word of its sentence, or of a quotation in it: its capital says little.</summary>
    Opening = 64,
    /// <summary>White space stands before it.</summary>
    SpaceBefore = 128,
    /// <summary>First token of a line.</summary>
    LineStart = 256,
    /// <summary>A quotation mark.</summary>
    QuoteMark = 512,
    /// <summary>Hyphen or dash that joins two tokens without spaces.</summary>
    Joiner = 1024,
    /// <summary>Part of the possessive <c>'s</c>.</summary>
    Possessive = 2048,
}

/// <summary>A token: a span of the text, its shape and the hash of its folded form. No string is made for it.</summary>
internal struct Token
{
    public int Start;
    public int End;

    /// <summary>Hash of the folded form (lower case, no Latin accents).</summary>
    public ulong Hash;

    /// <summary>Hash of the form without its clitic, or 0.</summary>
    public ulong Stem;

    public Shape Shape;

    /// <summary>1 + index of the clitic that was cut for <see cref="Stem"/> in the language's list, or 0.</summary>
    public byte Clitic;

    public readonly int Length => End - Start;

    public readonly bool Is(Shape shape) => (Shape & shape) != 0;
}

/// <summary>The hash by which tokens and phrases are compared; equality of 64 bits stands for equality of strings.</summary>
internal static class TokenHash
{
    private const ulong Prime = 0x9E3779B97F4A7C15;

    internal const ulong Seed = 0xCBF29CE484222325;

    /// <summary>Adds one folded character.</summary>
    internal static ulong Add(ulong hash, char folded) => (hash ^ folded) * 0x100000001B3 + (hash >> 47);

    /// <summary>Ends a token's hash.</summary>
    internal static ulong Finish(ulong hash)
    {
        hash ^= hash >> 32;
        hash *= Prime;
        hash ^= hash >> 29;
        return hash == 0 ? 1 : hash;
    }

    /// <summary>The hash of a phrase that goes on with one more token.</summary>
    internal static ulong Append(ulong phrase, ulong token)
    {
        var hash = (phrase ^ (token + Prime)) * 0xD6E8FEB86659FD93;
        hash ^= hash >> 31;
        return hash == 0 ? 1 : hash;
    }

    /// <summary>The hash of one word as a token of the text would have it.</summary>
    internal static ulong Of(ReadOnlySpan<char> word)
    {
        var hash = Seed;
        foreach (var c in word)
        {
            if (CharFold.Of(c) is CharFold.Class.Mark or CharFold.Class.Ignorable) continue;
            hash = Add(hash, CharFold.Fold(c));
        }

        return Finish(hash);
    }
}
