namespace Simpul.Client.Evaluation;

/// <summary>
/// Names found beside names annotated: right where bounds and type agree; tolerant of the left bound where type and right bound agree
/// and the names overlap, since corpora differ on whether a title is part of a name.
/// </summary>
internal sealed class ConllScore
{
    private readonly List<(string Type, bool IsGold, bool IsStrict, bool IsTolerant)> marks = [];

    /// <summary>Names that only one side has, by the tolerant measure.</summary>
    public List<(ConllSentence Sentence, NameSpan Name, bool IsExtra)> Misses { get; } = [];

    public static ConllScore Of(IEnumerable<ConllSentence> sentences, Func<string, List<NameSpan>> find)
    {
        var score = new ConllScore();
        foreach (var sentence in sentences) score.Add(sentence, find(sentence.Text));
        return score;
    }

    public Counts Strict(string? type) => Sum(type, m => m.IsStrict);

    public Counts Tolerant(string? type) => Sum(type, m => m.IsTolerant);

    private void Add(ConllSentence sentence, List<NameSpan> found)
    {
        // Files count by tokens: a name ends where its token does, even if a clitic or mark hangs on it.
        List<NameSpan> pred = [.. found.Select(n => Widened(sentence.Text, n)).Distinct()];
        var used = new bool[pred.Count];
        var tolerant = new bool[pred.Count];
        var matched = new bool[sentence.Names.Count];
        // Exact ones first, so that a tolerant match takes none from them.
        foreach (var isExact in (bool[])[true, false])
        {
            for (var g = 0; g < matched.Length; g++)
            {
                if (matched[g]) continue;
                var gold = sentence.Names[g];
                for (var p = 0; p < pred.Count; p++)
                {
                    if (used[p] || pred[p].Type != gold.Type || pred[p].End != gold.End || (isExact && pred[p].Start != gold.Start)) continue;
                    used[p] = matched[g] = true;
                    tolerant[p] = !isExact;
                    marks.Add((gold.Type, true, isExact, true));
                    break;
                }
            }
        }

        for (var g = 0; g < matched.Length; g++)
        {
            if (matched[g]) continue;
            marks.Add((sentence.Names[g].Type, true, false, false));
            Misses.Add((sentence, sentence.Names[g], false));
        }

        for (var p = 0; p < pred.Count; p++)
        {
            marks.Add((pred[p].Type, false, used[p] && !tolerant[p], used[p]));
            if (!used[p]) Misses.Add((sentence, pred[p], true));
        }
    }

    private static NameSpan Widened(string text, NameSpan name)
    {
        var end = text.IndexOf(' ', Math.Max(name.Start, name.End - 1));
        return name with { Start = name.Start == 0 ? 0 : text.LastIndexOf(' ', name.Start) + 1, End = end < 0 ? text.Length : end };
    }

    private Counts Sum(string? type, Func<(string Type, bool IsGold, bool IsStrict, bool IsTolerant), bool> isHit)
    {
        var ofType = marks.Where(m => type is null || m.Type == type).ToList();
        return new Counts(ofType.Count(m => m.IsGold && isHit(m)), ofType.Count(m => m.IsGold), ofType.Count(m => !m.IsGold));
    }
}
