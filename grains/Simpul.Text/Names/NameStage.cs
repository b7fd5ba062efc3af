using Simpul.Text.Tokens;

namespace Simpul.Text.Names;

/// <summary>Countries and actors: finds them, tells who is who, and writes one mention for each place where they stand.</summary>
internal static class NameStage
{
    /// <summary>How many names on a short form given in brackets is known: the time stays linear.</summary>
    private const int BracketReach = 400;

    internal static void Run(Workspace w)
    {
        CountryFinder.Run(w);
        w.CountCountries();
        NameFinder.Run(w);
        Identity.Run(w);
        Bracketed(w);
        WriteMentions(w);
        Anaphora.Run(w);
        Sort(w);
        Nesting.Clean(w);
        Surroundings.Mark(w);
        FillCountries(w);
    }

    /// <summary>By first token of the phrase, outer mentions before those nested in them.</summary>
    internal static void Sort(Workspace w) =>
        w.Mentions.Mutable.Sort(static (a, b) => a.PhraseFrom != b.PhraseFrom ? a.PhraseFrom - b.PhraseFrom : a.End != b.End ? b.End - a.End : a.Kind - b.Kind);

    // `Komite Internasional Palang Merah (ICRC)`, `Mathias Echene (Echene)`: what stands in the brackets is the same actor.
    private static void Bracketed(Workspace w)
    {
        for (var i = 0; i + 1 < w.Names.Count; i++)
        {
            ref var name = ref w.Names[i];
            ref var inner = ref w.Names[i + 1];
            if (AreOneBody(w, name, inner))
            {
                // `CIA (Badan Intelijen AS)`: two names on the lists for one body.
                name.Actor = inner.Actor;
                continue;
            }

            if (IsOtherBody(w, name, inner)) inner.Actor = -1;
            if (name.Actor < 0 || inner.Actor >= 0 || w.MarkAt(name.End) != '(' || inner.Token != name.End + 1 || w.MarkAt(inner.End) != ')') continue;
            inner.Actor = name.Actor;
            for (var j = i + 2; j < w.Names.Count && j < i + BracketReach; j++)
            {
                ref var later = ref w.Names[j];
                if ((later.Actor < 0 || (later.Kind == inner.Kind && later.Known == inner.Known)) && later.Words == 1 && inner.Words == 1 && w.Tokens[later.Token].Hash == w.Tokens[inner.Token].Hash) later.Actor = name.Actor;
            }
        }
    }

    // `PT Persib Bandung Bermartabat (PBB)`: the initials of an unlisted body, whatever body of another kind has them too.
    private static bool IsOtherBody(Workspace w, in NameSpan name, in NameSpan inner)
    {
        if (name.Actor < 0 || inner.Kind != NameKind.Organisation || inner.Known < 0 || inner.Token != name.End + 1 || (name.Cue & NameCue.Abbreviated) == 0) return false;
        return w.Actors[name.Actor] is { Known: < 0, Type: ActorType.Organisation } && KindOf(w, name) is { } kind
            && kind != w.Pack.Gazetteer.Organisations[inner.Known].Kind;
    }

    private static string? KindOf(Workspace w, in NameSpan name)
    {
        foreach (ref readonly var hit in w.HitsAt(name.Token))
        {
            if (hit.Kind == Packs.PhraseKind.OrganisationHead) return w.Pack.Gazetteer.OrganisationHeads[hit.Payload].Kind;
        }

        return null;
    }

    private static bool AreOneBody(Workspace w, in NameSpan name, in NameSpan inner)
    {
        if (name.Actor < 0 || inner.Actor < 0 || name.Actor == inner.Actor || w.MarkAt(name.End) != '(' || inner.Token != name.End + 1 || w.MarkAt(inner.End) != ')') return false;
        ref readonly var outer = ref w.Actors[name.Actor];
        ref readonly var other = ref w.Actors[inner.Actor];
        if (outer.Type != ActorType.Organisation || other.Type != ActorType.Organisation || outer.Known < 0 || other.Known < 0) return false;
        var (first, second) = (w.Pack.Gazetteer.Organisations[outer.Known], w.Pack.Gazetteer.Organisations[other.Known]);
        return first.Kind == second.Kind && first.Country == second.Country;
    }

    private static void WriteMentions(Workspace w)
    {
        foreach (ref readonly var name in w.Names.Items)
        {
            if (name.Actor < 0) continue;
            ref readonly var actor = ref w.Actors[name.Actor];
            // Title and name without a comma between them are one mention.
            var from = name.From;
            for (var t = from; t < name.Token; t++)
            {
                if (w.MarkAt(t) == ',') from = name.Token;
            }

            if (from == name.Token && name.From < name.Token && name.Kind != NameKind.Description) Add(w, name, name.From, LastWord(w, name), "title");
            Add(w, name, from, name.End, name.Kind switch
            {
                NameKind.Person => "gazetteer-person",
                NameKind.Organisation => "gazetteer-organisation",
                NameKind.ShortPerson => "short-name",
                NameKind.Description => "office-at-date",
                _ => actor.Known >= 0 ? "title-and-name" : name.Words > 1 ? "name-shape" : "short-name",
            });
        }
    }

    private static int LastWord(Workspace w, in NameSpan name)
    {
        var end = name.Token;
        while (end > name.From + 1 && !w.Tokens[end - 1].Is(Shape.Word)) end--;
        return end;
    }

    private static void Add(Workspace w, in NameSpan name, int from, int end, string rule)
    {
        ref readonly var actor = ref w.Actors[name.Actor];
        ref var m = ref w.Mentions.Add();
        m = new Mention
        {
            Token = from, End = end, PhraseFrom = from, Kind = MentionKind.Actor, Actor = name.Actor,
            Country = actor.ActsForState ? actor.Country : (short)-1,
            Rule = rule,
            Confidence = rule switch
            {
                "gazetteer-person" or "gazetteer-organisation" => 97,
                "title-and-name" => 95,
                "office-at-date" or "title" => 88,
                "short-name" => 90,
                _ => 80,
            },
        };
    }

    /// <summary>
    /// The country of whom no list knows: that of the title, else of the state's organ they speak for; of a person with neither
    /// the country that the article is most about. Who speaks for a body that crosses borders stays without.
    /// </summary>
    private static void FillCountries(Workspace w)
    {
        foreach (ref var actor in w.Actors.Mutable)
        {
            if (actor.Known >= 0 || actor.Country >= 0 || actor.Type != ActorType.Person) continue;
            actor.Country = CountryInName(w, actor);
            if (actor.Country < 0 && !actor.IsInternational) actor.Country = Origin.Of(w, actor);
        }

        foreach (ref readonly var name in w.Names.Items) OfOfficer(w, name);
        foreach (ref var actor in w.Actors.Mutable)
        {
            if (actor.Known >= 0 || actor.Country >= 0) continue;
            actor.Country = CountryInName(w, actor);
            if (actor.Country < 0 && !actor.IsInternational) actor.Country = Origin.Of(w, actor);
        }

        foreach (ref var m in w.Mentions.Mutable)
        {
            if (m.Kind == MentionKind.Actor) m.Country = w.Actors[m.Actor].ActsForState ? w.Actors[m.Actor].Country : (short)-1;
        }
    }

    // `Kepala Dinas Penerangan Angkatan Darat Brigjen Candra Wijaya`: a body is of the country of whoever holds an office in it.
    private static void OfOfficer(Workspace w, in NameSpan name)
    {
        if (name.Actor < 0 || name.From == name.Token || name.Kind == NameKind.Description || w.Actors[name.Actor].Country < 0) return;
        foreach (ref var body in w.Actors.Mutable)
        {
            if (body.Type == ActorType.Organisation && body.Known < 0 && body.Country < 0 && body.NameToken >= name.From && body.NameEnd <= name.Token
                && CountryInName(w, body) < 0) body.Country = w.Actors[name.Actor].Country;
        }
    }

    private static short CountryInName(Workspace w, in ActorDraft actor)
    {
        for (var i = w.FirstMention(actor.NameToken); i < w.Mentions.Count && w.Mentions[i].Token < actor.NameEnd; i++)
        {
            ref readonly var m = ref w.Mentions[i];
            if (m.Kind == MentionKind.Country && m.End <= actor.NameEnd) return m.Country;
        }

        return -1;
    }
}
