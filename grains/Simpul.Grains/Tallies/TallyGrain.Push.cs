using Simpul.Contracts;
using Simpul.Grains.Counting;

namespace Simpul.Grains.Tallies;

/// <summary>What a tally does without being asked: tells entity grains what changed, and ledgers what it misses.</summary>
internal sealed partial class TallyGrain
{
    // A push reaches grains that were asked for within this time; who is silent longer is left to be collected.
    private static readonly TimeSpan s_interest = TimeSpan.FromMinutes(5);

    private readonly Dictionary<EntityRef, DateTimeOffset> _interested = [];
    private readonly HashSet<EntityState> _changedActors = [];
    private DateTimeOffset _lastAsked;

    private void OnActorChanged(EntityState actor)
    {
        // Nearly always nobody is interested in any actor, and this is the hot path.
        if (_interested.Count != 0 && _interested.ContainsKey(actor.Ref)) _changedActors.Add(actor);
    }

    private void AddInterest(EntityRef entity)
    {
        if (entity.Kind == EntityKind.Actor) _interested[entity] = clock.GetUtcNow();
    }

    private async Task Push()
    {
        if (_state.ChangedCountries.Count == 0 && _changedActors.Count == 0) return;
        var oldest = clock.GetUtcNow() - s_interest;
        foreach (var (actor, asked) in _interested)
            if (asked < oldest) _interested.Remove(actor);

        var pushes = new List<Task>(_state.ChangedCountries.Count + _changedActors.Count);
        foreach (var country in _state.ChangedCountries)
            pushes.Add(GrainFactory.GetGrain<ICountryGrain>(GrainKeys.Country(_corpus, country.Id)).Push(TotalsOf(country)));
        foreach (var actor in _changedActors)
            if (_interested.ContainsKey(actor.Ref)) pushes.Add(GrainFactory.GetGrain<IActorGrain>(GrainKeys.Actor(_corpus, actor.Id)).Push(TotalsOf(actor)));
        _state.ChangedCountries.Clear();
        _changedActors.Clear();
        // A lost push is made good by the next one, or by the pull that every question begins with.
        await Task.WhenAll(pushes).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
    }

    private EntityTotals TotalsOf(EntityState entity) =>
        new(new EntityVersion(_epoch, entity.Change), entity.Articles, entity.Mentions, entity.Events);

    // A ledger that died after a commit sends nothing until somebody wakes it.
    private async Task AskForMissing()
    {
        var now = clock.GetUtcNow();
        if (now - _lastAsked < 5 * options.Value.PushInterval || now - _lastChange < options.Value.PushInterval) return;
        _lastAsked = now;
        var heads = new long[_vector.Length];
        foreach (var position in await store.ReadPositions(_corpus.Incarnation)) heads[position.Slice] = position.Version;
        AskLedgers(heads);
    }
}
