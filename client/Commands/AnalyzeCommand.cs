using System.CommandLine;
using Simpul.Client.Help;
using Simpul.Client.Input;
using Simpul.Client.Output;
using Simpul.Client.Terminals;
using Simpul.Text;

namespace Simpul.Client.Commands;

/// <summary><c>simpul analyze</c>: text in, records out, nothing stored.</summary>
internal static class AnalyzeCommand
{
    // Articles that are read at once; records come out in the order of the input.
    private const int Chunk = 128;

    public static Command Create(Terminal terminal)
    {
        var input = new InputArguments();
        var output = new OutputArguments();
        var rows = RowsOption();
        var command = new DocumentedCommand(
            "analyze", "Read articles without storing them: text in, records out",
            "simpul analyze article.txt --published 2026-02-05",
            "simpul analyze news.jsonl.gz --map text=body --rows events --format csv --output events.csv",
            "cat article.txt | simpul analyze - --format json");
        input.AddTo(command);
        output.AddTo(command);
        command.Options.Add(rows);
        command.SetAction((parsed, cancel) => Task.Run(() => Run(terminal, parsed, input, output, rows, cancel), CancellationToken.None));
        return command;
    }

    /// <summary>The option that lays records out as rows.</summary>
    public static Option<string?> RowsOption()
    {
        var option = new Option<string?>("--rows")
        {
            Description = $"One row for each of: {string.Join(", ", RecordShapes.All.Select(s => s.Key))} (tables and CSV: events)",
            HelpName = "KIND",
        };
        option.AcceptOnlyFromAmong([.. RecordShapes.All.Select(s => s.Key)]);
        return option;
    }

    public static TableShape? Shape(string? rows) => RecordShapes.All.FirstOrDefault(s => s.Key == rows);

    private static int Run(Terminal terminal, ParseResult parsed, InputArguments input, OutputArguments output, Option<string?> rows, CancellationToken cancel)
    {
        var (paths, options) = (input.Paths(parsed), input.Options(parsed));
        output.Check(parsed);
        using var target = output.Open(parsed, terminal);
        var format = output.Format(parsed) ?? (target.IsTerminal ? OutputFormat.Table : OutputFormat.Jsonl);
        var writer = new RecordWriter(target.Stream, format, Shape(parsed.GetValue(rows)), output.Look(parsed, terminal, target));

        var finder = new InputFinder(options, terminal.OpenInput);
        var items = new InputReader(options, new InputProgress()).Read(finder.Find(paths));
        var rejected = 0L;
        foreach (var chunk in Articles(items, terminal.Talk, () => rejected++).Chunk(Chunk))
        {
            cancel.ThrowIfCancellationRequested();
            var records = new ArticleRecord?[chunk.Length];
            if (chunk.Length == 1) records[0] = Read(chunk[0], terminal.Talk);
            else Parallel.For(0, chunk.Length, new ParallelOptions { CancellationToken = cancel }, i => records[i] = Read(chunk[i], terminal.Talk));
            foreach (var record in records)
                if (record is null) rejected++;
                else writer.Write(record);
            // Whoever pipes one article in at a time sees each as it comes.
            target.Stream.Flush();
        }

        writer.End([]);
        target.Complete();
        return rejected > 0 ? ExitCode.SomeRejected : ExitCode.Done;
    }

    // One article that cannot be read is no reason to lose the others.
    private static ArticleRecord? Read(AcceptedInput input, Talk talk)
    {
        try
        {
            return ArticleReader.Default.Read(input.Article);
        }
        catch (Exception e)
        {
            talk.Reject($"{input.Place}: reading failed ({e.GetType().Name}: {e.Message}). This is a fault of the program; please report it with the article.");
            return null;
        }
    }

    private static IEnumerable<AcceptedInput> Articles(IEnumerable<InputItem> items, Talk talk, Action onRejected)
    {
        foreach (var item in items)
            switch (item)
            {
                case AcceptedInput accepted:
                    yield return accepted;
                    break;
                case RejectedInput:
                    onRejected();
                    talk.Reject(item.ToString()!);
                    break;
                default:
                    talk.Warn(item.ToString()!);
                    break;
            }
    }
}
