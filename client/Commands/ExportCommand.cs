using System.CommandLine;
using Simpul.Client.Help;
using Simpul.Client.Output;
using Simpul.Client.Terminals;
using Simpul.Text;

namespace Simpul.Client.Commands;

/// <summary><c>simpul export</c>: every record of a corpus, at one position of all its parts.</summary>
internal static class ExportCommand
{
    private const int Page = 1000;

    public static Command Create(Services services)
    {
        var connection = new ConnectionArguments();
        var output = new OutputArguments();
        var rows = AnalyzeCommand.RowsOption();
        var fresh = new Option<bool>("--fresh") { Description = "Wait until everything that was submitted is counted" };
        var command = new DocumentedCommand(
            "export", "Write every record of a corpus, sorted by article id",
            "simpul export --corpus berita --format jsonl --output berita.jsonl", "simpul export --format csv --rows quotes", "simpul export | jq -r '.events[].type' | sort | uniq -c")
        {
            Options = { rows, fresh },
        };
        output.AddTo(command);
        connection.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            output.Check(parsed);
            await using var connected = await connection.Open(parsed, services, cancel);
            var corpus = await connected.FindCorpus(cancel);
            var position = await connected.Query(q => q.BeginExport(corpus.Corpus, parsed.GetValue(fresh)), cancel);

            using var target = output.Open(parsed, services.Terminal);
            var format = output.Format(parsed) ?? OutputFormat.Jsonl;
            var writer = new RecordWriter(target.Stream, format, AnalyzeCommand.Shape(parsed.GetValue(rows)), output.Look(parsed, services.Terminal, target));
            var done = 0L;
            await using (new ProgressLine(services.Terminal.Talk, services.Time, () => new JobProgress(Interlocked.Read(ref done), position.Records, true, 0)))
            {
                string? after = null;
                do
                {
                    var page = await connected.Query(q => q.ExportPage(corpus.Corpus, position.Token, after, Page), cancel);
                    foreach (var record in page.Records) writer.Write(RecordCodec.Decode(record.Record));
                    Interlocked.Add(ref done, page.Records.Length);
                    after = page.Next;
                }
                while (after is not null);
            }

            writer.End(Connected.Pairs(position.AsOf));
            target.Complete();
            if (output.ToFile(parsed)) services.Terminal.Talk.Say($"{Sizes.Count(done, "record")} written.");
            connected.Say(position.AsOf);
            return ExitCode.Done;
        });
        return command;
    }
}
