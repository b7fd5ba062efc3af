using Simpul.Contracts;
using Simpul.Text;

namespace Simpul.Grains.Counting;

/// <summary>
/// Finds the newest places of several groups together, and whether these are surely the newest: a group that dropped older places
/// makes the answer unsure from the oldest that it kept on.
/// </summary>
internal sealed class Newest(int since, int until, EventPosition? after, int limit)
{
    private readonly SortedSet<EventPosition> _found = [];
    private EventPosition? _floor;

    public void Add(in EvidenceList list, Func<byte, bool> isWanted)
    {
        foreach (ref readonly var item in list.Items)
        {
            if (!isWanted(item.Group)) continue;
            var position = item.Position;
            if (!Days.Within(position.Day, since, until)) continue;
            if (after is { } a && position.CompareTo(a) <= 0) continue;
            if (_found.Count == limit && position.CompareTo(_found.Max) > 0) continue;
            _found.Add(position);
            if (_found.Count > limit) _found.Remove(_found.Max);
        }

        if (list.Floors is not { } floors) return;
        foreach (var (group, floor) in floors)
        {
            if (!isWanted(group)) continue;
            // What was dropped is no newer than the floor, and may all be out of range.
            if (since != Days.None && Days.First(floor.Day) < Days.First(since)) continue;
            if (_floor is null || floor.CompareTo(_floor.Value) < 0) _floor = floor;
        }
    }

    public EventPosition[] Positions => [.. _found];

    public bool IsComplete => _floor is not { } floor || (_found.Count == limit && (limit == 0 || _found.Max.CompareTo(floor) <= 0));

    public static bool IsAsserted(byte group) => group < 64 && CellKey.StatusOf(group) == EventStatus.Asserted;
}
