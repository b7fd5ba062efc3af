namespace Simpul.Text.Events;

/// <summary>The same act told twice is one event with two evidences; of two readings of one stretch the surer stays.</summary>
internal static class Duplicates
{
    /// <summary>With how many acts a later one is compared: the time stays linear.</summary>
    private const int Reach = 1000;

    internal static void Merge(Workspace w)
    {
        var firsts = w.FirstEvents;
        firsts.Clear();
        for (var i = 0; i < w.Events.Count; i++)
        {
            ref var later = ref w.Events[i];
            for (var k = Math.Max(0, firsts.Count - Reach); k < firsts.Count; k++)
            {
                var j = firsts[k];
                ref var first = ref w.Events[j];
                if (!Same(first, later)) continue;
                later.SameAs = j;
                if (later.Confidence > first.Confidence) first.Confidence = later.Confidence;
                if (first.Date < 0) first.Date = later.Date;
                if (first.Place < 0) first.Place = later.Place;
                break;
            }

            if (later.SameAs < 0) firsts.Add(i);
        }
    }

    private static bool Same(in EventDraft a, in EventDraft b)
    {
        if (a.Type != b.Type || a.Status != b.Status) return false;
        if (a.Date >= 0 && b.Date >= 0 && a.Date != b.Date) return false;
        var straight = Side(a.SourceActor, a.SourceCountry, b.SourceActor, b.SourceCountry) && Side(a.TargetActor, a.TargetCountry, b.TargetActor, b.TargetCountry);
        return straight || (a.Type.IsMutual()
            && Side(a.SourceActor, a.SourceCountry, b.TargetActor, b.TargetCountry) && Side(a.TargetActor, a.TargetCountry, b.SourceActor, b.SourceCountry));
    }

    private static bool Side(short actor, short country, short otherActor, short otherCountry) => actor == otherActor && country == otherCountry;
}
