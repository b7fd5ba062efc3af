using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Simpul.Silo.Http;

namespace Simpul.Silo.Tests;

/// <summary>Who sees what of a silo with a token.</summary>
public sealed partial class GuardTests(GuardedSilo silo) : IClassFixture<GuardedSilo>
{
    // The whole of what a stranger may see: no name, no figure, no reason.
    private static readonly Dictionary<string, string> Open = new()
    {
        ["GET /health/live"] = "live\n",
        ["GET /health/ready"] = "ready\n",
        ["GET /health/startup"] = "started\n",
        ["GET /login"] = "<form method=\"post\"",
        ["POST /login"] = "That is not the token",
        ["GET /simpul.css"] = "font-family",
    };

    [Fact]
    public async Task Every_route_asks_for_the_token()
    {
        using var client = silo.Client();
        var routes = Routes();

        var open = new List<string>();
        foreach (var (method, path) in routes)
        {
            foreach (var header in new[] { null, "Bearer wrong-token-of-a-stranger", "Basic YTpi", $"{GuardedSilo.Token}" })
            {
                using var answer = await Ask(client, method, path, header);
                if (answer.StatusCode == HttpStatusCode.Unauthorized && !Open.ContainsKey($"{method} {path}")) continue;
                open.Add($"{method} {path}");
            }
        }

        Assert.Equal(Open.Keys.Order(), open.Distinct().Order());
        Assert.Contains(routes, static r => r.Path == "/metrics");
        Assert.True(routes.Count(static r => r.Path.StartsWith("/dashboard", StringComparison.Ordinal)) > 5);
    }

    [Fact]
    public async Task Every_route_opens_to_the_token()
    {
        using var client = silo.Client();

        foreach (var (method, path) in Routes())
        {
            using var answer = await Ask(client, method, path, $"Bearer {GuardedSilo.Token}");
            if (path != LoginPage.Path) Assert.NotEqual(HttpStatusCode.Unauthorized, answer.StatusCode);
        }
    }

    [Fact]
    public async Task What_is_open_shows_no_details()
    {
        using var client = silo.Client();

        foreach (var (route, shown) in Open)
        {
            var (method, path) = (route.Split(' ')[0], route.Split(' ')[1]);
            using var answer = await Ask(client, method, path, null);
            var text = await answer.Content.ReadAsStringAsync();
            if (path.StartsWith("/health", StringComparison.Ordinal)) Assert.Equal(shown, text);
            else Assert.Contains(shown, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_path_that_does_not_exist_is_guarded_too()
    {
        using var client = silo.Client();

        foreach (var path in new[] { "/nothing", "/dashboard/nothing", "//metrics", "/METRICS", "/metrics/", "/health/live/more", "/%6detrics" })
        {
            using var answer = await Ask(client, "GET", path, null);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }
    }

    [Fact]
    public async Task A_browser_writes_the_token_once_and_sees_the_dashboard()
    {
        using var client = silo.Client();
        using var first = new HttpRequestMessage(HttpMethod.Get, "/dashboard");
        first.Headers.Accept.ParseAdd("text/html,application/xhtml+xml,*/*;q=0.8");
        using var sent = await client.SendAsync(first);
        Assert.Equal(("/login", HttpStatusCode.Redirect), (sent.Headers.Location?.ToString(), sent.StatusCode));

        using var login = await client.PostAsync("/login", new FormUrlEncodedContent([new("token", GuardedSilo.Token)]));
        var cookie = Assert.Single(login.Headers.GetValues("Set-Cookie"));

        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(GuardedSilo.Token, cookie, StringComparison.Ordinal);
        using var again = new HttpRequestMessage(HttpMethod.Get, "/dashboard/");
        again.Headers.Add("Cookie", cookie.Split(';')[0]);
        using var shown = await client.SendAsync(again);
        Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
        Assert.Contains("Orleans Dashboard", await shown.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_or_endless_login_gets_no_pass()
    {
        using var client = silo.Client();

        foreach (var token in new[] { "", "wrong-token-of-a-stranger", new string('x', 100_000) })
        {
            using var answer = await client.PostAsync("/login", new FormUrlEncodedContent([new("token", token)]));
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
            Assert.False(answer.Headers.Contains("Set-Cookie"));
        }
    }

    [Fact]
    public async Task Pages_may_not_be_framed_guessed_or_kept()
    {
        using var client = silo.Client();
        using var answer = await Ask(client, "GET", "/login", null);

        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("DENY", Assert.Single(answer.Headers.GetValues("X-Frame-Options")));
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.DoesNotContain("unsafe", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    private List<(string Method, string Path)> Routes()
    {
        var routes = silo.Routes.OfType<RouteEndpoint>().SelectMany(static route =>
        {
            var path = "/" + Parameter().Replace(route.RoutePattern.RawText!.TrimStart('/'), "x");
            return (route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Select(method => (method, path));
        }).Distinct().ToList();
        Assert.Equal(silo.Routes.Count, silo.Routes.OfType<RouteEndpoint>().Count());
        return routes;
    }

    private static async Task<HttpResponseMessage> Ask(HttpClient client, string method, string path, string? authorization)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(client.BaseAddress!.ToString().TrimEnd('/') + path));
        if (authorization is not null) request.Headers.TryAddWithoutValidation("Authorization", authorization);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        // Some routes stream for as long as they are listened to.
        return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}
