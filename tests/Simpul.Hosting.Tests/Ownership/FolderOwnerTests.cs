using System.Net;
using Simpul.Hosting.Ownership;

namespace Simpul.Hosting.Tests.Ownership;

public sealed class FolderOwnerTests
{
    [Fact]
    public void A_folder_has_one_owner_and_after_it_another()
    {
        using var folder = new TempFolder();
        using (var first = FolderOwner.TryBecome(folder.Path, OwnerKind.Command))
        {
            Assert.NotNull(first);
            Assert.Null(FolderOwner.TryBecome(folder.Path, OwnerKind.Command));
        }

        using var second = FolderOwner.TryBecome(folder.Path, OwnerKind.Silo);
        Assert.NotNull(second);
    }

    [Fact]
    public void Of_many_that_try_at_once_one_becomes_the_owner()
    {
        using var folder = new TempFolder();
        var owners = new FolderOwner?[32];

        Parallel.For(0, owners.Length, i => owners[i] = FolderOwner.TryBecome(folder.Path, OwnerKind.Command));

        Assert.Single(owners, o => o is not null);
        Array.ForEach(owners, o => o?.Dispose());
    }

    [Fact]
    public void Two_folders_have_two_owners()
    {
        using var folder = new TempFolder();
        using var first = FolderOwner.TryBecome(folder["a"], OwnerKind.Command);
        using var second = FolderOwner.TryBecome(folder["b"], OwnerKind.Command);

        Assert.NotNull(first);
        Assert.NotNull(second);
    }

    [Fact]
    public void The_record_says_how_far_the_owner_is_and_goes_with_it()
    {
        using var folder = new TempFolder();
        using (var owner = FolderOwner.TryBecome(folder.Path, OwnerKind.Silo)!)
        {
            var starting = OwnerRecord.Read(folder.Path)!;
            Assert.Equal((OwnerState.Starting, OwnerKind.Silo, Environment.ProcessId, null), (starting.State, starting.Kind, starting.Process, starting.Gateway));

            owner.PublishReady(new IPEndPoint(IPAddress.Loopback, 4711), "one");
            var ready = OwnerRecord.Read(folder.Path)!;
            Assert.Equal((OwnerState.Ready, "127.0.0.1:4711", "one", owner.Instance), (ready.State, ready.Gateway, ready.ClusterId, ready.Instance));

            owner.PublishStopping();
            Assert.Equal(OwnerState.Stopping, OwnerRecord.Read(folder.Path)!.State);
        }

        Assert.Null(OwnerRecord.Read(folder.Path));
    }

    [Fact]
    public void A_dead_owners_record_is_overwritten_at_once()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder[OwnerRecord.FileName], """{ "protocol": 1, "version": "0", "kind": "Silo", "process": 1, "instance": "dead", "state": "Ready" }""");
        Assert.Equal("dead", OwnerRecord.Read(folder.Path)!.Instance);

        using var owner = FolderOwner.TryBecome(folder.Path, OwnerKind.Command)!;

        Assert.Equal(owner.Instance, OwnerRecord.Read(folder.Path)!.Instance);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("""{ "protocol": 1, "version": "0", "kind": "Robot", "process": 1, "instance": "x", "state": "Ready" }""")]
    public void A_record_that_makes_no_sense_is_none(string text)
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder[OwnerRecord.FileName], text);

        Assert.Null(OwnerRecord.Read(folder.Path));
    }
}
