using Orleans.Dashboard;
using Simpul.Hosting.Settings;
using Simpul.Silo.Operations;

namespace Simpul.Silo.Http;

/// <summary>What the HTTP port serves.</summary>
internal static class SiloPages
{
    public static void AddSiloPages(this IServiceCollection services, SiloSettings settings)
    {
        services.AddRoutingCore();
        services.AddSingleton(new TokenGuard(settings.Token, TimeProvider.System));
    }

    public static void UseSiloPages(this WebApplication app)
    {
        var settings = app.Services.GetRequiredService<SiloSettings>();
        app.Use(AddHeaders);
        // Where a token is asked for, no other site's page has it, whatever name it comes by.
        if (settings.Token is null) app.Use((context, next) => CheckHost(context, next, settings));
        app.UseRouting();
        app.Use(app.Services.GetRequiredService<TokenGuard>().Check);
        app.Use(CheckActive);
        app.MapGet("/", static (HttpContext context) => HomePage.Write(context));
        app.MapGet(Page.StylePath, static () => Page.WriteStyle()).WithMetadata(OpenToAll.Mark);
        app.MapLogin(settings.Token);
        app.MapHealth();
        app.MapPrometheusScrapingEndpoint("/metrics");
        app.MapOrleansDashboard("/dashboard");
    }

    private static Task AddHeaders(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = "no-store";
        return next(context);
    }

    // A page of some other site must not reach this port under a name of its own that resolves to loopback.
    private static async Task CheckHost(HttpContext context, RequestDelegate next, SiloSettings settings)
    {
        if (HostNames.IsOwn(context.Request.Host.Host, settings.Address))
        {
            await next(context);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
        await context.Response.WriteAsync("This silo answers to localhost only.\n");
    }

    // The dashboard asks grains, which are gone while the silo stops.
    private static async Task CheckActive(HttpContext context, RequestDelegate next)
    {
        if (!context.Request.Path.StartsWithSegments("/dashboard") || context.RequestServices.GetRequiredService<Readiness>().IsActive)
        {
            await next(context);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        await context.Response.WriteAsync("The silo is not active.\n");
    }
}
