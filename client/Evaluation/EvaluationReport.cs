using Simpul.Client.Output;
using Simpul.Text;

namespace Simpul.Client.Evaluation;

/// <summary>An evaluation as tables.</summary>
internal static class EvaluationReport
{
    private static readonly TableShape ScoreShape = new("scores", "Scores", "facet", "precision", "recall", "f1", "f1_low", "f1_high", "gold", "predicted", "right");

    private static readonly TableShape AccuracyShape = new("accuracies", "Of those found", "question", "accuracy", "low", "high", "right", "asked");

    private static readonly TableShape MissShape = new(
        "misses", "Missed and extra", "article", "what", "side", "item", "note", "trigger", "rule", "+confidence", "+sentence_number", "sentence");

    /// <summary>The values of <c>--by</c>.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["article", "trigger", "type", "class", "cue", "actor-rule", "confidence", "error"];

    public static Table Scores(Evaluator evaluation, Bootstrap bootstrap) => new(ScoreShape,
    [
        .. Facets.All.Select(f =>
        {
            var total = evaluation.Total(f);
            var interval = bootstrap.OfF1([.. evaluation.Articles.Select(a => a[f])]);
            return (Cell[])[f.Name(), total.Precision, total.Recall, total.F1, Of(interval?.Low), Of(interval?.High), total.Gold, total.Pred, total.Hits];
        }),
    ]);

    public static Table Accuracies(Evaluator evaluation, Bootstrap bootstrap) => new(AccuracyShape,
    [
        .. Facets.Questions.Select(q =>
        {
            var total = evaluation.Total(q);
            var interval = bootstrap.OfAccuracy([.. evaluation.Articles.Select(a => a[q])]);
            return (Cell[])[q.Name(), Of(total.Accuracy), Of(interval?.Low), Of(interval?.High), total.Right, total.Asked];
        }),
    ]);

    public static Table By(string kind, Evaluator evaluation) => kind switch
    {
        "article" => new(new TableShape("articles", "By article", [new Column("article"), .. Facets.All.Select(f => new Column(f.Name())), .. Facets.Questions.Select(q => new Column(q.Name())), "problem"]),
            [.. evaluation.Articles.Select(a => (Cell[])
                [a.Id, .. Facets.All.Select(f => Of(a[f].Known)), .. Facets.Questions.Select(q => Of(a[q].Accuracy)), a.Malformed ?? (a.IsPredicted ? null : "not predicted")])]),
        "trigger" => new(new("triggers", "Events by trigger", "rule", "events", "right", "right_class", "right_pair", "precision", "mean_confidence"),
            [.. Breakdowns.Triggers(evaluation).Select(t => (Cell[])
                [t.Rule, t.Events, t.RightTypes, t.RightQuads, t.RightPairs, Rounding.Round((double)t.RightTypes / t.Events, 4), t.MeanConfidence])]),
        "type" => new(new("types", "Events by type", "type", "precision", "recall", "f1", "gold", "predicted", "right"),
            [.. Breakdowns.Types(evaluation).Select(t => (Cell[])
                [t.Type.Name(), t.Counts.Precision, t.Counts.Recall, t.Counts.F1, t.Counts.Gold, t.Counts.Pred, t.Counts.Hits])]),
        "class" => Classes(evaluation),
        "cue" => new(new("cues", "Country mentions by cue", "cue", "gold", "found", "recall", "predicted", "right", "precision"),
            [.. Breakdowns.Cues(evaluation).Select(c => (Cell[])[c.Cue, c.Gold, c.Found, Ratio(c.Found, c.Gold), c.Pred, c.Right, Ratio(c.Right, c.Pred)])]),
        "actor-rule" => new(new("actor_rules", "Actors by type and first rule", "rule", "predicted", "right", "precision"),
            [.. Breakdowns.ActorRules(evaluation).Select(r => (Cell[])[r.Rule, r.Said, r.Right, Ratio(r.Right, r.Said)])]),
        "confidence" => new(new("calibration", "Confidence and truth", "what", "from", "to", "mean_confidence", "said", "right", "share"),
            [.. Breakdowns.Calibration(evaluation).Select(c => (Cell[])
                [c.What, Cell.Hundredths(c.From), Cell.Hundredths(c.To), c.MeanConfidence, c.Said, c.Right, c.Share])]),
        _ => new(new("errors", "Event errors by class", "class", "missed", "extra"),
            [.. ErrorClasses(evaluation).Select(e => (Cell[])[e.Class, e.Missed, e.Extra])]),
    };

    public static Table AllMisses(Evaluator evaluation) => new(MissShape,
    [
        .. ListMisses(evaluation).Select(m => (Cell[])
            [m.Article, m.What, m.IsExtra ? "extra" : "missed", m.Item, m.Note, m.Trigger, m.Rule, Of(m.Confidence), Cell.Of(m.SentenceNumber), m.Sentence]),
    ]);

    public static IEnumerable<Miss> ListMisses(Evaluator evaluation) =>
        evaluation.Articles.SelectMany(a => Misses.Of(a, evaluation.Texts.GetValueOrDefault(a.Id)?.Text));

    /// <summary>Missed and extra events by class of error.</summary>
    public static List<(string Class, int Missed, int Extra)> ErrorClasses(Evaluator evaluation)
    {
        var misses = ListMisses(evaluation).Where(m => m.What == "event").ToList();
        return [.. EventErrors.All.Select(c => (c, misses.Count(m => m.Note == c && !m.IsExtra), misses.Count(m => m.Note == c && m.IsExtra)))];
    }

    private static Table Classes(Evaluator evaluation)
    {
        string[] names = ["none", "1 verbal cooperation", "2 material cooperation", "3 verbal conflict", "4 material conflict"];
        var table = Breakdowns.Quads(evaluation);
        return new Table(
            new TableShape("classes", "Classes of event pairs: gold in rows, said in columns", [new Column("gold"), .. names.Select((_, q) => new Column(q == 0 ? "none" : $"class_{q}"))]),
            [.. names.Select((name, g) => (Cell[])[name, .. Enumerable.Range(0, 5).Select(p => (Cell)table[g, p])])]);
    }

    private static Cell Ratio(int part, int whole) => whole > 0 ? Rounding.Round((double)part / whole, 4) : default(Cell);

    private static Cell Of(decimal? number) => number is { } n ? n : default(Cell);
}
