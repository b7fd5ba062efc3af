using System.CommandLine;
using Simpul.Client.Help;
using Simpul.Client.Output;
using Simpul.Client.Queries;
using Simpul.Client.Terminals;
using Simpul.Contracts;

namespace Simpul.Client.Commands;

/// <summary><c>simpul events</c>: events with their evidence, newest first.</summary>
internal static class EventsCommand
{
    private static readonly TableShape Shape = new("events", null, EvidenceRows.EventColumns);

    public static Command Create(Services services)
    {
        var connection = new ConnectionArguments();
        var output = new OutputArguments();
        var range = new RangeArguments();
        var source = new Option<string?>("--source") { Description = "Who acts: a country or actor, by code, id or name", HelpName = "WHO" };
        var target = new Option<string?>("--target") { Description = "On whom", HelpName = "WHO" };
        var type = RangeArguments.TypeOption();
        var limit = CountOption.Create("--limit", "Rows", 50, 1, Limits.MaxPage);
        var after = new Option<string?>("--after") { Description = "Go on where a page ended", HelpName = "POSITION" };
        var scan = CountOption.Create("--scan-limit", "Articles to look at, at most, for events older than those kept at hand", 200_000);
        var command = new DocumentedCommand(
            "events", "List events with their evidence, newest first",
            "simpul events --source RU --target UA --type ASSAULT --since 2026-01-01", "simpul events --source \"Xi Jinping\" --format jsonl --limit 1000");
        command.Options.Add(source);
        command.Options.Add(target);
        command.Options.Add(type);
        range.AddTo(command, withBuckets: false, withBasis: true, withStatus: true, allStatuses: true);
        command.Options.Add(limit);
        command.Options.Add(after);
        command.Options.Add(scan);
        output.AddTo(command);
        connection.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            var query = new EventsQuery
            {
                Source = parsed.GetValue(source),
                Target = parsed.GetValue(target),
                Type = RangeArguments.Type(parsed.GetValue(type)),
                Status = range.StatusOrAll(parsed),
                Since = range.Since(parsed),
                Until = range.Until(parsed),
                By = range.Basis(parsed),
                After = parsed.GetValue(after),
                Limit = parsed.GetValue(limit),
                ScanLimit = parsed.GetValue(scan),
                Fresh = range.Fresh(parsed),
            };
            output.Check(parsed);
            await using var connected = await connection.Open(parsed, services, cancel);
            var corpus = await connected.FindCorpus(cancel);
            var answer = await connected.Query(q => q.Events(corpus.Corpus, query), cancel);
            if (answer.NameUnknown) throw Unknown(query, answer, corpus.Corpus.Name);
            output.Write(parsed, services.Terminal, new Report([new Table(Shape, [.. answer.Rows.Select(EvidenceRows.Of)])], Connected.Pairs(answer.AsOf)));
            connected.Say(answer.AsOf);
            if (!answer.IsComplete)
                services.Terminal.Talk.Warn($"{Sizes.Count(answer.Scanned, "article")} were looked at, and older events may be missing. Raise --scan-limit, or narrow it down with --since.");
            if (answer.Next is { } next) services.Terminal.Talk.Say($"There are more: --after {next}");
            return ExitCode.Done;
        });
        return command;
    }

    private static CommandException Unknown(EventsQuery query, EventsAnswer answer, string corpus)
    {
        var isTarget = query.Source is null || (answer.TargetSuggestions.Length > 0 && answer.SourceSuggestions.Length == 0);
        return UnknownNames.Of((isTarget ? query.Target : query.Source)!, corpus, isTarget ? answer.TargetSuggestions : answer.SourceSuggestions);
    }
}
