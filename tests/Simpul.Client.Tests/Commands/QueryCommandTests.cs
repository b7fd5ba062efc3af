using System.Text.Json;
using Simpul.Contracts;
using Simpul.Text;

namespace Simpul.Client.Tests.Commands;

public sealed class QueryCommandTests
{
    private readonly FakeSession session = new();

    public QueryCommandTests()
    {
        session.Add("default");
        session.Add("berita");
    }

    public static TheoryData<string> Formats => ["table", "json", "jsonl", "csv"];

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Every_query_writes_every_format(string format)
    {
        Answer();
        string[] lines = ["top countries", "top actors", "top dyads", "country CN", "actor Xi", "dyad CN US", "events", "status", "corpus list", "corpus show berita", "article a1", "export"];
        foreach (var line in lines)
        {
            var run = await SimpulRun.On(session, $"{line} --format {format}");
            Assert.True(run.ExitCode == ExitCode.Done && run.Output.Length > 0, $"{line}: {run.ExitCode} {run.Error}");
            if (format == "json") JsonDocument.Parse(run.Output);
            if (format == "jsonl") Assert.All(run.OutputLines, l => JsonDocument.Parse(l));
        }
    }

    [Fact]
    public async Task Rows_have_the_same_keys_in_json_and_csv()
    {
        Answer();
        foreach (var line in new[] { "top countries", "events", "status" })
        {
            var csv = (await SimpulRun.On(session, $"{line} --format csv")).OutputLines[0].TrimEnd('\r').Split(',');
            var json = JsonDocument.Parse((await SimpulRun.On(session, $"{line} --format json")).Output).RootElement.GetProperty("rows")[0];
            Assert.Equal(csv, json.EnumerateObject().Select(p => p.Name));
        }
    }

    [Fact]
    public async Task Freshness_is_said_and_is_in_json_and_in_no_row()
    {
        Answer();
        session.TopAnswer = session.TopAnswer! with { AsOf = new AsOf { Committed = 10, Included = 7, OldestLag = TimeSpan.FromSeconds(2), SilentTallies = 2 } };
        var run = await SimpulRun.On(session, "top countries --format json");
        var asOf = JsonDocument.Parse(run.Output).RootElement.GetProperty("as_of");
        Assert.Equal((10, 7, 2), (asOf.GetProperty("articles_committed").GetInt32(), asOf.GetProperty("articles_included").GetInt32(), asOf.GetProperty("silent_tallies").GetInt32()));
        Assert.Contains("As of 7 of 10 articles", run.Error, StringComparison.Ordinal);
        Assert.Contains("warning: 2 tallies did not answer", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("committed", (await SimpulRun.On(session, "top countries --format csv")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_options_reach_the_query()
    {
        Answer();
        await SimpulRun.On(session, "top dyads --since 2026-01 --until 2026-02-05 --type assault --status planned --by event-date --limit 5 --skip 2 --order events --between all --self --fresh");
        Assert.Equal(
            new TopQuery
            {
                Subject = TopSubject.Dyads, Skip = 2, Limit = 5, Since = "2026-01", Until = "2026-02-05", By = DateBasis.Event, Status = EventStatus.Planned,
                Type = EventType.Assault, Order = TopOrder.Events, IncludeSelf = true, Fresh = true,
            }, session.LastQuery);
        await SimpulRun.On(session, "dyad CN US --by year --by event-date");
        Assert.Equal((TimeBucket.Year, DateBasis.Event), (((DyadQuery)session.LastQuery!).Bucket, ((DyadQuery)session.LastQuery!).By));
        await SimpulRun.On(session, "events --source RU --target UA --status all");
        Assert.Equal(("RU", "UA", null), (((EventsQuery)session.LastQuery!).Source, ((EventsQuery)session.LastQuery!).Target, ((EventsQuery)session.LastQuery!).Status));
    }

    [Theory]
    [InlineData("top dyads --type ASAULT", "Did you mean \"ASSAULT\"?")]
    [InlineData("top countries --since yesterday", "2026-02-05")]
    [InlineData("top countries --limit 0", "between 1")]
    [InlineData("events --status maybe", "asserted")]
    [InlineData("dyad CN", "SECOND")]
    [InlineData("top countries --data x --cluster y", "exclude each other")]
    public async Task What_makes_no_sense_ends_in_2_with_a_remedy(string line, string remedy)
    {
        var run = await SimpulRun.On(session, line);
        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains(remedy, run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task A_corpus_that_is_not_there_ends_in_4_with_a_suggestion()
    {
        var run = await SimpulRun.On(session, "top countries --corpus brita");
        Assert.Equal(ExitCode.Unreachable, run.ExitCode);
        Assert.Contains("Did you mean \"berita\"?", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_name_gets_suggestions()
    {
        session.DossierAnswer = new DossierAnswer { AsOf = FakeSession.Fresh(), Suggestions = [Row("xi-jinping", "Xi Jinping", EntityKind.Actor)] };
        var run = await SimpulRun.On(session, "actor Xy");
        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains("xi-jinping (Xi Jinping, 5 articles)", run.Error, StringComparison.Ordinal);

        session.DyadAnswer = new DyadAnswer { AsOf = FakeSession.Fresh(), First = Named("CN", "China"), SecondSuggestions = [Row("US", "AS", EntityKind.Country)] };
        Assert.Contains("US (AS", (await SimpulRun.On(session, "dyad CN Amrik")).Error, StringComparison.Ordinal);

        session.EventsAnswer = new EventsAnswer { AsOf = FakeSession.Fresh(), IsComplete = true, NameUnknown = true, TargetSuggestions = [Row("US", "AS", EntityKind.Country)] };
        Assert.Contains("\"Amrik\"", (await SimpulRun.On(session, "events --source CN --target Amrik")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Further_events_and_limits_of_a_scan_are_said()
    {
        Answer();
        session.EventsAnswer = session.EventsAnswer! with { Next = "n1", IsComplete = false, Scanned = 200_000 };
        var run = await SimpulRun.On(session, "events");
        Assert.Contains("--after n1", run.Error, StringComparison.Ordinal);
        Assert.Contains("--scan-limit", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_canonical_export_is_each_record_to_the_byte_through_all_pages()
    {
        for (var i = 0; i < 5; i++) session.Records.Add(ArticleReader.Default.Read(new Article($"a{i}", "Presiden Indonesia bertemu PM Jepang.")));
        var run = await SimpulRun.On(session, "export --format jsonl");
        var expected = new System.Buffers.ArrayBufferWriter<byte>();
        foreach (var record in session.Records)
        {
            RecordJson.Write(record, expected);
            System.Buffers.BuffersExtensions.Write(expected, "\n"u8);
        }

        Assert.Equal(System.Text.Encoding.UTF8.GetString(expected.WrittenSpan), run.Output);
        Assert.Equal(run.Output, (await SimpulRun.On(session, "export")).Output);
    }

    [Fact]
    public async Task An_article_shows_its_mentions_in_the_text()
    {
        const string text = "Presiden Xi Jinping bertemu Vladimir Putin di Moskow.";
        session.Views["a1"] = View(ArticleReader.Default.Read(new Article("a1", text)), text);
        var run = await SimpulRun.On(session, "article a1");
        Assert.Contains("=xi-jinping]", run.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Usage, (await SimpulRun.On(session, "article a2")).ExitCode);
    }

    [Fact]
    public async Task A_retracted_article_shows_its_history()
    {
        session.Views["a1"] = View(null, null);
        var run = await SimpulRun.On(session, "article a1");
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("was retracted", run.Error, StringComparison.Ordinal);
        Assert.Contains("current", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Retracting_says_what_was_there_and_what_was_not()
    {
        await SimpulRun.Of(["submit", "-"], """{"id":"1","text":"T"}""", session: session);
        var mixed = await SimpulRun.On(session, "retract 1 2 --purge");
        Assert.Equal(ExitCode.SomeRejected, mixed.ExitCode);
        Assert.Contains("holds no article \"2\"", mixed.Error, StringComparison.Ordinal);
        Assert.Empty(session.Ids);
        Assert.Equal(ExitCode.Usage, (await SimpulRun.On(session, "retract 1")).ExitCode);
    }

    [Fact]
    public async Task A_corpus_is_deleted_by_its_name()
    {
        Assert.Equal(ExitCode.Done, (await SimpulRun.On(session, "corpus delete berita --yes")).ExitCode);
        Assert.Single(session.Corpora);
        Assert.Equal(ExitCode.Unreachable, (await SimpulRun.On(session, "corpus delete berita --yes")).ExitCode);
    }

    [Fact]
    public async Task Doctor_checks_everything_and_ends_in_4_without_a_cluster()
    {
        Assert.Equal(ExitCode.Done, (await SimpulRun.On(session, "doctor")).ExitCode);
        var run = await SimpulRun.Of("doctor", "--format", "csv");
        Assert.Equal(ExitCode.Unreachable, run.ExitCode);
        Assert.Contains("connection,failed", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verbose_says_how_long_the_query_took()
    {
        Answer();
        Assert.Matches("the query [0-9,]+ ms", (await SimpulRun.On(session, "top countries --verbose")).Error);
    }

    [Fact]
    public async Task The_demo_reads_the_samples_and_shows_who_did_what()
    {
        Answer();
        var run = await SimpulRun.On(session, "demo");
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.True(session.Ids.Count() >= 14);
        Assert.Contains("Newest evidence", run.Output, StringComparison.Ordinal);
    }

    private static NamedEntity Named(string id, string name, EntityKind kind = EntityKind.Country) => new(new EntityRef(kind, id), name);

    private static TopRow Row(string id, string name, EntityKind kind) => new() { Entity = Named(id, name, kind), Articles = 5, Mentions = 9, Events = 3 };

    private static ArticleView View(ArticleRecord? record, string? text) => new()
    {
        Id = "a1", Record = record is null ? null : RecordCodec.Encode(record), Text = text,
        History = [new ArticleVersion { Stamp = new SubmissionStamp(1, 1), Position = 0, IsRetraction = record is null, Committed = DateTime.UnixEpoch, IsCurrent = true }],
    };

    private void Answer()
    {
        var asOf = FakeSession.Fresh(3);
        var row = new EventRow
        {
            Article = "a1", Published = "2026-02-05", Index = 0, Type = EventType.Consult, Status = EventStatus.Asserted,
            Source = new PartyRow("xi-jinping", "Xi Jinping", "CN"), Target = new PartyRow(null, null, "US"), Sentence = "Xi menelepon Trump.", SentenceStart = 0,
            TriggerStart = 3, TriggerEnd = 11, Trigger = "menelepon", Cameo = "041", Goldstein = 10, Confidence = 90, Rule = "r",
        };
        var types = new[] { new TypeCount(EventType.Consult, 3, 30) };
        session.TopAnswer = new TopAnswer
        {
            Rows = [Row("CN", "China", EntityKind.Country)], Total = 1, AsOf = asOf,
            Dyads = [new TopDyadRow { Source = Named("CN", "China"), Target = Named("US", "AS"), Articles = 2, Events = 3, Goldstein = 30, Types = types }],
        };
        session.DossierAnswer = new DossierAnswer
        {
            AsOf = asOf,
            Found = new Dossier
            {
                Entity = Named("CN", "China"), Articles = 3, Mentions = 9, Events = [3, 1, 0, 0], Days = [new DayCount(null, 1, 1, 0), new DayCount("2026-02-05", 2, 8, 3)],
                Names = [new DatedName { Name = "China", Count = 5, Kind = CountryCue.Name }], Roles = [], RelationCount = 1, Evidence = [row],
                Relations = [new Relation { Other = Named("US", "AS"), Sent = 1, Received = 0, Mutual = 2, Goldstein = 30, Types = types }],
                Mentioned = [new MentionRow { Article = "a1", Sentence = "S", SentenceStart = 0, Start = 0, End = 1, Text = "C" }],
            },
        };
        session.DyadAnswer = new DyadAnswer
        {
            AsOf = asOf, First = Named("CN", "China"), Second = Named("US", "AS"), Evidence = [row],
            Sides = [new DyadSide { Direction = Direction.Mutual, Events = 3, Goldstein = 30, Types = types }],
            Buckets = [new DyadBucket("2026-02", Direction.Backward, EventType.Accuse, 1, -20)],
        };
        session.EventsAnswer = new EventsAnswer { Rows = [row], IsComplete = true, AsOf = asOf };
        var record = ArticleReader.Default.Read(new Article("a1", "Presiden Xi bertemu Putin."));
        session.Records.Add(record);
        session.Views["a1"] = View(record, "Presiden Xi bertemu Putin.");
    }
}
