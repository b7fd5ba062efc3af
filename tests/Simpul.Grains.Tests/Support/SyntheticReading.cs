using Simpul.Grains.Articles;
using Simpul.Text;

namespace Simpul.Grains.Tests.Support;

/// <summary>
/// Makes rich records out of any text: what an article says depends on its text and date alone, as with the real reader, but costs
/// nothing. A text with "unreadable" in it fails.
/// </summary>
internal sealed class SyntheticReading : IArticleReading
{
    public static readonly string[] Countries = ["CN", "ID", "IR", "JP", "RU", "SG", "UA", "US"];

    public string PackVersion => "synthetic-1";

    public ArticleRecord Read(Article article)
    {
        if (article.Text.Contains("unreadable", StringComparison.Ordinal)) throw new InvalidOperationException("unreadable on purpose");
        var random = new Random(Seed(article.Text));
        var sentences = Sentences(article.Text);
        var countries = Pick(random, Countries, random.Next(0, 4)).Order(StringComparer.Ordinal).ToList();
        var actors = Pick(random, [.. Enumerable.Range(0, 12)], random.Next(0, 6)).Order().ToList();
        return new ArticleRecord
        {
            Pack = PackVersion,
            Id = article.Id,
            Title = article.Title,
            Language = article.Language ?? (random.Next(3) == 0 ? "en" : "id"),
            Published = article.Published,
            Source = article.Source,
            Url = article.Url,
            Sentences = sentences,
            Countries =
            [
                .. countries.Select(c => new Country(
                    c, [.. Places(random, article.Text).Select(s => new CountryMention(s, (CountryCue)random.Next(4), "test", 90))])),
            ],
            Actors =
            [
                .. actors.Select(a => new Actor(
                    ActorId(a), $"Nama {a}", (ActorType)(a % 2), a % 3 == 0 ? null : Countries[a % 8], random.Next(2) == 0 ? null : $"role {a % 4}",
                    random.Next(2) == 0 ? [] : [$"Alias {a} {random.Next(2)}"],
                    [.. Places(random, article.Text).Select(static s => new ActorMention(s, "test", 80))])),
            ],
            Events = [.. Enumerable.Range(0, random.Next(0, 6)).Select(_ => NextEvent(random, article.Text, sentences.Count, actors)).OrderBy(static e => e.Trigger.Start)],
        };
    }

    public static string ActorId(int number) => $"{(number % 2 == 0 ? "person" : "organisation")}-nama-{number}";

    private static Event NextEvent(Random random, string text, int sentences, List<int> actors)
    {
        string[] dates = ["2026-01-01", "2026-01-15", "2026-02", "2025", "2026-W06"];
        var date = random.Next(3) == 0 ? null : dates[random.Next(dates.Length)];
        return new Event(
            (EventType)random.Next(16), Party(), Party(), random.Next(2) == 0 ? null : Countries[random.Next(8)], date,
            random.Next(3) == 0 ? (EventStatus)random.Next(4) : EventStatus.Asserted, random.Next(sentences), Places(random, text)[0],
            "036", (short)random.Next(-100, 101), 70, "test", []);

        Party Party() => new(
            random.Next(3) == 0 || actors.Count == 0 ? null : ActorId(actors[random.Next(actors.Count)]),
            random.Next(3) == 0 ? null : Countries[random.Next(8)]);
    }

    private static List<Span> Places(Random random, string text)
    {
        var starts = Enumerable.Range(0, random.Next(1, 4)).Select(_ => random.Next(0, Math.Max(1, text.Length - 4))).Distinct().Order();
        return [.. starts.Select(s => new Span(s, Math.Min(s + 3, text.Length), text[s..Math.Min(s + 3, text.Length)]))];
    }

    private static List<Sentence> Sentences(string text)
    {
        var sentences = new List<Sentence>();
        for (var at = 0; at < text.Length; at += 20) sentences.Add(new Sentence(at, Math.Min(at + 20, text.Length)));
        return sentences;
    }

    private static IEnumerable<T> Pick<T>(Random random, T[] pool, int count) => pool.OrderBy(_ => random.Next()).Take(count);

    private static int Seed(string text)
    {
        var hash = 17;
        foreach (var c in text) hash = unchecked(hash * 31 + c);
        return hash;
    }
}
