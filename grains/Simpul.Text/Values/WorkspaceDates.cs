using Simpul.Text.Values;

namespace Simpul.Text;

/// <summary>What the value stage keeps between its passes.</summary>
internal sealed partial class Workspace
{
    /// <summary>Calendar expressions in order of the text, before they are resolved.</summary>
    internal Buffer<DateExpression> DateExpressions { get; } = new();

    /// <summary>The calendar word of a kind at a token; its length is 0 where there is none.</summary>
    internal int CalendarAt(int token, Packs.CalendarKind kind, int language, out Packs.CalendarWord word)
    {
        word = default;
        if (token < 0 || token >= Tokens.Count) return 0;
        foreach (ref readonly var hit in HitsAt(token))
        {
            if (hit.Kind != Packs.PhraseKind.Calendar || hit.ByStem || !Speaks(hit, language)) continue;
            word = Pack.Calendar.Words[hit.Payload];
            if (word.Kind == kind) return hit.Length;
        }

        return 0;
    }

    /// <summary>Which kinds of calendar words begin at a token, one bit each.</summary>
    internal uint CalendarKindsAt(int token)
    {
        var kinds = 0u;
        foreach (ref readonly var hit in HitsAt(token))
        {
            if (hit.Kind == Packs.PhraseKind.Calendar && !hit.ByStem) kinds |= 1u << (int)Pack.Calendar.Words[hit.Payload].Kind;
        }

        return kinds;
    }
}
