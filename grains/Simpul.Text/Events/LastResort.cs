using Simpul.Text.Packs;

namespace Simpul.Text.Events;

/// <summary>
/// A sentence with one verb of a mutual act and two parties, where no slot fits: they do it with each other. Who does what to whom
/// cannot be guessed so for other acts: measured, one guess in six was right.
/// </summary>
internal static class LastResort
{
    private const int Factor = 60;

    internal static void Run(Clause c, int sentence)
    {
        var trigger = -1;
        for (var t = 0; t < c.Triggers.Count; t++)
        {
            var row = c.TriggerOf(c.Triggers[t]);
            if (row.Has(TriggerFlags.Say)) continue;
            if (trigger >= 0 || c.Triggers[t].Voice == Voice.Noun || !row.Has(TriggerFlags.Mutual) || c.IsTopic(c.Triggers[t].Token)) return;
            trigger = t;
        }

        if (trigger < 0) return;
        int first = -1, second = -1;
        for (var p = 0; p < c.Parties.Count; p++)
        {
            ref readonly var party = ref c.Parties[p];
            if (party.IsVenue || party.IsTopic) continue;
            if (first < 0) first = p;
            else if (party.Group == c.Parties[first].Group || party.Same(c.Parties[first])) continue;
            else if (second < 0) second = p;
            else if (party.Group != c.Parties[second].Group && !party.Same(c.Parties[second])) return;
        }

        if (second < 0) return;
        EventWriter.Write(c, c.Triggers[trigger], sentence, first, second, Factor);
    }
}
