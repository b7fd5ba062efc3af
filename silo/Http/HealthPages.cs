using System.Text.Json.Serialization;
using Simpul.Hosting.Ownership;
using Simpul.Silo.Operations;

namespace Simpul.Silo.Http;

/// <summary>What a supervisor asks. Everybody may know whether the silo is well; why it is not, only who shows the token.</summary>
internal static class HealthPages
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", static () => Results.Text("live\n")).WithMetadata(OpenToAll.Mark);
        app.MapGet("/health/startup", static (Readiness readiness) => Answer(readiness.HasBeenActive, "started", "starting")).WithMetadata(OpenToAll.Mark);
        app.MapGet("/health/ready", static async (HttpContext context, Readiness readiness, TokenGuard guard) =>
        {
            var obstacle = await readiness.Obstacle(context.RequestAborted);
            return Answer(obstacle is null, "ready", guard.IsKnown(context.Request) ? $"not ready: {obstacle}" : "not ready");
        }).WithMetadata(OpenToAll.Mark);
        app.MapGet("/health", static async (HttpContext context, Readiness readiness, IClusterMembershipService members) =>
        {
            var obstacle = await readiness.Obstacle(context.RequestAborted);
            var silos = members.CurrentSnapshot.Members.Values.Where(static m => m.Status != SiloStatus.Dead)
                .Select(static m => new SiloHealth(m.Name, m.SiloAddress.Endpoint.ToString(), m.Status.ToString())).OrderBy(static s => s.Address, StringComparer.Ordinal);
            var health = new Health(obstacle is null ? "ready" : "not ready", obstacle, FolderOwner.ProductVersion, [.. silos]);
            return Results.Json(health, HealthJson.Default.Health, statusCode: StatusOf(obstacle is null));
        });
    }

    private static IResult Answer(bool isGood, string good, string bad) => Results.Text($"{(isGood ? good : bad)}\n", statusCode: StatusOf(isGood));

    private static int StatusOf(bool isGood) => isGood ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
}

/// <summary>How a silo is, and whom it knows.</summary>
internal sealed record Health(string State, string? Obstacle, string Version, SiloHealth[] Silos);

/// <summary>A silo as another sees it.</summary>
internal sealed record SiloHealth(string Name, string Address, string Status);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, WriteIndented = true)]
[JsonSerializable(typeof(Health))]
internal sealed partial class HealthJson : JsonSerializerContext;
