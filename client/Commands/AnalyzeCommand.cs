using System.CommandLine;
using System.Threading.Channels;
using Simpul.Client.Help;
using Simpul.Client.Input;
using Simpul.Client.Output;
using Simpul.Client.Queries;
using Simpul.Client.Terminals;
using Simpul.Text;

namespace Simpul.Client.Commands;

/// <summary><c>simpul analyze</c>: text in, records out, nothing stored.</summary>
internal static class AnalyzeCommand
{
    // Articles that are read at once, and that wait to be; records come out in the order of the input.
    private const int Chunk = 128;
    private const int Waiting = 512;

    public static Command Create(Terminal terminal)
    {
        var input = new InputArguments();
        var output = new OutputArguments();
        var rows = RowsOption();
        var explain = new Option<bool>("--explain") { Description = "Print each article with the reasons of what was read in it, for people" };
        var command = new DocumentedCommand(
            "analyze", "Read articles without storing them: text in, records out",
            "simpul analyze article.txt --published 2026-02-05",
            "simpul analyze news.jsonl.gz --map text=body --rows events --format csv --output events.csv",
            "cat article.txt | simpul analyze - --format json",
            "simpul analyze article.txt --explain");
        input.AddTo(command);
        output.AddTo(command);
        command.Options.Add(rows);
        command.Options.Add(explain);
        command.SetAction((parsed, cancel) => parsed.GetValue(explain)
            ? Task.Run(() => Explain(terminal, parsed, input, output, rows, cancel), CancellationToken.None)
            : Run(terminal, parsed, input, output, rows, cancel));
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

    private static async Task<int> Run(
        Terminal terminal, ParseResult parsed, InputArguments input, OutputArguments output, Option<string?> rows, CancellationToken cancel)
    {
        var (paths, options) = (input.Paths(parsed), input.Options(parsed));
        output.Check(parsed);
        using var target = output.Open(parsed, terminal);
        var format = output.Format(parsed) ?? (target.IsTerminal ? OutputFormat.Table : OutputFormat.Jsonl);
        var writer = new RecordWriter(target.Stream, format, Shape(parsed.GetValue(rows)), output.Look(parsed, terminal, target));

        var finder = new InputFinder(options, () => new InterruptibleStream(terminal.OpenInput(), cancel));
        var articles = Channel.CreateBounded<AcceptedInput>(new BoundedChannelOptions(Waiting) { SingleReader = true, SingleWriter = true });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var reading = Task.Run(() => Feed(new InputReader(options, new InputProgress()).Read(finder.Find(paths)), articles.Writer, terminal.Talk, stop.Token), CancellationToken.None);
        var rejected = 0L;
        try
        {
            var chunk = new List<AcceptedInput>(Chunk);
            while (await articles.Reader.WaitToReadAsync(cancel))
            {
                // What is there now, and no waiting for more: whoever pipes articles in one at a time sees each as it comes.
                while (chunk.Count < Chunk && articles.Reader.TryRead(out var article)) chunk.Add(article);
                rejected += Read(chunk, writer, terminal.Talk, cancel);
                target.Stream.Flush();
                chunk.Clear();
            }
        }
        catch
        {
            await stop.CancelAsync();
            throw;
        }

        rejected += await reading;
        writer.End([]);
        target.Complete();
        return rejected > 0 ? ExitCode.SomeRejected : ExitCode.Done;
    }

    private static int Explain(
        Terminal terminal, ParseResult parsed, InputArguments input, OutputArguments output, Option<string?> rows, CancellationToken cancel)
    {
        var (paths, options) = (input.Paths(parsed), input.Options(parsed));
        output.Check(parsed);
        if (parsed.GetValue(rows) is not null || output.Format(parsed) is not (null or OutputFormat.Table))
            throw CommandException.Usage("--explain is a page for people.", "Leave out --rows and --format; the record's JSON carries rules and confidences too.");
        using var target = output.Open(parsed, terminal);
        var look = output.Look(parsed, terminal, target);
        var rejected = 0L;
        foreach (var item in new InputReader(options, new InputProgress()).Read(new InputFinder(options, terminal.OpenInput).Find(paths)))
        {
            cancel.ThrowIfCancellationRequested();
            switch (item)
            {
                case AcceptedInput accepted:
                    ExplanationPage.Write(target.Stream, accepted.Article.Text, ArticleReader.Default.Explain(accepted.Article), look);
                    target.Stream.Write("\n"u8);
                    break;
                case RejectedInput:
                    rejected++;
                    terminal.Talk.Reject(item.ToString()!);
                    break;
                default:
                    terminal.Talk.Warn(item.ToString()!);
                    break;
            }
        }

        target.Complete();
        return rejected > 0 ? ExitCode.SomeRejected : ExitCode.Done;
    }

    private static async Task<long> Feed(IEnumerable<InputItem> items, ChannelWriter<AcceptedInput> articles, Talk talk, CancellationToken stop)
    {
        var rejected = 0L;
        try
        {
            foreach (var item in items)
                switch (item)
                {
                    case AcceptedInput accepted:
                        await articles.WriteAsync(accepted, stop);
                        break;
                    case RejectedInput:
                        rejected++;
                        talk.Reject(item.ToString()!);
                        break;
                    default:
                        talk.Warn(item.ToString()!);
                        break;
                }

            articles.Complete();
        }
        catch (Exception e)
        {
            articles.Complete(e);
        }

        return rejected;
    }

    // Returns how many could not be read.
    private static long Read(List<AcceptedInput> chunk, RecordWriter writer, Talk talk, CancellationToken cancel)
    {
        var records = new ArticleRecord?[chunk.Count];
        if (chunk.Count == 1) records[0] = Read(chunk[0], talk);
        else Parallel.For(0, chunk.Count, new ParallelOptions { CancellationToken = cancel }, i => records[i] = Read(chunk[i], talk));
        foreach (var record in records.OfType<ArticleRecord>()) writer.Write(record);
        return records.LongCount(r => r is null);
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
}
