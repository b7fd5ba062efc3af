namespace Simpul.Client.Evaluation;

/// <summary>What is scored, in the order of the report.</summary>
internal enum Facet
{
    Actors,
    Countries,
    CountryMentions,
    EventPairs,
    EventQuads,
    EventTypes,
    Quotes,
    Dates,
    Amounts,
}

/// <summary>What is asked of things that were found.</summary>
internal enum Question
{
    ActorCountry,
    Speaker,
    Status,
}

/// <summary>Names of facets and questions in output.</summary>
internal static class Facets
{
    public static IReadOnlyList<Facet> All { get; } = Enum.GetValues<Facet>();

    public static IReadOnlyList<Question> Questions { get; } = Enum.GetValues<Question>();

    public static string Name(this Facet facet) => facet switch
    {
        Facet.CountryMentions => "country_mentions",
        Facet.EventPairs => "event_pairs",
        Facet.EventQuads => "event_quads",
        Facet.EventTypes => "event_types",
        _ => facet.ToString().ToLowerInvariant(),
    };

    public static string Name(this Question question) => question switch
    {
        Question.ActorCountry => "actor_country_accuracy",
        Question.Speaker => "speaker_accuracy",
        _ => "status_accuracy",
    };
}

/// <summary>Hits among what gold has and what was said.</summary>
internal readonly record struct Counts(int Hits, int Gold, int Pred)
{
    public static Counts operator +(Counts a, Counts b) => new(a.Hits + b.Hits, a.Gold + b.Gold, a.Pred + b.Pred);

    private double P => Pred > 0 ? (double)Hits / Pred : 0;

    private double R => Gold > 0 ? (double)Hits / Gold : 0;

    public decimal Precision => Rounding.Round(P, 4);

    public decimal Recall => Rounding.Round(R, 4);

    public decimal F1 => Rounding.Round(F, 4);

    /// <summary>F1, or null where neither side has anything.</summary>
    public decimal? Known => Gold + Pred > 0 ? F1 : null;

    public double F => P + R > 0 ? 2 * P * R / (P + R) : 0;

    /// <summary>Hits among equal items, each as often as both sides have it.</summary>
    public static Counts Of<T>(IReadOnlyCollection<T> gold, IReadOnlyCollection<T> pred) where T : notnull
    {
        var left = new Dictionary<T, int>();
        foreach (var item in gold) left[item] = left.GetValueOrDefault(item) + 1;
        var hits = 0;
        foreach (var item in pred)
        {
            if (left.GetValueOrDefault(item) == 0) continue;
            left[item]--;
            hits++;
        }

        return new Counts(hits, gold.Count, pred.Count);
    }
}

/// <summary>Right answers among those asked for.</summary>
internal readonly record struct Share(int Right, int Asked)
{
    public static Share operator +(Share a, Share b) => new(a.Right + b.Right, a.Asked + b.Asked);

    public decimal? Accuracy => Asked > 0 ? Rounding.Round(Value, 4) : null;

    public double Value => Asked > 0 ? (double)Right / Asked : 0;
}
