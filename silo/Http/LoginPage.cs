using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Simpul.Hosting.Security;

namespace Simpul.Silo.Http;

/// <summary>Where a person writes the token once, so that a browser can show the dashboard.</summary>
internal static class LoginPage
{
    public const string Path = "/login";

    private const int MaxBody = 4 << 10;
    private static readonly TimeSpan Validity = TimeSpan.FromHours(12);

    public static void MapLogin(this IEndpointRouteBuilder app, AccessToken? token)
    {
        app.MapGet(Path, static (HttpContext context) => Write(context, "")).WithMetadata(OpenToAll.Mark);
        app.MapPost(Path, (HttpContext context) => Open(context, token, TimeProvider.System)).WithMetadata(OpenToAll.Mark);
        app.MapPost("/logout", static (HttpContext context) =>
        {
            context.Response.Cookies.Delete(TokenGuard.Cookie);
            context.Response.Redirect(Path);
        });
    }

    private static async Task Open(HttpContext context, AccessToken? token, TimeProvider time)
    {
        if (token is null || token.Matches(await Written(context)))
        {
            if (token is not null)
            {
                var expires = time.GetUtcNow() + Validity;
                context.Response.Cookies.Append(TokenGuard.Cookie, token.Issue(expires), new CookieOptions
                {
                    // Strict: no other site can make a browser ask with it.
                    HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps, Expires = expires, Path = "/",
                });
            }

            context.Response.Redirect("/");
            return;
        }

        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        await Write(context, "<p>That is not the token of this cluster.</p>");
    }

    private static async Task<string> Written(HttpContext context)
    {
        var buffer = new byte[MaxBody + 1];
        var length = await context.Request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, context.RequestAborted);
        return length > MaxBody ? "" : QueryHelpers.ParseQuery(Encoding.UTF8.GetString(buffer, 0, length)).GetValueOrDefault("token").ToString().Trim();
    }

    private static Task Write(HttpContext context, string note) => Page.Write(context, "Simpul silo",
        $"""
        <h1>Simpul silo</h1>
        {note}
        <form method="post" action="{Path}">
        <label>Token <input name="token" type="password" autocomplete="current-password" required autofocus></label>
        <button>Open</button>
        </form>
        """);
}
