using Simpul.Cluster.Tests.Processes;
using Simpul.Hosting.Ownership;
using Simpul.Testing;

namespace Simpul.Cluster.Tests;

/// <summary>A data folder whose owner goes away while others work on it.</summary>
public sealed class TakeoverTests
{
    private static readonly string[] Lines = Corpus.Lines(200);

    [Fact]
    public Task When_the_first_command_is_killed_the_second_takes_over() => TakeOver(isKilled: true);

    [LongFact]
    public Task When_the_first_command_ends_the_second_takes_over() => TakeOver(isKilled: false);

    [Fact]
    public async Task When_a_silo_stops_in_the_middle_of_a_submission_the_command_goes_on_by_itself()
    {
        using var folder = new TempFolder();
        var data = folder["data"];
        await using var silo = await SiloProcess.Start(data);
        await using var submission = new OpenSubmission("--data", data);
        submission.Write(Lines.Take(100));
        await DataFile.UntilCommitted(data, "default", 1);

        Assert.Equal(0, await silo.Process.Stop());
        submission.Write(Lines.Skip(100));
        await submission.Finish();

        Assert.Equal(Lines.Length, DataFile.Committed(data, "default"));
    }

    private static async Task TakeOver(bool isKilled)
    {
        using var folder = new TempFolder();
        var data = folder["data"];
        await using var first = new OpenSubmission("--data", data, "--corpus", "first");
        first.Write(Lines);
        await DataFile.UntilCommitted(data, "first", 1);
        var owner = await DataFile.UntilOwned(data);
        await using var second = new OpenSubmission("--data", data, "--corpus", "second");
        second.Write(Lines.Take(100));
        await DataFile.UntilCommitted(data, "second", 1);

        if (isKilled) await first.Process.Kill();
        else await first.Finish();
        second.Write(Lines.Skip(100));
        await second.Finish();

        Assert.Null(OwnerRecord.Read(data));
        Assert.NotEqual(owner.Process, second.Process.Id);
        await Commands.Run("submit", Corpus.Write(folder, "again.jsonl", Lines), "--data", data, "--corpus", "first");
        Assert.Equal(await Commands.Views("--data", data, "--corpus", "first"), await Commands.Views("--data", data, "--corpus", "second"));
    }
}
