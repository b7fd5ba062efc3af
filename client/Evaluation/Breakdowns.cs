using System.Text.Json;
using Simpul.Text;

namespace Simpul.Client.Evaluation;

/// <summary>How often the events of one trigger row are right.</summary>
internal sealed record TriggerRow(string Rule, int Events, int RightTypes, int RightQuads, int RightPairs, decimal MeanConfidence);

/// <summary>How often what was said with a confidence is right.</summary>
internal sealed record CalibrationRow(string What, int From, int To, int Said, int Right, decimal MeanConfidence)
{
    public decimal Share => Said > 0 ? Rounding.Round((double)Right / Said, 4) : 0;
}

/// <summary>Where figures come from: by trigger, by confidence, by class, by kind of mention.</summary>
internal static class Breakdowns
{
    /// <summary>Precision by trigger row, the most frequent first.</summary>
    public static List<TriggerRow> Triggers(Evaluator evaluation) =>
    [
        .. Said(evaluation).GroupBy(s => JsonRows.Text(JsonRows.Field(s.Event, "rule")), StringComparer.Ordinal)
            .Select(g => new TriggerRow(
                g.Key, g.Count(), g.Count(s => s.Article.GoldEvents.Types.ContainsKey(s.Key)), g.Count(s => s.Article.GoldEvents.Quads.Contains(s.Key.Quad)),
                g.Count(s => s.Article.GoldEvents.Pairs.Contains(s.Key.Pair)), decimal.Round(g.Average(s => Confidence(s.Event)), 2)))
            .OrderByDescending(t => t.Events).ThenBy(t => t.Rule, StringComparer.Ordinal),
    ];

    /// <summary>F1 of directed types, by type.</summary>
    public static List<(EventType Type, Counts Counts)> Types(Evaluator evaluation) =>
    [
        .. Enum.GetValues<EventType>().Select(type => (type, evaluation.Articles.Aggregate(default(Counts), (sum, a) =>
            sum + Counts.Of([.. a.GoldEvents.Types.Keys.Where(k => k.Type == type)], [.. a.PredEvents.Types.Keys.Where(k => k.Type == type)])))).Where(r => r.Item2.Gold + r.Item2.Pred > 0),
    ];

    /// <summary>
    /// Classes between equal pairs: gold's on the rows, those said on the columns; index 0 stands for none, so that the first column
    /// holds what was missed and the first row what was too much.
    /// </summary>
    public static int[,] Quads(Evaluator evaluation)
    {
        var table = new int[5, 5];
        foreach (var a in evaluation.Articles)
        {
            foreach (var pair in a.GoldEvents.Pairs.Union(a.PredEvents.Pairs))
            {
                var gold = Enumerable.Range(1, 4).Where(q => a.GoldEvents.Quads.Contains((pair, q))).ToList();
                var pred = Enumerable.Range(1, 4).Where(q => a.PredEvents.Quads.Contains((pair, q))).ToList();
                foreach (var q in gold.Intersect(pred).ToList())
                {
                    table[q, q]++;
                    gold.Remove(q);
                    pred.Remove(q);
                }

                for (var i = 0; i < Math.Max(gold.Count, pred.Count); i++) table[gold.ElementAtOrDefault(i), pred.ElementAtOrDefault(i)]++;
            }
        }

        return table;
    }

    /// <summary>Country mentions by how the country was named: found ones of gold's kind, right ones of the kind that was said.</summary>
    public static List<(string Cue, int Gold, int Found, int Pred, int Right)> Cues(Evaluator evaluation)
    {
        var rows = new SortedDictionary<string, (int Gold, int Found, int Pred, int Right)>(StringComparer.Ordinal);
        foreach (var a in evaluation.Articles)
        {
            var (gold, pred) = (ArticleComparison.CountryMentions(a.Gold), ArticleComparison.CountryMentions(a.Pred));
            var (goldKeys, predKeys) = (gold.Select(m => m.Key).ToHashSet(), pred.Select(m => m.Key).ToHashSet());
            foreach (var (key, mention) in gold)
            {
                var row = rows.GetValueOrDefault(Kind(mention));
                rows[Kind(mention)] = row with { Gold = row.Gold + 1, Found = row.Found + (predKeys.Contains(key) ? 1 : 0) };
            }

            foreach (var (key, mention) in pred)
            {
                var row = rows.GetValueOrDefault(Kind(mention));
                rows[Kind(mention)] = row with { Pred = row.Pred + 1, Right = row.Right + (goldKeys.Contains(key) ? 1 : 0) };
            }
        }

        return [.. rows.Select(r => (r.Key, r.Value.Gold, r.Value.Found, r.Value.Pred, r.Value.Right))];

        static string Kind(JsonElement mention) => JsonRows.Text(JsonRows.Field(mention, "kind"));
    }

    /// <summary>Actors by type and by the rule of their first mention: said, and right.</summary>
    public static List<(string Rule, int Said, int Right)> ActorRules(Evaluator evaluation)
    {
        var rows = new SortedDictionary<string, (int Said, int Right)>(StringComparer.Ordinal);
        foreach (var a in evaluation.Articles)
        {
            var right = a.ActorPairs.Select(p => p.Pred).ToHashSet();
            for (var i = 0; i < a.PredActors.Count; i++)
            {
                var mention = JsonRows.Rows(a.PredActors[i], "mentions").FirstOrDefault();
                var rule = mention.ValueKind == JsonValueKind.Object ? JsonRows.Text(JsonRows.Field(mention, "rule")) : "";
                var key = $"{JsonRows.Text(JsonRows.Field(a.PredActors[i], "type"))}: {rule}";
                var row = rows.GetValueOrDefault(key);
                rows[key] = (row.Said + 1, row.Right + (right.Contains(i) ? 1 : 0));
            }
        }

        return [.. rows.Select(r => (r.Key, r.Value.Said, r.Value.Right))];
    }

    /// <summary>
    /// Confidence beside the share that is right: of events (directed pair and type), of speakers among paired quotations, and of
    /// country mentions, in bins of ten hundredths.
    /// </summary>
    public static List<CalibrationRow> Calibration(Evaluator evaluation)
    {
        var said = new List<(string What, decimal Confidence, bool Right)>();
        foreach (var s in Said(evaluation)) said.Add(("events", Confidence(s.Event), s.Article.GoldEvents.Types.ContainsKey(s.Key)));
        foreach (var a in evaluation.Articles)
        {
            foreach (var (g, p) in a.QuotePairs)
                if (JsonRows.IsTruthy(JsonRows.Field(a.GoldQuotes[g], "speaker")) && JsonRows.IsTruthy(JsonRows.Field(a.PredQuotes[p], "speaker")))
                    said.Add(("speakers", Confidence(a.PredQuotes[p]), a.IsRightSpeaker(a.GoldQuotes[g], a.PredQuotes[p])));
            var gold = ArticleComparison.CountryMentions(a.Gold).Select(m => m.Key).ToHashSet();
            foreach (var (key, mention) in ArticleComparison.CountryMentions(a.Pred)) said.Add(("country mentions", Confidence(mention), gold.Contains(key)));
        }

        return
        [
            .. said.GroupBy(s => (s.What, Bin: Math.Clamp((int)(s.Confidence * 10), 0, 9)))
                .OrderBy(g => g.Key.What == "events" ? 0 : g.Key.What == "speakers" ? 1 : 2).ThenBy(g => g.Key.Bin)
                .Select(g => new CalibrationRow(g.Key.What, g.Key.Bin * 10, (g.Key.Bin * 10) + 10, g.Count(), g.Count(s => s.Right), decimal.Round(g.Average(s => s.Confidence), 2))),
        ];
    }

    private static IEnumerable<(ArticleComparison Article, JsonElement Event, EventKey Key)> Said(Evaluator evaluation) =>
        evaluation.Articles.SelectMany(a => a.PredEvents.Events, (a, e) => (a, e.Event, e.Key));

    private static decimal Confidence(JsonElement row) =>
        JsonRows.Field(row, "confidence") is { ValueKind: JsonValueKind.Number } c && c.TryGetDecimal(out var value) ? value : 0;
}
