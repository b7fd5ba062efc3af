using Simpul.Contracts;
using Simpul.Text;

namespace Simpul.Grains.Counting;

/// <summary>
/// Which directed pairs an event counts under: its two countries; its two actors; and an actor and a country where one of the two
/// would otherwise have no other side. Where one party is empty, the other counts with nobody. Mutual types stand under the
/// ordinally ordered pair, so that who is named first does not matter.
/// </summary>
internal static class Dyads
{
    public static IEnumerable<(EntityRef? Source, EntityRef? Target)> Of(Event e)
    {
        EntityRef? fromCountry = e.Source.Country is { } sc ? EntityRef.Country(sc) : null;
        EntityRef? fromActor = e.Source.Actor is { } sa ? EntityRef.Actor(sa) : null;
        EntityRef? toCountry = e.Target.Country is { } tc ? EntityRef.Country(tc) : null;
        EntityRef? toActor = e.Target.Actor is { } ta ? EntityRef.Actor(ta) : null;
        var mutual = e.Type.IsMutual();

        if (fromCountry is not null && toCountry is not null) yield return Ordered(fromCountry, toCountry, mutual);
        if (fromActor is not null && toActor is not null) yield return Ordered(fromActor, toActor, mutual);
        if (fromActor is not null && toCountry is not null && (toActor is null || fromCountry is null))
            yield return Ordered(fromActor, toCountry, mutual);
        if (fromCountry is not null && toActor is not null && (fromActor is null || toCountry is null))
            yield return Ordered(fromCountry, toActor, mutual);

        if (e.Target.IsEmpty)
        {
            if (fromCountry is not null) yield return (fromCountry, null);
            if (fromActor is not null) yield return (fromActor, null);
        }
        else if (e.Source.IsEmpty)
        {
            if (toCountry is not null) yield return (null, toCountry);
            if (toActor is not null) yield return (null, toActor);
        }
    }

    private static (EntityRef? Source, EntityRef? Target) Ordered(EntityRef? source, EntityRef? target, bool mutual) =>
        mutual && source!.Value.CompareTo(target!.Value) > 0 ? (target, source) : (source, target);
}
