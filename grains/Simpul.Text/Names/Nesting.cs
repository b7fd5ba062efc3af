namespace Simpul.Text.Names;

/// <summary>
/// Keeps mentions from crossing: of two that share a part the country's stays, else the first; of one actor's two the outer.
/// Mentions come sorted by first token, outer ones first.
/// </summary>
internal static class Nesting
{
    internal static void Clean(Workspace w)
    {
        var open = w.OpenMentions;
        open.Clear();
        var dropped = false;
        for (var i = 0; i < w.Mentions.Count; i++)
        {
            ref var m = ref w.Mentions[i];
            if (m.Kind == MentionKind.Anaphor) continue;
            while (open.Count > 0 && w.Mentions[open[open.Count - 1]].End <= m.Token) open.RemoveLast();
            for (var o = open.Count - 1; o >= 0 && m.End > 0; o--)
            {
                ref var outer = ref w.Mentions[open[o]];
                if (outer.End == 0) continue;
                if (outer.End < m.End && m.Kind == MentionKind.Country && outer.Kind == MentionKind.Actor) Drop(ref outer, ref dropped);
                else if (outer.End < m.End || (m.Kind == outer.Kind && (m.Kind == MentionKind.Actor ? m.Actor == outer.Actor : m.Country == outer.Country)))
                    Drop(ref m, ref dropped);
            }

            if (m.End > 0) open.Add(i);
        }

        if (dropped) Close(w);
    }

    // An end before its beginning marks what goes.
    private static void Drop(ref Mention m, ref bool dropped)
    {
        m.End = 0;
        dropped = true;
    }

    private static void Close(Workspace w)
    {
        var kept = 0;
        for (var i = 0; i < w.Mentions.Count; i++)
        {
            if (w.Mentions[i].End > 0) w.Mentions[kept++] = w.Mentions[i];
        }

        w.Mentions.Truncate(kept);
    }
}
