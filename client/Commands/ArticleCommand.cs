using System.CommandLine;
using Simpul.Client.Help;
using Simpul.Client.Output;
using Simpul.Client.Queries;
using Simpul.Text;

namespace Simpul.Client.Commands;

/// <summary><c>simpul article</c>: one article's text with its mentions marked, and what was read in it.</summary>
internal static class ArticleCommand
{
    public static Command Create(Services services)
    {
        var id = new Argument<string>("ID") { Description = "The article's id" };
        var json = new Option<bool>("--json") { Description = "The same as --format json: the record" };
        var explain = new Option<bool>("--explain") { Description = "Read the text again and say for each item which rule and words made it" };
        var connection = new ConnectionArguments();
        var output = new OutputArguments();
        var command = new DocumentedCommand(
            "article", "One article: its text with mentions marked, its events, quotes and history",
            "simpul article news/2026-02-05 --corpus berita", "simpul article a1 --format json", "simpul article a1 --explain") { Arguments = { id } };
        output.AddTo(command);
        command.Options.Add(json);
        command.Options.Add(explain);
        connection.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            output.Check(parsed);
            await using var connected = await connection.Open(parsed, services, cancel);
            var corpus = await connected.FindCorpus(cancel);
            var name = parsed.GetValue(id)!;
            var view = await connected.Look(() => connected.Session.Article(corpus.Corpus, name).Get(), cancel)
                ?? throw CommandException.Usage($"corpus \"{corpus.Corpus.Name}\" holds no article \"{name}\".", "simpul export --rows articles lists the ids.");
            var record = view.Record is { } bytes ? RecordCodec.Decode(bytes) : null;
            if (record is null) services.Terminal.Talk.Say($"Article \"{name}\" was retracted.");

            using var target = output.Open(parsed, services.Terminal);
            var look = output.Look(parsed, services.Terminal, target);
            var format = parsed.GetValue(json) ? OutputFormat.Json : output.Format(parsed) ?? OutputFormat.Table;
            if (parsed.GetValue(explain))
            {
                if (format != OutputFormat.Table) throw CommandException.Usage("--explain is a page for people.", "Leave out --json and --format.");
                if (record is not null && view.Text is { } text) Explain(target.Stream, text, record, look, services);
                target.Complete();
                return ExitCode.Done;
            }

            switch (format)
            {
                case OutputFormat.Table:
                    ArticlePage.Write(target.Stream, view, record, look);
                    break;
                case OutputFormat.Json when record is not null:
                    var buffer = new System.Buffers.ArrayBufferWriter<byte>();
                    RecordJson.Write(record, buffer, indented: true);
                    target.Stream.Write(buffer.WrittenSpan);
                    target.Stream.Write("\n"u8);
                    break;
                default:
                    var writer = new RecordWriter(target.Stream, format, null, look);
                    if (record is not null) writer.Write(record);
                    writer.End([]);
                    break;
            }

            target.Complete();
            return ExitCode.Done;
        });
        return command;
    }

    // The reasons are made by reading again, with the packs at hand.
    private static void Explain(Stream output, string text, ArticleRecord record, TableLook look, Services services)
    {
        var article = new Article(record.Id, text, record.Title, record.Published, record.Language, record.Source, record.Url);
        var explanation = ArticleReader.Default.Explain(article);
        if (explanation.Record.Pack != record.Pack)
            services.Terminal.Talk.Warn($"the record was made with pack {record.Pack}; this is how pack {explanation.Record.Pack} reads the article.");
        ExplanationPage.Write(output, text, explanation, look);
    }
}
