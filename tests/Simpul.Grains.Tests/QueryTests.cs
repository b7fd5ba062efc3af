using System.Text.Json;
using Simpul.Contracts;
using Simpul.Grains.Tests.Support;
using Simpul.Text;

namespace Simpul.Grains.Tests;

public sealed class QueryTests : IAsyncLifetime
{
    private TestSilos _silos = null!;
    private TestCorpus _corpus = null!;

    public async Task InitializeAsync()
    {
        _silos = await TestSilos.Start();
        _corpus = await TestCorpus.Create(_silos);
    }

    public async Task DisposeAsync() => await _silos.DisposeAsync();

    [Fact]
    public async Task Names_find_their_actor_and_unknown_ones_get_suggestions()
    {
        await _corpus.Submit(1, TestArticles.Range(0, 60));
        await _corpus.WaitIncluded();
        foreach (var name in new[] { "person-nama-4", "Nama 4", "nama-4", "  NAMA   4 " })
        {
            var answer = await Ask(EntityKind.Actor, name);
            Assert.Equal("person-nama-4", answer.Found?.Entity.Entity.Id);
            Assert.Equal("Nama 4", answer.Found?.Entity.Name);
            Assert.Equal(ActorType.Person, answer.Found?.Type);
        }

        Assert.Equal("CN", (await Ask(EntityKind.Country, "cn")).Found?.Entity.Entity.Id);
        var unknown = await Ask(EntityKind.Actor, "Nmaa 4");
        Assert.Null(unknown.Found);
        Assert.Contains(unknown.Suggestions, static s => s.Entity.Name == "Nama 4");
        Assert.NotEmpty((await Ask(EntityKind.Actor, "nama")).Suggestions);
        Assert.Empty((await Ask(EntityKind.Actor, "zzzzzzzz")).Suggestions);

        var dyad = await _corpus.Query.Dyad(_corpus.Info.Corpus, new DyadQuery { First = "US", Second = "Nmaa 4" });
        Assert.Equal("US", dyad.First?.Entity.Id);
        Assert.Null(dyad.Second);
        Assert.NotEmpty(dyad.SecondSuggestions);
        Assert.True((await _corpus.Query.Events(_corpus.Info.Corpus, new EventsQuery { Source = "zzzzzzzz" })).NameUnknown);
    }

    [Fact]
    public async Task A_dossier_is_the_same_however_often_it_is_asked_and_new_after_each_change()
    {
        for (var step = 1; step <= 3; step++)
        {
            await _corpus.Submit(step, TestArticles.Range(0, 50 * step));
            if (step == 3) await _corpus.Article(TestArticles.Make(1).Id).Retract(new SubmissionStamp(9, 0));
            await _corpus.WaitIncluded();
            var other = await TestCorpus.Create(_silos, $"once-{step}");
            await other.Submit(1, [.. TestArticles.Range(0, 50 * step).Where(a => step < 3 || a.Id != TestArticles.Make(1).Id)]);
            await other.WaitIncluded();

            // The tally tells it first, then gives a copy, and the country answers from that.
            var expected = await Told(other);
            for (var time = 0; time < 4; time++) Assert.Equal(expected, await Told(_corpus));
        }

        static async Task<string> Told(TestCorpus corpus)
        {
            var answer = await corpus.Query.Dossier(corpus.Info.Corpus, new DossierQuery { Kind = EntityKind.Country, Name = "CN", Evidence = 10 });
            Assert.NotEmpty(answer.Found!.Evidence);
            return JsonSerializer.Serialize(answer.Found);
        }
    }

    [Fact]
    public async Task Evidence_opens_to_the_sentence_and_stays_right_when_the_newest_are_retracted()
    {
        await _corpus.Submit(1, TestArticles.Range(0, 400));
        await _corpus.WaitIncluded();
        var before = (await Ask(EntityKind.Country, "CN", 32)).Found!;
        Assert.Equal(32, before.Evidence.Length);
        foreach (var row in before.Evidence)
        {
            var text = TestArticles.Range(0, 400).Single(a => a.Id == row.Article).Text;
            Assert.Equal(row.Trigger, text[row.TriggerStart..row.TriggerEnd]);
            Assert.StartsWith(row.Sentence, text[row.SentenceStart..], StringComparison.Ordinal);
            Assert.Contains("CN", new[] { row.Source.Country, row.Target.Country });
        }

        // More than a tally keeps in reserve.
        var retracted = before.Evidence.Concat((await AllOf("CN")).Take(120)).Select(static e => e.Article).Distinct().ToList();
        foreach (var id in retracted) await _corpus.Article(id).Retract(new SubmissionStamp(2, 0));
        await _corpus.WaitIncluded();
        var other = await TestCorpus.Create(_silos, "other");
        await other.Submit(1, [.. TestArticles.Range(0, 400).Where(a => !retracted.Contains(a.Id))]);
        Assert.Equal(await other.Dump(), await _corpus.Dump());
    }

    [Fact]
    public async Task A_bounded_scan_says_that_it_was_bounded()
    {
        await _corpus.Submit(1, TestArticles.Range(0, 300));
        await _corpus.WaitIncluded();
        var query = new EventsQuery { By = DateBasis.Event, Since = "2026-01", ScanLimit = 5 };
        var bounded = await _corpus.Query.Events(_corpus.Info.Corpus, query);
        Assert.False(bounded.IsComplete);
        Assert.InRange(bounded.Scanned, 1, 299);
        var whole = await _corpus.Query.Events(_corpus.Info.Corpus, query with { ScanLimit = 1000 });
        Assert.True(whole.IsComplete);
        Assert.Equal(300, whole.Scanned);
        Assert.All(whole.Rows, static r => Assert.True(Days.Within(Days.Parse(r.Date), 20260100, 0)));
    }

    [Fact]
    public async Task An_actors_answers_are_the_same_before_and_after_it_changes()
    {
        await _corpus.Submit(1, TestArticles.Range(0, 50));
        await _corpus.WaitIncluded();
        var before = await Ask(EntityKind.Actor, "Nama 2");
        await _corpus.Submit(2, TestArticles.Range(50, 50));
        await _corpus.WaitIncluded();
        var after = await Ask(EntityKind.Actor, "Nama 2");
        Assert.True(after.Found!.Articles > before.Found!.Articles);
        for (var n = 50; n < 100; n++) await _corpus.Article(TestArticles.Make(n).Id).Retract(new SubmissionStamp(3, 0));
        await _corpus.WaitIncluded();
        var again = await Ask(EntityKind.Actor, "Nama 2");
        Assert.Equivalent(before.Found, again.Found, strict: true);
        for (var n = 0; n < 50; n++) await _corpus.Article(TestArticles.Make(n).Id).Retract(new SubmissionStamp(3, 0));
        await _corpus.WaitIncluded();
        Assert.Null((await Ask(EntityKind.Actor, "Nama 2")).Found);
    }

    [Fact]
    public async Task Questions_that_make_no_sense_are_refused()
    {
        foreach (var call in new Func<Task>[]
        {
            () => _corpus.Query.Top(_corpus.Info.Corpus, new TopQuery { Subject = TopSubject.Actors, Since = "2026-13" }),
            () => _corpus.Query.Events(_corpus.Info.Corpus, new EventsQuery { After = "nonsense" }),
            () => _corpus.Query.ExportPage(_corpus.Info.Corpus, "nonsense", null, 10),
        })
        {
            Assert.Equal(ErrorCode.BadRequest, (await Assert.ThrowsAsync<ClusterException>(call)).Code);
        }
    }

    private Task<DossierAnswer> Ask(EntityKind kind, string name, int evidence = 10) =>
        _corpus.Query.Dossier(_corpus.Info.Corpus, new DossierQuery { Kind = kind, Name = name, Evidence = evidence });

    private async Task<List<EventRow>> AllOf(string country) =>
        [.. await _corpus.AllEvents(new EventsQuery { Source = country, Limit = 500 }), .. await _corpus.AllEvents(new EventsQuery { Target = country, Limit = 500 })];
}
