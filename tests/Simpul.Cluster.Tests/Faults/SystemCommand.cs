using System.Diagnostics;

namespace Simpul.Cluster.Tests.Faults;

/// <summary>Commands of the machine's own, for what only they can do.</summary>
internal static class SystemCommand
{
    /// <summary>Runs one to its end, which must be a good one.</summary>
    public static void Run(string program, params string[] args)
    {
        var (code, errors) = Try(program, args);
        if (code != 0) throw new InvalidOperationException($"{program} {string.Join(' ', args)} ended in {code}: {errors.Trim()}");
    }

    /// <summary>Runs one to its end.</summary>
    public static (int Code, string Errors) Try(string program, params string[] args)
    {
        using var process = Process.Start(new ProcessStartInfo(program, args) { RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, errors);
    }
}
