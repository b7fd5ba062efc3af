using System.Text.RegularExpressions;
using CliWrap;
using CliWrap.Buffered;
using Simpul.Cluster.Tests.Processes;
using Simpul.Testing;

namespace Simpul.Cluster.Tests.Operations;

/// <summary>The script <c>deploy/local-cluster</c>, as whoever tries a cluster uses it.</summary>
public sealed partial class LocalClusterTests : IAsyncLifetime
{
    private const int Articles = 200;

    // Where the database's own user can pass, too.
    private readonly TempFolder _folder = new(isOpen: true);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await Script("delete");
        _folder.Dispose();
    }

    [LongFact]
    public async Task A_cluster_comes_grows_shrinks_stops_and_comes_back_with_its_data()
    {
        using var alone = new TempFolder();
        var input = Corpus.Write(_folder, "input.jsonl", Corpus.Lines(Articles));
        await Commands.Run("submit", input, "--data", alone.Path);
        var expected = await Commands.Run("export", "--format", "jsonl", "--data", alone.Path);

        Assert.Single(Ready(await Script("up", "1")));
        Assert.Equal(3, Ready(await Script("scale", "3")).Count);
        await OnCluster("submit", input);
        Assert.Single(Ready(await Script("scale", "1")));
        Assert.Equal(expected, await OnCluster("export", "--format", "jsonl"));
        await Script("down");
        Assert.Contains("No silo runs", await Script("status"), StringComparison.Ordinal);
        Assert.Equal(2, Ready(await Script("up", "2")).Count);
        Assert.Equal(expected, await OnCluster("export", "--format", "jsonl"));
    }

    private static List<string> Ready(string status) => [.. Silo().Matches(status).Select(static m => m.Value)];

    private Task<string> OnCluster(params string[] args) =>
        Commands.Run(new Dictionary<string, string?> { ["SIMPUL_POSTGRES_FILE"] = _folder["state/connection"] }, [.. args, "--cluster", "postgres"]);

    private async Task<string> Script(params string[] args)
    {
        var result = await Cli.Wrap(Path.Combine(Programs.Root, "deploy/local-cluster")).WithArguments(args)
            .WithEnvironmentVariables(new Dictionary<string, string?> { ["SIMPUL_LOCAL"] = _folder["state"], ["SIMPUL_BUILD"] = Programs.Configuration })
            .WithValidation(CommandResultValidation.None).ExecuteBufferedAsync();
        Assert.True(result.ExitCode == 0, $"deploy/local-cluster {string.Join(' ', args)} ended in {result.ExitCode}:\n{result.StandardError}");
        return result.StandardOutput;
    }

    [GeneratedRegex("^silo .* ready$", RegexOptions.Multiline)]
    private static partial Regex Silo();
}
