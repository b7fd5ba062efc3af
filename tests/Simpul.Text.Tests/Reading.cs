using System.Text;

namespace Simpul.Text.Tests;

/// <summary>One short text and what was read in it, said in strings short enough to stand in a test.</summary>
internal sealed class Reading
{
    private readonly Article _article;
    private readonly ArticleReader _reader;
    private ArticleRecord? _record;

    private Reading(Article article, ArticleReader? reader = null)
    {
        _article = article;
        _reader = reader ?? ArticleReader.Default;
    }

    internal static Reading Read(string text) => new(new Article("test", text));

    internal Reading On(string published) => new(_article with { Published = published }, _reader);

    internal Reading In(string language) => new(_article with { Language = language }, _reader);

    internal Reading By(ArticleReader reader) => new(_article, reader);

    internal ArticleRecord Record => _record ??= _reader.Read(_article);

    /// <summary>Ids of the actors, in order.</summary>
    internal IReadOnlyList<string> Actors => [.. Record.Actors.Select(a => a.Id)];

    /// <summary>Codes of the countries, in order.</summary>
    internal IReadOnlyList<string> Countries => [.. Record.Countries.Select(c => c.Code)];

    /// <summary><c>CN place Beijing</c> for each mention of a country, in order of the text.</summary>
    internal IReadOnlyList<string> CountryMentions =>
        [.. Record.Countries.SelectMany(c => c.Mentions.Select(m => (m.Span, Line: $"{c.Code} {m.Kind.ToString().ToLowerInvariant()} {m.Span.Text}")))
            .OrderBy(m => m.Span.Start).Select(m => m.Line)];

    /// <summary><c>ASSAULT RU > UA</c>, <c>CONSULT CN/xi-jinping = US planned</c>; the two sides of a mutual act are sorted.</summary>
    internal IReadOnlyList<string> Events => [.. Record.Events.Select(Line)];

    /// <summary>The sentences' texts.</summary>
    internal IReadOnlyList<string> Sentences => [.. Record.Sentences.Select(s => _article.Text[s.Start..s.End])];

    internal Actor Actor(string id)
    {
        var actor = Record.Actors.FirstOrDefault(a => a.Id == id);
        if (actor is null) Fail($"no actor {id}");
        return actor!;
    }

    /// <summary>The texts of an actor's mentions, in order.</summary>
    internal IReadOnlyList<string> MentionsOf(string id) => [.. Actor(id).Mentions.Select(m => m.Span.Text)];

    /// <summary>These events are told, whatever else is.</summary>
    internal Reading Tells(params string[] events)
    {
        foreach (var e in events)
        {
            if (!Events.Contains(e)) Fail($"it does not tell: {e}");
        }

        return this;
    }

    /// <summary>These events are told and no others.</summary>
    internal Reading TellsOnly(params string[] events)
    {
        Tells(events);
        var surplus = Events.Except(events).ToList();
        if (surplus.Count > 0) Fail($"it tells too much: {string.Join("; ", surplus)}");
        return this;
    }

    /// <summary>No event that begins like one of these is told: a type alone forbids all of it.</summary>
    internal Reading NeverTells(params string[] beginnings)
    {
        foreach (var e in Events)
        {
            if (beginnings.Any(b => e.StartsWith(b, StringComparison.Ordinal))) Fail($"it tells {e}");
        }

        return this;
    }

    internal Reading TellsNothing()
    {
        if (Events.Count > 0) Fail("it tells something");
        return this;
    }

    /// <summary>Exactly these countries are named.</summary>
    internal Reading Names(params string[] codes)
    {
        if (!Countries.SequenceEqual(codes.Order(StringComparer.Ordinal))) Fail($"the countries are not {string.Join(", ", codes)}");
        return this;
    }

    /// <summary>None of these countries is named.</summary>
    internal Reading NamesNot(params string[] codes)
    {
        if (Countries.Intersect(codes).Any()) Fail($"it names one of {string.Join(", ", codes)}");
        return this;
    }

    /// <summary>Exactly these mentions of countries stand in the text.</summary>
    internal Reading Mentions(params string[] mentions)
    {
        if (!CountryMentions.SequenceEqual(mentions)) Fail($"the mentions are not {string.Join("; ", mentions)}");
        return this;
    }

    /// <summary>These actors are among those found.</summary>
    internal Reading Has(params string[] ids)
    {
        foreach (var id in ids) Actor(id);
        return this;
    }

    /// <summary>Exactly these actors are found, in any order.</summary>
    internal Reading HasOnly(params string[] ids)
    {
        if (!Actors.Order(StringComparer.Ordinal).SequenceEqual(ids.Order(StringComparer.Ordinal))) Fail($"the actors are not {string.Join(", ", ids)}");
        return this;
    }

    /// <summary>No actor of these ids is found.</summary>
    internal Reading HasNo(params string[] ids)
    {
        foreach (var id in ids)
        {
            if (Actors.Contains(id)) Fail($"{id} is taken for an actor");
        }

        return this;
    }

    /// <summary>An actor's mentions are exactly these.</summary>
    internal Reading Calls(string id, params string[] mentions)
    {
        if (!MentionsOf(id).SequenceEqual(mentions)) Fail($"the mentions of {id} are not {string.Join("; ", mentions)}");
        return this;
    }

    /// <summary>One actor is found, with this one mention.</summary>
    internal Reading MentionedOnce(string mention)
    {
        if (Record.Actors.Count != 1 || Record.Actors[0].Mentions.Count != 1 || Record.Actors[0].Mentions[0].Span.Text != mention) Fail($"it does not just mention {mention}");
        return this;
    }

    /// <summary>An actor's country, null for none.</summary>
    internal Reading Places(string id, string? country)
    {
        if (Actor(id).Country != country) Fail($"{id} is not of {country ?? "no country"}");
        return this;
    }

    private static string Line(Event e)
    {
        var (source, target) = (Side(e.Source), Side(e.Target));
        if (e.Type.IsMutual() && string.CompareOrdinal(source, target) > 0) (source, target) = (target, source);
        var status = e.Status == EventStatus.Asserted ? "" : " " + e.Status.Name();
        return $"{e.Type.Name()} {source} {(e.Type.IsMutual() ? "=" : ">")} {target}{status}";
    }

    private static string Side(Party party) => party switch
    {
        { Actor: null, Country: null } => "-",
        { Actor: null } => party.Country,
        { Country: null } => party.Actor,
        _ => $"{party.Country}/{party.Actor}",
    };

    private void Fail(string why)
    {
        var all = new StringBuilder().AppendLine(why).AppendLine(_article.Text);
        all.AppendLine($"language: {Record.Language}");
        foreach (var a in Record.Actors)
            all.AppendLine($"actor: {a.Id} \"{a.Name}\" {a.Country ?? "-"} {a.Role ?? "-"}: {string.Join(" | ", a.Mentions.Select(m => m.Span.Text))}");
        all.AppendLine($"countries: {string.Join(" | ", CountryMentions)}");
        foreach (var e in Record.Events) all.AppendLine($"event: {Line(e)} by \"{e.Trigger.Text}\" {e.Rule} {e.Confidence}");
        Assert.Fail(all.ToString());
    }
}
