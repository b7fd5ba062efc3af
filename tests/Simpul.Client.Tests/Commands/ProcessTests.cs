using System.Diagnostics;

namespace Simpul.Client.Tests.Commands;

/// <summary>The command as a process of its own, where only a process can show it: pipes and signals.</summary>
public sealed class ProcessTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_reader_that_has_seen_enough_ends_the_command_with_0()
    {
        var path = folder.Write("a.jsonl", string.Concat(Enumerable.Repeat("{\"text\":\"Presiden Indonesia bertemu Perdana Menteri Jepang.\"}\n", 20_000)));
        using var process = Start("analyze", path, "--format", "jsonl");
        Assert.NotNull(await process.StandardOutput.ReadLineAsync());
        process.StandardOutput.Close();
        Assert.Equal(ExitCode.Done, await ExitCodeOf(process));
        Assert.Empty(await process.StandardError.ReadToEndAsync());
    }

    [Fact]
    public async Task An_interrupt_ends_the_command_with_130()
    {
        if (OperatingSystem.IsWindows()) return;
        using var process = Start("analyze", "-", "--input-format", "jsonl");
        await process.StandardInput.WriteLineAsync("{\"text\":\"Presiden Indonesia bertemu Perdana Menteri Jepang.\"}");
        await process.StandardInput.FlushAsync();
        Assert.NotNull(await process.StandardOutput.ReadLineAsync());
        using var kill = Process.Start("kill", ["-INT", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        Assert.Equal(ExitCode.Interrupted, await ExitCodeOf(process));
    }

    [Fact]
    public async Task Colours_and_progress_stay_away_from_a_pipe()
    {
        using var process = Start("analyze", folder.Write("a.txt", "Presiden Indonesia bertemu Perdana Menteri Jepang."), "--format", "table");
        Assert.DoesNotContain('\e', await process.StandardOutput.ReadToEndAsync());
        Assert.Empty(await process.StandardError.ReadToEndAsync());
        Assert.Equal(ExitCode.Done, await ExitCodeOf(process));
    }

    private static Process Start(params string[] args)
    {
        // A background job is born with interrupts ignored, and its children inherit that: `env` gives them back.
        string[] command = ["dotnet", typeof(App).Assembly.Location, .. args];
        if (OperatingSystem.IsLinux()) command = ["env", "--default-signal=INT", .. command];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        return Process.Start(start)!;
    }

    private static async Task<int> ExitCodeOf(Process process)
    {
        using var limit = new CancellationTokenSource(Limit);
        await process.WaitForExitAsync(limit.Token);
        return process.ExitCode;
    }
}
