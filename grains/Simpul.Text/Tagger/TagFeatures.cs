using System.Numerics;
using System.Runtime.CompilerServices;
using Simpul.Text.Packs;

namespace Simpul.Text.Tagger;

/// <summary>Where a word stands, seen from the token that is labelled. The scores of a word at each place are summed once and kept.</summary>
internal enum Position : byte
{
    SecondBefore,
    Before,
    Here,
    After,
    SecondAfter,
    /// <summary>Here, as the first word of a sentence or quotation.</summary>
    Opening,
    /// <summary>Before the run of capitals that the token is in.</summary>
    RunBefore,
    /// <summary>After that run.</summary>
    RunAfter,
    /// <summary>First in that run, the token being a later one.</summary>
    RunFirst,
}

/// <summary>
/// The features of the tagger as 64-bit keys. Trainer and tagger both make them here, so that what is learned is what is looked up.
/// </summary>
internal static class TagFeatures
{
    internal const int Places = 9;

    /// <summary>No word, pair, look or gazetteer gives more keys than this.</summary>
    internal const int Most = 32;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Key(int template, ulong value)
    {
        var key = (value + ((ulong)template * 0xA24BAED4963EE407)) * 0x9FB21C651E98DF25;
        key ^= key >> 29;
        key *= 0xD6E8FEB86659FD93;
        return key ^ (key >> 32);
    }

    /// <summary>The keys of a word at a place; those that name the very word come first, <paramref name="lexical"/> of them.</summary>
    internal static int OfWord(in WordTraits t, Position place, Span<ulong> keys, out int lexical)
    {
        var n = 0;
        var p = (int)place * 32;
        var look = (ulong)t.Look;
        var c = t.Clusters;
        lexical = 1;
        switch (place)
        {
            case Position.Here:
                keys[n++] = Key(p, t.Word);
                keys[n++] = Key(p + 1, t.Word << 4 | look);
                keys[n++] = Key(p + 2, c.Fine);
                lexical = 3;
                keys[n++] = Key(p + 3, c.Middle);
                keys[n++] = Key(p + 4, c.Coarse);
                keys[n++] = Key(p + 5, (ulong)c.Coarse << 4 | look);
                keys[n++] = Key(p + 6, (ulong)c.Case << 4 | look);
                keys[n++] = Key(p + 7, (ulong)t.Length << 4 | look);
                keys[n++] = Key(p + 8, look);
                if (t.Look is Look.Edge or Look.Number or >= Look.Dash) break;
                for (var length = 2; length <= 4 && length <= t.Length; length++)
                {
                    var mask = length == 4 ? ulong.MaxValue : (1UL << (16 * length)) - 1;
                    keys[n++] = Key(p + 8 + length, (t.Prefix & mask) * 31 + look);
                    keys[n++] = Key(p + 12 + length, (t.Suffix & mask) * 31 + look);
                }

                break;
            case Position.Before or Position.After:
                keys[n++] = Key(p, t.Word);
                keys[n++] = Key(p + 1, c.Fine);
                keys[n++] = Key(p + 2, c.Middle);
                keys[n++] = Key(p + 3, c.Coarse);
                keys[n++] = Key(p + 4, (ulong)c.Case << 4 | look);
                if (t.Length >= 3) keys[n++] = Key(p + 5, (t.Suffix & 0xFFFF_FFFF_FFFF) * 31 + look);
                break;
            case Position.SecondBefore or Position.SecondAfter:
                keys[n++] = Key(p, t.Word);
                keys[n++] = Key(p + 1, c.Middle);
                keys[n++] = Key(p + 2, c.Coarse);
                keys[n++] = Key(p + 3, look);
                break;
            case Position.Opening:
                keys[n++] = Key(p, t.Word);
                keys[n++] = Key(p + 1, (ulong)c.Case << 4 | look);
                keys[n++] = Key(p + 2, (ulong)c.Coarse << 4 | look);
                break;
            case Position.RunBefore or Position.RunAfter:
                keys[n++] = Key(p, t.Word);
                keys[n++] = Key(p + 1, c.Middle);
                keys[n++] = Key(p + 2, c.Coarse);
                break;
            default:
                keys[n++] = Key(p, t.Word);
                keys[n++] = Key(p + 1, c.Middle);
                keys[n++] = Key(p + 2, look);
                break;
        }

        return n;
    }

    /// <summary>How many keys two neighbours give together.</summary>
    internal const int Pairs = 4;

    /// <summary>The keys of two neighbours together.</summary>
    internal static int OfNeighbours(in WordTraits before, in WordTraits here, Look lookHere, in WordTraits after, Span<ulong> keys)
    {
        keys[0] = Key(400, before.Word << 4 | (ulong)lookHere);
        keys[1] = Key(401, after.Word << 4 | (ulong)lookHere);
        keys[2] = Key(402, (ulong)before.Clusters.Middle << 16 | here.Clusters.Middle);
        keys[3] = Key(403, (ulong)here.Clusters.Middle << 16 | after.Clusters.Middle);
        return Pairs;
    }

    /// <summary>The keys of the looks of three tokens.</summary>
    internal static int OfLooks(Look before, Look here, Look after, Span<ulong> keys)
    {
        keys[0] = Key(410, (ulong)here);
        keys[1] = Key(411, (ulong)before << 4 | (ulong)here);
        keys[2] = Key(412, (ulong)here << 4 | (ulong)after);
        keys[3] = Key(413, (ulong)before << 8 | (ulong)here << 4 | (ulong)after);
        return 4;
    }

    /// <summary>The key of one meaning in the packs, one token before, at, or one after the token.</summary>
    internal static ulong OfMeaning(int offset, int bit) => Key(420 + offset, (ulong)bit);

    /// <summary>How many meanings <see cref="Meanings"/> tells apart.</summary>
    internal const int MeaningCount = 23;

    /// <summary>The meanings that name somebody or something, which no list has in full: the trainer hides them at times.</summary>
    internal const uint NameMeanings = (1u << 11) - 1 | 1u << 13;

    /// <summary>What the packs say of each token of a sentence, as bits.</summary>
    internal static void Meanings(Workspace w, int from, int to, int language, Span<uint> meanings)
    {
        meanings.Clear();
        for (var h = w.FirstHit(from); h < w.Hits.Count && w.Hits[h].Token < to; h++)
        {
            ref readonly var hit = ref w.Hits[h];
            if (hit.End > to || !w.Speaks(hit, language)) continue;
            var (first, rest) = hit.Kind switch
            {
                PhraseKind.CountryName => (0, 1),
                PhraseKind.Demonym => (2, 2),
                PhraseKind.Place => (3, 4),
                PhraseKind.Metonym => (5, 5),
                PhraseKind.Person => (6, 7),
                PhraseKind.PersonShort => (8, 8),
                PhraseKind.Organisation => (9, 10),
                PhraseKind.Title => (12, 12),
                PhraseKind.GivenName => (13, 13),
                PhraseKind.OrganisationHead => (14, 15),
                PhraseKind.Blocker => (16, 16),
                PhraseKind.Calendar => (17, 17),
                PhraseKind.Word => (18, 18),
                PhraseKind.Reporting => (19, 19),
                PhraseKind.Currency or PhraseKind.Unit or PhraseKind.Number => (20, 20),
                PhraseKind.Trigger => (21, 21),
                _ => (22, 22),
            };
            for (var t = hit.Token; t < hit.End; t++) meanings[t - from] |= 1u << (t == hit.Token ? first : rest);
            if (hit.Kind == PhraseKind.Title) meanings[hit.End - 1 - from] |= 1u << 11;
        }
    }

    /// <summary>Takes the lowest meaning out of a set.</summary>
    internal static int Next(ref uint meanings)
    {
        var bit = BitOperations.TrailingZeroCount(meanings);
        meanings &= meanings - 1;
        return bit;
    }
}
