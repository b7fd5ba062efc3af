using Simpul.Text.Packs;
using Simpul.Text.Tokens;

namespace Simpul.Text.Names;

/// <summary>Bodies in the chain of an office: told from the person behind them, and taken as actors of their own.</summary>
internal static class OfficeBodies
{
    // `Presiden Abd Rabbo Mansour Hadi`: the list knows the end of the name alone, and that its bearer held the office.
    internal static void JoinKnown(Workspace w, ref NameSpan name, int title, in SentenceSpan sentence)
    {
        if (name.Kind != NameKind.Unknown || !NameFinder.GoesOn(w, name.End, sentence)) return;
        foreach (ref readonly var hit in w.HitsAt(name.End))
        {
            if (hit.Kind != PhraseKind.Person || hit.End > sentence.TokenTo) continue;
            var role = w.Pack.Gazetteer.Titles[title].Role;
            if (!Array.Exists(w.Pack.Gazetteer.People[hit.Payload].Terms, term => term.Office == role)) continue;
            name.Kind = NameKind.Person;
            name.Known = hit.Payload;
            name.End = hit.End;
            return;
        }
    }

    // `Direktur Strategi Bahana Sekuritas Budi Santoso`: a body that no list holds, and the person who begins with a given name.
    internal static void SplitBody(Workspace w, ref NameSpan name, int s)
    {
        if (name.Kind != NameKind.Unknown || name.Words < 4 || CommonWords.IsGiven(w, name.Token)) return;
        // `Dirjen Pemasyarakatan Sri Puguh Utami`: one word of the office's field before the given name.
        if (CommonWords.IsGiven(w, name.Token + 1) && !CommonWords.IsRare(w, name.Token))
        {
            name.Token++;
            return;
        }

        for (var t = name.Token + 2; t + 1 < name.End; t++)
        {
            if (!CommonWords.IsGiven(w, t) || CommonWords.IsGiven(w, t - 1) || !(CommonWords.IsRare(w, t) || CommonWords.IsRare(w, t + 1))) continue;
            AddBody(w, name.Token, t, s);
            name.Token = t;
            return;
        }
    }

    // `Kepala Strategi Marlowe Counsel | Peter Hadley`: of two names side by side the first is the body.
    internal static void AfterBody(Workspace w, ref NameSpan name, int s, in SentenceSpan sentence)
    {
        if (name.Kind != NameKind.Unknown || !NameFinder.GoesOn(w, name.End, sentence) || !NameFinder.Name(w, name.End, s, sentence, out var next, isTitled: true)) return;
        if (next.Kind != NameKind.Person && (next.Cue & (NameCue.Given | NameCue.TaggedPerson)) == 0) return;
        if ((name.Cue & NameCue.Given) != 0 || !TitleChain.IsPerson(w, next, afterComma: false)) return;
        AddBody(w, name.Token, name.End, s);
        name = next;
    }

    private static void AddBody(Workspace w, int from, int end, int s) => w.Names.Add(new NameSpan
    {
        Token = from, From = from, End = end, Kind = NameKind.Unknown, Known = -1, Title = -1, OfCountry = -1, OfOrganisation = -1,
        Actor = -1, Sentence = s, Cue = end - from > 1 ? NameCue.OrganisationHead : NameCue.TaggedOrganisation,
    });

    internal static void AddBodies(Workspace w, int from, int end, int s, in SentenceSpan sentence)
    {
        for (var t = from; t < end; t++)
        {
            // `Jenderal TNI`: a rank is no mention of the army.
            if (w.HitAt(t, PhraseKind.Title, sentence.Language) is { Length: > 1 } rank && IsRank(w.Pack.Gazetteer.Titles[rank.Payload].Role))
            {
                t = rank.End - 1;
                continue;
            }

            if (t == from || !NameFinder.Name(w, t, s, sentence, out var name, isTitled: true)) continue;
            if (name.End > end && (name.Kind != NameKind.Unknown || (name.Cue & NameCue.OrganisationHead) == 0)) continue;
            name.End = Math.Min(name.End, end);
            // `Direktur Seksi Bahasa Indonesia CRI`: letters that brackets elsewhere may explain.
            var isLetters = name.Kind == NameKind.Unknown && name.Words == 1 && w.Tokens[t].Is(Shape.AllCaps) && t > from;
            if (name.Kind != NameKind.Organisation && (name.Cue & NameCue.OrganisationHead) == 0 && !isLetters) continue;
            // `Minister of Natural Resources`: a field that only ends like a body.
            if (name.Kind == NameKind.Unknown && NameRuns.HeadAt(w, t, sentence.Language) == 0 && CommonWords.Are(w, t, name.End)) continue;
            w.Names.Add(name);
            t = name.End - 1;
        }
    }

    private static bool IsRank(string role) => role == "general" || role.EndsWith("officer", StringComparison.Ordinal);
}
