namespace Simpul.Silo.Http;

/// <summary>Marks a route that asks nobody for a token. All others do, those of packages included.</summary>
internal sealed class OpenToAll
{
    public static readonly OpenToAll Mark = new();
}
