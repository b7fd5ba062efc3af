namespace Simpul.Client;

/// <summary>Ends a command with a message for the user and an exit code.</summary>
internal sealed class CommandException(int exitCode, string message, string? remedy = null, Exception? inner = null) : Exception(message, inner)
{
    public int ExitCode { get; } = exitCode;

    /// <summary>What to do about it, on a line of its own.</summary>
    public string? Remedy { get; } = remedy;

    public static CommandException Usage(string message, string? remedy = null) => new(Simpul.Client.ExitCode.Usage, message, remedy);

    public static CommandException Unreachable(string message, string? remedy = null, Exception? inner = null) =>
        new(Simpul.Client.ExitCode.Unreachable, message, remedy, inner);
}
