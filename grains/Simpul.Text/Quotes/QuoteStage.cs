namespace Simpul.Text.Quotes;

/// <summary>Quotations and their speakers.</summary>
internal static class QuoteStage
{
    /// <summary>Finds the quotations.</summary>
    internal static void FindSpans(Workspace w)
    {
        for (var l = 0; l < w.Lines.Count; l++) MarkPairs.Line(w, w.Lines[l].TokenFrom, w.Lines[l].TokenTo);
    }

    /// <summary>Finds who said them, once the names are known.</summary>
    internal static void FindSpeakers(Workspace w)
    {
        if (w.Quotes.Count > 0) SpeakerFinder.Run(w);
    }
}
