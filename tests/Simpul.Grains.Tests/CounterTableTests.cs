using Simpul.Contracts;
using Simpul.Grains.Counting;

namespace Simpul.Grains.Tests;

public sealed class CounterTableTests
{
    [Fact]
    public void Counters_equal_those_of_a_dictionary_and_vanish_at_zero()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var random = new Random(seed);
            var table = new CounterTable();
            var expected = new Dictionary<(CellKey, int), (int, int, int)>();
            for (var step = 0; step < 3000; step++)
            {
                var key = new CellKey((Counter)random.Next(1, 5), random.Next(4), random.Next(1 + seed * 3));
                int day = 20260101 + random.Next(4), a = random.Next(-2, 3), b = random.Next(-1, 2);
                table.Add(key, day, a, b);
                var (x, y, z) = expected.GetValueOrDefault((key, day));
                expected[(key, day)] = (x + a, y + b, z);
                if (expected[(key, day)] == default) expected.Remove((key, day));
            }

            var actual = table.Cells.ToArray().ToDictionary(static c => (c.Key, c.Day), static c => (c.A, c.B, c.C));
            Assert.Equal(expected.OrderBy(static e => (e.Key.Item1.Packed, e.Key.Item2)), actual.OrderBy(static e => (e.Key.Key.Packed, e.Key.Day)));
            foreach (var ((key, day), (a, b, c)) in expected) table.Add(key, day, -a, -b, -c);
            Assert.Equal(0, table.Count);
        }
    }

    [Fact]
    public void A_key_keeps_its_parts()
    {
        var key = new CellKey(Counter.DatedArticles, 63, CellKey.MaxValues - 1);
        Assert.Equal((Counter.DatedArticles, 63, CellKey.MaxValues - 1), (key.Counter, key.Sub, key.Value));
    }

    [Fact]
    public void A_list_of_evidence_keeps_the_newest_and_knows_what_it_dropped()
    {
        var list = new EvidenceList();
        var positions = Enumerable.Range(0, 100).Select(static i => new EventPosition(20260101 + i % 28, $"a{i}", i, 0)).ToList();
        foreach (var position in positions) list.Add(3, position);
        foreach (var position in positions.Take(5)) list.Add(4, position);
        Assert.Equal(positions.Order().Take(list.Group(3).Length), list.Group(3).ToArray().Select(static i => i.Position));
        Assert.InRange(list.Group(3).Length, EvidenceList.Shown, EvidenceList.Shown + 8);
        Assert.Equal(list.Group(3)[^1].Position, list.Floors![3]);
        Assert.Equal(5, list.Group(4).Length);
        foreach (var position in positions)
        {
            list.Remove(3, position);
            list.Remove(4, position);
        }

        Assert.Equal(0, list.Count);
    }
}
