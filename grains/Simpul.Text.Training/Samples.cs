using Simpul.Text.Packs;
using Simpul.Text.Tagger;
using Simpul.Text.Tokens;

namespace Simpul.Text.Training;

/// <summary>A feature of a token: its key and what hides it at times while training.</summary>
internal readonly record struct Feature(ulong Key, byte Hidden)
{
    internal const byte Never = 0;
    /// <summary>Names the very word: hidden so that context, shape and clusters are learned as well.</summary>
    internal const byte Word = 1;
    /// <summary>A name in the packs: hidden since no list is complete.</summary>
    internal const byte Name = 2;
}

/// <summary>A window of a sentence as the tagger sees it: features and label of each token.</summary>
internal sealed record Window(Feature[][] Features, byte[] Labels);

/// <summary>Makes windows of labelled sentences by the very code that reads articles.</summary>
internal sealed class Samples(Pack pack, TaggerWords words)
{
    private readonly Workspace _w = new();

    internal List<Window> Of(IEnumerable<GoldSentence> sentences)
    {
        var windows = new List<Window>();
        foreach (var gold in sentences) Add(gold, windows);
        return windows;
    }

    private void Add(GoldSentence gold, List<Window> windows)
    {
        var w = _w;
        w.Begin(new Article("", gold.Text, Language: "id"), pack);
        ArticleReader.LayOut(w, pack);
        var typeAt = new int[gold.Starts.Length];
        for (var n = 0; n < gold.Names.Length; n++) Array.Fill(typeAt, n + 1, gold.Names[n].From, gold.Names[n].To - gold.Names[n].From);
        foreach (var sentence in w.Sentences.Items)
        {
            if (TaggerStage.IsShouted(w, sentence)) continue;
            for (var t = sentence.TokenFrom; t < sentence.TokenTo;)
            {
                var (from, to) = TaggerStage.NextWindow(w.Tokens.Items, t, sentence.TokenTo);
                if (from == to) break;
                var name = new int[to - from];
                for (var i = from; i < to; i++) name[i - from] = typeAt[gold.TokenAt(w.Tokens[i].Start)];
                windows.Add(new Window(Features(sentence, from, to), Labels(name, gold)));
                t = to;
            }
        }
    }

    private static byte[] Labels(int[] name, GoldSentence gold)
    {
        var labels = new byte[name.Length];
        for (var i = 0; i < name.Length; i++)
        {
            if (name[i] == 0) continue;
            var type = gold.Names[name[i] - 1].Type;
            var starts = i == 0 || name[i - 1] != name[i];
            var ends = i + 1 == name.Length || name[i + 1] != name[i];
            labels[i] = starts ? ends ? TagLabel.Single(type) : TagLabel.Begin(type) : ends ? TagLabel.End(type) : TagLabel.Inside(type);
        }

        return labels;
    }

    private Feature[][] Features(in SentenceSpan sentence, int from, int to)
    {
        var w = _w;
        var features = new Feature[to - from][];
        var list = new List<Feature>();
        Span<ulong> keys = stackalloc ulong[TagFeatures.Most];
        var meanings = new uint[sentence.TokenTo - sentence.TokenFrom];
        TagFeatures.Meanings(w, sentence.TokenFrom, sentence.TokenTo, sentence.Language, meanings);
        int runFrom = 0, runTo = 0;
        for (var t = from; t < to; t++)
        {
            if (t >= runTo) (runFrom, runTo) = WindowScores.RunAt(w.Tokens.Items, t, to);
            list.Clear();
            var here = Traits(t, sentence);
            var before = Traits(t - 1, sentence);
            var after = Traits(t + 1, sentence);
            var opening = w.Tokens[t].Is(Shape.Opening);
            var look = opening ? WindowScores.Opened(here.Look) : here.Look;
            AddWord(list, here, Position.Here);
            AddWord(list, before, Position.Before);
            AddWord(list, after, Position.After);
            AddWord(list, Traits(t - 2, sentence), Position.SecondBefore);
            AddWord(list, Traits(t + 2, sentence), Position.SecondAfter);
            if (opening) AddWord(list, here, Position.Opening);
            if (runFrom >= 0)
            {
                AddWord(list, Traits(runFrom - 1, sentence), Position.RunBefore);
                AddWord(list, Traits(runTo, sentence), Position.RunAfter);
                if (t > runFrom) AddWord(list, Traits(runFrom, sentence), Position.RunFirst);
            }

            var n = TagFeatures.OfLooks(WindowScores.LookOf(w, before, t - 1, sentence), look, after.Look, keys);
            foreach (var key in keys[..n]) list.Add(new Feature(key, Feature.Never));
            n = TagFeatures.OfNeighbours(before, here, look, after, keys);
            foreach (var key in keys[..n]) list.Add(new Feature(key, Feature.Never));
            for (var place = 0; place < 3; place++)
            {
                var at = t - 1 + place - sentence.TokenFrom;
                // The tagger looks no further than one token beyond the window.
                if ((uint)at >= (uint)meanings.Length) continue;
                for (var bits = meanings[at]; bits != 0;)
                {
                    var bit = TagFeatures.Next(ref bits);
                    list.Add(new Feature(TagFeatures.OfMeaning(place, bit), (TagFeatures.NameMeanings >> bit & 1) != 0 ? Feature.Name : Feature.Never));
                }
            }

            features[t - from] = [.. list];
        }

        return features;
    }

    private WordTraits Traits(int t, in SentenceSpan sentence) =>
        t < sentence.TokenFrom || t >= sentence.TokenTo ? WordTraits.Edge : WordTraits.Of(_w.Text, _w.Tokens[t], words);

    private static void AddWord(List<Feature> list, in WordTraits traits, Position position)
    {
        Span<ulong> keys = stackalloc ulong[TagFeatures.Most];
        var n = TagFeatures.OfWord(traits, position, keys, out var lexical);
        var hides = position is Position.Here or Position.Opening or Position.RunFirst;
        for (var i = 0; i < n; i++) list.Add(new Feature(keys[i], hides && i < lexical ? Feature.Word : Feature.Never));
    }
}
