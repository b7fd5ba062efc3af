using System.Runtime.InteropServices;
using Simpul.Text.Packs;
using Simpul.Text.Tagger;
using Simpul.Text.Tokens;

namespace Simpul.Text.Training;

/// <summary>Computes clusters and case of words from raw news.</summary>
internal static class WordBuilder
{
    private const int LeastCount = 6;
    private const int Fine = 1023;
    private const int Middle = 255;
    private const int Coarse = 63;

    private record struct Count(int All, int Inside, int Capital, int AllCaps);

    internal static byte[] Build(Pack pack, IEnumerable<Article> articles, int epochs, int seed)
    {
        var stream = new List<ulong>();
        var counts = new Dictionary<ulong, Count>();
        var w = new Workspace();
        foreach (var article in articles)
        {
            w.Begin(article, pack);
            ArticleReader.LayOut(w, pack);
            foreach (ref readonly var sentence in w.Sentences.Items)
            {
                var shouted = TaggerStage.IsShouted(w, sentence);
                for (var t = sentence.TokenFrom; t < sentence.TokenTo; t++)
                {
                    ref readonly var token = ref w.Tokens[t];
                    var word = WordTraits.Of(w.Text, token, TaggerWords.None).Word;
                    stream.Add(word);
                    ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, word, out _);
                    count.All++;
                    if (!token.Is(Shape.Word) || token.Is(Shape.Opening) || shouted || sentence.IsHeading) continue;
                    count.Inside++;
                    if (token.Is(Shape.Capital)) count.Capital++;
                    if (token.Is(Shape.AllCaps)) count.AllCaps++;
                }

                stream.Add(0);
            }
        }

        var vocabulary = counts.Where(c => c.Value.All >= LeastCount && c.Key != 0).OrderByDescending(c => c.Value.All).ThenBy(c => c.Key).ToArray();
        var index = new Dictionary<ulong, int>();
        foreach (var (word, _) in vocabulary) index[word] = index.Count;
        // Rare words are left out of the stream, sentences end at -1.
        var indices = stream.Where(s => s == 0 || index.ContainsKey(s)).Select(s => s == 0 ? -1 : index[s]).ToArray();
        Console.WriteLine($"{stream.Count} tokens, {index.Count} words");
        var vectors = SkipGram.Train(indices, [.. vocabulary.Select(v => v.Value.All)], epochs, seed);
        var fine = KMeans.Run(vectors, SkipGram.Dimensions, Fine, 12, out var centres);
        var middle = KMeans.Run((float[])centres.Clone(), SkipGram.Dimensions, Middle, 20, out var middleCentres);
        var coarse = KMeans.Run(middleCentres, SkipGram.Dimensions, Coarse, 20, out _);
        return Bytes(vocabulary, fine, middle, coarse);
    }

    // Cluster 0 is that of unknown words.
    private static byte[] Bytes(KeyValuePair<ulong, Count>[] vocabulary, int[] fine, int[] middle, int[] coarse)
    {
        var rows = vocabulary.Select((v, i) => (Key: TaggerWords.KeyOf(v.Key), Cluster: (ushort)(fine[i] + 1), Case: CaseOf(v.Value), v.Value.All))
            .GroupBy(r => r.Key).Select(g => g.MaxBy(r => r.All)).OrderBy(r => r.Key).ToArray();
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        TaggerWords.Write(writer, [.. rows.Select(r => r.Key)], [.. rows.Select(r => r.Cluster)], [.. rows.Select(r => r.Case)],
            [0, .. middle.Select(m => (ushort)(m + 1))], [0, .. middle.Select(m => (ushort)(coarse[m] + 1))]);
        return bytes.ToArray();
    }

    private static byte CaseOf(Count count)
    {
        if (count.Inside < 3) return 0;
        var share = (double)count.Capital / count.Inside;
        var step = share < 0.02 ? 1 : share < 0.1 ? 2 : share < 0.3 ? 3 : share < 0.6 ? 4 : share < 0.85 ? 5 : share < 0.97 ? 6 : 7;
        return (byte)(step + (count.AllCaps * 2 > count.Inside ? 8 : 0));
    }
}
