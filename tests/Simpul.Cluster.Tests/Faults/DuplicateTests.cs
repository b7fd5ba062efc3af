using Simpul.Testing;
using Xunit.Abstractions;

namespace Simpul.Cluster.Tests.Faults;

/// <summary>Articles that arrive twice, in another order and in other batches.</summary>
[Collection(FaultCollection.Name)]
public sealed class DuplicateTests(FaultBench bench, ITestOutputHelper output)
{
    [LongFact]
    public async Task Half_of_the_articles_are_sent_at_once_by_a_second_client()
    {
        var cluster = await bench.ThreeSilos(output);
        const string corpus = "twice";
        var half = Corpus.Shuffled(bench.Lines, bench.Seed + 1)[..(Job.Articles / 2)];

        await using var first = cluster.Submit(bench.Lines, corpus: corpus);
        await using var second = cluster.Submit(half, pace: 250, corpus, batch: 5);
        var (one, other) = (await first.Ends(), await second.Ends());

        // Some of the half was first at one client, some at the other; and every one of it was repeated.
        Assert.Equal(Job.Articles, one.New + other.New);
        Assert.True(one.Repeated > 0 && other.Repeated > 0, "One client had sent all before the other began.");
        await bench.Expect("Duplicate delivery of half of the articles, reordered", first);
    }
}
