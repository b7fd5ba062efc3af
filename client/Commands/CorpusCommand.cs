using System.CommandLine;
using Simpul.Client.Help;
using Simpul.Client.Output;
using Simpul.Client.Queries;
using Simpul.Client.Terminals;

namespace Simpul.Client.Commands;

/// <summary><c>simpul corpus</c>: what corpora there are, and their end.</summary>
internal static class CorpusCommand
{
    public static Command Create(Services services) => new DocumentedCommand(
        "corpus", "List, show and delete corpora", "simpul corpus list", "simpul corpus show berita", "simpul corpus delete berita --yes")
    {
        Subcommands = { List(services), Show(services), Delete(services) },
    };

    private static DocumentedCommand List(Services services)
    {
        var connection = new ConnectionArguments(withCorpus: false);
        var output = new OutputArguments();
        var command = new DocumentedCommand("list", "List all corpora", "simpul corpus list --format json");
        output.AddTo(command);
        connection.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            output.Check(parsed);
            await using var connected = await connection.Open(parsed, services, cancel);
            var corpora = await connected.Look(() => connected.Session.Catalogue.List(), cancel);
            output.Write(parsed, services.Terminal, new Report([CorpusReport.Of(corpora)], []));
            if (corpora.Length == 0) services.Terminal.Talk.Say($"There is none yet in {connected.Session.Description}: simpul submit PATH makes one.");
            return ExitCode.Done;
        });
        return command;
    }

    private static DocumentedCommand Show(Services services)
    {
        var connection = new ConnectionArguments(withCorpus: false);
        var output = new OutputArguments();
        var name = new Argument<string>("NAME") { Description = "The corpus" };
        var command = new DocumentedCommand("show", "Show how far a corpus is", "simpul corpus show berita") { Arguments = { name } };
        output.AddTo(command);
        connection.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            ConnectionArguments.CheckName(parsed.GetValue(name)!);
            output.Check(parsed);
            await using var connected = await connection.Open(parsed, services, cancel);
            return await StatusCommand.Write(services, connected, parsed, output, [await connected.FindCorpus(parsed.GetValue(name)!, cancel)], cancel);
        });
        return command;
    }

    private static DocumentedCommand Delete(Services services)
    {
        var connection = new ConnectionArguments(withCorpus: false);
        var name = new Argument<string>("NAME") { Description = "The corpus" };
        var yes = new Option<bool>("--yes", "-y") { Description = "Do not ask" };
        var command = new DocumentedCommand("delete", "Delete a corpus and all that is in it", "simpul corpus delete berita --yes") { Arguments = { name }, Options = { yes } };
        connection.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            var corpus = parsed.GetValue(name)!;
            ConnectionArguments.CheckName(corpus);
            await using var connected = await connection.Open(parsed, services, cancel);
            var found = await connected.FindCorpus(corpus, cancel);
            if (!parsed.GetValue(yes) && !Confirmed(services.Terminal, corpus, found.Articles))
                throw CommandException.Usage("nothing was deleted.", "Type the corpus's name to confirm, or give --yes.");
            await connected.Ask(() => connected.Session.Catalogue.Delete(corpus), cancel);
            services.Terminal.Talk.Say($"Corpus \"{corpus}\" and its {Sizes.Count(found.Articles, "article")} are gone.");
            return ExitCode.Done;
        });
        return command;
    }

    // Nobody can answer where there is no terminal: then the name on the command line has to do.
    private static bool Confirmed(Terminal terminal, string corpus, long articles)
    {
        if (!terminal.ErrorIsTerminal) return true;
        terminal.Talk.Say($"This deletes corpus \"{corpus}\" with {Sizes.Count(articles, "article")}. Type its name to go on:");
        using var reader = new StreamReader(terminal.OpenInput());
        return reader.ReadLine()?.Trim() == corpus;
    }
}
