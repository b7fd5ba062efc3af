using System.Diagnostics;
using Simpul.Text.Packs;
using Simpul.Text.Tagger;

namespace Simpul.Text.Training;

/// <summary>What the trainer can be asked for.</summary>
internal static class Commands
{
    private const int WordEpochs = 5;

    private static readonly Pack Pack = new(PackFiles.Embedded());

    internal static int Help()
    {
        Console.WriteLine("""
            words  DATA WORDS         computes word clusters from the news under DATA
            report DATA WORDS         F1 within and across corpora
            train  DATA WORDS MODEL   trains the weights that ship and writes them
            Options: --seed N --epochs N --rate X --decay X --least N --hide-words X --hide-names X
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
        var (d, s) = (run.Corpora, run);
        foreach (var name in d.Keys) s.Score(name, [(d[name].Train, 1)], name);
        Console.WriteLine("across corpora");
        s.Score("idner -> nerui", [(d["idner"].Train, 1)], "nerui");
        s.Score("nerui -> idner", [(d["nerui"].Train, 1)], "idner");
        s.Score("nergrit -> idner", [(d["nergrit"].Train, 1)], "idner");
        s.Score("nergrit -> nerui", [(d["nergrit"].Train, 1)], "nerui");
        s.Score("idner + nerui -> nergrit", [(d["idner"].Train, 1), (d["nerui"].Train, 1)], "nergrit");
        s.Score("idner + nerui -> both", [(d["idner"].Train, 1), (d["nerui"].Train, 1)], "idner", "nerui", "nergrit");
        return 0;
    }

    internal static int Train(string data, string words, string model, TrainingOptions options)
    {
        var run = new Run(data, words, options);
        var bytes = run.Score("shipped", [(run.Corpora["idner"].Train, 1), (run.Corpora["nerui"].Train, 1)], "idner", "nerui", "nergrit");
        File.WriteAllBytes(model, bytes);
        return 0;
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

        internal byte[] Score(string title, (List<GoldSentence> Sentences, float Weight)[] train, params string[] dev)
        {
            var clock = Stopwatch.StartNew();
            // Corpora share sentences: none that is scored may be learned from.
            var held = dev.SelectMany(d => Corpora[d].Dev).Select(s => s.Letters).ToHashSet(StringComparer.Ordinal);
            var windows = new List<(Window, float)>();
            foreach (var (sentences, weight) in train)
                windows.AddRange(_samples.Of(sentences.Where(s => !held.Contains(s.Letters))).Select(w => (w, weight)));
            var crf = Crf.Train(windows, _options);
            var bytes = ModelWriter.Write(crf, _words, out var features);
            var model = new TaggerModel(bytes);
            foreach (var name in dev) Scoring.Print($"{title} on {name}", _scoring.Score(model, Corpora[name].Dev));
            Console.WriteLine($"    {windows.Count} windows, {features} of {crf.Index.Count} features, {bytes.Length} bytes, {clock.Elapsed.TotalSeconds:f1} s");
            return bytes;
        }
    }
}
