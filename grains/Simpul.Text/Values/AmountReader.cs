using Simpul.Text.Packs;
using Simpul.Text.Tokens;

namespace Simpul.Text.Values;

/// <summary>
/// Reads sums of money, shares, durations and counts. A number without a unit is none; hedges stay outside; a range gives both ends.
/// </summary>
internal static class AmountReader
{
    /// <summary>Reads what begins at a token; answers where to go on, the token itself where nothing begins.</summary>
    internal static int Read(Workspace w, int t, int s, in SentenceSpan sentence)
    {
        int end = sentence.TokenTo, language = sentence.Language;
        if (Currency(w, t, end, language, before: true, out var sign) is > 0 and var signLength) return Money(w, t, t + signLength, end, language, sign);
        if (Compound(w, t, end, language) is var compound && compound > t) return compound;
        if (!NumberReader.Read(w, t, end, language, ofMoney: false, out var number)) return t;
        var reading = new SentenceReading(w, end, s, language);
        if (IsOrdinal(w, number, end)) return number.End + 1;
        if (reading.IsLabelled(t) && !IsMeasured(w, number, end, language)) return number.End;
        if (Range(w, number, end, language) is > 0 and var mark && NumberReader.Read(w, number.End + mark, end, language, false, out var second))
        {
            var isTight = w.Tokens[number.End].Is(Shape.Joiner);
            if (Unit(w, second.End, end, language, second, isTight, out var unit) is var unitEnd && unitEnd > second.End && IsOrdered(ref number, second))
            {
                Add(w, t, number.End, number.Value, unit, "range");
                Add(w, number.End + mark, unitEnd, second.Value, unit, "range");
                return unitEnd;
            }

            // `2-1`: a score.
            if (isTight) return second.End;
        }

        if (BareAge.Is(w, t, number, sentence)) return Write(w, t, number.End, Durations.Write(number.Value, TimeUnit.Year), "duration", "age");
        var stop = Unit(w, number.End, end, language, number, IsAfterName(w, t, sentence), out var what);
        if (stop == number.End) return number.End;
        return what.Code is null && what.Kind == UnitKind.Time ? DurationReader.Finish(reading, t, number, what, stop) : Add(w, t, stop, Settle(number, what), what, what.Rule);
    }

    // `11th`, `43rd`: letters glued to the figures.
    private static bool IsOrdinal(Workspace w, in Numeral number, int end) =>
        number.IsDigits && number.End < end && !w.Tokens[number.End].Is(Shape.SpaceBefore) && w.Slice(number.End, number.End + 1) is "st" or "nd" or "rd" or "th";

    // `di level 4,25-4,50%`, `angka 57 persen`: a share, a sum or a fraction behind a word that names numbers is an amount all the same.
    private static bool IsMeasured(Workspace w, in Numeral number, int end, int language)
    {
        var last = number;
        if (Range(w, number, end, language) is > 0 and var mark && NumberReader.Read(w, number.End + mark, end, language, false, out var second)) last = second;
        if (Unit(w, last.End, end, language, last, onlyKnown: true, out var unit) == last.End) return false;
        return unit.Code is not null || unit.Kind == UnitKind.Share || (unit.Kind == UnitKind.Noun && number.Value % 1 != 0 && !number.IsAmbiguous);
    }

    /// <summary>What a number counts.</summary>
    internal struct Counted
    {
        public UnitKind Kind;
        public TimeUnit Time;

        /// <summary>ISO code of money.</summary>
        public string? Code;
        public int NounFrom;
        public int NounEnd;
        public string Rule;

        /// <summary>Money and shares count fractions; people and things do not.</summary>
        public bool IsKnown;
    }

    // Digits right after a capitalised word may be part of its name (`Boeing 737`): only known nouns count then.
    private static bool IsAfterName(Workspace w, int t, in SentenceSpan sentence) =>
        t > sentence.TokenFrom && w.Tokens[t - 1].Is(Shape.Word) && w.Tokens[t - 1].Is(Shape.Capital) && !w.Tokens[t - 1].Is(Shape.Opening);

    private static int Money(Workspace w, int from, int t, int end, int language, in CurrencyWord sign)
    {
        if (w.MarkAt(t) == '.' && t + 1 < end) t++;
        if (!NumberReader.Read(w, t, end, language, ofMoney: true, out var number)) return from;
        var unit = new Counted { Code = sign.Code, Rule = "money" };
        if (Range(w, number, end, language) is > 0 and var mark && NumberReader.Read(w, number.End + mark, end, language, true, out var second)
            && w.Tokens[number.End].Is(Shape.Joiner) && IsOrdered(ref number, second))
        {
            Add(w, from, number.End, number.Value, unit, "range");
            return Add(w, number.End + mark, second.End, second.Value, unit, "range");
        }

        return Add(w, from, number.End, number.Value, unit, unit.Rule);
    }

    /// <summary>The first end of a range shares the scale that only the second one writes (<c>5-10 juta</c>).</summary>
    private static bool IsOrdered(ref Numeral first, in Numeral second)
    {
        if (!first.HasScale && second.HasScale && first.Value < second.Coefficient) first.Value *= second.Scale;
        return first.Value < second.Value;
    }

    private static int Range(Workspace w, in Numeral number, int end, int language)
    {
        if (number.End + 1 >= end) return 0;
        if (w.MarkAt(number.End) is '-' or '–' or '—') return 1;
        return NumberReader.WordAt(w, number.End, NumberKind.Range, language);
    }

    private static int Currency(Workspace w, int t, int end, int language, bool before, out CurrencyWord currency)
    {
        currency = default;
        if (t >= end) return 0;
        foreach (ref readonly var hit in w.HitsAt(t))
        {
            if (hit.Kind != PhraseKind.Currency || hit.ByStem || hit.End > end || !w.Speaks(hit, language)) continue;
            currency = w.Pack.Quantities.Currencies[hit.Payload];
            if (before ? currency.Before : currency.After) return hit.Length;
        }

        return 0;
    }

    /// <summary>What follows a number; answers where it ends.</summary>
    private static int Unit(Workspace w, int t, int end, int language, in Numeral number, bool onlyKnown, out Counted unit)
    {
        unit = default;
        if (t >= end || w.Tokens[t].Is(Shape.LineStart) || NumberReader.WordAt(w, t, NumberKind.Clock, language) > 0) return t;
        if (Currency(w, t, end, language, before: false, out var currency) is > 0 and var money)
        {
            unit = new Counted { Code = currency.Code, Rule = "money", IsKnown = true };
            return t + money;
        }

        if (UnitAt(w, t, end, language, out var word) is > 0 and var length)
        {
            unit = new Counted { Kind = word.Kind, Time = word.Time, NounFrom = t, NounEnd = t + length, IsKnown = true };
            unit.Rule = word.Kind switch { UnitKind.Share => "share", UnitKind.Time => "duration", _ => "count" };
            // A single thing is mostly an article (`dalam satu contoh`).
            var isThing = word.Kind is UnitKind.Noun or UnitKind.Each;
            return (isThing && number.IsHalf) || (word.Kind == UnitKind.Noun && number.Value == 1 && !number.IsDigits) ? t : t + length;
        }

        if (onlyKnown || number.IsHalf || number.LooksLikeClock || (number.Value == 1 && !number.IsDigits)) return t;
        var noun = w.Pack.Quantities.Plurals[language].Count > 0 ? Plural(w, t, end, language) : Next(w, t, language);
        if (noun < 0) return t;
        unit = new Counted { Kind = UnitKind.Noun, NounFrom = noun, NounEnd = noun + 1, Rule = "count" };
        return noun + 1;
    }

    private static int UnitAt(Workspace w, int t, int end, int language, out UnitWord word)
    {
        word = default;
        foreach (ref readonly var hit in w.HitsAt(t))
        {
            if (hit.Kind != PhraseKind.Unit || hit.ByStem || hit.End > end || !w.Speaks(hit, language)) continue;
            word = w.Pack.Quantities.Units[hit.Payload];
            if (word.Kind != UnitKind.Compound) return hit.Length;
        }

        return 0;
    }

    /// <summary>True where a unit or a known noun follows, so that four figures before it are no year.</summary>
    internal static bool IsCounted(Workspace w, int t, int end, int language)
    {
        if (t >= end || w.Tokens[t].Is(Shape.LineStart)) return false;
        if (Currency(w, t, end, language, before: false, out _) > 0 || NumberReader.WordAt(w, t, NumberKind.Multiplier, language) > 0) return true;
        return UnitAt(w, t, end, language, out var unit) > 0 && unit.Kind != UnitKind.Time;
    }

    private static int Next(Workspace w, int t, int language) => IsNoun(w, t, language) ? t : -1;

    // `four senior US officials`: the first plural within three words.
    private static int Plural(Workspace w, int t, int end, int language)
    {
        for (var i = t; i < end && i < t + 4; i++)
        {
            if (i > t && UnitAt(w, i, end, language, out var word) > 0 && word.Kind is UnitKind.Noun or UnitKind.Each) return i;
            if (!w.Tokens[i].Is(Shape.Word) || w.Tokens[i].Is(Shape.LineStart) || !w.Tokens[i].Is(Shape.SpaceBefore) || IsClosed(w, i, language)) return -1;
            if (w.Tokens[i].Length < 4 || w.Tokens[i].Is(Shape.Capital)) continue;
            var text = w.Text.AsSpan(w.Tokens[i].Start, w.Tokens[i].Length);
            foreach (var ending in w.Pack.Quantities.Plurals[language])
            {
                if (text.EndsWith(ending, StringComparison.Ordinal) && !text.EndsWith(ending + ending, StringComparison.Ordinal)) return i;
            }
        }

        return -1;
    }

    private static bool IsNoun(Workspace w, int t, int language)
    {
        ref readonly var token = ref w.Tokens[t];
        if (!token.Is(Shape.Word) || !token.Is(Shape.SpaceBefore) || token.Length < 3) return false;
        // Abbreviations count (`34 WNI`), other capitals begin names.
        if (token.Is(Shape.Capital) && (!token.Is(Shape.AllCaps) || token.Length > 4)) return false;
        var text = w.Text.AsSpan(token.Start, token.Length);
        foreach (var prefix in w.Pack.Quantities.NoNounPrefixes[language])
        {
            if (text.StartsWith(prefix, StringComparison.Ordinal)) return false;
        }

        return !IsClosed(w, t, language);
    }

    private static bool IsClosed(Workspace w, int t, int language)
    {
        foreach (ref readonly var hit in w.HitsAt(t))
        {
            if (hit.ByStem || !w.Speaks(hit, language)) continue;
            switch (hit.Kind)
            {
                case PhraseKind.Reporting or PhraseKind.Modality or PhraseKind.Calendar when hit.Length == 1:
                case PhraseKind.Number:
                case PhraseKind.Word when hit.Length == 1 && (WordClass)hit.Payload is not (WordClass.StateNoun or WordClass.PeopleNoun or WordClass.OtherNoun
                    or WordClass.Kin or WordClass.Sport or WordClass.NotName or WordClass.Press or WordClass.Deputy or WordClass.Former
                    or WordClass.Future or WordClass.LanguageNoun or WordClass.Street or WordClass.NameParticle):
                    return true;
            }
        }

        return false;
    }

    // People and things come in whole numbers: `5,000 orang` is five thousand even where the comma is the decimal sign.
    private static decimal Settle(in Numeral number, in Counted unit) =>
        number.IsAmbiguous && unit.Code is null && unit.Kind is UnitKind.Noun or UnitKind.Each ? number.Value * 1000 : number.Value;

    private static int Add(Workspace w, int from, int to, decimal value, in Counted unit, string rule)
    {
        var name = unit.Code ?? unit.Kind switch
        {
            UnitKind.Share => "%",
            UnitKind.Time => "duration",
            _ => w.Slice(unit.NounFrom, unit.NounEnd).ToString(),
        };
        var text = unit.Code is null && unit.Kind == UnitKind.Time ? Durations.Write(value, unit.Time) : DigitText.Write(value);
        return Write(w, from, to, text, name, rule);
    }

    /// <summary>Writes an amount down; answers where it ends.</summary>
    internal static int Write(Workspace w, int from, int to, string value, string unit, string rule)
    {
        ref var amount = ref w.Amounts.Add();
        amount.Token = from;
        amount.End = to;
        amount.Start = w.Tokens[from].Start;
        amount.Stop = w.Tokens[to - 1].End;
        amount.Value = value;
        amount.Unit = unit;
        amount.Rule = rule;
        return to;
    }

    // `three-year`, `45-year-old`: number and unit in one token.
    private static int Compound(Workspace w, int t, int end, int language)
    {
        ref readonly var token = ref w.Tokens[t];
        if (token.Is(Shape.Number))
        {
            var text = w.Text.AsSpan(token.Start, token.Length);
            var digits = text.IndexOf('-');
            if (digits <= 0 || !w.Pack.Quantities.Suffixes.TryGetValue(TokenHash.Of(text[digits..]), out var time)) return t;
            var numeral = default(Numeral);
            if (!DigitText.Parse(text[..digits], w.Pack.Grammar.Languages[language].DecimalComma, ref numeral)) return t;
            return Write(w, t, t + 1, Durations.Write(numeral.Value, time), "duration", "duration-compound");
        }

        foreach (ref readonly var hit in w.HitsAt(t))
        {
            if (hit.Kind != PhraseKind.Unit || hit.End > end || !w.Speaks(hit, language)) continue;
            var unit = w.Pack.Quantities.Units[hit.Payload];
            if (unit.Kind == UnitKind.Compound) return Write(w, t, hit.End, Durations.Write(unit.Count, unit.Time), "duration", "duration-compound");
        }

        return t;
    }
}
