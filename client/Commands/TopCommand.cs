using System.CommandLine;
using Simpul.Client.Help;
using Simpul.Client.Output;
using Simpul.Client.Queries;
using Simpul.Contracts;

namespace Simpul.Client.Commands;

/// <summary><c>simpul top</c>: who is in the news, and who deals with whom.</summary>
internal static class TopCommand
{
    public static Command Create(Services services) => new DocumentedCommand(
        "top", "Rank countries, actors or dyads",
        "simpul top countries --limit 10", "simpul top actors --since 2026-01 --format csv", "simpul top dyads --type ASSAULT")
    {
        Subcommands =
        {
            Subject(services, "actors", "People and organisations, most articles first", TopSubject.Actors),
            Subject(services, "countries", "Countries, most articles first", TopSubject.Countries),
            Subject(services, "dyads", "Who did most to whom", TopSubject.CountryDyads),
        },
    };

    private static DocumentedCommand Subject(Services services, string name, string description, TopSubject subject)
    {
        var connection = new ConnectionArguments();
        var output = new OutputArguments();
        var range = new RangeArguments();
        var limit = CountOption.Create("--limit", "Rows", 20, 1, Limits.MaxPage);
        var skip = CountOption.Create("--skip", "Rows to leave out before the first", 0);
        var order = new Option<string>("--order") { Description = "Sort by articles, mentions or events", HelpName = "WHAT", DefaultValueFactory = _ => "articles" };
        order.AcceptOnlyFromAmong("articles", "mentions", "events");
        var between = new Option<string>("--between") { Description = "Pairs of countries, of actors (one side at least), or all", HelpName = "WHOM", DefaultValueFactory = _ => "countries" };
        between.AcceptOnlyFromAmong("countries", "actors", "all");
        var self = new Option<bool>("--self") { Description = "Count what organs of one state do to each other too" };
        var type = RangeArguments.TypeOption();
        var isDyads = subject == TopSubject.CountryDyads;

        var command = new DocumentedCommand(name, description, $"simpul top {name} --limit 10", $"simpul top {name} --since 2026-01 --until 2026-06 --format csv");
        command.Options.Add(limit);
        command.Options.Add(skip);
        command.Options.Add(order);
        range.AddTo(command, withBuckets: false, withBasis: true, withStatus: true);
        if (isDyads)
        {
            command.Options.Add(between);
            command.Options.Add(type);
            command.Options.Add(self);
        }

        output.AddTo(command);
        connection.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            var query = new TopQuery
            {
                Subject = isDyads ? parsed.GetValue(between) switch { "actors" => TopSubject.ActorDyads, "all" => TopSubject.Dyads, _ => subject } : subject,
                Skip = parsed.GetValue(skip),
                Limit = parsed.GetValue(limit),
                Since = range.Since(parsed),
                Until = range.Until(parsed),
                By = range.Basis(parsed),
                Status = range.Status(parsed),
                Type = isDyads ? RangeArguments.Type(parsed.GetValue(type)) : null,
                Order = Enum.Parse<TopOrder>(parsed.GetValue(order)!, ignoreCase: true),
                IncludeSelf = isDyads && parsed.GetValue(self),
                Fresh = range.Fresh(parsed),
            };
            output.Check(parsed);
            await using var connected = await connection.Open(parsed, services, cancel);
            var corpus = await connected.FindCorpus(cancel);
            var answer = await connected.Query(q => q.Top(corpus.Corpus, query), cancel);
            output.Write(parsed, services.Terminal, new Report([TopReport.Of(query, answer)], Connected.Pairs(answer.AsOf)));
            connected.Say(answer.AsOf);
            return ExitCode.Done;
        });
        return command;
    }
}
