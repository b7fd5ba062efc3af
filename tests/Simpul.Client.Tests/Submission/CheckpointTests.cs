using Simpul.Client.Submission;
using Simpul.Contracts;

namespace Simpul.Client.Tests.Submission;

public sealed class CheckpointTests
{
    [Fact]
    public void What_is_acknowledged_is_what_has_no_gap_before_it_whatever_the_order()
    {
        var random = new Random(5);
        for (var round = 0; round < 50; round++)
        {
            using var checkpoint = new Checkpoint();
            var count = random.Next(1, 1500);
            for (var i = 0; i < count; i++) checkpoint.Add(Article(i));
            checkpoint.End();
            var order = Enumerable.Range(0, count).ToArray();
            random.Shuffle(order);
            var done = new HashSet<int>();
            foreach (var position in order)
            {
                checkpoint.Acknowledge(position, (ArticleOutcome)(position % 5));
                done.Add(position);
                var acknowledged = checkpoint.Progress().Acknowledged;
                Assert.True(Enumerable.Range(0, (int)acknowledged).All(done.Contains));
            }

            var end = checkpoint.Progress();
            Assert.Equal(count, end.Acknowledged);
            Assert.Equal(Enumerable.Range(0, 5).Select(o => (long)Enumerable.Range(0, count).Count(p => p % 5 == o)), end.AcknowledgedOutcomes);
            Assert.Equal(end.Outcomes, end.AcknowledgedOutcomes);
        }
    }

    [Fact]
    public void Blocks_grow_with_the_input_so_that_a_checkpoint_stays_small()
    {
        using var blocks = new InputBlocks();
        var (ends, article) = (0, Article(0));
        for (var i = 0; i < 500_000; i++)
        {
            if (!blocks.Add(article)) continue;
            blocks.End();
            ends++;
        }

        Assert.InRange(ends, 100, 1000);
    }

    [Fact]
    public void A_block_differs_with_every_field_and_the_order()
    {
        var article = Article(1) with { Title = "t", Published = "2026", Language = "id", Source = "s", Url = "u" };
        SubmittedArticle[] others =
        [
            article with { Id = "x" }, article with { Title = null }, article with { Title = "" }, article with { Text = "x" }, article with { Published = "2025" },
            article with { Language = "en" }, article with { Source = "x" }, article with { Url = "x" },
        ];
        Assert.Equal(others.Length + 1, others.Append(article).Select(a => Digest(a)).Distinct().Count());
        Assert.Equal(Digest(article), Digest(article with { Position = 9 }));
        Assert.NotEqual(Digest(article, Article(2)), Digest(Article(2), article));
    }

    private static ulong Digest(params SubmittedArticle[] articles)
    {
        using var blocks = new InputBlocks();
        foreach (var article in articles) blocks.Add(article);
        return blocks.End();
    }

    private static SubmittedArticle Article(int i) => new() { Id = $"{i}", Text = "Isi.", Position = i };
}
