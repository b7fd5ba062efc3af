using System.Runtime.Intrinsics;

namespace Simpul.Text.Training;

/// <summary>Clusters of unit vectors by the angle between them.</summary>
internal static class KMeans
{
    /// <summary>The cluster of each vector; the first vectors (the most frequent words) are the first centres.</summary>
    internal static int[] Run(float[] vectors, int dimensions, int clusters, int rounds, out float[] centres)
    {
        var count = vectors.Length / dimensions;
        clusters = Math.Min(clusters, count);
        for (var i = 0; i < count; i++) Normalise(vectors.AsSpan(i * dimensions, dimensions));
        // Every so-many-th vector: frequent and rare words alike.
        centres = new float[clusters * dimensions];
        for (var c = 0; c < clusters; c++)
            Array.Copy(vectors, (int)((long)c * Math.Min(count, clusters * 8) / clusters) * dimensions, centres, c * dimensions, dimensions);
        var assigned = new int[count];
        for (var round = 0; round < rounds; round++)
        {
            for (var i = 0; i < count; i++) assigned[i] = Nearest(vectors, i * dimensions, centres, dimensions);
            if (round + 1 == rounds) break;
            Array.Clear(centres);
            for (var i = 0; i < count; i++)
            {
                for (var d = 0; d < dimensions; d++) centres[(assigned[i] * dimensions) + d] += vectors[(i * dimensions) + d];
            }

            for (var c = 0; c < clusters; c++) Normalise(centres.AsSpan(c * dimensions, dimensions));
        }

        return assigned;
    }

    private static int Nearest(float[] vectors, int at, float[] centres, int dimensions)
    {
        var best = 0;
        var bestScore = float.NegativeInfinity;
        for (var c = 0; c < centres.Length; c += dimensions)
        {
            var sum = Vector512<float>.Zero;
            for (var d = 0; d < dimensions; d += 16)
                sum += Vector512.LoadUnsafe(ref vectors[at + d]) * Vector512.LoadUnsafe(ref centres[c + d]);
            var score = Vector512.Sum(sum);
            if (score <= bestScore) continue;
            bestScore = score;
            best = c / dimensions;
        }

        return best;
    }

    private static void Normalise(Span<float> v)
    {
        var sum = 0f;
        foreach (var x in v) sum += x * x;
        var scale = sum > 0 ? 1 / MathF.Sqrt(sum) : 0;
        foreach (ref var x in v) x *= scale;
    }
}
