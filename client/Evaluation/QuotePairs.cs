using System.Text.Json;

namespace Simpul.Client.Evaluation;

/// <summary>Pairs quotations one to one whose spans share at least half of their union.</summary>
internal static class QuotePairs
{
    public static List<(int Gold, int Pred)> Of(List<JsonElement> gold, List<JsonElement> pred)
    {
        var goldSpans = gold.ConvertAll(Span);
        var predSpans = pred.ConvertAll(Span);
        var near = new List<(double Share, int Gold, int Pred)>();
        for (var g = 0; g < gold.Count; g++)
            for (var p = 0; p < pred.Count; p++)
                if (Share(goldSpans[g], predSpans[p]) is >= 0.5 and var share) near.Add((share, g, p));

        var (goldUsed, predUsed) = (new bool[gold.Count], new bool[pred.Count]);
        var pairs = new List<(int, int)>();
        foreach (var (_, g, p) in near.OrderByDescending(n => n.Share).ThenBy(n => n.Gold).ThenBy(n => n.Pred))
        {
            if (goldUsed[g] || predUsed[p]) continue;
            goldUsed[g] = predUsed[p] = true;
            pairs.Add((g, p));
        }

        return pairs;
    }

    private static (int Start, int End)? Span(JsonElement quote) =>
        JsonRows.Whole(JsonRows.Field(quote, "start")) is { } start && JsonRows.Whole(JsonRows.Field(quote, "end")) is { } end ? (start, end) : null;

    private static double Share((int Start, int End)? first, (int Start, int End)? second)
    {
        if (first is not { } a || second is not { } b) return 0;
        var common = Math.Max(0, Math.Min(a.End, b.End) - Math.Max(a.Start, b.Start));
        return common / (double)Math.Max(1, Math.Max(a.End, b.End) - Math.Min(a.Start, b.Start));
    }
}
