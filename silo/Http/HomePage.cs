using Simpul.Hosting.Ownership;

namespace Simpul.Silo.Http;

/// <summary>The page at the root: where everything is.</summary>
internal static class HomePage
{
    public static Task Write(HttpContext context)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(
            $"""
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><title>Simpul silo</title>
            <style>body {"{"} font-family: sans-serif; margin: 3em; line-height: 1.6 {"}"}</style></head>
            <body>
            <h1>Simpul silo</h1>
            <ul>
            <li><a href="/dashboard">Dashboard</a>: the grains at work</li>
            <li><a href="/health/ready">Readiness</a> and <a href="/health/live">liveness</a></li>
            <li><a href="/metrics">Metrics</a> for Prometheus</li>
            </ul>
            <p>Version {FolderOwner.ProductVersion}</p>
            </body>
            </html>

            """);
    }
}
