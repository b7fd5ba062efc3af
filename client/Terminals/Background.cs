using System.Runtime.InteropServices;
using Simpul.Client.Commands;

namespace Simpul.Client.Terminals;

/// <summary>A client in the background, as <c>submit --detach</c> starts it.</summary>
internal static class Background
{
    /// <summary>True where this process is one.</summary>
    public static bool IsHere => Log is not null;

    private static string? Log => Environment.GetEnvironmentVariable(DetachedClient.BackgroundVariable) is { Length: > 0 } log ? log : null;

    /// <summary>Leaves the terminal's session, so that its keys and its end are not heard, and says everything to the log.</summary>
    public static Terminal OpenTerminal()
    {
        // Fails where the process leads a session already, and then nothing is to be done.
        if (!OperatingSystem.IsWindows()) _ = SetSession();
        return Terminal.OfFile(Log!);
    }

    [DllImport("libc", EntryPoint = "setsid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetSession();
}
