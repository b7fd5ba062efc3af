namespace Simpul.Text.Tagger;

/// <summary>What the tagger takes a token's name for.</summary>
internal enum TagType : byte
{
    None,
    Person,
    Organisation,
    Place,
}

/// <summary>
/// The thirteen labels: outside, and for each type begin, inside, end and single. The four positions make the ends of a name
/// explicit, so that two names side by side stay two.
/// </summary>
internal static class TagLabel
{
    internal const int Count = 13;

    internal const byte Outside = 0;

    internal static byte Begin(TagType type) => (byte)(((int)type * 4) - 3);

    internal static byte Inside(TagType type) => (byte)(((int)type * 4) - 2);

    internal static byte End(TagType type) => (byte)(((int)type * 4) - 1);

    internal static byte Single(TagType type) => (byte)((int)type * 4);

    internal static TagType TypeOf(byte label) => (TagType)((label + 3) / 4);

    /// <summary>True for the first token of a name.</summary>
    internal static bool Starts(byte label) => label > 0 && (label & 3) is 1 or 0 && label != Outside;

    /// <summary>True for the last token of a name, and outside names.</summary>
    internal static bool Ends(byte label) => label == Outside || (label & 3) is 3 or 0;

    /// <summary>True where one label may stand before another.</summary>
    internal static bool MayFollow(byte before, byte after)
    {
        if (Ends(before)) return after == Outside || Starts(after);
        return TypeOf(before) == TypeOf(after) && !Starts(after);
    }
}
