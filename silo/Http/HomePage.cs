using Simpul.Hosting.Ownership;

namespace Simpul.Silo.Http;

/// <summary>The page at the root: where everything is.</summary>
internal static class HomePage
{
    public static Task Write(HttpContext context) => Page.Write(context, "Simpul silo",
        $"""
        <h1>Simpul silo</h1>
        <ul>
        <li><a href="/dashboard">Dashboard</a>: the grains at work</li>
        <li><a href="/health">Health</a>, <a href="/health/ready">readiness</a> and <a href="/health/live">liveness</a></li>
        <li><a href="/metrics">Metrics</a> for Prometheus</li>
        </ul>
        <p>Version {FolderOwner.ProductVersion}</p>
        """);
}
