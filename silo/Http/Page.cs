namespace Simpul.Silo.Http;

/// <summary>The frame of this program's own pages.</summary>
internal static class Page
{
    public const string StylePath = "/simpul.css";

    private const string Style = "body { font-family: sans-serif; margin: 3em; line-height: 1.6 }\n";

    /// <summary>Writes a page; <paramref name="body"/> is markup.</summary>
    public static Task Write(HttpContext context, string title, string body)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
        return context.Response.WriteAsync(
            $"""
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><title>{title}</title><link rel="stylesheet" href="{StylePath}"></head>
            <body>
            {body}
            </body>
            </html>

            """);
    }

    public static IResult WriteStyle() => Results.Text(Style, "text/css");
}
