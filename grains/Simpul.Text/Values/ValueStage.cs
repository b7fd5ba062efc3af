namespace Simpul.Text.Values;

/// <summary>Dates and amounts.</summary>
internal static class ValueStage
{
    internal static void Run(Workspace w)
    {
        _ = w;
    }
}
