using Simpul.Text;

namespace Simpul.Client.Evaluation;

/// <summary>Kinds of wrong and missing events: what the closest thing on the other side is.</summary>
internal static class EventErrors
{
    public const string Reversed = "source and target swapped";
    public const string OtherType = "other type of the same class";
    public const string OtherQuad = "other class between the same parties";
    public const string OnlyHypothetical = "hypothetical on the other side";
    public const string OtherPartner = "same type, one party differs";
    public const string UnknownParty = "a party is not in the record";
    public const string Alone = "nothing like it on the other side";

    /// <summary>All, from the closest to the farthest.</summary>
    public static IReadOnlyList<string> All { get; } = [OnlyHypothetical, Reversed, OtherType, OtherQuad, OtherPartner, UnknownParty, Alone];

    /// <summary>Why gold's event is not among those said.</summary>
    public static string OfMissed(EventKey missed, ArticleComparison article)
    {
        var known = article.ActorPairs.Select(p => JsonRows.Key(JsonRows.Field(article.GoldActors[p.Gold], "id"))).OfType<string>().Select(id => "actor:" + id)
            .Concat(JsonRows.Rows(article.Pred, "countries").Select(c => JsonRows.Key(JsonRows.Field(c, "code"))).OfType<string>())
            .Concat(article.PredActors.Select(a => JsonRows.Key(JsonRows.Field(a, "country"))).OfType<string>())
            .ToHashSet(StringComparer.Ordinal);
        var close = Closest(missed, article.PredEvents);
        return close == Alone && !(known.Contains(missed.Source) && known.Contains(missed.Target)) ? UnknownParty : close;
    }

    /// <summary>What gold has instead of an event that was said.</summary>
    public static string OfExtra(EventKey extra, ArticleComparison article) =>
        Closest(extra, article.GoldEvents) is var close && close == Alone && (extra.Source + extra.Target).Contains("unpaired:", StringComparison.Ordinal) ? UnknownParty : close;

    private static string Closest(EventKey key, EventKeys others)
    {
        if (others.Hypothetical.Contains(key)) return OnlyHypothetical;
        if (others.Types.ContainsKey(new EventKey(key.Target, key.Source, key.Type))) return Reversed;
        if (others.Quads.Contains(key.Quad)) return OtherType;
        if (others.Pairs.Contains(key.Pair)) return OtherQuad;
        foreach (var other in others.Types.Keys)
        {
            if (other.Type == key.Type && (other.Source == key.Source || other.Target == key.Target || (key.Type.IsMutual() && (other.Source == key.Target || other.Target == key.Source))))
                return OtherPartner;
        }

        return Alone;
    }
}
