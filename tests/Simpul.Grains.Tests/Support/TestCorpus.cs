using System.Text;
using System.Text.Json;
using Simpul.Contracts;
using Simpul.Text;

namespace Simpul.Grains.Tests.Support;

/// <summary>A corpus as a client uses it: batches by slice, sent again when a silo falls away.</summary>
internal sealed class TestCorpus(TestSilos silos, CorpusInfo info)
{
    private int _lane;

    public CorpusInfo Info => info;

    public IQueryGrain Query => silos.Grains.GetGrain<IQueryGrain>(_lane++ % GrainKeys.Lanes);

    public ICorpusGrain Grain => silos.Grains.GetGrain<ICorpusGrain>(GrainKeys.Corpus(info.Corpus));

    public static async Task<TestCorpus> Create(TestSilos silos, string name = "berita", int slices = 4, int buckets = 3) =>
        new(silos, await silos.Grains.GetGrain<ICatalogueGrain>(GrainKeys.Catalogue).Create(name, new CorpusLayout { Slices = slices, Buckets = buckets }));

    public IArticleGrain Article(string id) => silos.Grains.GetGrain<IArticleGrain>(GrainKeys.Article(info.Corpus, id));

    public async Task<ArticleAnswer[]> Submit(long stamp, params SubmittedArticle[] articles)
    {
        var answers = new ArticleAnswer[articles.Length];
        var bySlice = Enumerable.Range(0, articles.Length).GroupBy(i => articles[i].Id is { Length: > 0 } id ? info.SliceOf(id) : 0);
        await Task.WhenAll(bySlice.Select(async slice =>
        {
            var batch = new ArticleBatch
            {
                Corpus = info.Corpus,
                Slice = slice.Key,
                Stamp = new SubmissionStamp(stamp, 0),
                Articles = [.. slice.Select(i => articles[i])],
            };
            var lane = silos.Grains.GetGrain<IIngestGrain>(Interlocked.Increment(ref _lane) % GrainKeys.Lanes);
            var answer = await Retry(() => lane.Submit(batch));
            foreach (var (index, i) in slice.Select(static (index, i) => (index, i))) answers[index] = answer.Articles[i];
        }));
        return answers;
    }

    public async Task WaitIncluded()
    {
        var asOf = await Retry(async () =>
        {
            var waited = await Grain.WaitIncluded(TimeSpan.FromSeconds(20));
            return waited.IsFresh ? waited : throw new TimeoutException($"still behind: {waited}");
        });
        Assert.Equal(asOf.Committed, asOf.Included);
    }

    /// <summary>All that can be asked, as one text without freshness: equal corpora must give equal texts.</summary>
    public async Task<string> Dump()
    {
        await WaitIncluded();
        var dump = new StringBuilder();
        foreach (var subject in Enum.GetValues<TopSubject>())
        {
            foreach (var order in Enum.GetValues<TopOrder>())
            {
                await AddTop(new TopQuery { Subject = subject, Order = order, Limit = 500 });
                await AddTop(new TopQuery { Subject = subject, Order = order, Limit = 500, Since = "2026-01-02", Until = "2026-02" });
                await AddTop(new TopQuery
                {
                    Subject = subject, Order = order, Limit = 500, By = DateBasis.Event, Since = "2026-01", Status = EventStatus.Planned, IncludeSelf = true,
                });
            }
        }

        foreach (var country in SyntheticReading.Countries) await AddDossier(EntityKind.Country, country);
        for (var actor = 0; actor < 12; actor++) await AddDossier(EntityKind.Actor, SyntheticReading.ActorId(actor));
        foreach (var (a, b) in new[] { ("CN", "US"), ("US", "CN"), ("RU", "RU"), (SyntheticReading.ActorId(1), "ID"), (SyntheticReading.ActorId(2), SyntheticReading.ActorId(3)) })
        {
            foreach (var by in Enum.GetValues<DateBasis>())
            {
                var answer = await Query.Dyad(info.Corpus, new DyadQuery { First = a, Second = b, By = by, Evidence = 20 });
                Add($"dyad {a} {b} {by}", answer with { AsOf = s_none });
            }
        }

        foreach (var query in new[]
        {
            new EventsQuery { Limit = 7 }, new EventsQuery { Source = "CN", Limit = 3 }, new EventsQuery { Target = "US", Status = null, Limit = 9 },
            new EventsQuery { Source = "ID", Target = "JP", Limit = 4 }, new EventsQuery { Type = EventType.Assault, Since = "2026-01-03" },
        })
        {
            Add($"events {query}", await AllEvents(query));
        }

        var status = await Grain.Status();
        Add("status", new { status.Packs, status.Languages, status.Countries, status.Actors, status.Events, status.FirstDay, status.LastDay, status.Undated, status.Corpus.Articles });
        foreach (var record in await Export()) dump.AppendLine(Json(record));
        return dump.ToString();

        async Task AddTop(TopQuery query)
        {
            var answer = await Query.Top(info.Corpus, query);
            Add($"top {query}", answer with { AsOf = s_none });
        }

        async Task AddDossier(EntityKind kind, string name)
        {
            var answer = await Query.Dossier(info.Corpus, new DossierQuery { Kind = kind, Name = name, Evidence = 32, Relations = 100 });
            Add($"dossier {name}", answer with { AsOf = s_none });
        }

        void Add(string what, object answer) => dump.Append(what).Append(" = ").AppendLine(JsonSerializer.Serialize(answer));
    }

    public async Task<List<EventRow>> AllEvents(EventsQuery query)
    {
        var rows = new List<EventRow>();
        do
        {
            var answer = await Query.Events(info.Corpus, query);
            Assert.True(answer.IsComplete);
            rows.AddRange(answer.Rows);
            query = query with { After = answer.Next };
        }
        while (query.After is not null);
        return rows;
    }

    public async Task<List<ArticleRecord>> Export(int page = 5)
    {
        var position = await Query.BeginExport(info.Corpus, fresh: true);
        var records = new List<ArticleRecord>();
        for (string? after = null; ;)
        {
            var answer = await Query.ExportPage(info.Corpus, position.Token, after, page);
            records.AddRange(answer.Records.Select(static r => RecordCodec.Decode(r.Record)));
            if (answer.Next is null) break;
            after = answer.Next;
        }

        Assert.Equal(position.Records, records.Count);
        return records;
    }

    public static string Json(ArticleRecord record)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        RecordJson.Write(record, buffer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    // What a client does: after an unknown outcome it sends the same again.
    public static async Task<T> Retry<T>(Func<Task<T>> call)
    {
        for (var left = 30; ; left--)
        {
            try
            {
                return await call();
            }
            catch (Exception e) when (left > 0 && e is TimeoutException or OrleansException or ClusterException { IsTransient: true })
            {
                await Task.Yield();
            }
        }
    }

    private static readonly AsOf s_none = new() { Committed = 0, Included = 0 };
}
