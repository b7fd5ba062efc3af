using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Simpul.Text.Tokens;

namespace Simpul.Text.Tagger;

/// <summary>
/// Labels the tokens around capitals with person, organisation and place. A linear chain over windows: a token further than two
/// after and one before a capital is outside every name.
/// </summary>
internal static class TaggerStage
{
    private const int Before = 1;
    private const int After = 2;
    private const int LongestWindow = 1024;

    // Steps of a score to one of a margin: a margin of 8 is odds of e to 1.
    private const int MarginStep = 3;

    internal static void Run(Workspace w, TaggerModel? model)
    {
        w.Tags.Clear();
        w.TagMargins.Clear();
        var tags = w.Tags.Extend(w.Tokens.Count);
        var margins = w.TagMargins.Extend(w.Tokens.Count);
        tags.Clear();
        margins.Clear();
        if (model is null) return;
        foreach (ref readonly var sentence in w.Sentences.Items)
        {
            if (!w.Pack.Grammar.Languages[sentence.Language].IsTagged || IsShouted(w, sentence)) continue;
            for (var t = sentence.TokenFrom; t < sentence.TokenTo;)
            {
                var (from, to) = NextWindow(w.Tokens.Items, t, sentence.TokenTo);
                if (from == to) break;
                Label(w, model, sentence, from, to, tags[from..to], margins[from..to]);
                t = to;
            }
        }
    }

    /// <summary>The next stretch of tokens near capitals at or after a token; empty at the sentence's end.</summary>
    internal static (int From, int To) NextWindow(ReadOnlySpan<Token> tokens, int at, int end)
    {
        var capital = at;
        while (capital < end && !IsCapital(tokens[capital])) capital++;
        if (capital == end) return (end, end);
        var from = Math.Max(at, capital - Before);
        var to = capital + 1;
        // A capital within reach of the last one goes on with the window.
        for (var t = to; t < end && t - to <= Before + After && t - from < LongestWindow; t++)
        {
            if (IsCapital(tokens[t])) to = t + 1;
        }

        return (from, Math.Min(end, to + After));
    }

    internal static bool IsCapital(in Token token) => token.Is(Shape.Capital) && token.Is(Shape.Word);

    /// <summary>True for a sentence all in capitals, where they tell nothing.</summary>
    internal static bool IsShouted(Workspace w, in SentenceSpan sentence)
    {
        int words = 0, loud = 0;
        for (var t = sentence.TokenFrom; t < sentence.TokenTo; t++)
        {
            if (!w.Tokens[t].Is(Shape.Word)) continue;
            words++;
            if (w.Tokens[t].Is(Shape.AllCaps)) loud++;
        }

        return words >= 4 && loud * 4 > words * 3;
    }

    [SkipLocalsInit]
    private static void Label(Workspace w, TaggerModel model, in SentenceSpan sentence, int from, int to, Span<byte> tags, Span<byte> margins)
    {
        Span<Vector256<short>> sums = stackalloc Vector256<short>[to - from];
        Span<Vector128<byte>> origins = stackalloc Vector128<byte>[to - from];
        WindowScores.Sum(w, model, sentence, from, to, sums);
        // Before the window everything is outside.
        var best = Vector256.AddSaturate(model.Transitions[TagLabel.Outside], sums[0]);
        for (var t = 1; t < sums.Length; t++) best = Vector256.AddSaturate(Step(best, model.Steps, out origins[t - 1]), sums[t]);
        Trace(best, origins, tags);
        Weigh(sums, model.Transitions, tags, margins);
    }

    // The best way to each next label, kept relative to the best of all so that no sum runs over.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<short> Step(Vector256<short> best, ReadOnlySpan<TaggerModel.Step> steps, out Vector128<byte> origin)
    {
        var from = steps[0].Before;
        var next = Vector256.AddSaturate(Vector256.ShuffleNative(best, from), steps[0].Score);
        foreach (ref readonly var step in steps[1..])
        {
            var candidate = Vector256.AddSaturate(Vector256.ShuffleNative(best, step.Before), step.Score);
            from = Vector256.ConditionalSelect(Vector256.GreaterThan(candidate, next), step.Before, from);
            next = Vector256.Max(next, candidate);
        }

        origin = Vector128.Narrow(from.GetLower(), from.GetUpper()).AsByte();
        // Every label may be followed by outside or by its own kind; outside is never far from the best.
        next = Vector256.SubtractSaturate(next, Vector256.ShuffleNative(next, Vector256<short>.Zero));
        return Vector256.Max(next, Vector256.Create(TaggerModel.Never));
    }

    private static void Trace(Vector256<short> best, ReadOnlySpan<Vector128<byte>> origins, Span<byte> tags)
    {
        var label = TagLabel.Outside;
        for (byte l = 1; l < TagLabel.Count; l++)
        {
            if (TagLabel.Ends(l) && best.GetElement(l) > best.GetElement(label)) label = l;
        }

        for (var t = tags.Length - 1; ; t--)
        {
            tags[t] = label;
            if (t == 0) return;
            label = origins[t - 1].GetElement(label);
        }
    }

    // By how much each name outweighs the same stretch as no name, or as a name of another type.
    private static void Weigh(ReadOnlySpan<Vector256<short>> sums, ReadOnlySpan<Vector256<short>> transitions, ReadOnlySpan<byte> tags, Span<byte> margins)
    {
        for (var t = 0; t < tags.Length; t++)
        {
            if (tags[t] == TagLabel.Outside) continue;
            var end = t + 1;
            while (!TagLabel.Ends(tags[end - 1])) end++;
            var own = TagLabel.TypeOf(tags[t]);
            var said = ScoreOf(sums, transitions, tags, t, end, 4 * ((int)own - 1), 4 * ((int)own - 1));
            var rival = int.MinValue;
            for (var type = TagType.None; type <= TagType.Place; type++)
            {
                if (type != own) rival = Math.Max(rival, ScoreOf(sums, transitions, tags, t, end, 4 * ((int)own - 1), 4 * ((int)type - 1)));
            }

            margins[t..end].Fill((byte)Math.Clamp((said - rival) / MarginStep, 0, byte.MaxValue));
            t = end - 1;
        }
    }

    // Score of a stretch whose labels are moved to another type; below 0 all are outside.
    private static int ScoreOf(
        ReadOnlySpan<Vector256<short>> sums, ReadOnlySpan<Vector256<short>> transitions, ReadOnlySpan<byte> tags, int from, int to, int own, int shift)
    {
        var before = from == 0 ? TagLabel.Outside : tags[from - 1];
        var score = 0;
        for (var t = from; t < to; t++)
        {
            var label = shift < 0 ? TagLabel.Outside : (byte)(tags[t] - own + shift);
            score += sums[t].GetElement(label) + transitions[before].GetElement(label);
            before = label;
        }

        return to < tags.Length ? score + transitions[before].GetElement(tags[to]) : score;
    }
}
