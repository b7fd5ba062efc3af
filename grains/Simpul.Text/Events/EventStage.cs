namespace Simpul.Text.Events;

/// <summary>Who did what to whom.</summary>
internal static class EventStage
{
    internal static void Run(Workspace w)
    {
        _ = w;
    }
}
