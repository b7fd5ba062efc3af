using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Simpul.Text.Tests.Robust;

/// <summary>Strings put together from what stages look for and from what breaks readers.</summary>
public sealed record HostileText(string Text)
{
    private static readonly string[] Words =
    [
        "Presiden", "Menlu", "Xi Jinping", "Xi", "Putin", "Vladimir Putin", "Donald Trump", "Trump", "Joko Widodo", "Jokowi", "Widodo", "PBB", "NATO",
        "Kremlin", "Gedung Putih", "China", "Rusia", "AS", "U.S.", "Ukraina", "Moskow", "Kiev", "Washington", "Amerika Serikat", "Korea", "Selatan",
        "menyerang", "diserang", "oleh", "bertemu", "dengan", "pembicaraan", "antara", "dan", "yang", "tidak", "akan", "sanksi", "terhadap", "perang",
        "attacked", "was attacked", "by", "met", "talks", "between", "and", "the", "who", "did not", "will", "sanctions on", "war", "his", "he",
        "ia", "dia", "mereka", "kedua pemimpin", "negara itu", "keduanya", "katanya", "kata", "said", "ujar", "menurut", "according to",
        "mantan", "former", "wakil", "juru bicara", "spokesman", "pemerintah", "sekutu", "pasukan", "Bank Indonesia", "PT Maju Jaya Tbk", "Partai Hijau Raya",
        "Rabu (4/02)", "31/2", "2026", "US$1.5", "Rp1,5 triliun", "satu jam 25 menit", "10.30", "1.500.000", "50 persen", "akhir tahun lalu",
        "M.", "Dr.", "S.H.", "dll.", "-nya", "'s", "Jum'at", "Kim Jong-un", "AS-China", "Xi–Putin", "Kompas.com", "Erdo\u011Fan", "Erdog\u0306an",
        "شي جين بينغ", "习近平", "Путин", "J\u043Ekowi", "FOOBAR", "foo",
    ];

    private static readonly string[] Marks =
    [
        ".", ",", "!", "?", "…", "...", ":", ";", "\"", "“", "”", "'", "‘", "’", "''", "``", "(", ")", "[", "]", "-", "–", "—", "/", "\\", "%", "$", "&", "@", "#",
        "\n", "\r\n", "\r", "\u2028", "\u0085", "\t", "\u00A0", "\u200B", "\u200D", "\u202E", "\u200F", "\uFEFF", "\u00AD", "\0", "\u0301", "\uFFFD",
        "😀", "👨‍👩‍👧", "\uD83D", "\uDE00", "𝒳", "ß", "İ", "ı", "ǅ", "ﬁ", "â€œ", "¬†", "√©", "{", "}", "<b>", "=1+1", "'; DROP TABLE x;--",
    ];

    private static readonly string[] Spaces = [" ", " ", " ", " ", " ", "", "  "];

    /// <summary>Pieces in any order, with spaces between most of them.</summary>
    public static Arbitrary<HostileText> Arbitrary()
    {
        var piece = Gen.Frequency(
            (6, Gen.Elements(Words)), (3, Gen.Elements(Marks)), (1, Gen.Choose(0, 0xFFFF).Select(c => ((char)c).ToString())));
        var spaced = piece.SelectMany(p => Gen.Elements(Spaces).Select(s => p + s));
        var texts = Gen.Sized(size => Gen.Choose(0, Math.Max(1, size * 2)).SelectMany(n => spaced.ListOf(n)))
            .Select(pieces => new HostileText(string.Concat(pieces)));
        return Arb.From(texts, Shrink);
    }

    private static IEnumerable<HostileText> Shrink(HostileText hostile)
    {
        var text = hostile.Text;
        for (var step = text.Length / 2; step >= 1; step /= 2)
        {
            for (var at = 0; at + step <= text.Length; at += step) yield return new HostileText(text.Remove(at, step));
        }
    }

    public override string ToString()
    {
        var shown = new StringBuilder("\"");
        foreach (var c in Text) shown.Append(c is >= ' ' and < '\u007F' ? c.ToString() : $"\\u{(int)c:X4}");
        return shown.Append('"').ToString();
    }
}
