using Simpul.Contracts;
using Simpul.Grains.Tests.Support;

namespace Simpul.Grains.Tests;

public sealed class FaultTests
{
    private enum Step
    {
        Submit,
        Repeat,
        Edit,
        EditLate,
        Retract,
        Disturb,
        Save,
        Kill,
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Any_order_of_steps_and_faults_ends_in_the_fold_of_the_input(int seed)
    {
        var random = new Random(seed);
        var fold = new Fold();
        await using var silos = await TestSilos.Start(3);
        var corpus = await TestCorpus.Create(silos);
        var pending = new List<Task>();
        var kills = 0;
        for (var step = 0; step < 60; step++)
        {
            var kind = step is 20 or 40 ? Step.Kill : (Step)random.Next((int)Step.Kill);
            var stamp = 10 + step;
            switch (kind)
            {
                case Step.Submit:
                    Send(stamp, TestArticles.Range(random.Next(100), random.Next(1, 20)));
                    break;
                case Step.Repeat:
                    Send(random.Next(1, stamp + 1), [.. fold.Current.OrderBy(_ => random.Next()).Take(5)]);
                    break;
                case Step.Edit:
                    Send(stamp, [.. Enumerable.Range(0, 5).Select(_ => TestArticles.Make(random.Next(100), version: random.Next(3))).DistinctBy(static a => a.Id)]);
                    break;
                case Step.EditLate:
                    Send(random.Next(1, stamp), [TestArticles.Make(random.Next(100), version: 7)]);
                    break;
                case Step.Retract:
                    var id = TestArticles.Make(random.Next(100)).Id;
                    fold.Retract(stamp, id);
                    pending.Add(TestCorpus.Retry(() => corpus.Article(id).Retract(new SubmissionStamp(stamp, 0))));
                    break;
                case Step.Disturb:
                    pending.Add(Disturb(corpus, silos, random.Next(corpus.Info.Slices), random.Next(corpus.Info.Buckets), new Random(step)));
                    break;
                case Step.Save:
                    var bucket = random.Next(corpus.Info.Buckets);
                    pending.Add(TestCorpus.Retry(() => silos.Grains.GetGrain<ITallyGrain>(GrainKeys.Tally(corpus.Info.Corpus, bucket)).Save()));
                    break;
                case Step.Kill:
                    kills++;
                    pending.Add(silos.KillOne());
                    break;
            }

            // Some steps run beside each other, some after.
            if (random.Next(3) == 0) await Settle();
        }

        await Settle();
        Assert.Equal(2, kills);
        await corpus.WaitIncluded();
        await SubmissionTests.AssertEqualToFold(corpus, fold);

        await using var reference = await TestSilos.Start();
        var calm = await TestCorpus.Create(reference, slices: 2, buckets: 5);
        foreach (var batch in fold.Current.OrderBy(_ => random.Next()).Chunk(7)) await calm.Submit(1, batch);
        Assert.Equal(await calm.Dump(), await corpus.Dump());

        async Task Settle()
        {
            await Task.WhenAll(pending);
            pending.Clear();
        }

        void Send(long stamp, SubmittedArticle[] articles)
        {
            foreach (var article in articles) fold.Submit(stamp, article);
            pending.Add(corpus.Submit(stamp, articles));
            // A client that was not answered in time sends the same again, beside the first.
            if (random.Next(3) == 0) pending.Add(corpus.Submit(stamp, articles));
        }
    }

    [Fact]
    public async Task What_was_acknowledged_survives_the_death_of_all_silos()
    {
        await using var silos = await TestSilos.Start(2);
        var corpus = await TestCorpus.Create(silos);
        await corpus.Submit(1, TestArticles.Range(0, 80));
        await silos.Restart(byForce: true, silos: 1);
        var afterDeath = await corpus.Dump();
        await silos.Restart(byForce: false, silos: 2);
        Assert.Equal(afterDeath, await corpus.Dump());
        Assert.All(await corpus.Submit(1, TestArticles.Range(0, 80)), static a => Assert.Equal(ArticleOutcome.Repeated, a.Outcome));

        await using var reference = await TestSilos.Start();
        var calm = await TestCorpus.Create(reference, slices: 16, buckets: 1);
        foreach (var article in TestArticles.Range(0, 80).Reverse()) await calm.Submit(1, article);
        Assert.Equal(await calm.Dump(), afterDeath);
    }

    [Fact]
    public async Task Ledgers_and_tallies_move_to_a_silo_that_joins_and_nothing_is_lost()
    {
        await using var silos = await TestSilos.Start();
        var corpus = await TestCorpus.Create(silos, slices: 16, buckets: 4);
        await corpus.Submit(1, TestArticles.Range(0, 40));
        await silos.Cluster.StartAdditionalSiloAsync();
        await silos.Cluster.WaitForLivenessToStabilizeAsync();
        await corpus.Submit(2, TestArticles.Range(40, 40));
        var fold = new Fold();
        foreach (var article in TestArticles.Range(0, 80)) fold.Submit(1, article);
        await corpus.WaitIncluded();
        await SubmissionTests.AssertEqualToFold(corpus, fold);
    }

    // A ledger that is told a wrong position sends again what is counted already, or what does not follow; and a tally may be sent
    // anything from a place where it does not stand. Neither may change what it holds.
    private static Task<long> Disturb(TestCorpus corpus, TestSilos silos, int slice, int bucket, Random random) => TestCorpus.Retry(async () =>
    {
        const long farAhead = 1_000_000;
        var tally = silos.Grains.GetGrain<ITallyGrain>(GrainKeys.Tally(corpus.Info.Corpus, bucket));
        var at = await tally.Apply(new TallyDelta { Slice = slice, From = farAhead, To = farAhead + 1, Facts = [[0xFF]], Removed = [false] });
        await silos.Grains.GetGrain<ILedgerGrain>(GrainKeys.Ledger(corpus.Info.Corpus, slice)).Sync(bucket, random.NextInt64(at + 1));
        return at;
    });
}
