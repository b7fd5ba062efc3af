using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Simpul.Client.Terminals;

namespace Simpul.Client.Help;

/// <summary>Prints a command's help, then its examples.</summary>
internal sealed class HelpWithExamples(Terminal terminal) : SynchronousCommandLineAction
{
    private static readonly string[] Overview =
    [
        "simpul demo                                        # who is in the news of the samples",
        "simpul submit news/ --corpus berita                # folders, JSONL, CSV ... in; safe to repeat",
        "simpul status --watch                              # submissions and corpora, live",
        "simpul top countries --corpus berita",
        "simpul dyad CN US --corpus berita --by month",
        "simpul analyze article.txt --format jsonl          # read without storing",
    ];

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var output = parseResult.InvocationConfiguration.Output;
        new HelpAction { MaxWidth = Math.Clamp(terminal.Width, 60, 120) }.Invoke(parseResult);
        var command = parseResult.CommandResult.Command;
        var examples = command is RootCommand ? Overview : command is DocumentedCommand documented ? documented.Examples : [];
        if (examples.Count > 0)
        {
            output.WriteLine("Examples:");
            foreach (var example in examples) output.WriteLine("  " + example);
            output.WriteLine();
        }

        if (command is RootCommand) output.WriteLine($"Topics: simpul help {string.Join(" | ", HelpTopics.All.Select(t => t.Name))}");
        return ExitCode.Done;
    }
}
