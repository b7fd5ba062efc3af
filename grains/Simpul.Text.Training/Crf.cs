using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Simpul.Text.Tagger;

namespace Simpul.Text.Training;

/// <summary>How to train.</summary>
internal sealed record TrainingOptions
{
    public int Epochs { get; init; } = 30;
    public float Rate { get; init; } = 0.05f;
    public float Decay { get; init; } = 2e-4f;
    /// <summary>How fast a corpus learns weights of its own, against those that all share.</summary>
    public float OwnRate { get; init; } = 0.5f;
    public int LeastCount { get; init; } = 2;
    /// <summary>Share of tokens whose very word is hidden.</summary>
    public float HideWords { get; init; } = 0.3f;
    /// <summary>Share of windows whose names in the packs are hidden.</summary>
    public float HideNames { get; init; } = 0.3f;
    public int Seed { get; init; } = 1;
}

/// <summary>
/// A linear-chain conditional random field, trained by AdaGrad on the exact likelihood, its weights averaged over the later epochs.
/// Sixteen lanes a feature, thirteen of them labels. Each corpus has weights of its own beside those that all share, so that what
/// the corpora's guidelines disagree on stays out of what they have in common.
/// </summary>
internal sealed class Crf
{
    private const int Lanes = TaggerModel.Lanes;
    private const int Labels = TagLabel.Count;

    private readonly Dictionary<ulong, int> _index = [];
    private readonly int _corpora;
    private float[] _weights = [];
    private float[] _transitions = [];

    private Crf(int corpora) => _corpora = corpora;

    internal IReadOnlyDictionary<ulong, int> Index => _index;

    /// <summary>Weight of a feature for a label: what is shared and the corpora's own parts, each by its share.</summary>
    internal float Weight(int feature, int label, ReadOnlySpan<float> shares)
    {
        var weight = _weights[(feature * Lanes) + label];
        for (var c = 0; c < shares.Length; c++) weight += shares[c] * _weights[((((c + 1) * _index.Count) + feature) * Lanes) + label];
        return weight;
    }

    internal float Transition(int before, int after, ReadOnlySpan<float> shares)
    {
        var weight = _transitions[(before * Lanes) + after];
        for (var c = 0; c < shares.Length; c++) weight += shares[c] * _transitions[((((c + 1) * Labels) + before) * Lanes) + after];
        return weight;
    }

    internal static Crf Train(IReadOnlyList<(Window Window, float Weight, int Corpus)> windows, TrainingOptions options)
    {
        var crf = new Crf(windows.Max(w => w.Corpus) + 1);
        var counts = new Dictionary<ulong, int>();
        foreach (var (window, _, _) in windows)
        {
            foreach (var token in window.Features)
            {
                foreach (var f in token) CollectionsMarshal.GetValueRefOrAddDefault(counts, f.Key, out _)++;
            }
        }

        foreach (var (key, count) in counts)
        {
            if (count >= options.LeastCount) crf._index[key] = crf._index.Count;
        }

        crf.Learn([.. windows.Select(w => new Indexed(w.Window, crf._index, w.Weight, w.Corpus))], options);
        return crf;
    }

    // Features by index; hidden kinds beside them.
    private sealed class Indexed
    {
        internal readonly int[][] Features;
        internal readonly byte[][] Hidden;
        internal readonly byte[] Labels;
        internal readonly float Weight;
        internal readonly int Corpus;

        internal Indexed(Window window, Dictionary<ulong, int> index, float weight, int corpus)
        {
            Labels = window.Labels;
            Weight = weight;
            Corpus = corpus;
            Features = new int[window.Features.Length][];
            Hidden = new byte[window.Features.Length][];
            for (var t = 0; t < Features.Length; t++)
            {
                var known = window.Features[t].Where(f => index.ContainsKey(f.Key)).ToArray();
                Features[t] = [.. known.Select(f => index[f.Key])];
                Hidden[t] = [.. known.Select(f => f.Hidden)];
            }
        }
    }

    private void Learn(Indexed[] windows, TrainingOptions options)
    {
        _weights = new float[(_corpora + 1) * _index.Count * Lanes];
        _transitions = new float[(_corpora + 1) * Labels * Lanes];
        var combined = new float[Labels * Lanes];
        var squares = new float[_weights.Length];
        var sums = new float[_weights.Length];
        var transitionSquares = new float[_transitions.Length];
        var transitionSums = new float[_transitions.Length];
        for (var before = 0; before < Labels; before++)
        {
            for (var after = 0; after < Lanes; after++)
            {
                if (after >= Labels || !TagLabel.MayFollow((byte)before, (byte)after)) _transitions[(before * Lanes) + after] = float.NegativeInfinity;
            }
        }

        var random = new Random(options.Seed);
        var order = Enumerable.Range(0, windows.Length).ToArray();
        var averaged = 0;
        var longest = windows.Max(w => w.Labels.Length);
        var chain = new Chain(longest);
        var active = new List<int>[longest];
        for (var t = 0; t < longest; t++) active[t] = [];
        for (var epoch = 0; epoch < options.Epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var i in order)
            {
                var window = windows[i];
                var own = (window.Corpus + 1) * _index.Count * Lanes;
                var ownTransitions = (window.Corpus + 1) * Labels * Lanes;
                for (var j = 0; j < combined.Length; j++) combined[j] = _transitions[j] + _transitions[ownTransitions + j];
                var hideNames = random.NextSingle() < options.HideNames;
                for (var t = 0; t < window.Labels.Length; t++)
                {
                    var hideWord = random.NextSingle() < options.HideWords;
                    active[t].Clear();
                    for (var f = 0; f < window.Features[t].Length; f++)
                    {
                        var kind = window.Hidden[t][f];
                        if ((kind == Feature.Word && hideWord) || (kind == Feature.Name && hideNames)) continue;
                        active[t].Add(window.Features[t][f]);
                    }

                    var sum = Vector512<float>.Zero;
                    foreach (var f in active[t]) sum += Vector512.LoadUnsafe(ref _weights[f * Lanes]) + Vector512.LoadUnsafe(ref _weights[own + (f * Lanes)]);
                    chain.Scores[t] = sum;
                }

                chain.Run(window.Labels, combined);
                for (var t = 0; t < window.Labels.Length; t++)
                {
                    var gradient = chain.Gradients[t] * window.Weight;
                    foreach (var f in active[t])
                    {
                        Update(_weights, squares, f * Lanes, gradient, options.Rate, options.Decay);
                        Update(_weights, squares, own + (f * Lanes), gradient, options.Rate * options.OwnRate, options.Decay);
                    }
                }

                for (var label = 0; label < Labels; label++)
                {
                    var gradient = chain.TransitionGradients[label] * window.Weight;
                    Update(_transitions, transitionSquares, label * Lanes, gradient, options.Rate, 0);
                    Update(_transitions, transitionSquares, ownTransitions + (label * Lanes), gradient, options.Rate * options.OwnRate, 0);
                }
            }

            if (epoch * 2 < options.Epochs) continue;
            averaged++;
            for (var i = 0; i < sums.Length; i++) sums[i] += _weights[i];
            for (var i = 0; i < transitionSums.Length; i++) transitionSums[i] += _transitions[i];
        }

        for (var i = 0; i < sums.Length; i++) _weights[i] = sums[i] / averaged;
        for (var i = 0; i < transitionSums.Length; i++) _transitions[i] = transitionSums[i] / averaged;
    }

    private static void Update(float[] weights, float[] squares, int at, Vector512<float> gradient, float rate, float decay)
    {
        var w = Vector512.LoadUnsafe(ref weights[at]);
        var g = gradient + (w * decay);
        g = Vector512.ConditionalSelect(Vector512.Equals(g, g), g, Vector512<float>.Zero);
        var s = Vector512.LoadUnsafe(ref squares[at]) + (g * g);
        s.StoreUnsafe(ref squares[at]);
        (w - (g * rate / Vector512.Sqrt(s + Vector512.Create(1e-6f)))).StoreUnsafe(ref weights[at]);
    }

    /// <summary>Forward and backward sums over one window, scaled at each step.</summary>
    private sealed class Chain(int longest)
    {
        internal readonly Vector512<float>[] Scores = new Vector512<float>[longest];
        internal readonly Vector512<float>[] Gradients = new Vector512<float>[longest];
        internal readonly Vector512<float>[] TransitionGradients = new Vector512<float>[Labels];
        private readonly Vector512<float>[] _forward = new Vector512<float>[longest];
        private readonly Vector512<float>[] _backward = new Vector512<float>[longest];
        private readonly Vector512<float>[] _after = new Vector512<float>[Labels];
        private static readonly Vector512<float> Possible = Vector512.Create(1f, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0);
        private static readonly Vector512<float> Ending = EndingLabels();

        internal void Run(byte[] gold, float[] transitions)
        {
            var n = gold.Length;
            for (var label = 0; label < Labels; label++)
            {
                _after[label] = Vector512.Exp(Vector512.LoadUnsafe(ref transitions[label * Lanes]));
                TransitionGradients[label] = Vector512<float>.Zero;
            }

            for (var t = 0; t < n; t++)
            {
                var top = float.NegativeInfinity;
                for (var label = 0; label < Labels; label++) top = Math.Max(top, Scores[t][label]);
                Scores[t] = Vector512.Exp(Scores[t] - Vector512.Create(top)) * Possible;
            }

            _forward[0] = Scaled(_after[TagLabel.Outside] * Scores[0]);
            for (var t = 1; t < n; t++)
            {
                var sum = Vector512<float>.Zero;
                for (var label = 0; label < Labels; label++) sum += _after[label] * _forward[t - 1][label];
                _forward[t] = Scaled(sum * Scores[t]);
            }

            _backward[n - 1] = Ending;
            for (var t = n - 2; t >= 0; t--)
            {
                var next = Scores[t + 1] * _backward[t + 1];
                var sum = Vector512<float>.Zero;
                for (var label = 0; label < Labels; label++) sum = sum.WithElement(label, Vector512.Sum(_after[label] * next));
                _backward[t] = Scaled(sum);
                // Expected transitions less the one in the gold.
                var total = 0f;
                for (var label = 0; label < Labels; label++) total += _forward[t][label] * sum[label];
                for (var label = 0; label < Labels; label++)
                    TransitionGradients[label] += _after[label] * next * (_forward[t][label] / total);
                TransitionGradients[gold[t]] -= One(gold[t + 1]);
            }

            for (var t = 0; t < n; t++) Gradients[t] = Scaled(_forward[t] * _backward[t]) - One(gold[t]);
            TransitionGradients[TagLabel.Outside] += Gradients[0];
        }

        private static Vector512<float> Scaled(Vector512<float> v) => v * (1 / Math.Max(Vector512.Sum(v), 1e-30f));

        private static Vector512<float> One(int label) => Vector512<float>.Zero.WithElement(label, 1);

        private static Vector512<float> EndingLabels()
        {
            var ending = Vector512<float>.Zero;
            for (byte label = 0; label < Labels; label++)
            {
                if (TagLabel.Ends(label)) ending = ending.WithElement(label, 1);
            }

            return ending;
        }
    }
}
