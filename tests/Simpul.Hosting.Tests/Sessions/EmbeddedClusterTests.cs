using System.Net;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Simpul.Contracts;
using Simpul.Hosting.Ownership;
using Simpul.Hosting.Sessions;
using Simpul.Hosting.Settings;

namespace Simpul.Hosting.Tests.Sessions;

public sealed class EmbeddedClusterTests
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_folder_keeps_its_corpora_from_one_command_to_the_next()
    {
        using var folder = new TempFolder();
        await using (var first = await EmbeddedCluster.OpenAsync(folder.Path))
        {
            Assert.True(first.IsOwner);
            await Catalogue(first).Create("berita", new CorpusLayout());
        }

        await using var second = await EmbeddedCluster.OpenAsync(folder.Path);
        Assert.Equal(["berita"], (await Catalogue(second).List()).Select(c => c.Corpus.Name));
    }

    [Fact]
    public async Task A_second_session_talks_to_the_owner()
    {
        using var folder = new TempFolder();
        await using var owner = await EmbeddedCluster.OpenAsync(folder.Path);
        await using var second = await EmbeddedCluster.OpenAsync(folder.Path);

        await Catalogue(second).Create("berita", new CorpusLayout());

        Assert.False(second.IsOwner);
        Assert.NotNull(await Catalogue(owner).Find("berita"));
    }

    [Fact]
    public async Task Sessions_that_open_at_once_share_one_owner()
    {
        using var folder = new TempFolder();

        var sessions = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => EmbeddedCluster.OpenAsync(folder.Path)));

        Assert.Single(sessions, s => s.IsOwner);
        await Task.WhenAll(sessions.Select((s, i) => Catalogue(s).Create($"c{i}", new CorpusLayout())));
        Assert.Equal(3, (await Catalogue(sessions[2]).List()).Length);
        await Task.WhenAll(sessions.Select(async s => await s.DisposeAsync()));
        Assert.Null(OwnerRecord.Read(folder.Path));
    }

    [Fact]
    public async Task Two_folders_have_nothing_to_do_with_each_other()
    {
        using var folder = new TempFolder();
        await using var a = await EmbeddedCluster.OpenAsync(folder["a"]);
        await using var b = await EmbeddedCluster.OpenAsync(folder["b"]);

        await Catalogue(a).Create("berita", new CorpusLayout());

        Assert.True(a.IsOwner && b.IsOwner);
        Assert.Empty(await Catalogue(b).List());
    }

    [Fact]
    public async Task When_the_owner_ends_another_session_takes_over()
    {
        using var folder = new TempFolder();
        var owner = await EmbeddedCluster.OpenAsync(folder.Path);
        await Catalogue(owner).Create("berita", new CorpusLayout());
        await using var second = await EmbeddedCluster.OpenAsync(folder.Path);
        await using var third = await EmbeddedCluster.OpenAsync(folder.Path);

        await owner.DisposeAsync();
        var found = await Task.WhenAll(new[] { second, third }.Select(s => Again(() => Catalogue(s).Find("berita"))));

        Assert.All(found, Assert.NotNull);
        Assert.Single(new[] { second, third }, s => s.IsOwner);
    }

    [Fact]
    public async Task A_folder_of_a_newer_version_is_refused_and_let_go()
    {
        using var folder = new TempFolder();
        await (await EmbeddedCluster.OpenAsync(folder.Path)).DisposeAsync();
        using (var file = new SqliteConnection($"Data Source={folder[DataFolder.FileName]};Pooling=False"))
        {
            file.Open();
            using var command = file.CreateCommand();
            command.CommandText = "PRAGMA user_version = 999";
            command.ExecuteNonQuery();
        }

        var e = await Assert.ThrowsAsync<HostingException>(() => EmbeddedCluster.OpenAsync(folder.Path));

        Assert.Equal(HostingFault.Data, e.Fault);
        using var next = FolderOwner.TryBecome(folder.Path, OwnerKind.Command);
        Assert.NotNull(next);
    }

    [Fact]
    public async Task An_owner_that_does_not_answer_is_named()
    {
        using var folder = new TempFolder();
        using var owner = FolderOwner.TryBecome(folder.Path, OwnerKind.Silo);

        var e = await Assert.ThrowsAsync<HostingException>(() =>
            EmbeddedCluster.OpenAsync(folder.Path, new EmbeddedOptions { OwnerWait = TimeSpan.FromMilliseconds(100) }));

        Assert.Equal(HostingFault.Owned, e.Fault);
        Assert.Contains($"a silo (process {Environment.ProcessId})", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_owner_whose_gateway_is_gone_is_waited_for_and_then_replaced()
    {
        using var folder = new TempFolder();
        var owner = FolderOwner.TryBecome(folder.Path, OwnerKind.Silo)!;
        using (var listener = new TcpListener(IPAddress.Loopback, 0))
        {
            listener.Start();
            owner.PublishReady((IPEndPoint)listener.LocalEndpoint, "gone");
        }

        var opening = EmbeddedCluster.OpenAsync(folder.Path);
        owner.Dispose();

        await using var session = await opening.WaitAsync(Deadline);
        Assert.True(session.IsOwner);
    }

    [Fact]
    public async Task An_owner_of_another_protocol_is_refused()
    {
        using var folder = new TempFolder();
        using var owner = FolderOwner.TryBecome(folder.Path, OwnerKind.Silo);
        var path = folder[OwnerRecord.FileName];
        File.WriteAllText(path, File.ReadAllText(path).Replace("\"protocol\": 1", "\"protocol\": 999", StringComparison.Ordinal));

        var e = await Assert.ThrowsAsync<HostingException>(() => EmbeddedCluster.OpenAsync(folder.Path));

        Assert.Equal(HostingFault.Owned, e.Fault);
        Assert.Contains("same version", e.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_remote_session_that_finds_nobody_says_so()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();

        var e = await Assert.ThrowsAsync<HostingException>(() =>
            RemoteCluster.ConnectAsync([$"127.0.0.1:{port}"], new RemoteOptions { ConnectTimeout = TimeSpan.FromMilliseconds(100) }));

        Assert.Equal(HostingFault.Unreachable, e.Fault);
        Assert.Contains("nothing listens there", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_remote_session_needs_the_clusters_id()
    {
        using var folder = new TempFolder();
        await using var owner = await EmbeddedCluster.OpenAsync(folder.Path);
        var record = OwnerRecord.Read(folder.Path)!;

        await using (var right = await RemoteCluster.ConnectAsync([record.Gateway!], new RemoteOptions { Cluster = new ClusterSettings { ClusterId = record.ClusterId! } }))
            Assert.Empty(await right.Grains.GetGrain<ICatalogueGrain>(GrainKeys.Catalogue).List());
        var e = await Assert.ThrowsAsync<HostingException>(() =>
            RemoteCluster.ConnectAsync([record.Gateway!], new RemoteOptions { ConnectTimeout = TimeSpan.FromMilliseconds(100) }));
        Assert.Contains("no gateway of the cluster \"simpul\"", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_remote_session_finds_its_way_past_a_gateway_that_stands_still()
    {
        using var folder = new TempFolder();
        await using var owner = await EmbeddedCluster.OpenAsync(folder.Path);
        var record = OwnerRecord.Read(folder.Path)!;
        // Connections to it are made, and nothing ever answers.
        using var still = new TcpListener(IPAddress.Loopback, 0);
        still.Start();

        // Which gateway is tried first is left to chance.
        var options = new RemoteOptions { ConnectTimeout = TimeSpan.FromSeconds(4), Cluster = new ClusterSettings { ClusterId = record.ClusterId! } };
        var found = await Task.WhenAll(Enumerable.Range(0, 2).Select(async _ =>
        {
            await using var session = await RemoteCluster.ConnectAsync([still.LocalEndpoint.ToString()!, record.Gateway!], options);
            return await session.Grains.GetGrain<ICatalogueGrain>(GrainKeys.Catalogue).List();
        })).WaitAsync(Deadline);

        Assert.All(found, Assert.Empty);
    }

    private static ICatalogueGrain Catalogue(EmbeddedCluster session) => session.Grains.GetGrain<ICatalogueGrain>(GrainKeys.Catalogue);

    // As a command does: a call that fails with its connection is made again.
    private static async Task<T> Again<T>(Func<Task<T>> call)
    {
        using var limit = new CancellationTokenSource(Deadline);
        while (true)
        {
            try
            {
                return await call().WaitAsync(limit.Token);
            }
            catch (Exception e) when (e is SiloUnavailableException or OrleansMessageRejectionException or TimeoutException)
            {
            }
        }
    }
}
