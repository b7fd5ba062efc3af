using System.CommandLine;
using Simpul.Client.Help;
using Simpul.Client.Terminals;

namespace Simpul.Client.Commands;

/// <summary><c>simpul help</c>: topics, and the help of a command.</summary>
internal static class HelpCommand
{
    public static Command Create(Terminal terminal, RootCommand root)
    {
        var names = new Argument<string[]>("TOPIC") { Description = "A topic, or a command", Arity = ArgumentArity.ZeroOrMore };
        names.CompletionSources.Add(_ => HelpTopics.All.Select(t => new System.CommandLine.Completions.CompletionItem(t.Name)));
        var command = new DocumentedCommand("help", "Explain a command or a topic", "simpul help exit-codes", "simpul help submit") { Arguments = { names } };
        command.SetAction((parsed, cancel) => Run(terminal, root, parsed.GetValue(names) ?? [], cancel));
        return command;
    }

    private static async Task<int> Run(Terminal terminal, RootCommand root, string[] names, CancellationToken cancel)
    {
        await using var output = terminal.OutputWriter();
        if (names.Length == 1 && HelpTopics.All.FirstOrDefault(t => t.Name == names[0]) is { } topic)
        {
            await output.WriteLineAsync(topic.Text.ReplaceLineEndings("\n"));
            return ExitCode.Done;
        }

        Command command = root;
        foreach (var name in names)
        {
            command = command.Subcommands.FirstOrDefault(c => c.Name == name)
                ?? throw Unknown(string.Join(' ', names), command.Subcommands.Select(c => c.Name).Concat(HelpTopics.All.Select(t => t.Name)));
        }

        var code = await root.Parse([.. names, "--help"]).InvokeAsync(new InvocationConfiguration { Output = output, Error = output, ProcessTerminationTimeout = null }, cancel);
        if (names.Length == 0)
        {
            await output.WriteLineAsync();
            foreach (var t in HelpTopics.All) await output.WriteLineAsync($"  simpul help {t.Name,-14}{t.Summary}");
        }

        return code;
    }

    private static CommandException Unknown(string name, IEnumerable<string> candidates) => CommandException.Usage(
        $"there is no help on \"{name}\".",
        UsageErrors.Closest(name, candidates) is { } close ? $"Did you mean \"{close}\"?" : $"Topics: {string.Join(", ", HelpTopics.All.Select(t => t.Name))}.");
}
