namespace Simpul.Text.Tagger;

/// <summary>What the tagger's labels say to the rules that cut out names.</summary>
internal static class TagNames
{
    // Least margins, chosen by reading what they let in: bodies are confused with products, places and events more than people are.
    private const int SurePerson = 16;
    private const int SureOrganisation = 48;

    /// <summary>People with more words than this are headings in capitals.</summary>
    private const int LongestPerson = 5;

    /// <summary>
    /// The type of the name that the tagger surely sees at the beginning of a stretch, if it covers most of it; a name that begins
    /// before the stretch tells nothing of its rest.
    /// </summary>
    internal static TagType Over(Workspace w, int from, int to) =>
        (EndOf(w, from) - from) * 2 > to - from ? TagLabel.TypeOf(w.Tags[from]) : TagType.None;

    /// <summary>Where the person or organisation ends that the tagger surely sees at a token; the token itself where it sees none.</summary>
    internal static int EndOf(Workspace w, int token)
    {
        var label = w.Tags[token];
        if (!TagLabel.Starts(label)) return token;
        var least = TagLabel.TypeOf(label) switch
        {
            TagType.Person => SurePerson,
            TagType.Organisation => SureOrganisation,
            _ => int.MaxValue,
        };
        if (w.TagMargins[token] < least) return token;
        var end = token + 1;
        // An abbreviation in brackets is another name of the same body.
        while (!TagLabel.Ends(w.Tags[end - 1]) && w.MarkAt(end) is not ('(' or ')' or ';' or '/')) end++;
        return TagLabel.TypeOf(label) == TagType.Person && end - token > LongestPerson ? token : end;
    }

    /// <summary>
    /// True where the tagger ends one name and begins another, one of them a person's: <c>PT Sritex | Iwan Lukminto</c>. A place after
    /// a body is part of its name (<c>Polres Gresik</c>).
    /// </summary>
    internal static bool CutsBefore(Workspace w, int token)
    {
        var (left, right) = (w.Tags[token - 1], w.Tags[token]);
        return left != TagLabel.Outside && TagLabel.Ends(left) && TagLabel.Starts(right) && TagLabel.TypeOf(left) != TagLabel.TypeOf(right)
            && (TagLabel.TypeOf(left) == TagType.Person || TagLabel.TypeOf(right) == TagType.Person);
    }
}
