using System.Runtime.CompilerServices;
using Simpul.Text.Packs;
using Simpul.Text.Tokens;

namespace Simpul.Text.Names;

/// <summary>
/// Makes one actor of every real person or body in the article: first what lists know by full name, then unknown full names,
/// then short names and descriptions, which look back at the full ones.
/// </summary>
internal static class Identity
{
    private const int MostUnknown = 16_000;

    /// <summary>How many names back and forth a short name or description looks for whom it means: the time stays linear.</summary>
    internal const int Reach = 400;

    internal static void Run(Workspace w)
    {
        Credits.Remove(w);
        Things.Remove(w);
        foreach (ref var span in w.Names.Mutable)
        {
            switch (span.Kind)
            {
                case NameKind.Person: span.Actor = KnownPerson(w, span.Known); break;
                case NameKind.Organisation when !IsVenue(w, span) && !Things.IsIndex(w, span): span.Actor = Organisation(w, span); break;
            }
        }

        // A short name that only one office holder can bear, with its title: `Menlu Retno`.
        foreach (ref var span in w.Names.Mutable)
        {
            if (span.Actor < 0 && span.Title >= 0 && span.Kind is NameKind.ShortPerson or NameKind.Unknown) span.Actor = TitledHolder(w, span);
        }

        for (var i = 0; i < w.Names.Count; i++)
        {
            ref var span = ref w.Names[i];
            if (span.Actor < 0 && span.Kind == NameKind.Unknown && span.Words > 1) span.Actor = FullUnknown(w, i);
        }

        for (var i = 0; i < w.Names.Count; i++)
        {
            ref var span = ref w.Names[i];
            if (span.Actor < 0 && span.Kind is NameKind.ShortPerson or NameKind.Unknown) span.Actor = ShortNames.Bearer(w, i);
        }

        foreach (ref var span in w.Names.Mutable)
        {
            if (span.Actor >= 0) Descriptions.Describe(w, span);
        }

        for (var i = 0; i < w.Names.Count; i++)
        {
            ref var span = ref w.Names[i];
            if (span.Actor < 0 && span.Kind == NameKind.Description) span.Actor = Descriptions.Apposed(w, i);
            if (span.Actor < 0 && span.Kind == NameKind.Description) span.Actor = Descriptions.Holder(w, i);
        }
    }

    // A building named as a place is a country's mention and no actor.
    private static bool IsVenue(Workspace w, in NameSpan span)
    {
        if (w.Pack.Gazetteer.Organisations[span.Known].Kind is not ("government-seat" or "presidency") || w.CountryAt(span.Token) < 0) return false;
        var language = w.Sentences[span.Sentence].Language;
        return w.WordBefore(span.Token, WordClass.In, language) > 0 || w.WordBefore(span.Token, WordClass.To, language) > 0
            || w.WordBefore(span.Token, WordClass.From, language) > 0;
    }

    internal static short KnownPerson(Workspace w, int person)
    {
        var known = w.Pack.Gazetteer.People[person];
        if (!w.KnownActors.TryAdd((ActorType.Person, person), (short)w.Actors.Count)) return w.KnownActors[(ActorType.Person, person)];
        var office = w.Pack.Gazetteer.OfficeAt(person, w.Day);
        var current = office is { } term && term.To >= w.Day;
        // Whoever serves a body of no country is of none as long as the office lasts.
        var isInternational = current && w.Pack.Gazetteer.OrganisationOf(office!.Value.Of) is >= 0 and var body
            && w.Pack.Gazetteer.Organisations[body] is { Country: < 0, Kind: "international" or "bloc" or "ngo" };
        ref var draft = ref w.Actors.Add();
        draft = new ActorDraft
        {
            Type = ActorType.Person, Known = person, Country = isInternational ? (short)-1 : known.Country, Gender = known.Gender, Name = known.Name, Id = known.Id,
            NameToken = -1,
            ActsForState = current && Offices.ActsForState(office!.Value.Office, w.Pack.Gazetteer.IsState(office.Value.Of)),
            IsFormer = office is not null && !current,
            Role = office is { } o ? Offices.Role(o.Office, current) : null,
        };
        return (short)(w.Actors.Count - 1);
    }

    /// <summary>
    /// `Mahkamah Agung` in an article that is about another state and never names the home country is that state's.
    /// </summary>
    private static short Organisation(Workspace w, in NameSpan span)
    {
        var known = w.Pack.Gazetteer.Organisations[span.Known];
        var isAbroad = known.ActsForState && known.Country == w.HomeCountry && w.MainCountry >= 0 && w.MainCountry != known.Country && !w.NamesCountry(known.Country);
        if (!isAbroad) return KnownOrganisation(w, span.Known);
        var actor = NewUnknown(w, span, ActorType.Organisation);
        if (actor < 0 || w.Actors[actor].Country == w.MainCountry) return actor;
        ref var draft = ref w.Actors[actor];
        draft.Country = w.MainCountry;
        draft.ActsForState = true;
        draft.Role = known.Kind.Replace('-', ' ');
        draft.Id += "-" + w.Pack.Gazetteer.Countries[w.MainCountry].ToLowerInvariant();
        return actor;
    }

    private static short KnownOrganisation(Workspace w, int organisation)
    {
        var known = w.Pack.Gazetteer.Organisations[organisation];
        if (!w.KnownActors.TryAdd((ActorType.Organisation, organisation), (short)w.Actors.Count))
            return w.KnownActors[(ActorType.Organisation, organisation)];
        ref var draft = ref w.Actors.Add();
        draft = new ActorDraft
        {
            Type = ActorType.Organisation, Known = organisation, Country = known.Country, Name = known.Names[w.Language], Id = known.Id,
            NameToken = -1, ActsForState = known.ActsForState, Role = known.Kind.Replace('-', ' '),
        };
        return (short)(w.Actors.Count - 1);
    }

    private static short TitledHolder(Workspace w, in NameSpan span)
    {
        var country = span.OfCountry >= 0 ? span.OfCountry : w.HomeCountry;
        var holder = Offices.HolderOf(w, span.Title, country, span.OfOrganisation);
        if (holder < 0 || (span.Cue & NameCue.Former) != 0) return -1;
        // Most of the words must be his: `Presiden Ahmad Widodo` is nobody's president yet.
        int words = 0, his = 0;
        for (var t = span.Token; t < span.End; t++)
        {
            if (!w.Tokens[t].Is(Shape.Word) || w.Tokens[t].Is(Shape.Initial)) continue;
            words++;
            if (w.Pack.Gazetteer.People[holder].NameWords.Contains(w.Tokens[t].Hash)) his++;
        }

        return his * 2 > words ? KnownPerson(w, holder) : (short)-1;
    }

    private static short FullUnknown(Workspace w, int index)
    {
        ref readonly var span = ref w.Names[index];
        var isBody = (span.Cue & (NameCue.OrganisationHead | NameCue.Abbreviated | NameCue.TaggedOrganisation | NameCue.Medium)) != 0;
        var isPerson = (span.Cue & (NameCue.Titled | NameCue.Given | NameCue.Saying | NameCue.Apposition | NameCue.TaggedPerson | NameCue.Named)) != 0;
        if (!isBody && !isPerson) return -1;
        if (!isBody && IsWords(w, span)) return -1;
        var type = isBody && (span.Cue & NameCue.Titled) == 0 && ((span.Cue & NameCue.Medium) == 0 || (span.Cue & NameCue.Given) == 0) ? ActorType.Organisation : ActorType.Person;
        var same = PartOf(w, index, type);
        return same >= 0 ? same : NewUnknown(w, span, type);
    }

    // `Nadir Umar` after `Muhammad Nadir Umar`: the end or beginning of a longer name of somebody named before.
    // `Badan Kesbangpol DKI` after `Badan Kesbangpol DKI Jakarta`: of a body the beginning alone.
    private static short PartOf(Workspace w, int index, ActorType type)
    {
        ref readonly var span = ref w.Names[index];
        for (var i = index - 1; i >= 0 && i >= index - Reach; i--)
        {
            ref readonly var other = ref w.Names[i];
            if (other.Actor < 0 || other.Words <= span.Words || other.Kind == NameKind.Description || w.Actors[other.Actor].Type != type) continue;
            if (type == ActorType.Organisation && (span.Words < 3 || w.Actors[other.Actor].Known >= 0)) continue;
            if (Equal(w, span, other.Token) || (type == ActorType.Person && Equal(w, span, other.End - span.Words))) return other.Actor;
        }

        return -1;
    }

    private static bool Equal(Workspace w, in NameSpan span, int at)
    {
        for (var t = span.Token; t < span.End; t++, at++)
        {
            if (w.Tokens[t].Hash != w.Tokens[at].Hash) return false;
        }

        return true;
    }

    // `Keadilan Ras`, `Minyak Brent`: a heading or a thing that the tagger or a word of saying beside it takes for a person.
    private static bool IsWords(Workspace w, in NameSpan span)
    {
        if ((span.Cue & (NameCue.Titled | NameCue.Named)) != 0) return false;
        if (CommonWords.Are(w, span.Token, span.End)) return true;
        if ((span.Cue & NameCue.Given) == 0 && IsHeading(w, w.Sentences[span.Sentence])) return true;
        return (span.Cue & (NameCue.Given | NameCue.Apposition | NameCue.Saying)) == 0 && CommonWords.Is(w, span.Token);
    }

    // A heading writes nearly every word large: there a capital says nothing.
    private static bool IsHeading(Workspace w, in SentenceSpan sentence)
    {
        const int Longest = 30;
        if (sentence.TokenTo - sentence.TokenFrom > Longest) return false;
        int words = 0, capitals = 0;
        for (var t = sentence.TokenFrom; t < sentence.TokenTo; t++)
        {
            if (!w.Tokens[t].Is(Shape.Word) || w.Tokens[t].Length < 4) continue;
            words++;
            if (w.Tokens[t].Is(Shape.Capital)) capitals++;
        }

        return words >= 5 && capitals * 6 >= words * 5;
    }

    [SkipLocalsInit]
    internal static short NewUnknown(Workspace w, in NameSpan span, ActorType type)
    {
        // A directory is no article: what it lists beyond this is left out.
        if (w.UnknownActors.Count >= MostUnknown) return -1;
        var name = NameText(w, span);
        // Most names were met before: strings are made for new ones only.
        var longest = Slug.Longest(name);
        Span<char> slug = longest <= 1024 ? stackalloc char[1024] : new char[longest];
        slug = slug[..Slug.Write(type, name, slug)];
        if (w.UnknownActors.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(slug, out var same)) return same;
        var id = slug.ToString();
        w.UnknownActors[id] = (short)w.Actors.Count;
        ref var draft = ref w.Actors.Add();
        draft = new ActorDraft
        {
            Type = type, Known = -1, NameToken = span.Token, NameEnd = span.End, Country = span.OfCountry, Name = name.ToString(), Id = id,
            ActsForState = type == ActorType.Organisation && IsStateOrgan(w, span),
        };
        return (short)(w.Actors.Count - 1);
    }

    private static bool IsStateOrgan(Workspace w, in NameSpan span)
    {
        foreach (ref readonly var hit in w.HitsAt(span.Token))
        {
            if (hit.Kind == PhraseKind.OrganisationHead) return Packs.KnownOrganisation.IsStateKind(w.Pack.Gazetteer.OrganisationHeads[hit.Payload].Kind);
            if (hit.Kind == PhraseKind.Organisation) return w.Pack.Gazetteer.Organisations[hit.Payload].ActsForState;
        }

        return false;
    }

    private static ReadOnlySpan<char> NameText(Workspace w, in NameSpan span)
    {
        var text = w.Slice(span.Token, span.End);
        return text.ContainsAny('\t', '\u00A0') ? string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) : text;
    }
}
