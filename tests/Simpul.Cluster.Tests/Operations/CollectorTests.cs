using System.Net;
using System.Text;
using Simpul.Cluster.Tests.Processes;
using Simpul.Hosting.Networking;
using Simpul.Testing;

namespace Simpul.Cluster.Tests.Operations;

/// <summary>A silo that is told of an OpenTelemetry collector.</summary>
public sealed class CollectorTests
{
    [Fact]
    public async Task Its_metrics_reach_the_collector()
    {
        using var folder = new TempFolder();
        using var port = PortReservation.TakeFree(IPAddress.Loopback);
        using var collector = new HttpListener { Prefixes = { $"http://127.0.0.1:{port.Port}/" } };
        collector.Start();
        var heard = Hear(collector);

        await using var silo = await SiloProcess.Start(folder["data"], variables: new Dictionary<string, string?>
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = $"http://127.0.0.1:{port.Port}",
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_METRIC_EXPORT_INTERVAL"] = "200",
        });

        var (path, body) = await heard.For("A report to the collector");
        Assert.Equal("/v1/metrics", path);
        // Names are plain in the protocol's messages.
        Assert.Contains("simpul.articles", body, StringComparison.Ordinal);
        Assert.Contains("orleans-", body, StringComparison.Ordinal);
        Assert.Equal("ready\n", await silo.Http.GetStringAsync("/health/ready"));
    }

    [LongFact]
    public async Task A_collector_that_is_not_there_is_no_obstacle()
    {
        using var folder = new TempFolder();
        using var port = PortReservation.TakeFree(IPAddress.Loopback);
        await using var silo = await SiloProcess.Start(folder["data"], variables: new Dictionary<string, string?>
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = $"http://127.0.0.1:{port.Port}", ["OTEL_METRIC_EXPORT_INTERVAL"] = "200",
        });

        await Commands.Run("submit", Corpus.Write(folder, "input.jsonl", Corpus.Lines(20)), "--cluster", silo.Gateway);

        Assert.Contains("simpul_articles_total{otel_scope_name=\"simpul.grains\",outcome=\"new\"} 20", await silo.Http.GetStringAsync("/metrics"), StringComparison.Ordinal);
        Assert.Equal(0, await silo.Process.Stop());
    }

    private static async Task<(string Path, string Body)> Hear(HttpListener collector)
    {
        while (true)
        {
            var context = await collector.GetContextAsync();
            using var body = new MemoryStream();
            await context.Request.InputStream.CopyToAsync(body);
            var (path, text) = (context.Request.Url!.AbsolutePath, Encoding.Latin1.GetString(body.ToArray()));
            context.Response.Close();
            if (text.Contains("orleans-", StringComparison.Ordinal)) return (path, text);
        }
    }
}
