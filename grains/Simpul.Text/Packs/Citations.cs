namespace Simpul.Text.Packs;

/// <summary>What a word beside quotation marks tells; <c>citations.tsv</c> of each language lists them.</summary>
internal enum CitationKind : byte
{
    /// <summary>tema, bertajuk, film; titled, film: what the marks hold is a name.</summary>
    Title,
    /// <summary>seorang, sumber; a, sources: the speaker has no name.</summary>
    Nameless,
}

/// <summary>Words that tell what stands in quotation marks, of all packs.</summary>
internal sealed class Citations
{
    internal List<CitationKind> Words { get; } = [];

    internal Citations(PackFiles files, IReadOnlyList<string> languages, PhraseBuilder phrases)
    {
        for (var l = 0; l < languages.Count; l++)
        {
            foreach (var row in files.Rows($"{languages[l]}/citations.tsv"))
            {
                if (!Enum.TryParse<CitationKind>(row["kind"], ignoreCase: true, out var kind))
                    throw row.Wrong($"unknown kind \"{row["kind"]}\"", $"Known: {string.Join(", ", Enum.GetNames<CitationKind>())}.");
                Words.Add(kind);
                phrases.Add(row["form"], PhraseKind.Citation, (byte)(1 << l), Words.Count - 1, caseless: true);
            }
        }
    }
}
