using System.Text.Json;
using System.Text.RegularExpressions;
using Simpul.Cluster.Tests.Processes;

namespace Simpul.Cluster.Tests.Operations;

/// <summary>What the board and the alerts ask for is what a silo at work shows.</summary>
public sealed partial class MetricNamesTests(MetricNamesTests.Silo silo) : IClassFixture<MetricNamesTests.Silo>
{
    // Prometheus makes it itself for everything that it asks.
    private const string Up = "up";

    [Fact]
    public void Every_name_of_the_board_stands_in_the_metrics()
    {
        using var board = JsonDocument.Parse(File.ReadAllText(Path.Combine(Programs.Root, "deploy/grafana/simpul.json")));
        var asked = board.RootElement.GetProperty("panels").EnumerateArray().SelectMany(static p => p.GetProperty("targets").EnumerateArray())
            .Select(static t => t.GetProperty("expr").GetString()!).ToList();

        Assert.True(asked.Count > 10);
        Assert.All(asked, Check);
        Assert.Contains("simpul_ledgers", board.RootElement.GetProperty("templating").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_name_of_the_alerts_stands_in_the_metrics()
    {
        var rules = Yaml.Read("deploy/prometheus/alerts.yml").Single()["groups"].Items().SelectMany(static g => g["rules"].Items()).ToList();

        Assert.True(rules.Count > 5);
        Assert.All(rules, rule =>
        {
            Check(rule["expr"].ToString());
            Assert.NotEmpty(rule["alert"].ToString());
            Assert.NotEmpty(rule["labels"]["severity"].ToString());
            Assert.EndsWith(".", rule["annotations"]["summary"].ToString(), StringComparison.Ordinal);
            Assert.NotEmpty(rule["annotations"]["remedy"].ToString());
        });
    }

    [Fact]
    public void No_label_of_ours_names_a_corpus_an_article_or_a_grain()
    {
        var labels = silo.Text.Split('\n').Where(static l => l.StartsWith("simpul_", StringComparison.Ordinal))
            .SelectMany(static l => Label().Matches(l)).Select(static m => m.Groups[1].Value).Distinct().Order();

        Assert.Equal(["le", "otel_scope_name", "outcome", "stage"], labels);
    }

    private void Check(string expression)
    {
        // What is left without strings, matchers, ranges, groupings, functions and numbers is names.
        var bare = Grouping().Replace(Bracketed().Replace(Quoted().Replace(expression, ""), " "), " ");
        var names = Name().Matches(bare).Select(static m => m.Value).Except(["and", "or", "unless", "bool"]).ToList();
        Assert.NotEmpty(names);
        Assert.All(names, name => Assert.True(name == Up || silo.Names.Contains(name), $"{name} of {expression} is not in /metrics."));
    }

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\{[^}]*\}|\[[^\]]*\]")]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"\b(by|without|on|ignoring)\s*\([^)]*\)")]
    private static partial Regex Grouping();

    [GeneratedRegex(@"(?<![\w.])[a-zA-Z_:][\w:]*(?!\w*\s*\()")]
    private static partial Regex Name();

    [GeneratedRegex(@"(\w+)=""")]
    private static partial Regex Label();

    /// <summary>A silo that has read something.</summary>
    public sealed class Silo : IAsyncLifetime
    {
        public string Text { get; private set; } = "";

        public HashSet<string> Names { get; private set; } = [];

        public async Task InitializeAsync()
        {
            using var folder = new TempFolder();
            await using var silo = await SiloProcess.Start(folder["data"]);
            await Commands.Run("submit", Corpus.Write(folder, "input.jsonl", Corpus.Lines(50)), "--cluster", silo.Gateway);
            Text = await silo.Http.GetStringAsync("/metrics");
            Names = [.. Text.Split('\n').Where(static l => l.Length > 0 && l[0] != '#').Select(static l => l.Split('{', ' ')[0])];
        }

        public Task DisposeAsync() => Task.CompletedTask;
    }
}
