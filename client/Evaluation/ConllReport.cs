using Simpul.Client.Output;
using Simpul.Text;

namespace Simpul.Client.Evaluation;

/// <summary>The names that records hold, scored against annotated tokens.</summary>
internal static class ConllReport
{
    private static readonly TableShape Shape = new(
        "names", "Names", "file", "type", "precision", "recall", "f1", "left_tolerant_f1", "gold", "predicted", "right", "+left_tolerant_right");

    private static readonly TableShape MissShape = new("misses", "Missed and extra", "file", "line", "side", "type", "name", "sentence");

    private static readonly string[] Types = ["PER", "ORG", "LOC"];

    public static List<Table> Of(IEnumerable<string> paths, bool misses)
    {
        var (rows, missed) = (new List<Cell[]>(), new List<Cell[]>());
        foreach (var path in paths)
        {
            var file = Path.GetFileName(path);
            var score = ConllScore.Of(ConllFile.Read(path), RecordNames);
            foreach (var type in (string?[])[.. Types, null])
            {
                var (strict, tolerant) = (score.Strict(type), score.Tolerant(type));
                rows.Add([file, type ?? "all", strict.Precision, strict.Recall, strict.F1, tolerant.F1, strict.Gold, strict.Pred, strict.Hits, tolerant.Hits]);
            }

            foreach (var (sentence, name, isExtra) in score.Misses)
                missed.Add([file, sentence.Line, isExtra ? "extra" : "missed", name.Type, sentence.Text[name.Start..name.End], sentence.Text]);
        }

        List<Table> tables = [new Table(Shape, rows)];
        if (misses) tables.Add(new Table(MissShape, missed));
        return tables;
    }

    /// <summary>The names of a text as its record has them: people and bodies by name, and places and countries that are none of their parts.</summary>
    public static List<NameSpan> RecordNames(string text)
    {
        var record = ArticleReader.Default.Read(new Article("", text));
        var names = new List<NameSpan>();
        foreach (var actor in record.Actors)
        {
            foreach (var mention in actor.Mentions)
            {
                // An office without a name is a mention, and no name.
                if (mention.Rule is "office-at-date" or "title") continue;
                names.Add(new NameSpan(mention.Span.Start, mention.Span.End, actor.Type == ActorType.Person ? "PER" : "ORG"));
            }
        }

        var actors = names.Count;
        foreach (var mention in record.Countries.SelectMany(c => c.Mentions))
        {
            if (mention.Kind is CountryCue.Demonym or CountryCue.Metonym) continue;
            var isPart = false;
            for (var i = 0; i < actors && !isPart; i++) isPart = names[i].Start <= mention.Span.Start && mention.Span.End <= names[i].End;
            if (!isPart) names.Add(new NameSpan(mention.Span.Start, mention.Span.End, "LOC"));
        }

        return names;
    }
}
