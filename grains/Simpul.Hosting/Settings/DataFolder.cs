namespace Simpul.Hosting.Settings;

/// <summary>Where the data of an embedded store are.</summary>
public static class DataFolder
{
    /// <summary>The environment variable that names the folder.</summary>
    public const string Variable = "SIMPUL_DATA";

    /// <summary>The data file in a data folder.</summary>
    public const string FileName = "simpul.db";

    /// <summary>The folder that was named, else that of <c>SIMPUL_DATA</c>, else the user's own; absolute.</summary>
    /// <exception cref="HostingException">None is named and the user has none.</exception>
    public static string Resolve(string? named)
    {
        if (!string.IsNullOrWhiteSpace(named)) return Path.GetFullPath(named);
        if (Environment.GetEnvironmentVariable(Variable) is { } variable && !string.IsNullOrWhiteSpace(variable)) return Path.GetFullPath(variable);
        var own = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        if (own.Length == 0)
            throw new HostingException(HostingFault.Settings, "This user has no folder for data.", $"Name one with --data or {Variable}.");
        return Path.Combine(own, "simpul");
    }

    /// <summary>Makes the folder where it is missing, for this user alone.</summary>
    /// <exception cref="HostingException">It cannot be made.</exception>
    public static void Create(string folder)
    {
        try
        {
            if (Directory.Exists(folder)) return;
            if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
            else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw NotWritable(folder, e);
        }
    }

    internal static HostingException NotWritable(string folder, Exception cause) => new(
        HostingFault.Data, $"The data folder {folder} cannot be written to: {cause.Message}", $"Name another with --data or {Variable}, or let this user write to it.", cause);
}
