using Simpul.Client.Evaluation;
using Simpul.Client.Terminals;
using Simpul.Text;

namespace Simpul.Accuracy;

/// <summary>The annotated Indonesian articles: all facets, calibration, breakdowns, and the errors by class.</summary>
internal static class GoldSection
{
    private const int Shown = 30;

    public static void Write(Markdown page, string data)
    {
        using var terminal = new Terminal(() => Stream.Null, Stream.Null, Console.Error, false, false, 80, Environment.GetEnvironmentVariable);
        var evaluation = Load(data, terminal);
        page.Heading(2, $"Whole records: {evaluation.Articles.Count} annotated Indonesian articles");
        Scores(page, evaluation);
        page.Text("By article:");
        page.Table(
            ["article", .. Facets.All.Select(f => f.Name().Replace('_', ' '))],
            evaluation.Articles.Select(a => (object?[])[a.Id, .. Facets.All.Select(f => Markdown.Share(a[f].Known))]));
        Breakdown(page, evaluation);
        Calibrate(page, evaluation);
        Errors(page, evaluation);
    }

    private static Evaluator Load(string data, Terminal terminal)
    {
        var (gold, pred) = (new RecordSet(), new RecordSet());
        var texts = new Dictionary<string, Article>(StringComparer.Ordinal);
        foreach (var (folder, records, articles) in new[] { ("gold-id", "gold.jsonl", "articles.jsonl"), ("seed", "seed.gold.jsonl", "article.txt") })
        {
            var set = RecordSet.Load(Path.Join(data, folder, records), terminal);
            foreach (var (id, record) in set.All) gold.Add(id, record);
            foreach (var (id, article) in EvaluatedArticles.Load([Path.Join(data, folder, articles)], set, terminal)) texts[id] = article;
        }

        foreach (var (id, record) in EvaluatedArticles.Read(texts.Values, CancellationToken.None).All) pred.Add(id, record);
        return Evaluator.Compare(gold, pred, texts);
    }

    private static void Scores(Markdown page, Evaluator evaluation)
    {
        var bootstrap = new Bootstrap(evaluation.Articles.Count, seed: 1);
        page.Table(
            ["facet", "precision", "recall", "F1", "95 %", "gold", "said"],
            Facets.All.Select(f =>
            {
                var t = evaluation.Total(f);
                return (object?[])[f.Name().Replace('_', ' '), t.Precision, t.Recall, t.F1, Markdown.Interval(bootstrap.OfF1([.. evaluation.Articles.Select(a => a[f])])), t.Gold, t.Pred];
            }));
        page.Table(
            ["of those found", "right", "95 %", "asked"],
            Facets.Questions.Select(q =>
            {
                var t = evaluation.Total(q);
                return (object?[])[q.Name().Replace('_', ' '), Markdown.Share(t.Accuracy), Markdown.Interval(bootstrap.OfAccuracy([.. evaluation.Articles.Select(a => a[q])])), t.Asked];
            }));
    }

    private static void Breakdown(Markdown page, Evaluator evaluation)
    {
        page.Heading(3, "By kind and by cue");
        page.Table(
            ["event type", "precision", "recall", "F1", "gold", "said"],
            Breakdowns.Types(evaluation).Select(t => (object?[])[t.Type.Name(), t.Counts.Precision, t.Counts.Recall, t.Counts.F1, t.Counts.Gold, t.Counts.Pred]));
        page.Text("Country mentions by how the country is named (gold's word for recall, ours for precision):");
        page.Table(
            ["cue", "recall", "of", "precision", "of said"],
            Breakdowns.Cues(evaluation).Select(c => (object?[])[c.Cue, Markdown.Share(c.Found, c.Gold), c.Gold, Markdown.Share(c.Right, c.Pred), c.Pred]));
        page.Text("Actors by type and by the rule that found their first mention:");
        page.Table(["rule", "precision", "said"], Breakdowns.ActorRules(evaluation).Select(r => (object?[])[r.Rule, Markdown.Share(r.Right, r.Said), r.Said]));
        var quads = Breakdowns.Quads(evaluation);
        page.Text("Classes between equal pairs, gold in rows; 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict:");
        page.Table(
            ["gold \\ said", "none", "1", "2", "3", "4"],
            Enumerable.Range(0, 5).Select(g => (object?[])[g == 0 ? "none" : g, .. Enumerable.Range(0, 5).Select(p => (object?)quads[g, p])]));
    }

    private static void Calibrate(Markdown page, Evaluator evaluation)
    {
        page.Heading(3, "Confidence and truth");
        page.Text("An event is right where gold has its parties, direction and type; a speaker where gold names the same actor; a country mention where code and bounds agree.");
        page.Table(
            ["what", "said with", "mean", "right", "of"],
            Breakdowns.Calibration(evaluation).Select(c => (object?[])[c.What, FormattableString.Invariant($"{c.From / 100m:0.0}–{c.To / 100m:0.0}"), c.MeanConfidence.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture), c.Share, c.Said]));
        page.Text("The most frequent trigger rows:");
        page.Table(
            ["row", "events", "right", "right class", "right pair", "mean confidence"],
            Breakdowns.Triggers(evaluation).Where(t => t.Events > 1).Take(20).Select(t => (object?[])
                [$"`{t.Rule}`", t.Events, t.RightTypes, t.RightQuads, t.RightPairs, t.MeanConfidence.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture)]));
    }

    // The classes share the places in the order of their size, so that the list shows each kind of error and most of the big ones.
    private static void Errors(Markdown page, Evaluator evaluation)
    {
        var classes = EvaluationReport.ListMisses(evaluation).Where(m => m.What != "date" || !m.IsExtra)
            .GroupBy(Class, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).ToList();
        var remedies = Remedies.Load();
        page.Heading(3, $"Errors by class, and the {Shown} most instructive");
        page.Table(
            ["class", "errors", " what it would take"],
            classes.Select(c => (object?[])[c.Key, c.Count(), remedies.GetValueOrDefault(c.Key, "")]));
        var queues = classes.Select(c => (c.Key, Left: new Queue<Miss>(c.OrderByDescending(m => m.Confidence ?? 0)))).ToList();
        var rows = new List<object?[]>();
        while (rows.Count < Shown && queues.Any(q => q.Left.Count > 0))
            foreach (var (name, left) in queues)
                if (rows.Count < Shown && left.TryDequeue(out var miss))
                    rows.Add([rows.Count + 1, miss.Article, Where(miss), name, Item(miss), miss.What == "event" ? miss.Rule : miss.Note]);
        page.Table(["no", " article", " sentence", " class", " item", " rule or note"], rows);
    }

    private static string Class(Miss miss) => miss.What switch
    {
        "event" => $"event {(miss.IsExtra ? "too much" : "missed")}: {miss.Note}",
        "actor country" or "event status" or "speaker" => $"{miss.What} wrong",
        _ => $"{miss.What} {(miss.IsExtra ? "too much" : "missed")}",
    };

    // Names and codes, no text of the articles.
    private static string Item(Miss miss) => miss.What switch
    {
        "quote" => "",
        "country mention" => miss.Item.Split(' ')[0],
        _ => miss.Item,
    };

    private static string Where(Miss miss) => miss.SentenceNumber is { } n ? (n + 1).ToString(System.Globalization.CultureInfo.InvariantCulture) : "";
}
