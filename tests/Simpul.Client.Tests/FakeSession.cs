using System.Collections.Concurrent;
using Simpul.Client.Connection;
using Simpul.Contracts;
using Simpul.Text;

namespace Simpul.Client.Tests;

/// <summary>
/// A cluster in memory that keeps articles by the rules of the contract and answers queries with what the test gave it. It stands at
/// the edge of the client; the real one has tests of its own.
/// </summary>
internal sealed partial class FakeSession : ISession, ICatalogueGrain, ICorpusGrain, IQueryGrain
{
    private readonly Dictionary<string, (SubmissionStamp Stamp, int Position, string? Content)> articles = [];
    private readonly Lock gate = new();
    private readonly List<ArticleBatch> underWay = [];

    public List<CorpusInfo> Corpora { get; } = [];

    public ConcurrentQueue<ArticleBatch> Batches { get; } = [];

    /// <summary>Those that were to be read article by article.</summary>
    public ConcurrentQueue<ArticleBatch> BatchesApart { get; } = [];

    public ConcurrentBag<int> Lanes { get; } = [];

    /// <summary>Waited for before a call other than a batch is answered: a name of the contract's.</summary>
    public Func<string, Task> Before { get; set; } = _ => Task.CompletedTask;

    /// <summary>Asked before a batch is kept; what it returns is thrown.</summary>
    public Func<ArticleBatch, Exception?> FailBefore { get; set; } = _ => null;

    /// <summary>Asked after a batch was kept; what it returns is thrown, as where an answer got lost.</summary>
    public Func<ArticleBatch, Exception?> FailAfter { get; set; } = _ => null;

    /// <summary>Waited for before a batch that came through a lane is kept, as where a silo stands still.</summary>
    public Func<int, ArticleBatch, Task> Hold { get; set; } = (_, _) => Task.CompletedTask;

    public Func<SubmittedArticle, ArticleAnswer?> Reject { get; set; } = _ => null;

    /// <summary>The most batches that were under way at once.</summary>
    public int MostUnderWay { get; private set; }

    public Queue<AsOf> Waits { get; } = [];

    public object? LastQuery { get; private set; }

    public TopAnswer? TopAnswer { get; set; }

    public DossierAnswer? DossierAnswer { get; set; }

    public DyadAnswer? DyadAnswer { get; set; }

    public EventsAnswer? EventsAnswer { get; set; }

    public List<ArticleRecord> Records { get; } = [];

    public Dictionary<string, ArticleView> Views { get; } = [];

    public string Description => "memory";

    public ICatalogueGrain Catalogue => this;

    public IEnumerable<string> Ids
    {
        get
        {
            lock (gate) return [.. articles.Where(a => a.Value.Content is not null).Select(a => a.Key).Order(StringComparer.Ordinal)];
        }
    }

    /// <summary>How many batches of a kind are under way.</summary>
    public int UnderWay(Func<ArticleBatch, bool> kind)
    {
        lock (gate) return underWay.Count(kind);
    }

    public static AsOf Fresh(long articles = 0) => new() { Committed = articles, Included = articles };

    public CorpusInfo Add(string name, int slices = 4)
    {
        var info = new CorpusInfo { Corpus = new CorpusRef(name, Corpora.Count + 1), Slices = slices, Buckets = 1, Created = new DateTime(2026, 2, 5, 0, 0, 0, DateTimeKind.Utc), Articles = 0 };
        Corpora.Add(info);
        return info;
    }

    public ICorpusGrain Corpus(CorpusRef corpus) => this;

    public IIngestGrain Ingest(int lane)
    {
        Lanes.Add(lane);
        return new FakeLane(this, lane);
    }

    public IQueryGrain Query(int lane) => this;

    public IArticleGrain Article(CorpusRef corpus, string id) => new FakeArticle(this, id);

    public Task<CorpusInfo?> Find(string name) => Task.FromResult(Corpora.FirstOrDefault(c => c.Corpus.Name == name));

    public async Task<CorpusInfo> Create(string name, CorpusLayout layout)
    {
        await Before(nameof(Create));
        return Corpora.FirstOrDefault(c => c.Corpus.Name == name) ?? Add(name);
    }

    public Task<CorpusInfo[]> List() => Task.FromResult(Corpora.ToArray());

    public Task<bool> Delete(string name) => Task.FromResult(Corpora.RemoveAll(c => c.Corpus.Name == name) > 0);

    public Task<CorpusStatus> Status() => Task.FromResult(new CorpusStatus
    {
        Corpus = Corpora[0], AsOf = Fresh(3), Packs = [], CurrentPack = "1", DeadLetters = 0, Countries = 2, Actors = 1, Events = 4, Undated = 0, Languages = [],
    });

    public Task<AsOf> WaitIncluded(TimeSpan atMost) => Task.FromResult(Waits.TryDequeue(out var asOf) ? asOf : Fresh(Ids.Count()));

    public Task<long> Compact() => Task.FromResult(1L);

    private async Task<BatchAnswer> Submit(int lane, ArticleBatch batch, ConcurrentQueue<ArticleBatch> into)
    {
        lock (gate)
        {
            underWay.Add(batch);
            MostUnderWay = Math.Max(MostUnderWay, underWay.Count);
        }

        try
        {
            await Task.Yield();
            await Hold(lane, batch);
            if (FailBefore(batch) is { } before) throw before;
            into.Enqueue(batch);
            var answer = new BatchAnswer { Articles = [.. batch.Articles.Select(a => Keep(a, batch.Stamp))] };
            return FailAfter(batch) is { } after ? throw after : answer;
        }
        finally
        {
            lock (gate) underWay.Remove(batch);
        }
    }

    public Task<TopAnswer> Top(CorpusRef corpus, TopQuery query)
    {
        LastQuery = query;
        return Task.FromResult(TopAnswer!);
    }

    public Task<DossierAnswer> Dossier(CorpusRef corpus, DossierQuery query)
    {
        LastQuery = query;
        return Task.FromResult(DossierAnswer!);
    }

    public Task<DyadAnswer> Dyad(CorpusRef corpus, DyadQuery query)
    {
        LastQuery = query;
        return Task.FromResult(DyadAnswer!);
    }

    public Task<EventsAnswer> Events(CorpusRef corpus, EventsQuery query)
    {
        LastQuery = query;
        return Task.FromResult(EventsAnswer!);
    }

    public Task<ExportPosition> BeginExport(CorpusRef corpus, bool fresh) =>
        Task.FromResult(new ExportPosition { Token = "here", Records = Records.Count, AsOf = Fresh(Records.Count) });

    public Task<ExportPage> ExportPage(CorpusRef corpus, string token, string? after, int limit)
    {
        // Pages of two, so that any export takes several.
        var rest = Records.Where(r => after is null || string.CompareOrdinal(r.Id, after) > 0).Take(3).ToList();
        var page = rest.Take(2).Select(r => new ExportedRecord(r.Id, RecordCodec.Encode(r))).ToArray();
        return Task.FromResult(new ExportPage { Records = page, Next = rest.Count > 2 ? page[^1].Id : null });
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private ArticleAnswer Keep(SubmittedArticle article, SubmissionStamp stamp)
    {
        if (Reject(article) is { } rejection) return rejection;
        lock (gate)
        {
            var content = $"{article.Title}|{article.Text}|{article.Published}|{article.Language}|{article.Source}|{article.Url}";
            if (!articles.TryGetValue(article.Id, out var known))
            {
                articles[article.Id] = (stamp, article.Position, content);
                return new(ArticleOutcome.New);
            }

            if (known.Content == content) return new(ArticleOutcome.Repeated);
            if (known.Stamp > stamp || (known.Stamp == stamp && known.Position > article.Position)) return new(ArticleOutcome.Older);
            articles[article.Id] = (stamp, article.Position, content);
            return new(known.Content is null ? ArticleOutcome.New : ArticleOutcome.Edited);
        }
    }

    private bool Retract(string id, SubmissionStamp stamp)
    {
        lock (gate)
        {
            if (!articles.TryGetValue(id, out var known) || known.Content is null) return false;
            articles[id] = (stamp, 0, null);
            return true;
        }
    }

    private sealed class FakeLane(FakeSession session, int lane) : IIngestGrain
    {
        public Task<BatchAnswer> Submit(ArticleBatch batch) => session.Submit(lane, batch, session.Batches);

        public Task<BatchAnswer> SubmitApart(ArticleBatch batch) => session.Submit(lane, batch, session.BatchesApart);
    }

    private sealed class FakeArticle(FakeSession session, string id) : IArticleGrain
    {
        public Task<ArticleView?> Get() => Task.FromResult(session.Views.GetValueOrDefault(id));

        public Task<ArticleAnswer> Submit(SubmittedArticle article, SubmissionStamp stamp) => Task.FromResult(session.Keep(article, stamp));

        public Task<bool> Retract(SubmissionStamp stamp) => Task.FromResult(session.Retract(id, stamp));
    }
}
