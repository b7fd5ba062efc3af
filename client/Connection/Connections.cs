namespace Simpul.Client.Connection;

/// <summary>How sessions are opened: on a cluster that is named, else on a data folder.</summary>
internal static class Connections
{
    public static SessionOpener Opener(Terminals.Terminal terminal) => (target, _) => throw CommandException.Unreachable(
        $"no cluster at {(target.Cluster.Count > 0 ? string.Join(", ", target.Cluster) : target.DataFolder ?? DefaultDataFolder(terminal.Variable))}.");

    /// <summary>The user's own data folder.</summary>
    public static string DefaultDataFolder(Func<string, string?> variable)
    {
        if (OperatingSystem.IsLinux() && variable("XDG_DATA_HOME") is { } xdg && Path.IsPathFullyQualified(xdg)) return Path.Join(xdg, "simpul");
        var folder = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return folder.Length > 0 ? Path.Join(folder, "simpul") : Path.Join(Environment.CurrentDirectory, ".simpul");
    }
}
