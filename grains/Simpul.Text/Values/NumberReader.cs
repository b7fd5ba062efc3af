using Simpul.Text.Packs;
using Simpul.Text.Tokens;

namespace Simpul.Text.Values;

/// <summary>Reads numerals: <c>9.200</c>, <c>1,5 juta</c>, <c>dua ratus lima puluh ribu</c>, <c>two and a half million</c>.</summary>
internal static class NumberReader
{
    /// <summary>Beyond this a run of digits is a serial or telephone number, and a product no quantity.</summary>
    private const decimal Largest = 1_000_000_000_000_000_000m;

    /// <summary>Reads the numeral that begins at a token.</summary>
    /// <param name="w">The workspace.</param>
    /// <param name="token">Where it begins.</param>
    /// <param name="end">Index after the last token that it may take.</param>
    /// <param name="language">Index of the line's language.</param>
    /// <param name="ofMoney">True after a currency's sign, where short forms of scales count.</param>
    /// <param name="numeral">The numeral.</param>
    internal static bool Read(Workspace w, int token, int end, int language, bool ofMoney, out Numeral numeral)
    {
        numeral = default;
        numeral.Scale = 1;
        if (token >= end) return false;
        return w.Tokens[token].Is(Shape.Number)
            ? Digits(w, token, language, ref numeral) && Scales(w, end, language, ofMoney, ref numeral)
            : Words(w, token, end, language, ref numeral);
    }

    private static bool Digits(Workspace w, int token, int language, ref Numeral numeral)
    {
        ref readonly var t = ref w.Tokens[token];
        if (!DigitText.Parse(w.Text.AsSpan(t.Start, t.Length), w.Pack.Grammar.Languages[language].DecimalComma, ref numeral)) return false;
        numeral.End = token + 1;
        numeral.IsDigits = true;
        return numeral.Value <= Largest;
    }

    // `2 juta 300 ribu`: a smaller scaled number goes on after a larger one.
    private static bool Scales(Workspace w, int end, int language, bool ofMoney, ref Numeral numeral)
    {
        if (Half(w, numeral.End, end, language) is > 0 and var half)
        {
            numeral.Value += 0.5m;
            numeral.End += half;
        }

        numeral.Coefficient = numeral.Value;
        while (Multiplier(w, numeral.End, end, language, ofMoney, out var factor) is > 0 and var length)
        {
            if (Math.Max(numeral.Value, numeral.Scale) > Largest / factor) return false;
            numeral.Value *= factor;
            numeral.Scale *= factor;
            numeral.HasScale |= factor >= 1000;
            numeral.End += length;
        }

        if (numeral.HasScale) numeral.IsAmbiguous = numeral.LooksLikeClock = false;
        if (!numeral.HasScale || numeral.End >= end || !w.Tokens[numeral.End].Is(Shape.Number)) return true;
        var next = default(Numeral);
        next.Scale = 1;
        if (Digits(w, numeral.End, language, ref next) && Scales(w, end, language, ofMoney, ref next) && next.HasScale && next.Value < numeral.Scale)
        {
            numeral.Value += next.Value;
            numeral.End = next.End;
        }

        return true;
    }

    private static bool Words(Workspace w, int token, int end, int language, ref Numeral numeral)
    {
        decimal total = 0, group = 0, pending = 0;
        var at = token;
        var any = false;
        var afterJoin = -1;
        while (at < end)
        {
            // A capital inside a sentence makes it part of a name (`Deklarasi Satu ASEAN`).
            ref readonly var t = ref w.Tokens[at];
            if (t.Is(Shape.Capital) && !t.Is(Shape.Opening)) break;
            if (!Word(w, at, end, language, out var hit, out var word)) break;
            if (word.Kind is NumberKind.Ones)
            {
                if (pending > 0) break;
                pending = word.Value;
            }
            else if (word.Kind is NumberKind.Tens)
            {
                if (pending > 0 || group % 100 != 0) break;
                group += word.Value;
            }
            else if (word.Kind is NumberKind.Teen)
            {
                if (pending == 0) break;
                group += pending + word.Value;
                pending = 0;
            }
            else if (word.Kind is NumberKind.Whole)
            {
                if (pending > 0) break;
                if (word.Value < 1000) group += word.Value;
                else total += word.Value;
            }
            else if (word.Kind is NumberKind.Multiplier)
            {
                if (!any) break;
                if (word.Value < 1000)
                {
                    if (pending == 0) break;
                    group += pending * word.Value;
                    pending = 0;
                }
                else
                {
                    var whole = group + pending == 0 ? total : group + pending;
                    if (whole == 0 || whole > Largest / word.Value) break;
                    numeral.Coefficient = whole;
                    total = (group + pending == 0 ? 0 : total) + (whole * word.Value);
                    group = pending = 0;
                    numeral.HasScale = true;
                    numeral.Scale = word.Value;
                }
            }
            else if (word.Kind is NumberKind.Half)
            {
                if (pending % 1 != 0) break;
                numeral.IsHalf = !any;
                pending += word.Value;
            }
            else if (word.Kind is NumberKind.Join && any && pending == 0 && group >= 100 && afterJoin < 0)
            {
                afterJoin = at;
                at = hit.End;
                continue;
            }
            else break;

            any = true;
            afterJoin = -1;
            at = hit.End;
        }

        if (afterJoin >= 0) at = afterJoin;
        numeral.Value = total + group + pending;
        numeral.End = at;
        if (!numeral.HasScale) numeral.Coefficient = numeral.Value;
        else numeral.IsHalf = false;
        return any;
    }

    /// <summary>The number word at a token that fits best: one that counts before one that only surrounds numbers.</summary>
    internal static bool Word(Workspace w, int token, int end, int language, out Hit found, out NumberWord word)
    {
        found = default;
        word = default;
        foreach (ref readonly var hit in w.HitsAt(token))
        {
            if (hit.Kind != PhraseKind.Number || hit.ByStem || hit.End > end || !w.Speaks(hit, language)) continue;
            var candidate = w.Pack.Quantities.Numbers[hit.Payload];
            if (candidate.Kind == NumberKind.NoNumber && hit.Length > 1)
            {
                found = hit;
                word = candidate;
                return true;
            }

            if (candidate.Kind > NumberKind.Join) continue;
            found = hit;
            word = candidate;
            return true;
        }

        return false;
    }

    /// <summary>How many tokens a number word of a kind takes at a token; 0 where there is none.</summary>
    internal static int WordAt(Workspace w, int token, NumberKind kind, int language)
    {
        if (token < 0 || token >= w.Tokens.Count) return 0;
        foreach (ref readonly var hit in w.HitsAt(token))
        {
            if (hit.Kind == PhraseKind.Number && !hit.ByStem && w.Speaks(hit, language) && w.Pack.Quantities.Numbers[hit.Payload].Kind == kind) return hit.Length;
        }

        return 0;
    }

    /// <summary>True where a number word of a kind ends before a token.</summary>
    internal static bool WordBefore(Workspace w, int end, NumberKind kind, int language)
    {
        for (var length = 1; length <= 3 && end - length >= 0; length++)
        {
            if (WordAt(w, end - length, kind, language) == length) return true;
        }

        return false;
    }

    private static int Half(Workspace w, int token, int end, int language) =>
        token < end && WordAt(w, token, NumberKind.Half, language) is var length && token + length <= end ? length : 0;

    private static int Multiplier(Workspace w, int token, int end, int language, bool ofMoney, out decimal factor)
    {
        factor = 1;
        if (token >= end) return 0;
        foreach (ref readonly var hit in w.HitsAt(token))
        {
            if (hit.Kind != PhraseKind.Number || hit.ByStem || hit.End > end || !w.Speaks(hit, language)) continue;
            var word = w.Pack.Quantities.Numbers[hit.Payload];
            if (word.Kind != NumberKind.Multiplier && !(ofMoney && word.Kind == NumberKind.MoneyMultiplier)) continue;
            factor = word.Value;
            return hit.Length;
        }

        return 0;
    }
}
