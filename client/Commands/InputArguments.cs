using System.CommandLine;
using Simpul.Client.Input;
using Simpul.Client.Terminals;

namespace Simpul.Client.Commands;

/// <summary>The arguments of every command that takes articles in.</summary>
internal sealed class InputArguments
{
    private readonly Argument<string[]> paths = new("PATH")
    {
        Description = "Files, folders, patterns such as 'news/*.jsonl.gz', or - for standard input",
        // None where the command asks something of what runs already; who needs one says so.
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string[]> map = new("--map")
    {
        Description = "Names of the input's own fields: text=body,published=pub_date",
        HelpName = "FIELD=NAME",
    };

    private readonly Option<string?> published = new("--published")
    {
        Description = "Date of articles that carry none: 2026-02-05, 2026-02 or 2026",
        HelpName = "DATE",
    };

    private readonly Option<string> format = new("--input-format")
    {
        Description = "What unnamed or oddly named input holds: auto, txt, jsonl, csv, tsv",
        HelpName = "FORMAT",
        DefaultValueFactory = _ => "auto",
    };

    private readonly Option<string> maxText = Size("--max-text", "Longest text of an article, in characters", InputOptions.DefaultMaxText);
    private readonly Option<string> maxLine = Size("--max-line", "Longest line of JSONL or row of CSV, in bytes", InputOptions.DefaultMaxLine);

    public void AddTo(Command command)
    {
        format.AcceptOnlyFromAmong("auto", "txt", "jsonl", "csv", "tsv");
        command.Arguments.Add(paths);
        command.Options.Add(map);
        command.Options.Add(published);
        command.Options.Add(format);
        command.Options.Add(maxText);
        command.Options.Add(maxLine);
    }

    /// <summary>The paths as given; at least one of them exists.</summary>
    public string[] Paths(ParseResult parsed)
    {
        var given = parsed.GetValue(paths) ?? [];
        if (given.Length == 0) throw CommandException.Usage("no input is named.", "Name files, folders, patterns, or - for standard input; simpul help input says more.");
        if (given.Any(InputFinder.Exists)) return given;
        throw CommandException.Usage(
            given.Length == 1 ? $"there is no file or folder \"{given[0]}\"." : $"there is no file or folder {string.Join(", ", given.Select(g => $"\"{g}\""))}.",
            "Check the path; simpul help input says what can be read.");
    }

    /// <summary>True where any input is named.</summary>
    public bool Any(ParseResult parsed) => parsed.GetValue(paths) is { Length: > 0 };

    public InputOptions Options(ParseResult parsed)
    {
        if (!FieldMap.TryParse(parsed.GetValue(map) ?? [], out var fields, out var error)) throw CommandException.Usage(error + ".");
        string? date = null;
        if (parsed.GetValue(published) is { } written && PublishedDate.Read(written, out date) != DateReading.Known)
            throw CommandException.Usage($"--published \"{written}\" is no date.", "Write it as 2026-02-05, 2026-02 or 2026.");
        return new InputOptions
        {
            Fields = fields,
            Published = date,
            Format = Enum.Parse<InputFormat>(parsed.GetValue(format)!, ignoreCase: true),
            MaxText = SizeOf(parsed, maxText),
            MaxLine = SizeOf(parsed, maxLine),
        };
    }

    private static Option<string> Size(string name, string description, long value) => new(name)
    {
        Description = description,
        HelpName = "SIZE",
        DefaultValueFactory = _ => $"{value >> 20}M",
    };

    private static long SizeOf(ParseResult parsed, Option<string> option)
    {
        var text = parsed.GetValue(option)!;
        return Sizes.TryParse(text, out var size) ? size : throw CommandException.Usage($"{option.Name} \"{text}\" is no size.", "Write it as 500K, 4M or a number up to 1G.");
    }
}
