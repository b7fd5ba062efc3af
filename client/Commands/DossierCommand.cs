using System.CommandLine;
using Simpul.Client.Help;
using Simpul.Client.Output;
using Simpul.Client.Queries;
using Simpul.Contracts;

namespace Simpul.Client.Commands;

/// <summary><c>simpul country</c> and <c>simpul actor</c>: all that is counted of one of them.</summary>
internal static class DossierCommand
{
    public static Command Country(Services services) => Create(services, EntityKind.Country, new DocumentedCommand(
        "country", "One country in full: counts, names, relations, newest evidence",
        "simpul country CN", "simpul country Indonesia --by month --since 2026", "simpul country RU --format json --evidence 50"));

    public static Command Actor(Services services) => Create(services, EntityKind.Actor, new DocumentedCommand(
        "actor", "One person or organisation in full: counts, roles, names, relations, newest evidence",
        "simpul actor \"Xi Jinping\"", "simpul actor joko-widodo --by month", "simpul actor NATO --format csv"));

    private static DocumentedCommand Create(Services services, EntityKind kind, DocumentedCommand command)
    {
        var name = new Argument<string>("NAME") { Description = kind == EntityKind.Country ? "Its ISO code, or a name of it" : "Its id, or a name of it" };
        var connection = new ConnectionArguments();
        var output = new OutputArguments();
        var range = new RangeArguments();
        var relations = CountOption.Create("--relations", "Relations to show", 20, 0, Limits.MaxPage);
        var names = CountOption.Create("--names", "Names, and roles, to show", 20, 0);
        var evidence = CountOption.Create("--evidence", "Events, and mentions, to show", 10, 0, Limits.MaxPage);
        command.Arguments.Add(name);
        range.AddTo(command, withBuckets: true, withBasis: false, withStatus: false);
        command.Options.Add(relations);
        command.Options.Add(names);
        command.Options.Add(evidence);
        output.AddTo(command);
        connection.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            var query = new DossierQuery
            {
                Kind = kind,
                Name = parsed.GetValue(name)!,
                Since = range.Since(parsed),
                Until = range.Until(parsed),
                Bucket = range.Bucket(parsed, TimeBucket.Day),
                Relations = parsed.GetValue(relations),
                Evidence = parsed.GetValue(evidence),
                Fresh = range.Fresh(parsed),
            };
            output.Check(parsed);
            await using var connected = await connection.Open(parsed, services, cancel);
            var corpus = await connected.FindCorpus(cancel);
            var answer = await connected.Query(q => q.Dossier(corpus.Corpus, query), cancel);
            if (answer.Found is not { } found) throw UnknownNames.Of(query.Name, corpus.Corpus.Name, answer.Suggestions, kind);
            output.Write(parsed, services.Terminal, new Report(DossierReport.Of(found, query.Bucket, parsed.GetValue(names)), Connected.Pairs(answer.AsOf)));
            connected.Say(answer.AsOf);
            return ExitCode.Done;
        });
        return command;
    }
}
