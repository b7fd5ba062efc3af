using Microsoft.Extensions.Options;
using Orleans.Concurrency;
using Simpul.Contracts;
using Simpul.Grains.Hosting;
using Simpul.Storage;

namespace Simpul.Grains.Corpora;

/// <summary>All corpora. Holds nothing: the store decides which exist.</summary>
[Reentrant, Rendezvous, GrainType("catalogue")]
internal sealed class CatalogueGrain(IStore store, IOptions<GrainsOptions> options, TimeProvider clock) : Grain, ICatalogueGrain
{
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        // A deletion that was interrupted between fence and purge is finished here.
        foreach (var row in await store.ListCorpora(cancellationToken))
            if (row.IsDeleted) await store.PurgeCorpus(row.Incarnation, cancellationToken);
    }

    public async Task<CorpusInfo?> Find(string name) => await store.FindCorpus(name) is { } row ? await InfoOf(row) : null;

    public async Task<CorpusInfo> Create(string name, CorpusLayout layout)
    {
        if (!CorpusRef.IsName(name))
        {
            throw new ClusterException(
                ErrorCode.BadRequest,
                $"'{name}' is no name for a corpus: use 1 to {Limits.MaxCorpusName} ASCII letters, digits, '-', '_', '.', beginning with a letter or digit.");
        }

        var slices = layout.Slices == 0 ? options.Value.DefaultSlices : layout.Slices;
        var buckets = layout.Buckets == 0 ? options.Value.DefaultBuckets : layout.Buckets;
        if (slices is < 1 or > Limits.MaxSlices || buckets is < 1 or > Limits.MaxBuckets)
        {
            throw new ClusterException(
                ErrorCode.BadRequest, $"A corpus has 1 to {Limits.MaxSlices} slices and 1 to {Limits.MaxBuckets} buckets.");
        }

        return await InfoOf(await store.CreateCorpus(name, slices, buckets, clock.GetUtcNow().UtcDateTime));
    }

    public async Task<CorpusInfo[]> List()
    {
        var rows = await store.ListCorpora();
        var infos = await Task.WhenAll(rows.Where(static r => !r.IsDeleted).Select(InfoOf));
        Array.Sort(infos, static (x, y) => string.CompareOrdinal(x.Corpus.Name, y.Corpus.Name));
        return infos;
    }

    public async Task<bool> Delete(string name)
    {
        if (await store.FindCorpus(name) is not { } row) return false;
        if (!await store.FenceCorpus(row.Incarnation)) return false;
        await Close(row);
        await store.PurgeCorpus(row.Incarnation);
        return true;
    }

    // Nothing more can be written; those that still hold something in memory are asked to let go of it.
    private async Task Close(CorpusRow row)
    {
        var corpus = new CorpusRef(row.Name, row.Incarnation);
        var closing = Enumerable.Range(0, row.Slices).Select(s => GrainFactory.GetGrain<ILedgerGrain>(GrainKeys.Ledger(corpus, s)).Close())
            .Concat(Enumerable.Range(0, row.Buckets).Select(b => GrainFactory.GetGrain<ITallyGrain>(GrainKeys.Tally(corpus, b)).Close()));
        await Task.WhenAll(closing).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
    }

    private async Task<CorpusInfo> InfoOf(CorpusRow row) => new()
    {
        Corpus = new CorpusRef(row.Name, row.Incarnation),
        Slices = row.Slices,
        Buckets = row.Buckets,
        Created = row.Created,
        Articles = (await store.ReadPositions(row.Incarnation)).Sum(static p => p.Articles),
    };
}
