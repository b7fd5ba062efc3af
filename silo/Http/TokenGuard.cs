using Microsoft.Net.Http.Headers;
using Simpul.Hosting.Security;

namespace Simpul.Silo.Http;

/// <summary>
/// Lets through who shows the token, in a header or as a browser's pass, and nobody else: also not to a route that does not exist,
/// so that an answer tells nothing about what does.
/// </summary>
internal sealed class TokenGuard(AccessToken? token, TimeProvider time)
{
    public const string Cookie = "simpul-pass";
    private const string Scheme = "Bearer ";

    /// <summary>True where the caller may see what this silo shows.</summary>
    public bool IsKnown(HttpRequest request)
    {
        if (token is null) return true;
        var header = request.Headers.Authorization.ToString();
        if (header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)) return token.Matches(header.AsSpan(Scheme.Length).Trim());
        return request.Cookies[Cookie] is { } pass && token.Accepts(pass, time.GetUtcNow());
    }

    public async Task Check(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<OpenToAll>() is not null || IsKnown(context.Request))
        {
            await next(context);
            return;
        }

        // A person is led to where the token can be written; a program is told what is missing.
        if (HttpMethods.IsGet(context.Request.Method) && context.Request.GetTypedHeaders().Accept.Any(static a => a.MediaType == "text/html"))
        {
            context.Response.Redirect(LoginPage.Path);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        context.Response.Headers[HeaderNames.WWWAuthenticate] = "Bearer realm=\"simpul\"";
        await context.Response.WriteAsync("A token is needed: Authorization: Bearer TOKEN.\n");
    }
}
