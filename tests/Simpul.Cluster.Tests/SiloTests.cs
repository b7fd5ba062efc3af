using System.Net;
using System.Text.Json;
using Simpul.Cluster.Tests.Processes;
using Simpul.Contracts;
using Simpul.Hosting.Ownership;
using Simpul.Hosting.Sessions;

namespace Simpul.Cluster.Tests;

/// <summary>The program <c>silo</c> as an operator meets it.</summary>
public sealed class SiloTests(SiloTests.Standing standing) : IClassFixture<SiloTests.Standing>
{
    [Fact]
    public async Task A_silo_serves_its_pages()
    {
        var silo = standing.Silo;

        Assert.Equal("live\n", await silo.Http.GetStringAsync("/health/live"));
        Assert.Equal("ready\n", await silo.Http.GetStringAsync("/health/ready"));
        Assert.Contains("href=\"/dashboard\"", await silo.Http.GetStringAsync("/"), StringComparison.Ordinal);
        Assert.Contains("Orleans Dashboard", await silo.Http.GetStringAsync("/dashboard"), StringComparison.Ordinal);
        await silo.Until("/dashboard/DashboardCounters", static text =>
        {
            using var counters = JsonDocument.Parse(text);
            return counters.RootElement.GetProperty("totalActiveHostCount").GetInt32() == 1;
        });
        var metrics = await silo.Http.GetStringAsync("/metrics");
        Assert.Contains("orleans_catalog_activations", metrics, StringComparison.Ordinal);
        Assert.Contains("dotnet_process_memory_working_set_bytes", metrics, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_fails_with_its_silo_and_does_not_wait_for_its_timeout()
    {
        using var folder = new TempFolder();
        await using var silo = await SiloProcess.Start(folder.Path);
        await using var cluster = await RemoteCluster.ConnectAsync([silo.Gateway]);
        var catalogue = cluster.Grains.GetGrain<ICatalogueGrain>(GrainKeys.Catalogue);
        Assert.Empty(await catalogue.List());

        silo.Process.Freeze();
        var call = catalogue.List();
        Assert.False(call.IsCompleted);
        var started = TimeProvider.System.GetTimestamp();
        await silo.Process.Kill();

        await Assert.ThrowsAsync<SiloUnavailableException>(() => call);
        Assert.True(TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task A_page_of_another_site_gets_nothing()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/dashboard/DashboardCounters") { Headers = { Host = "news.example" } };

        using var answer = await standing.Silo.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.MisdirectedRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_second_silo_is_refused_the_same_ports_and_the_same_folder()
    {
        var silo = standing.Silo;
        using var folder = new TempFolder();

        await using var samePorts = SiloProcess.Launch(folder.Path, silo.Ports);
        await using var sameFolder = SiloProcess.Launch(standing.Data, SiloPortNumbers.Free());

        Assert.Equal(2, await samePorts.Exit());
        foreach (var setting in new[] { "--http-port", "--silo-port", "--gateway-port" })
            Assert.Contains($"name another port with {setting}", samePorts.Talk, StringComparison.Ordinal);
        Assert.Equal(2, await sameFolder.Exit());
        Assert.Contains($"in use by another silo (process {silo.Process.Id})", sameFolder.Talk, StringComparison.Ordinal);
        Assert.Equal("ready\n", await silo.Http.GetStringAsync("/health/ready"));
    }

    [Fact]
    public async Task Of_two_silos_that_start_at_once_on_one_folder_one_serves()
    {
        using var folder = new TempFolder();
        await using var a = SiloProcess.Launch(folder.Path, SiloPortNumbers.Free());
        await using var b = SiloProcess.Launch(folder.Path, SiloPortNumbers.Free());

        var refused = await (await Task.WhenAny(Refusal(a), Refusal(b)));

        Assert.Contains("in use by another silo", refused.Talk, StringComparison.Ordinal);
        await (refused == a ? b : a).Line("http://");

        static async Task<Running> Refusal(Running silo)
        {
            Assert.Equal(2, await silo.Exit());
            return silo;
        }
    }

    [Fact]
    public async Task A_killed_silo_leaves_its_folder_to_the_next_which_stops_in_order()
    {
        using var folder = new TempFolder();
        await using var first = await SiloProcess.Start(folder.Path);

        await first.Process.Kill();
        await using var second = await SiloProcess.Start(folder.Path, first.Ports);

        Assert.Equal("ready\n", await second.Http.GetStringAsync("/health/ready"));
        Assert.Equal(0, await second.Process.Stop());
        Assert.StartsWith($"Silo ready: http://127.0.0.1:{second.Ports.Http}\n", second.Process.Output, StringComparison.Ordinal);
        Assert.Null(OwnerRecord.Read(folder.Path));
    }

    /// <summary>A silo that no test stops.</summary>
    public sealed class Standing : IAsyncLifetime
    {
        private readonly TempFolder _folder = new();

        internal string Data => _folder.Path;

        internal SiloProcess Silo { get; private set; } = null!;

        public async Task InitializeAsync() => Silo = await SiloProcess.Start(Data);

        public async Task DisposeAsync()
        {
            await Silo.DisposeAsync();
            _folder.Dispose();
        }
    }
}
