using System.Text.Json;

namespace Simpul.Client.Evaluation;

/// <summary>Pairs the actors of two records one to one: by exact name, then by alias, then by the largest share of surface forms.</summary>
internal static class ActorPairs
{
    public static List<(int Gold, int Pred)> Of(List<JsonElement> gold, List<JsonElement> pred)
    {
        var pairs = new List<(int, int)>();
        if (gold.Count == 0 || pred.Count == 0) return pairs;
        var goldLeft = new SortedSet<int>(Enumerable.Range(0, gold.Count));
        var predLeft = new SortedSet<int>(Enumerable.Range(0, pred.Count));
        var goldNames = gold.ConvertAll(a => Name(a, required: true));
        var predNames = pred.ConvertAll(a => Name(a, required: false));

        Take((g, p) => goldNames[g].Length > 0 && goldNames[g] == predNames[p]);
        var aliases = gold.ConvertAll(a => JsonRows.Items(JsonRows.Field(a, "aliases")).Select(Folded).Where(n => n.Length > 0).ToHashSet(StringComparer.Ordinal));
        Take((g, p) => aliases[g].Contains(predNames[p]));

        var shares = new List<(double Share, int Gold, int Pred)>();
        foreach (var g in goldLeft)
        {
            var ours = Surfaces(gold[g]);
            foreach (var p in predLeft)
            {
                var theirs = Surfaces(pred[p]);
                var common = ours.Count(theirs.Contains);
                if (common > 0) shares.Add(((double)common / (ours.Count + theirs.Count - common), g, p));
            }
        }

        foreach (var (_, g, p) in shares.OrderByDescending(s => s.Share).ThenBy(s => s.Gold).ThenBy(s => s.Pred))
            if (goldLeft.Contains(g) && predLeft.Contains(p)) Pair(g, p);
        return pairs;

        void Take(Func<int, int, bool> matches)
        {
            foreach (var g in goldLeft.ToList())
                foreach (var p in predLeft)
                    if (matches(g, p))
                    {
                        Pair(g, p);
                        break;
                    }
        }

        void Pair(int g, int p)
        {
            pairs.Add((g, p));
            goldLeft.Remove(g);
            predLeft.Remove(p);
        }
    }

    private static string Name(JsonElement actor, bool required)
    {
        var name = JsonRows.Field(actor, "name");
        if (required && name.ValueKind == JsonValueKind.Undefined) throw new MalformedRecordException("an actor has no name");
        return Folded(name);
    }

    private static string Folded(JsonElement value) => Folding.Fold(JsonRows.TextOrNothing(value));

    private static HashSet<string> Surfaces(JsonElement actor)
    {
        var mentions = JsonRows.Items(JsonRows.Field(actor, "mentions")).Select(m => m.ValueKind == JsonValueKind.String ? m : JsonRows.Field(m, "text"));
        return [.. JsonRows.Items(JsonRows.Field(actor, "aliases")).Concat(mentions).Prepend(JsonRows.Field(actor, "name")).Select(Folded).Where(n => n.Length > 0)];
    }
}
