using System.CommandLine;
using Simpul.Client.Help;
using Simpul.Client.Terminals;
using Simpul.Contracts;

namespace Simpul.Client.Commands;

/// <summary><c>simpul retract</c>: articles out again, and their part of every total with them.</summary>
internal static class RetractCommand
{
    public static Command Create(Services services)
    {
        var ids = new Argument<string[]>("ID") { Description = "Ids of articles", Arity = ArgumentArity.OneOrMore };
        var purge = new Option<bool>("--purge") { Description = "Also erase what was read in them, and wait for it" };
        var connection = new ConnectionArguments();
        var command = new DocumentedCommand(
            "retract", "Take articles out of a corpus: their text at once, their part of every total with it",
            "simpul retract news/2026-02-05 --corpus berita", "simpul retract a1 a2 --purge") { Arguments = { ids }, Options = { purge } };
        connection.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            await using var connected = await connection.Open(parsed, services, cancel);
            var corpus = await connected.FindCorpus(cancel);
            var stamp = SubmissionStamp.Now(services.Time);
            var talk = services.Terminal.Talk;
            var given = parsed.GetValue(ids)!;
            var retracted = 0;
            foreach (var id in given.Distinct())
            {
                if (await connected.Ask(() => connected.Session.Article(corpus.Corpus, id).Retract(stamp), cancel)) retracted++;
                else talk.Error($"corpus \"{corpus.Corpus.Name}\" holds no article \"{id}\".");
            }

            if (parsed.GetValue(purge))
            {
                var erased = await connected.Ask(() => connected.Session.Corpus(corpus.Corpus).Compact(), cancel);
                talk.Say($"{Sizes.Count(erased, "record")} erased.");
            }

            var asOf = await connected.Ask(() => connected.Session.Corpus(corpus.Corpus).WaitIncluded(TimeSpan.FromSeconds(20)), cancel);
            talk.Say($"{Sizes.Count(retracted, "article")} retracted.");
            connected.Say(asOf);
            return retracted == 0 ? ExitCode.Usage : retracted < given.Distinct().Count() ? ExitCode.SomeRejected : ExitCode.Done;
        });
        return command;
    }
}
