using System.CommandLine;
using Simpul.Client.Input;
using Simpul.Contracts;
using Simpul.Text;

namespace Simpul.Client.Commands;

/// <summary>The arguments that narrow a query down in time and by status.</summary>
internal sealed class RangeArguments
{
    private static readonly string[] Statuses = ["asserted", "planned", "negated", "hypothetical"];

    private readonly Option<string?> since = new("--since") { Description = "First day: 2026-02-05, 2026-02 or 2026", HelpName = "DATE" };
    private readonly Option<string?> until = new("--until") { Description = "Last day: 2026-02-05, 2026-02 or 2026", HelpName = "DATE" };

    private readonly Option<string[]> by = new("--by")
    {
        Description = "Split counts by day, month, year or all; event-date: by the event's date instead of the article's",
        HelpName = "WHAT",
        AllowMultipleArgumentsPerToken = false,
    };

    private readonly Option<string?> status = new("--status") { Description = "Events that are asserted (default), planned, negated or hypothetical", HelpName = "STATUS" };
    private readonly Option<bool> fresh = new("--fresh") { Description = "Wait until everything that was submitted is counted" };

    public void AddTo(Command command, bool withBuckets, bool withBasis, bool withStatus, bool allStatuses = false)
    {
        command.Options.Add(since);
        command.Options.Add(until);
        var accepted = new List<string>();
        if (withBuckets) accepted.AddRange(["day", "month", "year", "all"]);
        if (withBasis) accepted.AddRange(["published", "event-date"]);
        if (accepted.Count > 0)
        {
            by.AcceptOnlyFromAmong([.. accepted]);
            by.Description = (withBuckets, withBasis) switch
            {
                (true, true) => "Split counts by day, month, year or all; event-date takes the event's date instead of the article's",
                (true, false) => "Split counts by day, month, year or all",
                _ => "event-date takes the event's date instead of the article's",
            };
            command.Options.Add(by);
        }

        if (withStatus)
        {
            status.AcceptOnlyFromAmong(allStatuses ? [.. Statuses, "all"] : Statuses);
            if (allStatuses) status.Description = "Events that are asserted (default), planned, negated or hypothetical, or all";
            command.Options.Add(status);
        }

        command.Options.Add(fresh);
    }

    public string? Since(ParseResult parsed) => Day(parsed.GetValue(since), "--since");

    public string? Until(ParseResult parsed) => Day(parsed.GetValue(until), "--until");

    public bool Fresh(ParseResult parsed) => parsed.GetValue(fresh);

    public DateBasis Basis(ParseResult parsed) => (parsed.GetValue(by) ?? []).Contains("event-date") ? DateBasis.Event : DateBasis.Published;

    public TimeBucket Bucket(ParseResult parsed, TimeBucket otherwise) =>
        (parsed.GetValue(by) ?? []).LastOrDefault(b => b is not ("event-date" or "published")) is { } name ? Enum.Parse<TimeBucket>(name, ignoreCase: true) : otherwise;

    public EventStatus Status(ParseResult parsed) => StatusOrAll(parsed) ?? EventStatus.Asserted;

    public EventStatus? StatusOrAll(ParseResult parsed) => parsed.GetValue(status) switch
    {
        null => EventStatus.Asserted,
        "all" => null,
        var name => Enum.Parse<EventStatus>(name, ignoreCase: true),
    };

    /// <summary>An option for a type of event.</summary>
    public static Option<string?> TypeOption()
    {
        var option = new Option<string?>("--type") { Description = "Events of one type, such as ASSAULT (simpul help event-types)", HelpName = "TYPE" };
        option.CompletionSources.Add(_ => Enum.GetValues<EventType>().Select(t => new System.CommandLine.Completions.CompletionItem(t.Name())));
        return option;
    }

    public static EventType? Type(string? name)
    {
        if (name is null) return null;
        if (EventTypes.TryParse(name, out var type)) return type;
        var names = Enum.GetValues<EventType>().Select(t => t.Name()).ToList();
        throw CommandException.Usage(
            $"there is no type of event \"{name}\".",
            UsageErrors.Closest(name, names) is { } close ? $"Did you mean \"{close}\"?" : $"The types are {string.Join(", ", names)}.");
    }

    private static string? Day(string? written, string option)
    {
        if (written is null) return null;
        return PublishedDate.Read(written, out var value) == DateReading.Known
            ? value
            : throw CommandException.Usage($"{option} \"{written}\" is no date.", "Write it as 2026-02-05, 2026-02 or 2026.");
    }
}
