namespace Simpul.Text.Quotes;

/// <summary>Quotations and their speakers.</summary>
internal static class QuoteStage
{
    /// <summary>Finds the quotations.</summary>
    internal static void FindSpans(Workspace w)
    {
        _ = w;
    }

    /// <summary>Finds who said them, once the names are known.</summary>
    internal static void FindSpeakers(Workspace w)
    {
        _ = w;
    }
}
