namespace Simpul.Contracts;

/// <summary>All corpora of a cluster; one grain, <see cref="GrainKeys.Catalogue"/>.</summary>
[Alias("simpul.ICatalogue")]
public interface ICatalogueGrain : IGrainWithStringKey
{
    /// <summary>Finds a corpus, or answers null.</summary>
    [Alias("Find")]
    Task<CorpusInfo?> Find(string name);

    /// <summary>Finds a corpus or makes it. The layout counts only where it is made.</summary>
    [Alias("Create")]
    Task<CorpusInfo> Create(string name, CorpusLayout layout);

    /// <summary>All corpora, by name in the order of their UTF-8 bytes.</summary>
    [Alias("List")]
    Task<CorpusInfo[]> List();

    /// <summary>
    /// Deletes a corpus: fences all its writers, then removes every row. False where there is none. When it answers, nothing of
    /// the corpus is left in the store.
    /// </summary>
    [Alias("Delete"), ResponseTimeout("00:05:00")]
    Task<bool> Delete(string name);
}
