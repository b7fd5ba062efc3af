namespace Simpul.Text.Names;

/// <summary>Countries and actors.</summary>
internal static class NameStage
{
    internal static void Run(Workspace w)
    {
        _ = w;
    }
}
