using System.Runtime.Intrinsics;

namespace Simpul.Text.Training;

/// <summary>Word vectors of 64 dimensions by skip-gram with negative samples; one thread, so that a seed gives one result.</summary>
internal sealed class SkipGram
{
    internal const int Dimensions = 64;
    private const int Window = 4;
    private const int Negatives = 5;
    private const double Subsample = 3e-4;
    private const float FirstRate = 0.04f;

    /// <param name="stream">Indices of words in the order of the text, -1 between sentences and for rare words.</param>
    /// <param name="counts">How often each word occurs.</param>
    /// <param name="epochs">Passes over the stream.</param>
    /// <param name="seed">Seed of all chance.</param>
    internal static float[] Train(int[] stream, int[] counts, int epochs, int seed)
    {
        var random = new Random(seed);
        var words = new float[counts.Length * Dimensions];
        var contexts = new float[counts.Length * Dimensions];
        for (var i = 0; i < words.Length; i++) words[i] = (random.NextSingle() - 0.5f) / Dimensions;
        var total = counts.Sum(c => (double)c);
        var keep = counts.Select(c => (float)Math.Min(1, Math.Sqrt(Subsample * total / c) + (Subsample * total / c))).ToArray();
        var table = NegativeTable(counts);
        var sigmoid = Enumerable.Range(0, 1024).Select(i => 1 / (1 + MathF.Exp(-(i - 512) / 64f))).ToArray();
        var sentence = new List<int>();
        var steps = 0L;
        var all = (long)epochs * stream.Length;
        Span<Vector512<float>> delta = stackalloc Vector512<float>[Dimensions / 16];
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            for (var i = 0; i < stream.Length; i++)
            {
                steps++;
                if (stream[i] >= 0)
                {
                    if (random.NextSingle() < keep[stream[i]]) sentence.Add(stream[i]);
                    if (i + 1 < stream.Length) continue;
                }

                var rate = FirstRate * Math.Max(0.02f, 1 - ((float)steps / all));
                for (var c = 0; c < sentence.Count; c++)
                {
                    var reach = random.Next(1, Window + 1);
                    for (var o = Math.Max(0, c - reach); o <= Math.Min(sentence.Count - 1, c + reach); o++)
                    {
                        if (o == c) continue;
                        ref var word = ref words[sentence[c] * Dimensions];
                        delta.Clear();
                        for (var n = 0; n <= Negatives; n++)
                        {
                            var target = n == 0 ? sentence[o] : table[random.Next(table.Length)];
                            if (n > 0 && target == sentence[o]) continue;
                            ref var context = ref contexts[target * Dimensions];
                            var dot = Vector512<float>.Zero;
                            for (var d = 0; d < delta.Length; d++) dot += Vector512.LoadUnsafe(ref word, (nuint)d * 16) * Vector512.LoadUnsafe(ref context, (nuint)d * 16);
                            var score = Vector512.Sum(dot);
                            var g = ((n == 0 ? 1 : 0) - sigmoid[Math.Clamp((int)(score * 64) + 512, 0, 1023)]) * rate;
                            for (var d = 0; d < delta.Length; d++)
                            {
                                var v = Vector512.LoadUnsafe(ref context, (nuint)d * 16);
                                delta[d] += v * g;
                                (v + (Vector512.LoadUnsafe(ref word, (nuint)d * 16) * g)).StoreUnsafe(ref context, (nuint)d * 16);
                            }
                        }

                        for (var d = 0; d < delta.Length; d++) (Vector512.LoadUnsafe(ref word, (nuint)d * 16) + delta[d]).StoreUnsafe(ref word, (nuint)d * 16);
                    }
                }

                sentence.Clear();
            }
        }

        return words;
    }

    private static int[] NegativeTable(int[] counts)
    {
        var table = new int[1 << 20];
        var sum = counts.Sum(c => Math.Pow(c, 0.75));
        var word = 0;
        var upTo = Math.Pow(counts[0], 0.75) / sum;
        for (var i = 0; i < table.Length; i++)
        {
            while ((double)i / table.Length > upTo && word + 1 < counts.Length) upTo += Math.Pow(counts[++word], 0.75) / sum;
            table[i] = word;
        }

        return table;
    }
}
