using Simpul.Text.Packs;

namespace Simpul.Text.Events;

/// <summary>Who did what to whom: each trigger of each sentence with the parties that its frame asks for.</summary>
internal static class EventStage
{
    [ThreadStatic]
    private static Clause? _clause;

    internal static void Run(Workspace w)
    {
        var clause = _clause ??= new Clause();
        clause.Victim = null;
        var mention = 0;
        var isSport = IsSport(w);
        for (var s = 0; s < w.Sentences.Count; s++)
        {
            var sentence = w.Sentences[s];
            if (sentence.IsHeading) continue;
            clause.Begin(w, sentence, ref mention);
            if (clause.Parties.Count == 0) continue;
            var before = w.Events.Count;
            for (var t = 0; t < clause.Triggers.Count; t++)
            {
                var trigger = clause.TriggerOf(clause.Triggers[t]);
                var isPlay = isSport && trigger.Has(TriggerFlags.Sport);
                if (!isPlay && clause.Triggers[t].Voice == Voice.Noun) NounFrame.Run(clause, t, s);
                else if (!isPlay) VerbFrame.Run(clause, t, s);
                w.Trace?.Done(clause, clause.Triggers[t], s, isPlay);
            }

            if (!isSport && w.Events.Count == before) LastResort.Run(clause, s);
        }

        Duplicates.Merge(w);
    }

    // A report on sport attacks, beats and defends without harm.
    private static bool IsSport(Workspace w)
    {
        var words = 0;
        foreach (ref readonly var hit in w.Hits.Items)
        {
            if (hit.Kind == PhraseKind.Word && hit.Payload == (int)WordClass.Sport && w.Speaks(hit, w.Language)) words++;
        }

        return words >= 4 && words * 60 > w.Tokens.Count;
    }
}
