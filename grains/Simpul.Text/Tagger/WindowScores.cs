using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Simpul.Text.Tokens;

namespace Simpul.Text.Tagger;

/// <summary>Adds up what words, looks, meanings and neighbours say of each token of a window.</summary>
internal static class WindowScores
{
    // Words so far outside the window still speak of the tokens in it.
    private const int Margin = 2;

    [SkipLocalsInit]
    internal static void Sum(Workspace w, TaggerModel model, in SentenceSpan sentence, int from, int to, Span<Vector256<short>> sums)
    {
        Span<int> words = stackalloc int[to - from + (2 * Margin)];
        var scores = w.WordScores;
        scores.Reserve(model, words.Length);
        for (var t = Math.Max(from - Margin, sentence.TokenFrom); t < Math.Min(to + Margin, sentence.TokenTo); t++) scores.Fetch(w.Tokens[t]);
        for (var i = 0; i < words.Length; i++)
        {
            var t = from - Margin + i;
            words[i] = t < sentence.TokenFrom || t >= sentence.TokenTo ? WordScores.Edge : scores.IndexOf(w.Text, w.Tokens[t]);
            scores.Fetch(words[i]);
        }

        Span<uint> meanings = stackalloc uint[to - from + 2];
        Meanings(w, sentence, from - 1, to + 1, meanings);
        Span<Look> looks = stackalloc Look[to - from + 1];
        for (var t = from - 1; t < to; t++) looks[t - from + 1] = LookOf(w, scores.Traits(words[t - from + Margin]), t, sentence);
        Span<ulong> pairs = stackalloc ulong[(to - from) * TagFeatures.Pairs];
        for (var i = 0; i < to - from; i++)
        {
            var keys = pairs.Slice(i * TagFeatures.Pairs, TagFeatures.Pairs);
            TagFeatures.OfNeighbours(scores.Traits(words[i + Margin - 1]), scores.Traits(words[i + Margin]), looks[i + 1], scores.Traits(words[i + Margin + 1]), keys);
            foreach (var key in keys) model.Fetch(key);
        }

        var tokens = w.Tokens.Items;
        int runFrom = 0, runTo = 0;
        for (var t = from; t < to; t++)
        {
            var i = t - from + Margin;
            if (t >= runTo) (runFrom, runTo) = RunAt(tokens, t, to);
            var sum = scores.At(words[i], Position.Here) + scores.At(words[i - 1], Position.Before) + scores.At(words[i + 1], Position.After)
                + scores.At(words[i - 2], Position.SecondBefore) + scores.At(words[i + 2], Position.SecondAfter);
            if (tokens[t].Is(Shape.Opening)) sum += scores.At(words[i], Position.Opening);
            if (runFrom >= 0)
            {
                sum += scores.At(words[runFrom - from + Margin - 1], Position.RunBefore) + scores.At(words[runTo - from + Margin], Position.RunAfter);
                if (t > runFrom) sum += scores.At(words[runFrom - from + Margin], Position.RunFirst);
            }

            // The look after is as the word is by itself: where a sentence opens matters before a name, not behind it.
            sum += model.OfLooks(looks[t - from], looks[t - from + 1], scores.Traits(words[i + 1]).Look);
            for (var place = 0; place < 3; place++)
            {
                for (var bits = meanings[t - from + place]; bits != 0;) sum += model.OfMeaning(place, TagFeatures.Next(ref bits));
            }

            foreach (var key in pairs.Slice((t - from) * TagFeatures.Pairs, TagFeatures.Pairs)) sum += model.Of(key);
            sums[t - from] = sum;
        }
    }

    // The meanings of a stretch that may reach past its sentence, where there are none.
    private static void Meanings(Workspace w, in SentenceSpan sentence, int from, int to, Span<uint> meanings)
    {
        var first = Math.Max(sentence.TokenFrom, from);
        var last = Math.Min(sentence.TokenTo, to);
        meanings[0] = meanings[^1] = 0;
        TagFeatures.Meanings(w, first, last, sentence.Language, meanings[(first - from)..(last - from)]);
    }

    /// <summary>A capital at a sentence's beginning says less.</summary>
    internal static Look Opened(Look look) => look == Look.Capital ? Look.OpeningCapital : look;

    /// <summary>The look of a token, told apart at a sentence's beginning.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Look LookOf(Workspace w, in WordTraits traits, int token, in SentenceSpan sentence) =>
        token >= sentence.TokenFrom && w.Tokens[token].Is(Shape.Opening) ? Opened(traits.Look) : traits.Look;

    /// <summary>The run of capitalised words that begins at a token, within its window; from -1 where the token has no capital.</summary>
    internal static (int From, int To) RunAt(ReadOnlySpan<Token> tokens, int t, int to)
    {
        if (!TaggerStage.IsCapital(tokens[t])) return (-1, t + 1);
        var end = t + 1;
        while (end < to && TaggerStage.IsCapital(tokens[end])) end++;
        return (t, end);
    }
}
