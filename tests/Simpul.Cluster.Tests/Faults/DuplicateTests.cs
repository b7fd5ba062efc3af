using Simpul.Contracts;
using Simpul.Hosting.Sessions;
using Simpul.Storage.Postgres;
using Simpul.Testing;
using Xunit.Abstractions;

namespace Simpul.Cluster.Tests.Faults;

/// <summary>Articles that arrive twice: in other batches from somebody else, and in the very same ones from whoever heard no answer.</summary>
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
        // (What a client sends again by itself, since an answer was late, is repeated too.)
        Assert.InRange(one.New + other.New, 1, Job.Articles);
        Assert.True(one.Repeated > 0 && other.Repeated > 0, "One client had sent all before the other began.");
        await bench.Expect("Duplicate delivery of half of the articles, reordered", first);
    }

    [LongFact]
    public async Task Half_of_the_batches_are_delivered_once_more_in_another_order_and_while_a_silo_dies()
    {
        var cluster = await bench.ThreeSilos(output);
        await using var client = await RemoteCluster.ConnectAsync(PostgresConnection.Parse(cluster.Variables["SIMPUL_POSTGRES"]!));
        var corpus = await client.Grains.GetGrain<ICatalogueGrain>(GrainKeys.Catalogue).Create("same-batches", new CorpusLayout());
        var sender = new BatchSender(client, corpus);
        var batches = sender.Batches(bench.Lines);
        var half = batches.ToArray();
        new Random(bench.Seed + 1).Shuffle(half);
        half = half[..(batches.Length / 2)];

        // One half of the half goes out beside the first delivery: of each pair whichever comes first counts, and the other does not.
        var (beside, later) = (half[..(half.Length / 2)], half[(half.Length / 2)..]);
        var outcomes = await Task.WhenAll(sender.Deliver(batches), sender.Deliver(beside));
        var (added, repeated) = (outcomes.Sum(Count(ArticleOutcome.New)), outcomes.Sum(Count(ArticleOutcome.Repeated)));
        Assert.InRange(added, 1, Job.Articles);
        Assert.Equal(Job.Articles + beside.Sum(static b => b.Articles.Length), added + repeated);

        // The other goes out while a silo is dead and the others do not know yet.
        var victim = cluster.Silos[bench.Any(3)];
        await cluster.Kill(victim);
        var eviction = cluster.Evicts(victim);
        var again = sender.Deliver(later);
        Assert.False(eviction.IsCompleted, "The silo was put out before the batches went out.");
        Assert.Equal(later.Sum(static b => b.Articles.Length), Count(ArticleOutcome.Repeated)(await again));

        string[] target = ["--corpus", corpus.Corpus.Name, .. cluster.Target];
        await bench.Expect(
            "The same batches once more: half of them, reordered, some while a silo is dead",
            await Answers.Of(target, variables: cluster.Variables), null, ("eviction", await eviction));
        Assert.Equal(Job.Articles, await cluster.Committed(corpus.Corpus.Name));

        static Func<IEnumerable<ArticleOutcome>, int> Count(ArticleOutcome outcome) => answers => answers.Count(o => o == outcome);
    }
}
