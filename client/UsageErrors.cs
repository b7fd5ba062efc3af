using System.CommandLine;
using System.CommandLine.Parsing;
using Simpul.Client.Terminals;

namespace Simpul.Client;

/// <summary>Says what is wrong with a command line, on standard error, and what may have been meant.</summary>
internal static class UsageErrors
{
    public static int Report(ParseResult parsed, Talk talk)
    {
        var command = parsed.CommandResult.Command;
        var unknown = UnknownOption(parsed) is { } option ? [option] : parsed.UnmatchedTokens;
        foreach (var token in unknown)
        {
            // What follows an unknown word is most often its argument.
            var kind = token.StartsWith('-') ? "option" : command.Subcommands.Count > 0 ? "command" : "argument";
            talk.Error(kind == "argument" ? $"\"{token}\" is one argument too many." : $"\"{token}\" is no {kind} of \"{NameOf(parsed.CommandResult)}\".");
            if (Closest(token, Candidates(command, token)) is { } close) talk.Say($"Did you mean \"{close}\"?");
            break;
        }

        if (unknown.Count == 0)
            foreach (var error in parsed.Errors)
                talk.Error(Clean(error.Message));
        talk.Say($"See \"{NameOf(parsed.CommandResult)} --help\".");
        return ExitCode.Usage;
    }

    /// <summary>
    /// An option that the command does not have and that was taken for one of its arguments, since those can be many. After
    /// <c>--</c> anything may begin with a dash.
    /// </summary>
    public static string? UnknownOption(ParseResult parsed) =>
        parsed.Action is System.CommandLine.Help.HelpAction || parsed.Tokens.Any(t => t.Type == TokenType.DoubleDash)
            ? null
            : parsed.CommandResult.Children.OfType<ArgumentResult>().SelectMany(a => a.Tokens).Select(t => t.Value).FirstOrDefault(v => v.Length > 1 && v[0] == '-');

    /// <summary>The candidate that is closest to a word, if any is close enough to have been meant.</summary>
    public static string? Closest(string word, IEnumerable<string> candidates) => candidates
        .Select(c => (Candidate: c, Distance: Distance(word, c)))
        .Where(c => c.Distance <= Math.Max(1, Math.Min(word.Length, c.Candidate.Length) / 3))
        .OrderBy(c => c.Distance).ThenBy(c => c.Candidate, StringComparer.Ordinal)
        .Select(c => c.Candidate).FirstOrDefault();

    private static IEnumerable<string> Candidates(Command command, string token) => token.StartsWith('-')
        ? command.Options.SelectMany(o => o.Aliases.Prepend(o.Name)).Where(n => n.StartsWith("--", StringComparison.Ordinal))
        : command.Subcommands.Select(c => c.Name);

    private static string NameOf(CommandResult result)
    {
        var names = new List<string>();
        for (SymbolResult? r = result; r is CommandResult c; r = r.Parent) names.Add(c.Command is RootCommand ? "simpul" : c.Command.Name);
        names.Reverse();
        return string.Join(' ', names);
    }

    private static string Clean(string message) =>
        string.Join(' ', message.Split(['\n', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Replace("'", "\"", StringComparison.Ordinal);

    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                var same = char.ToUpperInvariant(a[i - 1]) == char.ToUpperInvariant(b[j - 1]);
                row[j] = Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), diagonal + (same ? 0 : 1));
                diagonal = above;
            }
        }

        return row[b.Length];
    }
}
