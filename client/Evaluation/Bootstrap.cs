namespace Simpul.Client.Evaluation;

/// <summary>
/// Intervals that hold 95 of 100 totals of resampled article sets: articles are drawn with replacement, since errors of one article
/// hang together. The same seed draws the same sets.
/// </summary>
internal sealed class Bootstrap
{
    /// <summary>Resampled sets by default.</summary>
    public const int DefaultSamples = 1000;

    private readonly int[][] samples;

    public Bootstrap(int articles, int seed, int count = DefaultSamples)
    {
        var random = new Random(seed);
        samples = new int[articles > 1 ? count : 0][];
        for (var s = 0; s < samples.Length; s++)
        {
            samples[s] = new int[articles];
            for (var a = 0; a < articles; a++) samples[s][a] = random.Next(articles);
        }
    }

    /// <summary>Of a facet's F1; null where one article says nothing of the spread.</summary>
    public (decimal Low, decimal High)? OfF1(IReadOnlyList<Counts> articles) => Interval(sample =>
    {
        var sum = default(Counts);
        foreach (var a in sample) sum += articles[a];
        return sum.Gold + sum.Pred == 0 ? null : sum.F;
    });

    /// <summary>Of an accuracy.</summary>
    public (decimal Low, decimal High)? OfAccuracy(IReadOnlyList<Share> articles) => Interval(sample =>
    {
        var sum = default(Share);
        foreach (var a in sample) sum += articles[a];
        return sum.Asked == 0 ? null : sum.Value;
    });

    private (decimal Low, decimal High)? Interval(Func<int[], double?> value)
    {
        var values = samples.Select(value).OfType<double>().Order().ToArray();
        if (values.Length == 0) return null;
        return (Rounding.Round(values[(int)(values.Length * 0.025)], 4), Rounding.Round(values[Math.Min(values.Length - 1, (int)Math.Ceiling(values.Length * 0.975) - 1)], 4));
    }
}
