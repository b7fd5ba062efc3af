using System.Net;
using Simpul.Cluster.Tests.Processes;
using Simpul.Hosting.Networking;
using Simpul.Hosting.Ownership;
using Simpul.Testing;

namespace Simpul.Cluster.Tests;

/// <summary>Several processes and one data folder, or several.</summary>
public sealed class DataFolderTests
{
    private static readonly string[] Lines = Corpus.Lines(200);

    [Fact]
    public async Task A_second_command_talks_to_the_first()
    {
        using var folder = new TempFolder();
        var data = folder["data"];
        var other = Corpus.Write(folder, "other.jsonl", Lines);
        await using var first = new OpenSubmission("--data", data);
        first.Write(Lines.Take(1));
        var owner = await DataFile.UntilOwned(data);

        await Commands.Run("submit", other, "--data", data, "--corpus", "other");

        Assert.Equal(owner.Instance, OwnerRecord.Read(data)!.Instance);
        Assert.Equal(first.Process.Id, owner.Process);
        first.Write(Lines.Skip(1));
        await first.Finish();
        Assert.Equal(await Commands.Views("--data", data), await Commands.Views("--data", data, "--corpus", "other"));
    }

    [LongFact]
    public async Task Two_folders_at_once_have_nothing_to_do_with_each_other()
    {
        using var folder = new TempFolder();
        await using var a = new OpenSubmission("--data", folder["a"]);
        await using var b = new OpenSubmission("--data", folder["b"]);
        a.Write(Lines);
        b.Write(Lines.Reverse());
        var owners = await Task.WhenAll(DataFile.UntilOwned(folder["a"]), DataFile.UntilOwned(folder["b"]));

        await Task.WhenAll(a.Finish(), b.Finish());

        Assert.Equal([a.Process.Id, b.Process.Id], owners.Select(o => o.Process));
        Assert.Equal(await Commands.Views("--data", folder["a"]), await Commands.Views("--data", folder["b"]));
    }

    [Fact]
    public async Task A_running_silo_serves_commands_on_its_folder_and_by_its_gateway()
    {
        using var folder = new TempFolder();
        var data = folder["data"];
        await using var silo = await SiloProcess.Start(data);

        await Commands.Run("submit", Corpus.Write(folder, "input.jsonl", Lines), "--data", data);

        var byFolder = await Commands.Views("--data", data);
        Assert.Equal(byFolder, await Commands.Views("--cluster", silo.Gateway));
        Assert.Equal(silo.Process.Id, OwnerRecord.Read(data)!.Process);
        Assert.Equal(0, await silo.Process.Stop());
        Assert.Equal(byFolder, await Commands.Views("--data", data));
    }

    [Fact]
    public async Task A_cluster_that_is_not_there_is_told_in_a_line()
    {
        using var port = PortReservation.TakeFree(IPAddress.Loopback);

        await using var command = Commands.Start("top", "countries", "--cluster", $"127.0.0.1:{port.Port}");

        Assert.Equal(4, await command.Exit());
        Assert.Contains($"No silo answers at 127.0.0.1:{port.Port}", command.Talk, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", command.Talk, StringComparison.Ordinal);
    }
}
