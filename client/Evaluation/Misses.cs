using System.Text.Json;

namespace Simpul.Client.Evaluation;

/// <summary>One thing that gold and record do not share.</summary>
/// <param name="Article">The article's id.</param>
/// <param name="What">Actor, event, quote ...</param>
/// <param name="IsExtra">True for what was said and is not in gold; false for what gold has alone, or what was answered wrongly.</param>
/// <param name="Item">The thing.</param>
/// <param name="Note">The class of the error, or what stands on the other side.</param>
/// <param name="Trigger">The words that fired, of an event that was said.</param>
/// <param name="Rule">The rule that fired.</param>
/// <param name="Confidence">As it was said, in hundredths.</param>
/// <param name="SentenceNumber">Where, by number.</param>
/// <param name="Sentence">Where, in words.</param>
internal sealed record Miss(
    string Article, string What, bool IsExtra, string Item, string? Note = null, string? Trigger = null, string? Rule = null, decimal? Confidence = null,
    int? SentenceNumber = null, string? Sentence = null);

/// <summary>Lists everything that gold and record do not share, each with its sentence.</summary>
internal static class Misses
{
    public static IEnumerable<Miss> Of(ArticleComparison a, string? text)
    {
        var finder = new SentenceFinder(text, a.Pred);
        return [.. Actors(a, finder), .. Countries(a, finder), .. Events(a, finder), .. Quotes(a, finder),
            .. Values(a.Id, "date", a.GoldDates, a.PredDates, ValueKeys.Date, finder), .. Values(a.Id, "amount", a.GoldAmounts, a.PredAmounts, ValueKeys.Amount, finder)];
    }

    private static IEnumerable<Miss> Actors(ArticleComparison a, SentenceFinder finder)
    {
        var (found, used) = (a.ActorPairs.Select(p => p.Gold).ToHashSet(), a.ActorPairs.Select(p => p.Pred).ToHashSet());
        for (var i = 0; i < a.GoldActors.Count; i++)
            if (!found.Contains(i)) yield return Mentioned(a.GoldActors[i], isExtra: false);
        for (var i = 0; i < a.PredActors.Count; i++)
            if (!used.Contains(i)) yield return Mentioned(a.PredActors[i], isExtra: true);
        foreach (var (g, p) in a.ActorPairs)
        {
            var (right, said) = (JsonRows.Field(a.GoldActors[g], "country"), JsonRows.Field(a.PredActors[p], "country"));
            if (JsonRows.IsTruthy(right) && JsonRows.Key(right) != JsonRows.Key(said))
                yield return new Miss(a.Id, "actor country", false, Name(a.GoldActors[g]), $"{JsonRows.Text(right)}, said {Or(JsonRows.Text(said))}");
        }

        Miss Mentioned(JsonElement actor, bool isExtra)
        {
            var mention = JsonRows.Rows(actor, "mentions").FirstOrDefault();
            var (start, rule) = mention.ValueKind == JsonValueKind.Object ? (Start(mention), Rule(mention)) : (null, null);
            return Place(new Miss(a.Id, "actor", isExtra, Name(actor), JsonRows.Text(JsonRows.Field(actor, "type")), Rule: rule), start, finder);
        }
    }

    private static IEnumerable<Miss> Countries(ArticleComparison a, SentenceFinder finder)
    {
        var (gold, pred) = (ArticleComparison.CountryMentions(a.Gold), ArticleComparison.CountryMentions(a.Pred));
        foreach (var (isExtra, mine, other) in new[] { (false, gold, pred), (true, pred, gold) })
            foreach (var (key, mention) in Without(mine, other, m => m.Key))
                yield return Place(
                    new Miss(a.Id, "country mention", isExtra, $"{key.Code} {JsonRows.Text(JsonRows.Field(mention, "text"))}", JsonRows.Text(JsonRows.Field(mention, "kind")), Rule: Rule(mention)),
                    Start(mention), finder);
    }

    private static IEnumerable<Miss> Events(ArticleComparison a, SentenceFinder finder)
    {
        var seen = new HashSet<EventKey>();
        foreach (var (e, key) in a.GoldEvents.Events)
        {
            var evidence = JsonRows.TextOrNothing(JsonRows.Field(e, "evidence"));
            if (!a.PredEvents.Types.TryGetValue(key, out var said))
            {
                if (seen.Add(key))
                    yield return new Miss(a.Id, "event", false, key.ToString(), EventErrors.OfMissed(key, a), SentenceNumber: finder.IndexOf(evidence), Sentence: finder.Of(evidence));
            }
            else if (seen.Add(key) && a.GoldEvents.Types[key] != said)
            {
                yield return new Miss(a.Id, "event status", false, key.ToString(), $"{a.GoldEvents.Types[key]}, said {said}", SentenceNumber: finder.IndexOf(evidence), Sentence: finder.Of(evidence));
            }
        }

        foreach (var (e, key) in a.PredEvents.Events)
        {
            if (a.GoldEvents.Types.ContainsKey(key)) continue;
            var trigger = JsonRows.Field(e, "trigger");
            var (words, start) = trigger.ValueKind == JsonValueKind.Object ? (JsonRows.Text(JsonRows.Field(trigger, "text")), Start(trigger)) : (null, null);
            yield return Place(
                new Miss(a.Id, "event", true, key.ToString(), EventErrors.OfExtra(key, a), words, Rule(e), Confidence(e)), start, finder);
        }
    }

    private static IEnumerable<Miss> Quotes(ArticleComparison a, SentenceFinder finder)
    {
        var (found, used) = (a.QuotePairs.Select(p => p.Gold).ToHashSet(), a.QuotePairs.Select(p => p.Pred).ToHashSet());
        for (var i = 0; i < a.GoldQuotes.Count; i++)
            if (!found.Contains(i)) yield return Quoted(a.GoldQuotes[i], isExtra: false);
        for (var i = 0; i < a.PredQuotes.Count; i++)
            if (!used.Contains(i)) yield return Quoted(a.PredQuotes[i], isExtra: true);
        foreach (var (g, p) in a.QuotePairs)
        {
            var right = JsonRows.Field(a.GoldQuotes[g], "speaker");
            if (JsonRows.IsTruthy(right) && !a.IsRightSpeaker(a.GoldQuotes[g], a.PredQuotes[p]))
                yield return Place(
                    new Miss(a.Id, "speaker", false, JsonRows.Text(right), $"said {Or(JsonRows.Text(JsonRows.Field(a.PredQuotes[p], "speaker")))}", Rule: Rule(a.PredQuotes[p])),
                    Start(a.PredQuotes[p]), finder);
        }

        Miss Quoted(JsonElement quote, bool isExtra) => Place(
            new Miss(a.Id, "quote", isExtra, Short(JsonRows.Text(JsonRows.Field(quote, "text"))), Rule: Rule(quote)), Start(quote), finder);
    }

    private static IEnumerable<Miss> Values(
        string id, string what, List<JsonElement> gold, List<JsonElement> pred, Func<JsonElement, string> key, SentenceFinder finder)
    {
        foreach (var (isExtra, mine, other) in new[] { (false, gold, pred), (true, pred, gold) })
            foreach (var row in Without(mine, other, key))
            {
                var unit = JsonRows.Text(JsonRows.Field(row, "unit"));
                yield return Place(
                    new Miss(id, what, isExtra, JsonRows.Text(JsonRows.Field(row, "text")), $"{JsonRows.Text(JsonRows.Field(row, "value"))} {unit}".TrimEnd(), Rule: Rule(row)), Start(row), finder);
            }
    }

    // The rows that the other side has no equal for, counted.
    private static IEnumerable<T> Without<T, TKey>(List<T> mine, List<T> other, Func<T, TKey> key) where TKey : notnull
    {
        var left = other.GroupBy(key).ToDictionary(g => g.Key, g => g.Count());
        foreach (var row in mine)
        {
            if (left.GetValueOrDefault(key(row)) == 0) yield return row;
            else left[key(row)]--;
        }
    }

    private static Miss Place(Miss miss, int? start, SentenceFinder finder) =>
        miss with { SentenceNumber = start is { } at ? finder.Index(at) : null, Sentence = finder.At(start) };

    private static int? Start(JsonElement row) => JsonRows.Whole(JsonRows.Field(row, "start"));

    private static string? Rule(JsonElement row) => JsonRows.Text(JsonRows.Field(row, "rule")) is { Length: > 0 } rule ? rule : null;

    private static decimal? Confidence(JsonElement row) =>
        JsonRows.Field(row, "confidence") is { ValueKind: JsonValueKind.Number } c && c.TryGetDecimal(out var value) ? value : null;

    private static string Name(JsonElement actor) => JsonRows.Text(JsonRows.Field(actor, "name"));

    private static string Or(string text) => text.Length > 0 ? text : "none";

    private static string Short(string text) => text.Length > 60 ? text[..60] + "…" : text;
}
