using Simpul.Client.Output;
using Simpul.Contracts;

namespace Simpul.Client.Queries;

/// <summary>Corpora and how far they are, as tables.</summary>
internal static class CorpusReport
{
    private static readonly TableShape Statuses = new("corpora", null,
        "corpus", "articles", "countries", "actors", "events", "first_day", "last_day", "undated", "dead_letters", "older_pack", "languages", "+pack", "+slices", "+buckets", "+created");

    private static readonly TableShape Corpora = new("corpora", null, "corpus", "articles", "created", "+slices", "+buckets");

    public static Table Of(IEnumerable<CorpusStatus> statuses) => new(Statuses, [.. statuses.Select(s => (Cell[])
    [
        s.Corpus.Corpus.Name, s.Corpus.Articles, s.Countries, s.Actors, s.Events, s.FirstDay, s.LastDay, s.Undated, s.DeadLetters,
        s.Packs.Where(p => p.Pack != s.CurrentPack).Sum(p => p.Articles), string.Join(", ", s.Languages.Select(l => $"{l.Name} {l.Count}")),
        s.CurrentPack, s.Corpus.Slices, s.Corpus.Buckets, Time(s.Corpus.Created),
    ])]);

    public static Table Of(IEnumerable<CorpusInfo> corpora) =>
        new(Corpora, [.. corpora.Select(c => (Cell[])[c.Corpus.Name, c.Articles, Time(c.Created), c.Slices, c.Buckets])]);

    private static string Time(DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
}
