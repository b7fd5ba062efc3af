using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Simpul.Client.Submission;

/// <summary>
/// The name under which a client holds a submission: its machine, its process, when that began, and a number that no other run has.
/// So a client on the same machine can tell at once whether another one still lives.
/// </summary>
internal static class ClientName
{
    // The system gives the start of a process in ticks of its own.
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(2);

    public static string OfThisRun() => string.Create(
        CultureInfo.InvariantCulture, $"{Environment.MachineName}/{Environment.ProcessId}/{Started(Process.GetCurrentProcess())}/{Random.Shared.Next():x8}");

    /// <summary>True where the client is surely gone: its process was on this machine and is none any more.</summary>
    public static bool IsGone(string client)
    {
        var parts = client.Split('/');
        if (parts.Length != 4 || parts[0] != Environment.MachineName) return false;
        if (!int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var id) || !long.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var started)) return false;
        try
        {
            using var process = Process.GetProcessById(id);
            return process.HasExited || TimeSpan.FromSeconds(Math.Abs(Started(process) - started)) > Tolerance;
        }
        catch (ArgumentException)
        {
            return true;
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception)
        {
            return e is InvalidOperationException;
        }
    }

    /// <summary>The name for people: process and machine.</summary>
    public static string ForPeople(string client) => client.Split('/') is [var machine, var process, ..] ? $"process {process} on {machine}" : client;

    private static long Started(Process process) => new DateTimeOffset(process.StartTime).ToUnixTimeSeconds();
}
