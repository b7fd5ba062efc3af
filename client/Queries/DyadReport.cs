using Simpul.Client.Output;
using Simpul.Contracts;
using Simpul.Text;

namespace Simpul.Client.Queries;

/// <summary>What two parties did to each other, as tables.</summary>
internal static class DyadReport
{
    public static IReadOnlyList<Table> Of(DyadAnswer answer, DyadQuery query)
    {
        var (first, second) = (answer.First!.Value, answer.Second!.Value);
        return
        [
            new Table(new("sides", $"{first.Name} and {second.Name}", "direction", "source", "target", "events", "goldstein", "types"),
            [.. answer.Sides.Select(s =>
            {
                var (source, target) = Parties(first, second, s.Direction);
                return (Cell[])[Name(s.Direction), source, target, s.Events, Cell.Tenths(s.Goldstein), EvidenceRows.Types(s.Types)];
            })]),
            new Table(new("times", $"By {query.Bucket.ToString().ToLowerInvariant()}", "day", "direction", "source", "target", "type", "events", "goldstein"),
            [.. answer.Buckets.Select(b =>
            {
                var (source, target) = Parties(first, second, b.Direction);
                return (Cell[])[b.Day, Name(b.Direction), source, target, b.Type.Name(), b.Events, Cell.Tenths(b.Goldstein)];
            })]),
            new Table(new("evidence", "Newest events", EvidenceRows.EventColumns), [.. answer.Evidence.Select(EvidenceRows.Of)]),
        ];
    }

    private static string Name(Direction direction) => direction.ToString().ToLowerInvariant();

    private static (string Source, string Target) Parties(NamedEntity first, NamedEntity second, Direction direction) =>
        direction == Direction.Backward ? (second.Entity.Id, first.Entity.Id) : (first.Entity.Id, second.Entity.Id);
}
