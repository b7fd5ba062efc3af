using System.CommandLine;

namespace Simpul.Client.Help;

/// <summary>A command whose help ends in examples to copy.</summary>
internal sealed class DocumentedCommand(string name, string description, params string[] examples) : Command(name, description)
{
    public IReadOnlyList<string> Examples { get; } = examples;
}
