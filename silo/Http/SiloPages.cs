using Orleans.Dashboard;
using Simpul.Hosting.Settings;
using Simpul.Silo.Operations;

namespace Simpul.Silo.Http;

/// <summary>What the HTTP port serves.</summary>
internal static class SiloPages
{
    public static void UseSiloPages(this WebApplication app)
    {
        app.Use(Guard);
        app.UseRouting();
        app.MapGet("/", static (HttpContext context) => HomePage.Write(context));
        app.MapGet("/health/live", static () => Results.Text("live\n"));
        app.MapGet("/health/ready", static (Readiness readiness, CancellationToken cancel) => Health(readiness, cancel));
        app.MapPrometheusScrapingEndpoint("/metrics");
        app.MapOrleansDashboard("/dashboard");
    }

    private static async Task<IResult> Health(Readiness readiness, CancellationToken cancel)
    {
        var obstacle = await readiness.Obstacle(cancel);
        return Results.Text(obstacle is null ? "ready\n" : $"not ready: {obstacle}\n", statusCode: obstacle is null ? 200 : StatusCodes.Status503ServiceUnavailable);
    }

    // A page of some other site must not reach this port under a name of its own that resolves to loopback; and the dashboard
    // asks grains, which are gone while the silo stops.
    private static async Task Guard(HttpContext context, RequestDelegate next)
    {
        var settings = context.RequestServices.GetRequiredService<SiloSettings>();
        if (!HostNames.IsOwn(context.Request.Host.Host, settings.Address))
        {
            context.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
            await context.Response.WriteAsync("This silo answers to localhost only.\n");
            return;
        }

        if (context.Request.Path.StartsWithSegments("/dashboard") && !context.RequestServices.GetRequiredService<Readiness>().IsActive)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            await context.Response.WriteAsync("The silo is not active.\n");
            return;
        }

        await next(context);
    }
}
