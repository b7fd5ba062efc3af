using Orleans.Concurrency;
using Simpul.Contracts;
using Simpul.Grains.Articles;
using Simpul.Grains.Hosting;
using Simpul.Storage;

namespace Simpul.Grains.Corpora;

/// <summary>One corpus: asks its ledgers and tallies how far they are.</summary>
[Reentrant, Rendezvous, GrainType("corpus")]
internal sealed partial class CorpusGrain(
    IStore store, CorpusDirectory corpora, Freshness freshness, IArticleReading reading, Submission submission, TimeProvider clock) : Grain, ICorpusGrain
{
    private static readonly TimeSpan s_longestWait = TimeSpan.FromSeconds(20);

    private CorpusRef _corpus;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        (_corpus, _) = GrainKeys.Parse(this.GetPrimaryKeyString());
        return Task.CompletedTask;
    }

    public async Task<CorpusStatus> Status()
    {
        var row = await corpora.Check(_corpus);
        var heads = await freshness.ReadHeads(row);
        var (summaries, silent) = await freshness.Ask(row, bucket => Tally(bucket).Summary());
        var dated = summaries.Where(static s => s.FirstDay != Days.None).ToList();
        return new CorpusStatus
        {
            Corpus = new CorpusInfo
            {
                Corpus = _corpus, Slices = row.Slices, Buckets = row.Buckets, Created = row.Created, Articles = heads.Articles.Sum(),
            },
            AsOf = await freshness.Describe(row, heads, summaries.ConvertAll(static s => s.Vector), silent),
            Packs = [.. summaries.SelectMany(static s => s.Packs).Select(static p => new PackCount(p.Name, p.Count))],
            CurrentPack = reading.PackVersion,
            DeadLetters = await store.CountDeadLetters(row.Incarnation),
            Countries = summaries.Sum(static s => s.Countries),
            Actors = summaries.Sum(static s => s.Actors),
            Events = summaries.Sum(static s => s.Events),
            FirstDay = dated.Count == 0 ? null : Days.Format(dated.Min(static s => s.FirstDay)),
            LastDay = dated.Count == 0 ? null : Days.Format(dated.Max(static s => s.LastDay)),
            Undated = summaries.Sum(static s => s.Undated),
            Languages =
            [
                .. summaries.SelectMany(static s => s.Languages)
                    .OrderByDescending(static l => l.Count).ThenBy(static l => l.Name, StringComparer.Ordinal),
            ],
        };
    }

    public async Task<AsOf> WaitIncluded(TimeSpan atMost)
    {
        var row = await corpora.Check(_corpus);
        var heads = await freshness.ReadHeads(row);
        var (vectors, silent) = await freshness.WaitFor(row, heads, atMost < s_longestWait ? atMost : s_longestWait);
        return await freshness.Describe(row, heads, vectors, silent);
    }

    public async Task<long> Compact()
    {
        var row = await corpora.Check(_corpus);
        var heads = await freshness.ReadHeads(row);
        await freshness.WaitFor(row, heads, s_longestWait);
        // Records may go only below what every tally has saved: what it has not, it counts again from the segments.
        var saved = await Task.WhenAll(Enumerable.Range(0, row.Buckets).Select(b => Tally(b).Save()));
        var erased = await Task.WhenAll(Enumerable.Range(0, row.Slices).Where(s => heads.Versions[s] > 0)
            .Select(s => GrainFactory.GetGrain<ILedgerGrain>(GrainKeys.Ledger(_corpus, s)).Compact(saved.Min(v => v[s]))));
        return erased.Sum();
    }

    private ITallyGrain Tally(int bucket) => GrainFactory.GetGrain<ITallyGrain>(GrainKeys.Tally(_corpus, bucket));
}
