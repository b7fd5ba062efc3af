using System.CommandLine;
using Simpul.Client.Help;
using Simpul.Client.Output;
using Simpul.Client.Queries;
using Simpul.Contracts;

namespace Simpul.Client.Commands;

/// <summary><c>simpul dyad</c>: what two parties did to each other, by type and time.</summary>
internal static class DyadCommand
{
    public static Command Create(Services services)
    {
        var first = new Argument<string>("FIRST") { Description = "A country's code or name, or an actor's id or name" };
        var second = new Argument<string>("SECOND") { Description = "The other one" };
        var connection = new ConnectionArguments();
        var output = new OutputArguments();
        var range = new RangeArguments();
        var evidence = CountOption.Create("--evidence", "Events to show", 10, 0, Limits.MaxPage);
        var command = new DocumentedCommand(
            "dyad", "What two countries or actors did to each other",
            "simpul dyad CN US", "simpul dyad CN US --by month --by event-date", "simpul dyad \"Xi Jinping\" \"Donald Trump\" --format csv") { Arguments = { first, second } };
        range.AddTo(command, withBuckets: true, withBasis: true, withStatus: true);
        command.Options.Add(evidence);
        output.AddTo(command);
        connection.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            var query = new DyadQuery
            {
                First = parsed.GetValue(first)!,
                Second = parsed.GetValue(second)!,
                Since = range.Since(parsed),
                Until = range.Until(parsed),
                By = range.Basis(parsed),
                Bucket = range.Bucket(parsed, TimeBucket.Month),
                Status = range.Status(parsed),
                Evidence = parsed.GetValue(evidence),
                Fresh = range.Fresh(parsed),
            };
            output.Check(parsed);
            await using var connected = await connection.Open(parsed, services, cancel);
            var corpus = await connected.FindCorpus(cancel);
            var answer = await connected.Query(q => q.Dyad(corpus.Corpus, query), cancel);
            if (answer.First is null) throw UnknownNames.Of(query.First, corpus.Corpus.Name, answer.FirstSuggestions);
            if (answer.Second is null) throw UnknownNames.Of(query.Second, corpus.Corpus.Name, answer.SecondSuggestions);
            output.Write(parsed, services.Terminal, new Report(DyadReport.Of(answer, query), Connected.Pairs(answer.AsOf)));
            connected.Say(answer.AsOf);
            return ExitCode.Done;
        });
        return command;
    }
}
