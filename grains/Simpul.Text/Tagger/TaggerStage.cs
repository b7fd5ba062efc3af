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

    private static bool IsCapital(in Token token) => token.Is(Shape.Capital) && token.Is(Shape.Word);

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
        const int Margin = 2;
        var length = to - from;
        Span<int> words = stackalloc int[LongestWindow + 16];
        Span<uint> meanings = stackalloc uint[LongestWindow + 16];
        Span<Vector128<byte>> origins = stackalloc Vector128<byte>[LongestWindow + 8];
        Span<Vector256<short>> sums = stackalloc Vector256<short>[LongestWindow + 8];
        words = words[..(length + (2 * Margin))];
        var scores = w.WordScores;
        scores.Reserve(model, words.Length);
        for (var i = 0; i < words.Length; i++)
        {
            var t = from - Margin + i;
            words[i] = t < sentence.TokenFrom || t >= sentence.TokenTo ? WordScores.Edge : scores.IndexOf(w.Text, w.Tokens[t]);
        }

        var first = Math.Max(sentence.TokenFrom, from - 1);
        var last = Math.Min(sentence.TokenTo, to + 1);
        meanings = meanings[..(last - first)];
        TagFeatures.Meanings(w, first, last, sentence.Language, meanings);

        Span<ulong> keys = stackalloc ulong[4];
        var transitions = model.Transitions;
        // Before the window everything is outside.
        var best = transitions[TagLabel.Outside];
        int runFrom = 0, runTo = 0;
        for (var t = from; t < to; t++)
        {
            var i = t - from + Margin;
            if (t >= runTo) (runFrom, runTo) = RunAt(w.Tokens.Items, t, to);
            ref readonly var here = ref scores.Traits(words[i]);
            ref readonly var before = ref scores.Traits(words[i - 1]);
            ref readonly var after = ref scores.Traits(words[i + 1]);
            var opening = w.Tokens[t].Is(Shape.Opening);
            var look = opening ? Opened(here.Look) : here.Look;
            var sum = scores.At(words[i], Position.Here) + scores.At(words[i - 1], Position.Before) + scores.At(words[i + 1], Position.After)
                + scores.At(words[i - 2], Position.SecondBefore) + scores.At(words[i + 2], Position.SecondAfter);
            if (opening) sum += scores.At(words[i], Position.Opening);
            if (runFrom >= 0)
            {
                sum += scores.At(words[runFrom - from + Margin - 1], Position.RunBefore) + scores.At(words[runTo - from + Margin], Position.RunAfter);
                if (t > runFrom) sum += scores.At(words[runFrom - from + Margin], Position.RunFirst);
            }

            sum += model.OfLooks(LookOf(w, before, t - 1, sentence), look, after.Look);
            for (var place = 0; place < 3; place++)
            {
                var at = t - 1 + place - first;
                if ((uint)at >= (uint)meanings.Length) continue;
                for (var bits = meanings[at]; bits != 0;) sum += model.OfMeaning(place, TagFeatures.Next(ref bits));
            }

            TagFeatures.OfNeighbours(before, here, look, after, keys);
            foreach (var key in keys) model.Add(ref sum, key);
            sums[t - from] = sum;
            best = Vector256.AddSaturate(best, sum);
            if (t + 1 < to) best = Step(best, transitions, out origins[t - from]);
        }

        Trace(best, origins, tags);
        Weigh(sums[..length], transitions, tags, margins);
    }

    // The best way to each next label, kept relative to the best of all so that no sum runs over.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<short> Step(Vector256<short> best, ReadOnlySpan<Vector256<short>> transitions, out Vector128<byte> origin)
    {
        var next = Vector256.AddSaturate(Vector256.Create(best.GetElement(0)), transitions[0]);
        var from = Vector256<short>.Zero;
        for (var label = 1; label < TagLabel.Count; label++)
        {
            var candidate = Vector256.AddSaturate(Vector256.Create(best.GetElement(label)), transitions[label]);
            var better = Vector256.GreaterThan(candidate, next);
            next = Vector256.Max(next, candidate);
            from = Vector256.ConditionalSelect(better, Vector256.Create((short)label), from);
        }

        origin = Vector128.Narrow(from.GetLower(), from.GetUpper()).AsByte();
        // Every label may be followed by outside or by its own kind; outside is never far from the best.
        next = Vector256.SubtractSaturate(next, Vector256.Create(next.GetElement(0)));
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

    /// <summary>A capital at a sentence's beginning says less.</summary>
    internal static Look Opened(Look look) => look == Look.Capital ? Look.OpeningCapital : look;

    /// <summary>The look of a token, told apart at a sentence's beginning.</summary>
    internal static Look LookOf(Workspace w, in WordTraits traits, int token, in SentenceSpan sentence) =>
        token >= sentence.TokenFrom && w.Tokens[token].Is(Shape.Opening) ? Opened(traits.Look) : traits.Look;

    /// <summary>The run of capitalised words that begins at a token, within its window; from -1 where the token has no capital.</summary>
    internal static (int From, int To) RunAt(ReadOnlySpan<Token> tokens, int t, int to)
    {
        if (!IsCapital(tokens[t])) return (-1, t + 1);
        var end = t + 1;
        while (end < to && IsCapital(tokens[end])) end++;
        return (t, end);
    }
}
