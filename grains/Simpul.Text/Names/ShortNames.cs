using Simpul.Text.Packs;
using Simpul.Text.Tokens;

namespace Simpul.Text.Names;

/// <summary>Whom a short name means: <c>Xi</c>, <c>Menlu Retno</c>, <c>Rabei</c>.</summary>
internal static class ShortNames
{
    /// <summary>A short name: somebody whom the article names in full, nearest before it first; else who bears it alone.</summary>
    internal static short Bearer(Workspace w, int index)
    {
        ref readonly var span = ref w.Names[index];
        if ((span.Cue & NameCue.OrganisationHead) != 0) return -1;
        ref readonly var first = ref w.Tokens[span.Token];
        // `Mari bergabung`, `Kontrak pelatih`: a common word that opens a sentence.
        if (span.Words == 1 && span.Title < 0 && first.Is(Shape.Opening) && CommonWords.Is(w, span.Token)) return -1;
        var hash = first.Hash;
        if (span.Words == 1)
        {
            // The last actor mentioned before, else the first after.
            for (var i = index - 1; i >= 0 && i >= index - Identity.Reach; i--)
            {
                if (w.Names[i].Actor >= 0 && BearsName(w, w.Names[i].Actor, hash) && !IsOtherCase(w, span, w.Names[i].Actor)) return w.Names[i].Actor;
            }

            for (var i = index + 1; i < w.Names.Count && i <= index + Identity.Reach; i++)
            {
                if (w.Names[i].Actor >= 0 && BearsName(w, w.Names[i].Actor, hash) && !IsOtherCase(w, span, w.Names[i].Actor)) return w.Names[i].Actor;
            }
        }

        if (span.Words == 1 && span.Kind == NameKind.Unknown && Misspelt(w, index) is >= 0 and var same) return same;
        if (span.Kind == NameKind.ShortPerson)
        {
            var person = BestBearer(w, span);
            if (person >= 0) return Identity.KnownPerson(w, person);
        }

        var isPerson = (span.Cue & (NameCue.Titled | NameCue.TaggedPerson | NameCue.Named)) != 0
            || ((span.Cue & NameCue.Saying) != 0 && !w.Tokens[span.Token].Is(Shape.AllCaps) && span.Kind == NameKind.Unknown);
        // `Ungkap Kesedihannya`: a heading's word is nobody.
        if (span.Title < 0 && (span.Cue & NameCue.Named) == 0 && span.Kind == NameKind.Unknown && CommonWords.Are(w, span.Token, span.End)) return -1;
        if (w.Tokens[span.Token].Is(Shape.AllCaps) && span.Words == 1) isPerson = false;
        else if (isPerson && span.Kind != NameKind.ShortPerson || (span.Cue & NameCue.Titled) != 0) return Identity.NewUnknown(w, span, ActorType.Person);
        return (span.Cue & (NameCue.TaggedOrganisation | NameCue.Medium)) != 0 ? Identity.NewUnknown(w, span, ActorType.Organisation) : (short)-1;
    }

    // `Rabei` after `Ali Rabiei`: one letter off the name of somebody named in full.
    private static short Misspelt(Workspace w, int index)
    {
        ref readonly var span = ref w.Names[index];
        if (CommonWords.Is(w, span.Token)) return -1;
        for (var i = index - 1; i >= 0 && i >= index - Identity.Reach; i--)
        {
            ref readonly var other = ref w.Names[i];
            if (other.Actor < 0 || other.Words < 2 || other.Kind == NameKind.Description || w.Actors[other.Actor].Type != ActorType.Person) continue;
            for (var t = other.Token; t < other.End; t++)
            {
                if (Spelling.IsVariant(w.Slice(t, t + 1), w.Slice(span.Token, span.Token + 1))) return other.Actor;
            }
        }

        return -1;
    }

    // `AI` is not Ai Weiwei: letters in capitals that a name writes small.
    private static bool IsOtherCase(Workspace w, in NameSpan span, short actor)
    {
        if (!w.Tokens[span.Token].Is(Shape.AllCaps) || w.Actors[actor].Known < 0 || w.Actors[actor].Type != ActorType.Person) return false;
        var written = w.Slice(span.Token, span.End);
        var name = w.Pack.Gazetteer.People[w.Actors[actor].Known].Name.AsSpan();
        foreach (var part in name.Split(' '))
        {
            if (name[part].Equals(written, StringComparison.OrdinalIgnoreCase)) return written.Length <= 3 && !name[part].SequenceEqual(written);
        }

        return false;
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
}
