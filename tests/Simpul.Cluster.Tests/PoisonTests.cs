using System.Text.Json;
using Simpul.Cluster.Tests.Processes;
using Simpul.Testing;

namespace Simpul.Cluster.Tests;

/// <summary>An article whose reading ends the process that reads it, whatever process that is.</summary>
public sealed class PoisonTests
{
    private const int Articles = 200;
    private static readonly string[] Lines = Corpus.Lines(Articles);

    private static readonly Dictionary<string, string?> Hook = new(StringComparer.Ordinal)
    {
        ["DOTNET_STARTUP_HOOKS"] = Path.Combine(Path.GetDirectoryName(Programs.Find(Programs.Hook))!, "Simpul.PoisonHook.dll"),
    };

    [LongFact]
    public async Task It_ends_its_silo_twice_and_is_set_aside_while_the_rest_counts_and_a_retry_makes_all_equal()
    {
        using var folder = new TempFolder();
        var data = folder["data"];
        var input = Corpus.Write(folder, "input.jsonl", Poisoned());
        var ports = SiloPortNumbers.Free();
        using var done = new CancellationTokenSource();
        var silos = Supervise(data, ports, done.Token);
        string[] target = ["--cluster", $"127.0.0.1:{ports.Gateway}"];

        await using (var submission = Commands.Start(["submit", input, "--wait", "60", .. target]))
        {
            Assert.Equal(3, await submission.Exit());
            Assert.Contains("ended 3 times the process that read it alone", submission.Talk, StringComparison.Ordinal);
            Assert.Contains("1 rejected", submission.Talk, StringComparison.Ordinal);
        }

        var letters = await Commands.Run(["deadletters", "list", "--format", "csv", .. target]);
        Assert.Contains("berita/00150", letters, StringComparison.Ordinal);
        Assert.Equal(2, letters.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        await using (var again = Commands.Start(["submit", input, .. target])) Assert.Equal(3, await again.Exit());
        await done.CancelAsync();
        // Each start but the first was an end by itself, and knowing the poison ends no silo any more.
        Assert.InRange(await silos, 2, 3);

        // Another program, which reads it without harm.
        await Commands.Run("deadletters", "retry", "--data", data);
        await Commands.Run("submit", input, "--data", folder["calm"]);
        Assert.Equal(await Commands.Run("export", "--data", folder["calm"]), await Commands.Run("export", "--data", data));
        Assert.DoesNotContain("berita", await Commands.Run("deadletters", "list", "--format", "csv", "--data", data), StringComparison.Ordinal);
    }

    [LongFact]
    public async Task A_command_with_a_silo_of_its_own_dies_of_it_twice_and_goes_on_the_third_time()
    {
        using var folder = new TempFolder();
        var input = Corpus.Write(folder, "input.jsonl", Poisoned());
        var codes = new List<int>();
        var talk = "";
        while (codes.Count < 8)
        {
            await using var command = Commands.Start(Hook, "submit", input, "--data", folder["data"], "--batch-size", "8");
            codes.Add(await command.Exit());
            talk = command.Talk;
            if (codes[^1] is 0 or 3) break;
        }

        Assert.True(codes[^1] == 3, $"{string.Join(", ", codes)}:\n{talk}");
        Assert.InRange(codes.Count, 3, 4);
        Assert.Equal(Articles - 1, DataFile.Committed(folder["data"], "default"));
    }

    private static string[] Poisoned()
    {
        var lines = (string[])Lines.Clone();
        lines[150] = JsonSerializer.Serialize(new { id = "berita/00150", text = "Presiden Prabowo bertemu racunmematikan di Tokyo.", published = "2026-01-05" });
        return lines;
    }

    // Starts the silo whenever it has ended, as an operator's supervisor does; answers how often it was started.
    private static async Task<int> Supervise(string data, SiloPortNumbers ports, CancellationToken done)
    {
        for (var starts = 1; ; starts++)
        {
            await using var silo = await SiloProcess.Start(data, ports, Hook);
            var ended = silo.Process.Exit();
            await Task.WhenAny(ended, Task.Delay(Timeout.Infinite, done));
            if (!done.IsCancellationRequested) continue;
            await silo.Process.Stop();
            return starts;
        }
    }
}
