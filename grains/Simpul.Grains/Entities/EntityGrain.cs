using Orleans.Concurrency;
using Simpul.Contracts;
using Simpul.Grains.Corpora;
using Simpul.Grains.Counting;
using Simpul.Grains.Hosting;

namespace Simpul.Grains.Entities;

/// <summary>
/// One country or actor beside its tally: a versioned copy, taken once the tally has stood still for two questions. It computes what is
/// told of the entity from the same counters by the same functions, so that the tally is free to count; of an entity that changes all the
/// time the tally tells the answer itself, which costs it no more than a copy would.
/// </summary>
internal abstract class EntityGrain(CorpusDirectory corpora, RendezvousDirector placement, TimeProvider clock, EntityKind kind) : Grain
{
    // Pushes do not keep a grain alive: who was not asked for so long goes.
    private static readonly TimeSpan s_lifeWithoutQuestions = TimeSpan.FromMinutes(15);

    private static readonly EntityVersion s_none = new(-1, -1);

    private EntityState? _copy;
    private EntityVersion _version = s_none;
    private Told? _told;
    private ITallyGrain _tally = null!;
    private EntityRef _entity;
    private DateTimeOffset _lastQuestion;

    /// <summary>The newest totals that the tally pushed or the copy holds.</summary>
    protected EntityTotals? Totals { get; private set; }

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        var (corpus, id) = GrainKeys.Parse(this.GetPrimaryKeyString());
        _entity = new EntityRef(kind, id);
        _lastQuestion = clock.GetUtcNow();
        var buckets = (await corpora.Layout(corpus)).Buckets;
        _tally = GrainFactory.GetGrain<ITallyGrain>(GrainKeys.Tally(corpus, Slicing.BucketOf(kind, id, buckets)));
    }

    public async Task<EntityFacts> Get(EntityQuery query)
    {
        _lastQuestion = clock.GetUtcNow();
        var snapshot = await _tally.Tell(_entity, _version, _told?.Version ?? s_none, query);
        if (snapshot.Facts is { } facts)
        {
            _told = new Told(query, snapshot.Version, facts);
            return facts;
        }

        Take(snapshot);
        if (_copy is null) return new EntityFacts { Vector = snapshot.Vector };
        // A page that shows a dossier asks the same again and again.
        if (_told?.Query != query || _told.Version != _version) _told = new Told(query, _version, EntityReport.Facts(_copy, query, snapshot.Vector));
        return _told.Facts with { Vector = snapshot.Vector };
    }

    public Task Push(EntityTotals totals)
    {
        if (Totals is null || totals.Version.CompareTo(Totals.Version) > 0) Totals = totals;
        var isForgotten = clock.GetUtcNow() - _lastQuestion > s_lifeWithoutQuestions;
        if (isForgotten || !placement.IsAtHome(this.GetGrainId())) DeactivateOnIdle();
        return Task.CompletedTask;
    }

    private void Take(EntitySnapshot snapshot)
    {
        if (snapshot.State is null || snapshot.Version.CompareTo(_version) <= 0) return;
        _copy = PageCodec.Decode(snapshot.State, static utf8 => System.Text.Encoding.UTF8.GetString(utf8)).SingleOrDefault();
        _version = snapshot.Version;
        Totals = new EntityTotals(_version, _copy?.Articles ?? 0, _copy?.Mentions ?? 0, _copy?.Events ?? 0);
    }

    private sealed record Told(EntityQuery Query, EntityVersion Version, EntityFacts Facts);
}

/// <summary>A country.</summary>
[Rendezvous, Reentrant, GrainType("country")]
internal sealed class CountryGrain(CorpusDirectory corpora, RendezvousDirector placement, TimeProvider clock)
    : EntityGrain(corpora, placement, clock, EntityKind.Country), ICountryGrain;

/// <summary>An actor.</summary>
[Rendezvous, Reentrant, GrainType("actor")]
internal sealed class ActorGrain(CorpusDirectory corpora, RendezvousDirector placement, TimeProvider clock)
    : EntityGrain(corpora, placement, clock, EntityKind.Actor), IActorGrain;
