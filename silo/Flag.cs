using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Simpul.Silo;

/// <summary>An option without a value that takes one only for it to be refused: an argument that is not known would be shown.</summary>
internal sealed class Flag : Option<string?>
{
    public Flag(string name) : base(name) => Arity = ArgumentArity.ZeroOrOne;

    /// <summary>Has a command's help show its flags as such.</summary>
    public static void ShowIn(RootCommand root)
    {
        foreach (var help in root.Options.OfType<HelpOption>()) help.Action = new Help((HelpAction)help.Action!);
    }

    private sealed class Help(HelpAction inner) : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parsed)
        {
            // All is parsed; from here on the number of values is only shown.
            foreach (var flag in parsed.CommandResult.Command.Options.OfType<Flag>()) flag.Arity = ArgumentArity.Zero;
            return inner.Invoke(parsed);
        }
    }
}
