using System.Diagnostics;
using Simpul.Text.Packs;
using Simpul.Text.Tagger;

namespace Simpul.Text.Training;

/// <summary>What the trainer can be asked for.</summary>
internal static class Commands
{
    private const int WordEpochs = 5;

    // What hidden articles are nearest to; the others help only through what all have in common.
    private static readonly string[] Shipped = ["idner", "nerui", "nergrit", "ugm"];
    private static readonly float[] ShippedShares = [0.5f, 0.5f];

    private static readonly Pack Pack = new(PackFiles.Embedded());

    internal static int Help()
    {
        Console.WriteLine("""
            words  DATA WORDS         computes word clusters from the news under DATA
            report DATA WORDS         F1 within and across corpora
            train  DATA WORDS MODEL   trains the weights that ship and writes them
            speed  DATA               words a second of the tagger alone, with the weights that ship
            Options: --seed N --epochs N --rate X --decay X --least N --hide-words X --hide-names X --own-rate X
            """);
        return 2;
    }

    internal static int Words(string data, string file, TrainingOptions options)
    {
        var clock = Stopwatch.StartNew();
        var articles = NewsText.Read(Path.Combine(data, "news-id")).Concat(NewsText.Read(Path.Combine(data, "news-en")));
        File.WriteAllBytes(file, WordBuilder.Build(Pack, articles, WordEpochs, options.Seed));
        Console.WriteLine($"{new FileInfo(file).Length} bytes, {clock.Elapsed.TotalSeconds:f0} s");
        return 0;
    }

    internal static int Report(string data, string words, TrainingOptions options)
    {
        var run = new Run(data, words, options);
        string[] all = [.. run.Corpora.Keys];
        Console.WriteLine("each corpus alone");
        foreach (var name in all) run.Score(name, [name], [1], name);
        Console.WriteLine("each corpus with the help of the others");
        foreach (var name in all) run.Score($"all for {name}", [name, .. all.Where(n => n != name)], [1], name);
        Console.WriteLine("across corpora");
        run.Score("idner", ["idner"], [1], "nerui", "nergrit");
        run.Score("nerui", ["nerui"], [1], "idner", "nergrit");
        run.Score("nergrit", ["nergrit"], [1], "idner", "nerui");
        run.Score("idner + nerui", ["idner", "nerui"], [0.5f, 0.5f], "nergrit");
        run.Score("idner + nerui + ugm", ["idner", "nerui", "ugm"], [0.5f, 0.5f], "nergrit");
        run.Score("idner + nergrit", ["idner", "nergrit"], [0.5f, 0.5f], "nerui");
        run.Score("idner + nergrit + ugm", ["idner", "nergrit", "ugm"], [0.5f, 0.5f], "nerui");
        run.Score("nerui + nergrit", ["nerui", "nergrit"], [0.5f, 0.5f], "idner");
        return 0;
    }

    internal static int Train(string data, string words, string model, TrainingOptions options)
    {
        var run = new Run(data, words, options);
        File.WriteAllBytes(model, run.Score("shipped", Shipped, ShippedShares, "idner", "nerui", "nergrit", "ugm"));
        return 0;
    }

    internal static int Speed(string data)
    {
        // Time of the processor, not of the clock: other programs take turns.
        var load = Environment.CpuUsage.TotalTime;
        var model = TaggerModel.Default;
        Console.WriteLine(FormattableString.Invariant($"loaded in {(Environment.CpuUsage.TotalTime - load).TotalMilliseconds:f0} ms"));
        // Laid out once, then tagged again and again in one workspace, all but the cost of other stages' caches.
        var scores = new WordScores();
        var articles = NewsText.Read(Path.Combine(data, "news-id")).Where((_, i) => i % 8 == 0).Select(a => LaidOut(a, scores)).ToArray();
        var words = articles.Sum(a => a.Tokens.Items.ToArray().Count(t => t.Is(Tokens.Shape.Word | Tokens.Shape.Number)));
        for (var pass = 0; pass < 5; pass++)
        {
            var start = Environment.CpuUsage.TotalTime;
            foreach (var w in articles) TaggerStage.Run(w, model);
            var seconds = (Environment.CpuUsage.TotalTime - start).TotalSeconds;
            Console.WriteLine(FormattableString.Invariant($"{words} words, {words / seconds / 1e6:f2} M words/s"));
        }

        return 0;
    }

    private static Workspace LaidOut(Article article, WordScores scores)
    {
        var w = new Workspace(scores);
        w.Begin(article, Pack);
        ArticleReader.LayOut(w, Pack);
        return w;
    }

    /// <summary>The corpora in hand and what is trained and scored on them.</summary>
    private sealed class Run
    {
        private readonly TrainingOptions _options;
        private readonly byte[] _words;
        private readonly Samples _samples;
        private readonly Scoring _scoring = new(Pack);

        internal Run(string data, string words, TrainingOptions options)
        {
            _options = options;
            _words = File.ReadAllBytes(words);
            _samples = new Samples(Pack, TaggerWords.Read(_words, out _));
            List<GoldSentence> Read(string folder, string file) => Corpus.Read(Path.Combine(data, folder, file));
            Corpora["idner"] = (Read("ner-id-idner-news-2k", "train.txt"), Read("ner-id-idner-news-2k", "dev.txt"));
            Corpora["nerui"] = (Read("ner-id-nerui", "train.01.tsv"), Read("ner-id-nerui", "dev.01.tsv"));
            Corpora["nergrit"] = (Read("ner-id-nergrit", "train_preprocess.txt"), Read("ner-id-nergrit", "valid_preprocess.txt"));
            var ugm = Read("ner-id-nerugm", "nerugm.tsv");
            Corpora["ugm"] = ([.. ugm.Where((_, i) => i % 5 != 0)], [.. ugm.Where((_, i) => i % 5 == 0)]);
        }

        internal Dictionary<string, (List<GoldSentence> Train, List<GoldSentence> Dev)> Corpora { get; } = [];

        /// <summary>Trains on corpora, scores on the held parts of others, answers the weights.</summary>
        /// <param name="title">What to call it.</param>
        /// <param name="train">Corpora to learn from.</param>
        /// <param name="shares">How much of each corpus's own weights the tagger takes beside what all share.</param>
        /// <param name="dev">Corpora whose held parts are scored.</param>
        internal byte[] Score(string title, string[] train, float[] shares, params string[] dev)
        {
            var clock = Stopwatch.StartNew();
            // Corpora share sentences: none that is scored may be learned from.
            var held = dev.SelectMany(d => Corpora[d].Dev).Select(s => s.Letters).ToHashSet(StringComparer.Ordinal);
            var windows = new List<(Window, float, int)>();
            for (var c = 0; c < train.Length; c++)
            {
                var corpus = c;
                windows.AddRange(_samples.Of(Corpora[train[c]].Train.Where(s => !held.Contains(s.Letters))).Select(w => (w, 1f, corpus)));
            }

            var crf = Crf.Train(windows, _options);
            var bytes = ModelWriter.Write(crf, shares, _words, out var features);
            var model = new TaggerModel(bytes);
            foreach (var name in dev) Scoring.Print($"{title} on {name}", _scoring.Score(model, Corpora[name].Dev));
            Console.WriteLine($"    {windows.Count} windows, {features} of {crf.Index.Count} features, {bytes.Length} bytes, {clock.Elapsed.TotalSeconds:f1} s");
            return bytes;
        }
    }
}
