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
    private const int Reach = 400;

    internal static void Run(Workspace w)
    {
        Credits.Remove(w);
        foreach (ref var span in w.Names.Mutable)
        {
            switch (span.Kind)
            {
                case NameKind.Person: span.Actor = KnownPerson(w, span.Known); break;
                case NameKind.Organisation when !IsVenue(w, span): span.Actor = Organisation(w, span); break;
            }
        }

        // A short name that only one office holder can bear, with its title: `Menlu Retno`.
        foreach (ref var span in w.Names.Mutable)
        {
            if (span.Actor < 0 && span.Title >= 0 && span.Kind is NameKind.ShortPerson or NameKind.Unknown) span.Actor = TitledHolder(w, span);
        }

        foreach (ref var span in w.Names.Mutable)
        {
            if (span.Actor < 0 && span.Kind == NameKind.Unknown && span.Words > 1) span.Actor = FullUnknown(w, span);
        }

        for (var i = 0; i < w.Names.Count; i++)
        {
            ref var span = ref w.Names[i];
            if (span.Actor < 0 && span.Kind is NameKind.ShortPerson or NameKind.Unknown) span.Actor = ShortName(w, i);
        }

        foreach (ref var span in w.Names.Mutable)
        {
            if (span.Actor >= 0) Describe(w, span);
        }

        for (var i = 0; i < w.Names.Count; i++)
        {
            ref var span = ref w.Names[i];
            if (span.Actor < 0 && span.Kind == NameKind.Description) span.Actor = Holder(w, i);
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

    private static short KnownPerson(Workspace w, int person)
    {
        var known = w.Pack.Gazetteer.People[person];
        if (!w.KnownActors.TryAdd((ActorType.Person, person), (short)w.Actors.Count)) return w.KnownActors[(ActorType.Person, person)];
        var office = w.Pack.Gazetteer.OfficeAt(person, w.Day);
        var current = office is { } term && term.To >= w.Day;
        ref var draft = ref w.Actors.Add();
        draft = new ActorDraft
        {
            Type = ActorType.Person, Known = person, Country = known.Country, Gender = known.Gender, Name = known.Name, Id = known.Id,
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

    private static short FullUnknown(Workspace w, in NameSpan span)
    {
        var isBody = (span.Cue & (NameCue.OrganisationHead | NameCue.Abbreviated | NameCue.TaggedOrganisation)) != 0;
        var isPerson = (span.Cue & (NameCue.Titled | NameCue.Given | NameCue.Saying | NameCue.Apposition | NameCue.TaggedPerson | NameCue.Named)) != 0;
        if (!isBody && !isPerson) return -1;
        var type = isBody && (span.Cue & NameCue.Titled) == 0 ? ActorType.Organisation : ActorType.Person;
        return NewUnknown(w, span, type);
    }

    private static short NewUnknown(Workspace w, in NameSpan span, ActorType type)
    {
        // A directory is no article: what it lists beyond this is left out.
        if (w.UnknownActors.Count >= MostUnknown) return -1;
        var name = NameText(w, span);
        var id = Slug.Of(type, name);
        if (w.UnknownActors.TryGetValue(id, out var same)) return same;
        w.UnknownActors[id] = (short)w.Actors.Count;
        ref var draft = ref w.Actors.Add();
        draft = new ActorDraft
        {
            Type = type, Known = -1, NameToken = span.Token, NameEnd = span.End, Country = span.OfCountry, Name = name, Id = id,
            ActsForState = type == ActorType.Organisation && IsStateOrgan(w, span),
        };
        return (short)(w.Actors.Count - 1);
    }

    private static bool IsStateOrgan(Workspace w, in NameSpan span)
    {
        foreach (ref readonly var hit in w.HitsAt(span.Token))
        {
            if (hit.Kind == PhraseKind.OrganisationHead) return Packs.KnownOrganisation.IsStateKind(w.Pack.Gazetteer.OrganisationHeads[hit.Payload]);
            if (hit.Kind == PhraseKind.Organisation) return w.Pack.Gazetteer.Organisations[hit.Payload].ActsForState;
        }

        return false;
    }

    private static string NameText(Workspace w, in NameSpan span)
    {
        var text = w.Slice(span.Token, span.End);
        return text.ContainsAny('\t', '\u00A0') ? string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) : text.ToString();
    }

    /// <summary>A short name: somebody whom the article names in full, nearest before it first; else who bears it alone.</summary>
    private static short ShortName(Workspace w, int index)
    {
        ref readonly var span = ref w.Names[index];
        if ((span.Cue & NameCue.OrganisationHead) != 0) return -1;
        var hash = w.Tokens[span.Token].Hash;
        if (span.Words == 1)
        {
            // The last actor mentioned before, else the first after.
            for (var i = index - 1; i >= 0 && i >= index - Reach; i--)
            {
                if (w.Names[i].Actor >= 0 && BearsName(w, w.Names[i].Actor, hash)) return w.Names[i].Actor;
            }

            for (var i = index + 1; i < w.Names.Count && i <= index + Reach; i++)
            {
                if (w.Names[i].Actor >= 0 && BearsName(w, w.Names[i].Actor, hash)) return w.Names[i].Actor;
            }
        }

        if (span.Kind == NameKind.ShortPerson)
        {
            var person = BestBearer(w, span);
            if (person >= 0) return KnownPerson(w, person);
        }

        var isPerson = (span.Cue & (NameCue.Titled | NameCue.TaggedPerson | NameCue.Named)) != 0
            || ((span.Cue & NameCue.Saying) != 0 && !w.Tokens[span.Token].Is(Shape.AllCaps) && span.Kind == NameKind.Unknown);
        if (w.Tokens[span.Token].Is(Shape.AllCaps) && span.Words == 1) isPerson = false;
        else if (isPerson && span.Kind != NameKind.ShortPerson || (span.Cue & NameCue.Titled) != 0) return NewUnknown(w, span, ActorType.Person);
        return (span.Cue & NameCue.TaggedOrganisation) != 0 ? NewUnknown(w, span, ActorType.Organisation) : (short)-1;
    }

    private static bool BearsName(Workspace w, short actor, ulong hash)
    {
        ref readonly var draft = ref w.Actors[actor];
        if (draft.Known >= 0) return draft.Type == ActorType.Person && w.Pack.Gazetteer.People[draft.Known].NameWords.Contains(hash);
        for (var t = draft.NameToken; t < draft.NameEnd; t++)
        {
            if (w.Tokens[t].Hash != hash) continue;
            // Of a body only its first word stands for it (`Amnesty`).
            return draft.Type == ActorType.Person || t == draft.NameToken && w.HitAt(t, PhraseKind.OrganisationHead, w.Language).Length == 0;
        }

        return false;
    }

    /// <summary>
    /// Of several people with one short name: who is in office at the date, of a country that the article names; a bearer
    /// without either is no match, since most family names belong to somebody unknown.
    /// </summary>
    private static int BestBearer(Workspace w, in NameSpan span)
    {
        int best = -1, bestScore = 0;
        foreach (var person in w.Pack.Gazetteer.ShortNames[span.Known])
        {
            var known = w.Pack.Gazetteer.People[person];
            var score = 0;
            if (known.InOffice(w.Day)) score += 2;
            if (w.NamesCountry(known.Country)) score += 2;
            if (known.Terms.Length > 0 && Offices.IsTop(known.Terms)) score += 1;
            if (span.OfCountry >= 0 && span.OfCountry == known.Country) score += 3;
            if (span.OfCountry >= 0 && span.OfCountry != known.Country) score -= 4;
            if (score > bestScore)
            {
                best = person;
                bestScore = score;
            }
        }

        return bestScore >= 3 ? best : -1;
    }

    /// <summary>What a title tells of its bearer: role, country, whether they act for a state.</summary>
    private static void Describe(Workspace w, in NameSpan span)
    {
        if (span.Title < 0) return;
        ref var draft = ref w.Actors[span.Actor];
        var title = w.Pack.Gazetteer.Titles[span.Title];
        var isFormer = (span.Cue & NameCue.Former) != 0;
        var country = span.OfCountry;
        if (country < 0 && span.OfOrganisation >= 0) country = w.Pack.Gazetteer.Organisations[span.OfOrganisation].Country;
        if (draft.Known < 0 && draft.Country < 0 && !IsOfInternational(w, span)) draft.Country = country;
        draft.IsInternational |= IsOfInternational(w, span);
        if (isFormer)
        {
            draft.IsFormer = true;
            draft.ActsForState = false;
        }
        else if (title.ActsForState && !draft.IsFormer && !IsOfInternational(w, span)) draft.ActsForState = true;

        if (title.Scope != "honour" && (draft.Role is null || (draft.Known >= 0 && draft.IsFormer && !isFormer && title.ActsForState)))
            draft.Role = isFormer ? "former " + title.Role.Replace('-', ' ') : title.Role.Replace('-', ' ');
    }

    private static bool IsOfInternational(Workspace w, in NameSpan span) =>
        span.OfOrganisation >= 0 && w.Pack.Gazetteer.Organisations[span.OfOrganisation].Country < 0;

    /// <summary>Who a description without a name means: the article's own bearer of the role, else the office's holder at its date.</summary>
    private static short Holder(Workspace w, int index)
    {
        ref readonly var span = ref w.Names[index];
        var title = w.Pack.Gazetteer.Titles[span.Title];
        var isFormer = (span.Cue & NameCue.Former) != 0;
        for (var i = index - 1; i >= 0 && i >= index - Reach; i--)
        {
            if (Bears(w, w.Names[i], span, title.Role, isFormer)) return w.Names[i].Actor;
        }

        for (var i = index + 1; i < w.Names.Count && i <= index + Reach; i++)
        {
            if (Bears(w, w.Names[i], span, title.Role, isFormer)) return w.Names[i].Actor;
        }

        if (isFormer || (span.Cue & NameCue.Numbered) != 0) return -1;
        var country = span.OfCountry >= 0 ? span.OfCountry : span.OfOrganisation >= 0 ? (short)-1 : Bare(w, span);
        var holder = Offices.HolderOf(w, span.Title, country, span.OfOrganisation);
        return holder < 0 ? (short)-1 : KnownPerson(w, holder);
    }

    // True where a name stands with the role that a description means, of the same country or body.
    private static bool Bears(Workspace w, in NameSpan other, in NameSpan span, string role, bool isFormer)
    {
        if (other.Actor < 0 || other.Title < 0 || other.Kind == NameKind.Description || w.Pack.Gazetteer.Titles[other.Title].Role != role) return false;
        if (((other.Cue & NameCue.Former) != 0) != isFormer || ((other.Cue ^ span.Cue) & NameCue.Numbered) != 0) return false;
        if (span.OfCountry >= 0 && (other.OfCountry >= 0 ? other.OfCountry : w.Actors[other.Actor].Country) != span.OfCountry) return false;
        return span.OfOrganisation < 0 || span.OfOrganisation == other.OfOrganisation;
    }

    // `Presiden` alone is the home country's where it is written as a name, with a capital that no sentence's beginning asks for.
    private static short Bare(Workspace w, in NameSpan span)
    {
        ref readonly var token = ref w.Tokens[span.Token];
        if (!Offices.IsOfState(w.Pack.Gazetteer.Titles[span.Title].Role)) return -1;
        return token.Is(Shape.Capital) && !token.Is(Shape.Opening) ? w.HomeCountry : (short)-1;
    }
}
