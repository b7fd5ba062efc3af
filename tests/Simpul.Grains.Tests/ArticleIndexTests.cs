using Simpul.Contracts;
using Simpul.Grains.Articles;
using Simpul.Grains.Ledgers;

namespace Simpul.Grains.Tests;

public sealed class ArticleIndexTests
{
    [Fact]
    public void Every_article_is_found_at_its_newest_place()
    {
        var index = new ArticleIndex();
        var expected = new Dictionary<string, (SubmissionStamp, RecordPlace)>();
        var random = new Random(5);
        for (var segment = 1; segment <= 200; segment++)
        {
            var size = random.Next(1, 30);
            index.AddSegment(size);
            for (var i = 0; i < size; i++)
            {
                var id = $"a{random.Next(2500)}";
                var stamp = new SubmissionStamp(segment, 0);
                index.Set(Key(id, stamp), retracted: false, new RecordPlace(segment, i));
                expected[id] = (stamp, new RecordPlace(segment, i));
            }
        }

        Assert.Equal(expected.Count, index.Count);
        foreach (var (id, (stamp, place)) in expected)
        {
            Assert.True(index.TryFind(Key(id, default), out var known));
            Assert.Equal((stamp, place, false), (known.Stamp, known.Record, known.IsRetracted));
        }

        Assert.False(index.TryFind(Key("unknown", default), out _));
    }

    [Fact]
    public void It_takes_at_most_48_bytes_an_article()
    {
        // Just before its slots would double, and just after.
        foreach (var articles in new[] { 98_000, 100_000 })
        {
            var index = Fill(articles);
            Assert.Equal(articles, index.Count);
            Assert.InRange(index.Size, articles * 36, articles * 48);
        }
    }

    private static ArticleIndex Fill(int articles)
    {
        var keys = Enumerable.Range(0, articles).Select(static i => Key($"artikel/{i}", new SubmissionStamp(1, 0))).ToArray();
        var index = new ArticleIndex();
        for (var i = 0; i < articles; i += 100)
        {
            index.AddSegment(100);
            for (var j = 0; j < 100; j++) index.Set(keys[i + j], retracted: false, new RecordPlace(i / 100 + 1, j));
        }

        return index;
    }

    private static ArticleKey Key(string id, SubmissionStamp stamp)
    {
        var (first, second) = ArticleHash.OfId(id);
        return new ArticleKey(first, second, 1, stamp, 0);
    }
}
