namespace Simpul.Text.Events;

/// <summary>The same act told twice is one event with two evidences; of two readings of one stretch the surer stays.</summary>
internal static class Duplicates
{
    internal static void Merge(Workspace w)
    {
        for (var i = 0; i < w.Events.Count; i++)
        {
            ref var later = ref w.Events[i];
            for (var j = 0; j < i; j++)
            {
                ref var first = ref w.Events[j];
                if (first.SameAs >= 0 || !Same(first, later)) continue;
                later.SameAs = j;
                if (later.Confidence > first.Confidence) first.Confidence = later.Confidence;
                if (first.Date < 0) first.Date = later.Date;
                if (first.Place < 0) first.Place = later.Place;
                break;
            }
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
