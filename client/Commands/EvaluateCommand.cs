using System.CommandLine;
using Simpul.Client.Evaluation;
using Simpul.Client.Help;
using Simpul.Client.Output;
using Simpul.Client.Terminals;

namespace Simpul.Client.Commands;

/// <summary><c>simpul evaluate</c>: records scored against gold, and the name finder against annotated tokens.</summary>
internal static class EvaluateCommand
{
    public static Command Create(Terminal terminal)
    {
        var gold = new Argument<string?>("GOLD") { Description = "Gold records, JSONL", Arity = ArgumentArity.ZeroOrOne };
        var pred = new Argument<string?>("PRED") { Description = "Records to score, as analyze --format jsonl writes them; without it --articles are read and scored", Arity = ArgumentArity.ZeroOrOne };
        var articles = new Option<string[]>("--articles") { Description = "The articles: read and scored where no PRED is given; their sentences stand beside misses", HelpName = "PATH" };
        var conll = new Option<string[]>("--conll") { Description = "Score the names found in a file of one token a line, its label (B-PER, I-PER, O ...) last", HelpName = "FILE" };
        var by = new Option<string[]>("--by") { Description = $"Also a table for each of: {string.Join(", ", EvaluationReport.Kinds)}, all", HelpName = "KIND", AllowMultipleArgumentsPerToken = false };
        var misses = new Option<bool>("--misses") { Description = "List what was missed and what was too much, with sentences" };
        var seed = new Option<int>("--seed") { Description = "Seed of the resampled intervals", HelpName = "N", DefaultValueFactory = _ => 1 };
        var output = new OutputArguments();
        var command = new DocumentedCommand(
            "evaluate", "Score records against gold",
            "simpul evaluate gold.jsonl --articles articles.jsonl --by trigger --by confidence",
            "simpul evaluate gold.jsonl records.jsonl --articles articles.jsonl --misses --format jsonl",
            "simpul evaluate --conll dev.tsv") { Arguments = { gold, pred }, Options = { articles, conll, by, misses, seed } };
        output.AddTo(command);
        command.SetAction((parsed, cancel) => Task.Run(
            () =>
            {
                output.Check(parsed);
                var files = parsed.GetValue(conll) ?? [];
                if (files.Length > 0 && parsed.GetValue(gold) is not null) throw CommandException.Usage("--conll needs no gold records.", "Give either GOLD or --conll FILE.");
                var tables = files.Length > 0
                    ? ConllReport.Of(files, parsed.GetValue(misses))
                    : Records(terminal, parsed.GetValue(gold), parsed.GetValue(pred), parsed.GetValue(articles) ?? [], Kinds(parsed.GetValue(by) ?? []), parsed.GetValue(misses), parsed.GetValue(seed), cancel);
                output.Write(parsed, terminal, new Report(tables, []));
                return ExitCode.Done;
            },
            CancellationToken.None));
        return command;
    }

    private static List<Table> Records(
        Terminal terminal, string? goldPath, string? predPath, string[] articlePaths, IReadOnlyList<string> kinds, bool misses, int seed, CancellationToken cancel)
    {
        if (goldPath is null) throw CommandException.Usage("there is nothing to score against.", "Name a file of gold records, or --conll FILE.");
        if (predPath is null && articlePaths.Length == 0) throw CommandException.Usage("there is nothing to score.", "Name a file of records, or --articles PATH to read them now.");
        var gold = RecordSet.Load(goldPath, terminal);
        var texts = EvaluatedArticles.Load(articlePaths, gold, terminal);
        var pred = predPath is not null ? RecordSet.Load(predPath, terminal) : EvaluatedArticles.Read(texts.Values, cancel);
        var evaluation = Evaluator.Compare(gold, pred, texts);

        var missing = evaluation.Articles.Count(a => !a.IsPredicted);
        if (missing > 0) terminal.Talk.Warn($"{missing} of {evaluation.Articles.Count} gold articles have no record; they count as all missed.");
        foreach (var a in evaluation.Articles.Where(a => a.Malformed is not null)) terminal.Talk.Warn($"the record of \"{a.Id}\" is malformed and counts as all missed: {a.Malformed}.");

        var bootstrap = new Bootstrap(evaluation.Articles.Count, seed);
        List<Table> tables = [EvaluationReport.Scores(evaluation, bootstrap), EvaluationReport.Accuracies(evaluation, bootstrap)];
        foreach (var kind in kinds) tables.Add(EvaluationReport.By(kind, evaluation));
        if (misses) tables.Add(EvaluationReport.AllMisses(evaluation));
        return tables;
    }

    private static IReadOnlyList<string> Kinds(string[] given)
    {
        var kinds = given.SelectMany(g => g.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Distinct().ToList();
        if (kinds.Contains("all")) return EvaluationReport.Kinds;
        if (kinds.Find(k => !EvaluationReport.Kinds.Contains(k)) is { } wrong)
            throw CommandException.Usage($"--by \"{wrong}\" is none of {string.Join(", ", EvaluationReport.Kinds)}, all.");
        return kinds;
    }
}
