using Simpul.Contracts;
using Simpul.Grains.Counting;
using Simpul.Grains.Tests.Support;
using Simpul.Text;

namespace Simpul.Grains.Tests;

public sealed class FactsTests
{
    private const int Buckets = 3;

    [Fact]
    public void A_state_depends_on_the_sum_of_what_was_counted_not_on_the_order()
    {
        var records = Enumerable.Range(0, 60).Select(Read).ToList();
        for (var seed = 0; seed < 10; seed++)
        {
            var random = new Random(seed);
            var (ordered, shuffled) = (New(), New());
            foreach (var record in records.Take(40)) Apply(ordered, record, remove: false);
            var steps = records.Take(40).Select(static r => (r, false))
                .Concat(records.Skip(40).SelectMany(static r => new[] { (r, false), (r, true) })).OrderBy(_ => random.Next()).ToList();
            // What is taken away must have been there: moves each removal behind its addition.
            foreach (var (record, remove) in steps.OrderBy(static s => s.Item2)) Apply(shuffled, record, remove);
            for (var bucket = 0; bucket < Buckets; bucket++)
                Assert.Equal(Cells(ordered[bucket]), Cells(shuffled[bucket]));
        }
    }

    [Fact]
    public void Pages_come_back_as_they_were_and_are_empty_when_all_is_taken_away()
    {
        var states = New();
        foreach (var n in Enumerable.Range(0, 80)) Apply(states, Read(n), remove: false);
        foreach (var state in states)
        {
            var loaded = new TallyState(isNew: true);
            var copy = new TallyState(isNew: false);
            foreach (var (page, content) in state.TakeChanged())
            {
                copy.Load(page, content);
                Assert.Equal(content, PageCodec.Encode(PageCodec.Decode(content, static t => System.Text.Encoding.UTF8.GetString(t))));
            }

            for (var page = 0; page < Pages.Count; page++) copy.Load(page, []);
            Assert.Equal(Cells(state), Cells(copy));
            Assert.Empty(loaded.TakeChanged());
        }

        foreach (var n in Enumerable.Range(0, 80)) Apply(states, Read(n), remove: true);
        Assert.All(states, static s => Assert.All(s.TakeChanged(), static p => Assert.Empty(p.Content)));
    }

    [Fact]
    public void An_event_counts_once_for_each_pair_that_it_names()
    {
        AssertPairs(new Party("a", "US"), new Party("b", "CN"), ["US>CN", "a>b"]);
        AssertPairs(new Party("a", "US"), new Party(null, "CN"), ["US>CN", "a>CN"]);
        AssertPairs(new Party("a", null), new Party(null, "CN"), ["a>CN"]);
        AssertPairs(new Party("a", "US"), new Party("b", null), ["US>b", "a>b"]);
        AssertPairs(new Party("a", null), new Party("b", "CN"), ["a>CN", "a>b"]);
        AssertPairs(new Party("a", "US"), default, ["US>", "a>"]);
        AssertPairs(default, new Party(null, "CN"), [">CN"]);
        AssertPairs(default, default, []);
        AssertPairs(new Party(null, "US"), new Party(null, "US"), ["US>US"]);
    }

    [Fact]
    public void Mutual_types_stand_under_the_ordered_pair()
    {
        AssertPairs(new Party("b", "US"), new Party("a", "CN"), ["CN>US", "a>b"], EventType.Consult);
        AssertPairs(new Party("b", "US"), new Party("a", "CN"), ["US>CN", "b>a"], EventType.Assault);
    }

    private static void AssertPairs(Party source, Party target, string[] expected, EventType type = EventType.Accuse)
    {
        var e = new Event(type, source, target, null, null, EventStatus.Asserted, 0, new Span(0, 1, "x"), "1", 0, 1, "r", []);
        Assert.Equal(expected, Dyads.Of(e).Select(static d => $"{d.Source?.Id}>{d.Target?.Id}").Order(StringComparer.Ordinal));
    }

    private static TallyState[] New() => [.. Enumerable.Range(0, Buckets).Select(static _ => new TallyState(isNew: true))];

    private static ArticleRecord Read(int number)
    {
        var a = TestArticles.Make(number);
        return new SyntheticReading().Read(new Article(a.Id, a.Text, a.Title, a.Published, a.Language, a.Source, a.Url));
    }

    private static void Apply(TallyState[] states, ArticleRecord record, bool remove)
    {
        var facts = FactsWriter.Write(record, Buckets);
        for (var i = 0; i < Buckets; i++)
            if (facts[i].Length > 0) states[i].Apply(facts[i], remove);
    }

    // Everything but evidence, whose reserve may depend on the order; what is shown of it does not.
    private static List<string> Cells(TallyState state)
    {
        var lines = new List<string>();
        foreach (var kind in new byte[] { 0, 1, EntityState.Corpus })
        {
            foreach (var entity in state.All((EntityKind)kind))
            {
                foreach (var cell in entity.Cells.Cells)
                {
                    var value = cell.Key.HasValue ? entity.Value(cell.Key.Value) : "";
                    lines.Add($"{entity.Ref} {cell.Key.Counter} {cell.Key.Sub} {value} {cell.Day} {cell.A} {cell.B} {cell.C}");
                }

                foreach (var relation in entity.Relations)
                    foreach (var cell in relation.Cells.Cells) lines.Add($"{entity.Ref} {relation.Key} {cell.Key} {cell.Day} {cell.A} {cell.B} {cell.C}");
            }
        }

        lines.Sort(StringComparer.Ordinal);
        return lines;
    }
}
