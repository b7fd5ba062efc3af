using Simpul.Contracts;
using Simpul.Text;

namespace Simpul.Grains.Tests.Support;

/// <summary>What a corpus must hold, worked out the simple way: the highest (stamp, position) of each id wins, and counts are sums over records.</summary>
internal sealed class Fold
{
    private readonly Dictionary<string, (long Stamp, int Position, SubmittedArticle? Article)> _versions = [];

    public IEnumerable<SubmittedArticle> Current => _versions.Values.Select(static v => v.Article).OfType<SubmittedArticle>();

    public void Submit(long stamp, SubmittedArticle article) => Put(article.Id, stamp, article.Position, article);

    public void Retract(long stamp, string id) => Put(id, stamp, int.MaxValue, null);

    public bool IsLive(string id) => _versions.TryGetValue(id, out var version) && version.Article is not null;

    public List<ArticleRecord> Records() =>
    [
        .. Current.Select(static a => new SyntheticReading().Read(new Article(a.Id, a.Text, a.Title, a.Published, a.Language, a.Source, a.Url)))
            .OrderBy(static r => r.Id, Utf8Order.Instance),
    ];

    /// <summary>Articles, mentions and events of each country, by code.</summary>
    public static Dictionary<string, (long Articles, long Mentions, long Events)> Countries(List<ArticleRecord> records, Func<ArticleRecord, bool> inRange)
    {
        var sums = new Dictionary<string, (long Articles, long Mentions, long Events)>();
        foreach (var record in records.Where(inRange))
        {
            foreach (var code in SyntheticReading.Countries)
            {
                var mentions = record.Countries.Where(c => c.Code == code).Sum(static c => c.Mentions.Count);
                var told = record.Events.Where(e => e.Source.Country == code || e.Target.Country == code).ToList();
                if (mentions == 0 && told.Count == 0) continue;
                var sum = sums.GetValueOrDefault(code);
                sums[code] = (sum.Articles + 1, sum.Mentions + mentions, sum.Events + told.Count(static e => e.Status == EventStatus.Asserted));
            }
        }

        return sums;
    }

    /// <summary>Asserted events of each directed pair of countries; mutual ones under the ordered pair.</summary>
    public static Dictionary<(string, string), (long Events, long Goldstein)> CountryPairs(List<ArticleRecord> records)
    {
        var sums = new Dictionary<(string, string), (long Events, long Goldstein)>();
        foreach (var e in records.SelectMany(static r => r.Events))
        {
            if (e.Status != EventStatus.Asserted || e.Source.Country is not { } s || e.Target.Country is not { } t) continue;
            var key = e.Type.IsMutual() && string.CompareOrdinal(s, t) > 0 ? (t, s) : (s, t);
            var sum = sums.GetValueOrDefault(key);
            sums[key] = (sum.Events + 1, sum.Goldstein + e.Goldstein);
        }

        return sums;
    }

    private void Put(string id, long stamp, int position, SubmittedArticle? article)
    {
        if (_versions.TryGetValue(id, out var known) && (known.Stamp, known.Position).CompareTo((stamp, position)) > 0) return;
        _versions[id] = (stamp, position, article);
    }
}
