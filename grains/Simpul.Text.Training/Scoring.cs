using Simpul.Text.Packs;
using Simpul.Text.Tagger;

namespace Simpul.Text.Training;

/// <summary>How many names of a kind were right, said and wanted.</summary>
internal record struct Tally(int Right, int Said, int Wanted)
{
    public readonly double Precision => Said == 0 ? 0 : (double)Right / Said;

    public readonly double Recall => Wanted == 0 ? 0 : (double)Right / Wanted;

    public readonly double F1 => Right == 0 ? 0 : 2.0 * Right / (Said + Wanted);
}

/// <summary>Exact span and type, over the tagger itself with its frozen weights.</summary>
internal sealed class Scoring(Pack pack)
{
    private readonly Workspace _w = new();

    /// <summary>The tally of all names, then of persons, organisations and places.</summary>
    internal Tally[] Score(TaggerModel model, IEnumerable<GoldSentence> sentences)
    {
        var tallies = new Tally[4];
        foreach (var gold in sentences)
        {
            var said = Names(model, gold);
            foreach (var type in new[] { TagType.None, TagType.Person, TagType.Organisation, TagType.Place })
            {
                var s = said.Where(n => type == TagType.None || n.Type == type).ToHashSet();
                var g = gold.Names.Where(n => type == TagType.None || n.Type == type).ToHashSet();
                tallies[(int)type].Said += s.Count;
                tallies[(int)type].Wanted += g.Count;
                s.IntersectWith(g);
                tallies[(int)type].Right += s.Count;
            }
        }

        return tallies;
    }

    internal List<GoldName> Names(TaggerModel model, GoldSentence gold)
    {
        _w.Begin(new Article("", gold.Text, Language: "id"), pack);
        ArticleReader.LayOut(_w, pack);
        TaggerStage.Run(_w, model);
        var names = new List<GoldName>();
        for (var t = 0; t < _w.Tokens.Count; t++)
        {
            if (!TagLabel.Starts(_w.Tags[t])) continue;
            var end = t;
            while (!TagLabel.Ends(_w.Tags[end])) end++;
            names.Add(new GoldName(gold.TokenAt(_w.Tokens[t].Start), gold.TokenAt(_w.Tokens[end].End - 1) + 1, TagLabel.TypeOf(_w.Tags[t])));
            t = end;
        }

        return names;
    }

    internal static void Print(string name, Tally[] t) => Console.WriteLine(FormattableString.Invariant(
        $"{name,-44} P {t[0].Precision:f4} R {t[0].Recall:f4} F1 {t[0].F1:f4}   PER {t[1].F1:f3} ORG {t[2].F1:f3} LOC {t[3].F1:f3}   {t[0].Wanted} names"));
}
