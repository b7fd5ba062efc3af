using System.CommandLine;
using Simpul.Client.Output;
using Simpul.Client.Terminals;

namespace Simpul.Client.Commands;

/// <summary>The arguments of every command that puts data out.</summary>
internal sealed class OutputArguments
{
    private readonly Option<string?> format = new("--format", "-f")
    {
        Description = "table, json, jsonl or csv",
        HelpName = "FORMAT",
    };

    private readonly Option<string?> output = new("--output", "-o")
    {
        Description = "Write to a file instead of standard output",
        HelpName = "FILE",
    };

    private readonly Option<bool> force = new("--force") { Description = "Overwrite the file" };

    private readonly Option<bool> wide = new("--wide") { Description = "Show all columns in a table" };

    public void AddTo(Command command)
    {
        format.AcceptOnlyFromAmong("table", "json", "jsonl", "csv");
        command.Options.Add(format);
        command.Options.Add(output);
        command.Options.Add(force);
        command.Options.Add(wide);
    }

    /// <summary>Refuses an output file that is there already, before any work is done.</summary>
    public void Check(ParseResult parsed) => OutputTarget.CheckFree(parsed.GetValue(output), parsed.GetValue(force));

    public OutputTarget Open(ParseResult parsed, Terminal terminal) => OutputTarget.Open(terminal, parsed.GetValue(output), parsed.GetValue(force));

    public bool ToFile(ParseResult parsed) => parsed.GetValue(output) is not (null or "-");

    /// <summary>The format asked for, or null where none was.</summary>
    public OutputFormat? Format(ParseResult parsed) =>
        parsed.GetValue(format) is { } name ? Enum.Parse<OutputFormat>(name, ignoreCase: true) : null;

    public TableLook Look(ParseResult parsed, Terminal terminal, OutputTarget target) => target.IsTerminal
        ? new TableLook(terminal.ColoursOnOutput, terminal.Width, parsed.GetValue(wide))
        : new TableLook(false, int.MaxValue, parsed.GetValue(wide));

    /// <summary>Writes a query's answer.</summary>
    public void Write(ParseResult parsed, Terminal terminal, Report report)
    {
        using var target = Open(parsed, terminal);
        RowWriters.Write(report, Format(parsed) ?? OutputFormat.Table, target.Stream, Look(parsed, terminal, target));
        target.Complete();
    }
}
