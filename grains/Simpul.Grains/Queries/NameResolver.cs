using Simpul.Contracts;
using Simpul.Grains.Corpora;
using Simpul.Storage;

namespace Simpul.Grains.Queries;

/// <summary>Whom a name in a query means.</summary>
/// <param name="Found">Who; null where nobody, or more than one, has the name.</param>
/// <param name="Suggestions">Whom it may mean.</param>
internal sealed record Resolution(NamedEntity? Found, TopRow[] Suggestions);

/// <summary>
/// Finds whom a name means: a code or an id, else the one whose usual name it is, else the one who has it as another name. Of several
/// with one usual name the one with the most articles is meant; of several with one other name only one that stands out.
/// </summary>
internal sealed class NameResolver(Freshness freshness, IGrainFactory grains)
{
    private const int Suggested = 8;
    private const int StandsOut = 3;

    public async Task<Resolution> Resolve(CorpusRow corpus, string name, params EntityKind[] kinds)
    {
        name = name.Trim();
        foreach (var kind in kinds)
        {
            var id = kind == EntityKind.Country ? name.ToUpperInvariant() : name;
            if (name.Length == 0 || (kind == EntityKind.Country && name.Length != 2)) continue;
            if (await TallyOf(corpus, new EntityRef(kind, id)).Find(new EntityRef(kind, id)) is { } row) return new Resolution(row.Entity, []);
        }

        var matches = new List<NameMatch>();
        foreach (var kind in kinds)
        {
            var (answers, _) = await freshness.Ask(corpus, bucket => Tally(corpus, bucket).Search(kind, name, Suggested));
            matches.AddRange(answers.SelectMany(static a => a.Matches));
        }

        var sorted = matches.OrderBy(static m => m.Kind).ThenByDescending(static m => m.Row.Articles)
            .ThenBy(static m => m.Row.Entity.Entity.Kind).ThenBy(static m => m.Row.Entity.Entity.Id, StringComparer.Ordinal).ToList();
        return Choose(sorted) is { } chosen
            ? new Resolution(chosen, [])
            : new Resolution(null, [.. sorted.Select(static m => m.Row).Take(Suggested)]);
    }

    public ITallyGrain TallyOf(CorpusRow corpus, EntityRef entity) => Tally(corpus, Slicing.BucketOf(entity.Kind, entity.Id, corpus.Buckets));

    public ITallyGrain Tally(CorpusRow corpus, int bucket) =>
        grains.GetGrain<ITallyGrain>(GrainKeys.Tally(new CorpusRef(corpus.Name, corpus.Incarnation), bucket));

    /// <summary>The names of entities, each asked of its own tally; the id where the tally does not answer.</summary>
    public async Task<Dictionary<EntityRef, string>> Names(CorpusRow corpus, IEnumerable<EntityRef> entities)
    {
        var names = new Dictionary<EntityRef, string>();
        var groups = entities.Distinct().GroupBy(e => Slicing.BucketOf(e.Kind, e.Id, corpus.Buckets)).Select(static g => (g.Key, g.ToArray())).ToList();
        var asked = groups.ConvertAll(g => Tally(corpus, g.Key).Names(g.Item2));
        await Task.WhenAll((IEnumerable<Task>)asked)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        for (var i = 0; i < groups.Count; i++)
        {
            for (var j = 0; j < groups[i].Item2.Length; j++)
            {
                var entity = groups[i].Item2[j];
                names[entity] = asked[i].IsCompletedSuccessfully ? asked[i].Result[j] : entity.Id;
            }
        }

        return names;
    }

    private static NamedEntity? Choose(List<NameMatch> sorted)
    {
        if (sorted.Count == 0 || sorted[0].Kind > MatchKind.Alias) return null;
        if (sorted[0].Kind <= MatchKind.Name) return sorted[0].Row.Entity;
        var isAlone = sorted.Count == 1 || sorted[0].Row.Articles >= StandsOut * sorted[1].Row.Articles;
        return isAlone ? sorted[0].Row.Entity : null;
    }
}
