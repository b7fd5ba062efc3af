using Simpul.Client.Connection;

namespace Simpul.Client.Tests.Commands;

/// <summary>The whole way from files through a silo of the command's own to its answers.</summary>
public sealed class EmbeddedTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Articles_go_in_and_who_did_what_comes_out()
    {
        var demo = await Run("demo", "--data", folder["a"]);
        Assert.Equal((ExitCode.Done, true), (demo.ExitCode, demo.Error.Contains("20 new, 0 repeated", StringComparison.Ordinal)));
        foreach (var line in new[] { "top countries", "top actors", "top dyads", "country ID", "dyad CN US", "events --source RU --target UA", "status", "article agency-001" })
        {
            var run = await Run([.. line.Split(' '), "--corpus", "demo", "--data", folder["a"]]);
            Assert.True(run.ExitCode == ExitCode.Done && run.Output.Length > 0, $"{line}: {run.ExitCode} {run.Error}");
        }

        var prabowo = await Run("actor", "Prabowo Subianto", "--corpus", "demo", "--data", folder["a"], "--format", "csv");
        Assert.Contains("prabowo-subianto", prabowo.Output, StringComparison.Ordinal);
        Assert.Contains("Did you mean prabowo-subianto", (await Run("actor", "Prabowo Subiyanto", "--corpus", "demo", "--data", folder["a"])).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Repeats_another_order_and_another_batch_size_give_the_same_bytes()
    {
        Assert.Equal(ExitCode.Done, (await Run("submit", Samples(), "--data", folder["a"])).ExitCode);
        var again = await Run("submit", Samples(), "--data", folder["a"], "--batch-size", "1");
        Assert.Contains("0 new, 20 repeated, 0 edited", again.Error, StringComparison.Ordinal);

        // The other way round, and one folder after the other.
        foreach (var part in new[] { "wire.csv", "indonesia", "english", "agency.jsonl" })
            Assert.Equal(ExitCode.Done, (await Run("submit", Copy(part), "--data", folder["b"], "--batch-size", "3", "--in-flight", "2")).ExitCode);
        foreach (var query in new[] { "export", "top countries --format csv", "top dyads --between all --format json", "country CN --format jsonl", "dyad CN US --format csv" })
            Assert.Equal((await Run([.. query.Split(' '), "--data", folder["a"]])).Output, (await Run([.. query.Split(' '), "--data", folder["b"]])).Output);
    }

    [Fact]
    public async Task What_is_retracted_leaves_nothing_behind_and_a_deleted_corpus_is_gone()
    {
        await Run("submit", Samples(), "--data", folder["a"]);
        var before = (await Run("export", "--data", folder["a"])).Output;
        await Run("submit", folder.Write("extra.txt", "Presiden Prabowo Subianto bertemu Presiden Xi Jinping di Beijing."), "--data", folder["a"]);
        Assert.NotEqual(before, (await Run("export", "--data", folder["a"])).Output);
        Assert.Equal(ExitCode.Done, (await Run("retract", "extra", "--purge", "--data", folder["a"])).ExitCode);
        Assert.Equal(before, (await Run("export", "--data", folder["a"])).Output);

        Assert.Equal(ExitCode.Done, (await Run("corpus", "delete", "default", "--yes", "--data", folder["a"])).ExitCode);
        Assert.Equal(ExitCode.Unreachable, (await Run("top", "countries", "--data", folder["a"])).ExitCode);
    }

    [Fact]
    public async Task A_data_file_that_is_none_ends_in_4_with_a_remedy()
    {
        folder.Write("a/simpul.db", "this is no database, and never was one");
        var run = await Run("top", "countries", "--data", folder["a"]);
        Assert.Equal(ExitCode.Unreachable, run.ExitCode);
        Assert.StartsWith("error: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cluster_where_nobody_answers_ends_in_4_and_an_address_that_is_none_in_2()
    {
        Assert.Equal(ExitCode.Usage, (await Run("status", "--cluster", "nowhere")).ExitCode);
        using var taken = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();
        var port = ((System.Net.IPEndPoint)taken.LocalEndpoint).Port;
        taken.Stop();
        Assert.Equal(ExitCode.Unreachable, (await Run("status", "--cluster", $"127.0.0.1:{port}")).ExitCode);
    }

    private static string Samples()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Join(folder, "Cluster.sln"))) folder = Path.GetDirectoryName(folder)!;
        return Path.Join(folder, "samples");
    }

    // As the samples' folder gives ids relative to itself, a part of it is put into a folder alone.
    private string Copy(string part)
    {
        var target = folder[$"part-{part}"];
        var source = Path.Join(Samples(), part);
        foreach (var file in File.Exists(source) ? [source] : Directory.GetFiles(source))
        {
            var copy = Path.Join(target, Path.GetRelativePath(Samples(), file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return target;
    }

    private static Task<SimpulRun> Run(params string[] args) => SimpulRun.Of(args, opener: Connections.Open);
}
