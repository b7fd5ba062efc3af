namespace Simpul.Text;

/// <summary>Turns a workspace into a record: the only place where strings are made.</summary>
internal static class RecordBuilder
{
    internal static ArticleRecord Build(Workspace w)
    {
        var article = w.Article;
        return new ArticleRecord
        {
            Pack = w.Pack.Version,
            Id = article.Id,
            Title = article.Title,
            Language = article.Language ?? w.Pack.Grammar.Languages[w.Language].Code,
            Published = article.Published,
            Source = article.Source,
            Url = article.Url,
            Actors = Actors(w),
            Countries = Countries(w),
            Events = Events(w),
            Quotes = Map(w.Quotes, static (w, q) => new Quote(Text(w, q.Start, q.Stop), q.Speaker < 0 ? null : w.Actors[q.Speaker].Id, q.Rule, q.Confidence), w),
            Dates = Map(w.Dates, static (w, d) => new DateMention(Text(w, d.Start, d.Stop), d.Value, d.Rule), w),
            Amounts = Map(w.Amounts, static (w, a) => new Amount(Text(w, a.Start, a.Stop), a.Value, a.Unit, a.Rule), w),
            Sentences = Map(w.Sentences, static (_, s) => new Sentence(s.Start, s.End), w),
        };
    }

    private static TOut[] Map<TIn, TOut>(Buffer<TIn> items, Func<Workspace, TIn, TOut> make, Workspace w)
    {
        if (items.Count == 0) return [];
        var result = new TOut[items.Count];
        for (var i = 0; i < result.Length; i++) result[i] = make(w, items[i]);
        return result;
    }

    private static Span Text(Workspace w, int start, int end) => new(start, end, w.Text[start..end]);

    private static Span Text(Workspace w, in Mention m) => Text(w, w.Tokens[m.Token].Start, w.Tokens[m.End - 1].End);

    private static Actor[] Actors(Workspace w)
    {
        w.Mentions.Mutable.Sort(static (a, b) => a.Token != b.Token ? a.Token - b.Token : b.End - a.End);
        var links = w.Links;
        links.Begin(w.Actors.Count, w.Mentions.Count);
        for (var m = 0; m < w.Mentions.Count; m++)
        {
            if (w.Mentions[m].Kind == MentionKind.Actor) links.Add(w.Mentions[m].Actor, m);
        }

        if (links.Owners.Count == 0) return [];
        var actors = new Actor[links.Owners.Count];
        for (var a = 0; a < actors.Length; a++) actors[a] = Actor(w, links, links.Owners[a]);
        return actors;
    }

    private static Actor Actor(Workspace w, MentionLinks links, int index)
    {
        ref readonly var draft = ref w.Actors[index];
        var mentions = new ActorMention[links.Count(index)];
        List<string>? aliases = null;
        for (int i = 0, at = links.First(index); i < mentions.Length; i++, at = links.Next(at))
        {
            ref readonly var m = ref w.Mentions[at];
            var span = Text(w, m);
            mentions[i] = new ActorMention(span, m.Rule, m.Confidence);
            if (!m.IsPronoun && span.Text != draft.Name && aliases?.Contains(span.Text) != true) (aliases ??= new(1)).Add(span.Text);
        }

        return new Actor(draft.Id, draft.Name, draft.Type, Code(w, draft.Country), draft.Role, aliases ?? (IReadOnlyList<string>)[], mentions);
    }

    private static Country[] Countries(Workspace w)
    {
        var codes = w.Pack.Gazetteer.Countries;
        var links = w.Links;
        links.Begin(codes.Count, w.Mentions.Count);
        for (var m = 0; m < w.Mentions.Count; m++)
        {
            if (w.Mentions[m].Kind == MentionKind.Country) links.Add(w.Mentions[m].Country, m);
        }

        if (links.Owners.Count == 0) return [];
        var countries = new Country[links.Owners.Count];
        for (var c = 0; c < countries.Length; c++) countries[c] = new Country(codes[links.Owners[c]], CountryMentions(w, links, links.Owners[c]));
        Array.Sort(countries, static (a, b) => string.CompareOrdinal(a.Code, b.Code));
        return countries;
    }

    private static CountryMention[] CountryMentions(Workspace w, MentionLinks links, int country)
    {
        var mentions = new CountryMention[links.Count(country)];
        for (int i = 0, at = links.First(country); i < mentions.Length; i++, at = links.Next(at))
        {
            ref readonly var m = ref w.Mentions[at];
            mentions[i] = new CountryMention(Text(w, m), m.Cue, m.Rule, m.Confidence);
        }

        return mentions;
    }

    private static Event[] Events(Workspace w)
    {
        if (w.Events.Count == 0) return [];
        var evidence = new List<Span>?[w.Events.Count];
        for (var i = 0; i < evidence.Length; i++)
        {
            if (w.Events[i].SameAs >= 0) (evidence[w.Events[i].SameAs] ??= []).Add(Trigger(w, w.Events[i]));
        }

        var events = new List<Event>(evidence.Length);
        for (var i = 0; i < evidence.Length; i++)
        {
            ref readonly var e = ref w.Events[i];
            if (e.SameAs >= 0) continue;
            evidence[i]?.Sort(static (a, b) => a.Start - b.Start);
            events.Add(new Event(
                e.Type, Party(w, e.SourceActor, e.SourceCountry), Party(w, e.TargetActor, e.TargetCountry),
                Code(w, e.Place), e.Date < 0 ? null : w.Dates[e.Date].Value, e.Status, e.Sentence, Trigger(w, e),
                e.Cameo, e.Goldstein, e.Confidence, e.Rule, evidence[i] ?? (IReadOnlyList<Span>)[]));
        }

        // A stable sort: of two events by one trigger the first pair stays first.
        return [.. events.OrderBy(static e => e.Trigger.Start)];
    }

    private static Span Trigger(Workspace w, in EventDraft e) => Text(w, w.Tokens[e.Token].Start, w.Tokens[e.End - 1].End);

    private static Party Party(Workspace w, short actor, short country) => new(actor < 0 ? null : w.Actors[actor].Id, Code(w, country));

    private static string? Code(Workspace w, short country) => country < 0 ? null : w.Pack.Gazetteer.Countries[country];
}
