using OpenTelemetry.Metrics;

namespace Simpul.Silo.Operations;

/// <summary>What <c>/metrics</c> shows.</summary>
internal static class SiloMetrics
{
    public static void AddSiloMetrics(this IServiceCollection services) => services.AddOpenTelemetry().WithMetrics(static metrics => metrics
        .AddMeter("Microsoft.Orleans")
        .AddMeter("simpul.*")
        .AddRuntimeInstrumentation()
        .AddPrometheusExporter());
}
