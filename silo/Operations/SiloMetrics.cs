using System.Collections;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using Simpul.Grains.Metering;

namespace Simpul.Silo.Operations;

/// <summary>What <c>/metrics</c> shows, and what is sent to a collector where one is named.</summary>
internal static class SiloMetrics
{
    /// <summary>The environment variable that names a collector, as OpenTelemetry has it; its kin say how to reach it.</summary>
    public const string CollectorVariable = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private const string VariablePrefix = "OTEL_";

    public static void AddSiloMetrics(this IHostApplicationBuilder builder, string siloName)
    {
        // How to reach a collector is OpenTelemetry's own business: its variables go to it as they are, and no others do.
        var variables = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Where(static v => ((string)v.Key).StartsWith(VariablePrefix, StringComparison.Ordinal))
            .ToDictionary(static v => (string)v.Key, static v => (string?)v.Value);
        builder.Configuration.AddInMemoryCollection(variables);
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("simpul", serviceInstanceId: siloName))
            .WithMetrics(metrics =>
            {
                metrics.AddMeter("Microsoft.Orleans").AddMeter(SimpulMeters.Name).AddRuntimeInstrumentation().AddPrometheusExporter();
                if (!string.IsNullOrEmpty(variables.GetValueOrDefault(CollectorVariable))) metrics.AddOtlpExporter();
            });
    }
}
