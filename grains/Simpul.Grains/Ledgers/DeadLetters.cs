using Simpul.Contracts;
using Simpul.Grains.Articles;
using Simpul.Storage;

namespace Simpul.Grains.Ledgers;

/// <summary>
/// The dead letters of a slice, without their texts: of each article the newest version that could not be read, as long as no later
/// version is current. So which there are is a function of the versions alone, whatever came when.
/// </summary>
internal sealed class DeadLetters
{
    private readonly Dictionary<(ulong, ulong), Letter> _letters = [];

    public void Load(DeadLetterRow row)
    {
        var content = DeadLetterContent.Decode(row.Content);
        var key = ArticleHash.KeyOf(content.Article, content.StampOr(row.When));
        _letters[(key.Id, key.Id2)] = new Letter(row.Article, key, content.EndsReaders);
    }

    /// <summary>True where this very content has ended the process that read it.</summary>
    public bool EndsReaders(in ArticleKey key) =>
        _letters.TryGetValue((key.Id, key.Id2), out var letter) && letter.EndsReaders && letter.Key.Content == key.Content;

    /// <summary>What a commit changes: letters to keep and ids of those that are out of date.</summary>
    /// <param name="items">Versions that could not be read.</param>
    /// <param name="touched">Articles whose current version changed.</param>
    /// <param name="index">The index after the commit.</param>
    public (List<LedgerItem> Added, List<string> Removed) Changes(
        List<LedgerItem> items, IReadOnlyCollection<(ulong Id, ulong Id2)> touched, ArticleIndex index)
    {
        var added = new Dictionary<(ulong, ulong), LedgerItem>();
        foreach (var item in items)
        {
            var id = (item.Key.Id, item.Key.Id2);
            if (IsOutdated(item.Key, index) || (_letters.TryGetValue(id, out var kept) && Compare(kept.Key, item.Key) > 0)) continue;
            if (!added.TryGetValue(id, out var other) || Compare(other.Key, item.Key) <= 0) added[id] = item;
        }

        var removed = touched.Where(t => !added.ContainsKey(t) && _letters.TryGetValue(t, out var letter) && IsOutdated(letter.Key, index));
        return ([.. added.Values], [.. removed.Select(t => _letters[t].Article)]);
    }

    /// <summary>Takes over what is now in the store.</summary>
    public void Apply(List<LedgerItem> added, List<string> removed)
    {
        foreach (var id in removed) _letters.Remove(ArticleHash.OfId(id));
        foreach (var item in added)
            _letters[(item.Key.Id, item.Key.Id2)] = new Letter(item.ArticleId, item.Key, DeadLetterContent.Decode(item.Text).EndsReaders);
    }

    private static bool IsOutdated(in ArticleKey key, ArticleIndex index) => index.TryFind(key, out var known) && known.CompareOrder(key) >= 0;

    private static int Compare(in ArticleKey a, in ArticleKey b) =>
        new ArticleIndex.Known(ArticleIndex.Short(a.Content), a.Stamp, a.Position, IsRetracted: false, default).CompareOrder(b);

    private readonly record struct Letter(string Article, ArticleKey Key, bool EndsReaders);
}
