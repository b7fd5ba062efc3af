using static Simpul.Text.Tokens.CharFold;

namespace Simpul.Text.Tokens;


/// <summary>
/// Cuts a text into tokens. Words are letters and digits with inner apostrophes; a hyphen stays inside a word when the right side
/// is lower case or a digit (<c>negara-negara</c>, <c>Covid-19</c>) and splits before a capital (<c>AS-China</c>); dashes split.
/// </summary>
internal static class Tokenizer
{
    internal static void Run(ReadOnlySpan<char> text, Buffer<Token> tokens, IReadOnlySet<ulong> gluedPrefixes)
    {
        var at = 0;
        var shape = Shape.LineStart;
        while (at < text.Length)
        {
            switch (Of(text[at]))
            {
                case Class.Space or Class.Ignorable:
                    if (Of(text[at]) == Class.Space) shape |= Shape.SpaceBefore;
                    at++;
                    continue;
                case Class.Newline:
                    shape |= Shape.LineStart | Shape.SpaceBefore;
                    at++;
                    continue;
                case Class.Letter or Class.Mark:
                    at = Word(text, at, shape, tokens, gluedPrefixes);
                    break;
                case Class.Digit:
                    at = Number(text, at, shape, tokens);
                    break;
                default:
                    at = Mark(text, at, shape, tokens);
                    break;
            }

            shape = Shape.None;
        }
    }

    private static int Word(ReadOnlySpan<char> text, int start, Shape shape, Buffer<Token> tokens, IReadOnlySet<ulong> glued)
    {
        int at = start, letters = 0, upper = 0;
        var hash = TokenHash.Seed;
        var capital = IsUpperOrCaseless(text[start]);
        while (at < text.Length)
        {
            var c = text[at];
            var kind = Of(c);
            if (kind == Class.Letter)
            {
                letters++;
                if (char.IsUpper(c)) upper++;
                hash = TokenHash.Add(hash, Fold(c));
            }
            else if (kind == Class.Digit)
            {
                // `Rp1,5`: the sign of a currency lets go of its number.
                if (at == start + letters && glued.Contains(TokenHash.Finish(hash))) break;
                hash = TokenHash.Add(hash, c);
            }
            else if (kind is Class.Mark or Class.Ignorable)
            {
                if (kind == Class.Ignorable && !(at + 1 < text.Length && Of(text[at + 1]) == Class.Letter)) break;
            }
            else if (kind is Class.Apostrophe && at + 1 < text.Length && Of(text[at + 1]) == Class.Letter)
            {
                if (IsPossessiveS(text, at)) break;
                hash = TokenHash.Add(hash, '\'');
            }
            else if (kind is Class.Hyphen && at + 1 < text.Length && JoinsRight(text, at + 1))
            {
                if (Of(text[at + 1]) == Class.Digit && at == start + letters && glued.Contains(TokenHash.Finish(hash))) break;
                hash = TokenHash.Add(hash, '-');
            }
            else if (kind is Class.Period && IsDottedAbbreviation(text, start, at))
            {
                // `A.S.`, `U.S.`: full stops between single letters are no part of the hash, so that the forms with and without agree.
            }
            else if (kind is Class.Period && IsDomain(text, at))
            {
                hash = TokenHash.Add(hash, '.');
            }
            else break;

            at++;
        }

        shape |= Shape.Word;
        if (capital) shape |= Shape.Capital;
        if (letters >= 2 && upper == letters) shape |= Shape.AllCaps;
        if (letters == 1 && at - start <= 2) shape |= Shape.Initial;
        Add(tokens, start, at, TokenHash.Finish(hash), shape);
        if (at < text.Length && Of(text[at]) == Class.Apostrophe && IsPossessiveS(text, at))
        {
            Add(tokens, at, at + 2, TokenHash.Of(text.Slice(at, 2)), Shape.Possessive);
            at += 2;
        }

        return at;
    }

    // A case-less letter (Arabic, Chinese) may begin a name; a surrogate never does.
    private static bool IsUpperOrCaseless(char c) => char.IsUpper(c) || (char.IsLetter(c) && !char.IsLower(c) && c > '\u024F');

    private static bool JoinsRight(ReadOnlySpan<char> text, int right) =>
        Of(text[right]) == Class.Digit ? Of(text[right - 2]) == Class.Letter
        : Of(text[right]) == Class.Letter && char.IsLower(text[right]);

    private static bool IsPossessiveS(ReadOnlySpan<char> text, int apostrophe) =>
        apostrophe + 1 < text.Length && text[apostrophe + 1] is 's' or 'S'
        && (apostrophe + 2 == text.Length || Of(text[apostrophe + 2]) is not (Class.Letter or Class.Digit));

    // Every second character since the start is a full stop: a single letter, a stop, a single letter ...
    private static bool IsDottedAbbreviation(ReadOnlySpan<char> text, int start, int period)
    {
        if ((period - start) % 2 == 0 || !char.IsUpper(text[period - 1])) return false;
        for (var i = start + 1; i < period; i += 2)
        {
            if (text[i] != '.') return false;
        }

        var next = period + 1;
        var continues = next + 1 < text.Length && char.IsUpper(text[next]) && text[next + 1] == '.';
        return continues || period - start >= 3;
    }

    // `Kompas.com`, `tempo.co`: a name of the web, told from a missing space by its few top-level domains.
    private static bool IsDomain(ReadOnlySpan<char> text, int period)
    {
        var end = period + 1;
        while (end < text.Length && char.IsAsciiLetterLower(text[end])) end++;
        var isEnd = end == text.Length || Of(text[end]) is not (Class.Letter or Class.Digit);
        return isEnd && text[(period + 1)..end] is "com" or "co" or "id" or "net" or "org" or "tv" or "gov" or "go";
    }

    private static int Number(ReadOnlySpan<char> text, int start, Shape shape, Buffer<Token> tokens)
    {
        var at = start;
        var hash = TokenHash.Seed;
        while (at < text.Length)
        {
            var c = text[at];
            var kind = Of(c);
            var isInner = kind is Class.Period or Class.Comma or Class.Slash || c == ':';
            if (kind != Class.Digit && !(isInner && at + 1 < text.Length && Of(text[at + 1]) == Class.Digit)) break;
            hash = TokenHash.Add(hash, c);
            at++;
        }

        // `1990-an`, `20-an`: the suffix belongs to the number.
        if (at + 1 < text.Length && Of(text[at]) == Class.Hyphen && char.IsLower(text[at + 1]))
        {
            do hash = TokenHash.Add(hash, Fold(text[at++]));
            while (at < text.Length && char.IsLower(text[at]));
        }

        Add(tokens, start, at, TokenHash.Finish(hash), shape | Shape.Number);
        return at;
    }

    private static int Mark(ReadOnlySpan<char> text, int start, Shape shape, Buffer<Token> tokens)
    {
        var c = text[start];
        var kind = Of(c);
        var end = start + 1;
        shape |= Shape.Punctuation;
        if (kind == Class.Quote) shape |= Shape.QuoteMark;
        // Doubled single quotes are a double one; three full stops an ellipsis.
        if (c is '\'' or '`' && end < text.Length && text[end] == c)
        {
            end++;
            shape |= Shape.QuoteMark;
        }

        while (kind == Class.Period && end < text.Length && text[end] == '.') end++;
        var joins = kind is Class.Hyphen or Class.Dash or Class.Slash
            && start > 0 && Of(text[start - 1]) is Class.Letter or Class.Digit
            && end < text.Length && Of(text[end]) is Class.Letter or Class.Digit;
        if (joins) shape |= Shape.Joiner;
        Add(tokens, start, end, TokenHash.Of(text[start..end]), shape);
        return end;
    }

    private static void Add(Buffer<Token> tokens, int start, int end, ulong hash, Shape shape)
    {
        ref var token = ref tokens.Add();
        token.Start = start;
        token.End = end;
        token.Hash = hash;
        token.Stem = 0;
        token.Shape = shape;
        token.Clitic = 0;
    }
}
