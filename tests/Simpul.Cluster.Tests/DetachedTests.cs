using Simpul.Cluster.Tests.Processes;
using Simpul.Hosting.Ownership;
using Simpul.Testing;

namespace Simpul.Cluster.Tests;

/// <summary>Submissions in the background, seen and ended from elsewhere.</summary>
public sealed class DetachedTests
{
    private const int Articles = 4_000;

    [LongFact]
    public async Task A_submission_in_the_background_is_seen_stopped_and_gone_on_with()
    {
        using var folder = new TempFolder();
        var data = folder["data"];
        var input = Corpus.Write(folder, "input.jsonl", Corpus.Lines(Articles));

        await using var detached = Commands.Start("submit", input, "--detach", "--data", data, "--log", folder["log"], "--batch-size", "1", "--in-flight", "1");
        Assert.Equal(0, await detached.Exit());
        var id = detached.Output.Trim();
        Assert.StartsWith("s-", id, StringComparison.Ordinal);
        Assert.Contains($"simpul status --watch --data {data} shows it, simpul submit --stop {id} --data {data} ends it.", detached.Talk, StringComparison.Ordinal);
        var owner = await DataFile.UntilOwned(data);
        await DataFile.UntilCommitted(data, "default", 64);
        Assert.Contains($"{id},running", await Commands.Run("status", "--submissions", "--format", "csv", "--data", data), StringComparison.Ordinal);

        await Commands.Run("submit", "--stop", id, "--data", data);
        var stopped = await Commands.Run("status", "--submissions", "--format", "csv", "--data", data);
        Assert.Contains($"{id},interrupted", stopped, StringComparison.Ordinal);
        Assert.InRange(DataFile.Committed(data, "default"), 64, Articles - 1);
        Assert.NotEqual(owner.Instance, OwnerRecord.Read(data)?.Instance);
        Assert.Contains("as simpul submit --stop asked", await File.ReadAllTextAsync(folder["log"]), StringComparison.Ordinal);

        await using var again = Commands.Start("submit", input, "--data", data);
        Assert.Equal(0, await again.Exit());
        Assert.Contains($"Going on with submission {id}", again.Talk, StringComparison.Ordinal);
        Assert.Contains("more had been acknowledged before", again.Talk, StringComparison.Ordinal);
        Assert.Equal(Articles, DataFile.Committed(data, "default"));
        Assert.Contains($"{id},finished,{Articles}", await Commands.Run("status", "--submissions", "--format", "csv", "--data", data), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_background_that_cannot_begin_ends_with_its_reason()
    {
        using var folder = new TempFolder();
        var input = Corpus.Write(folder, "input.jsonl", Corpus.Lines(1));
        await using var command = Commands.Start("submit", input, "--detach", "--log", folder["log"], "--cluster", "127.0.0.1:1");
        Assert.Equal(4, await command.Exit());
        Assert.Contains("No silo answers at 127.0.0.1:1", command.Talk, StringComparison.Ordinal);
        Assert.Empty(command.Output);
    }
}
