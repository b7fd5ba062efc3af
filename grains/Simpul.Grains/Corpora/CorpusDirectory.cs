using System.Collections.Concurrent;
using Simpul.Contracts;
using Simpul.Storage;

namespace Simpul.Grains.Corpora;

/// <summary>How the corpora are laid out, for all grains of a silo. A layout never changes, so it is read once.</summary>
internal sealed class CorpusDirectory(IStore store)
{
    private readonly ConcurrentDictionary<long, CorpusRow> _known = new();

    /// <summary>The layout of a corpus, which may have been deleted since: writers are fenced by the store.</summary>
    public async ValueTask<CorpusRow> Layout(CorpusRef corpus)
    {
        if (_known.TryGetValue(corpus.Incarnation, out var known) && known.Name == corpus.Name) return known;
        return await Check(corpus);
    }

    /// <summary>The layout of a corpus that is surely not deleted.</summary>
    public async Task<CorpusRow> Check(CorpusRef corpus)
    {
        var row = await store.FindCorpus(corpus.Incarnation);
        if (row is null || row.IsDeleted || row.Name != corpus.Name)
        {
            _known.TryRemove(corpus.Incarnation, out _);
            throw Gone(corpus);
        }

        _known[corpus.Incarnation] = row;
        return row;
    }

    public static ClusterException Gone(CorpusRef corpus) =>
        new(ErrorCode.CorpusGone, $"The corpus '{corpus.Name}' was deleted; open it anew.");
}
