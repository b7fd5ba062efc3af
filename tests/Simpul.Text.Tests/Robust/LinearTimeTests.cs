using System.Diagnostics;
using System.Text;

namespace Simpul.Text.Tests.Robust;

/// <summary>Eight times the text takes about eight times as long; a quadratic step would take sixty-four.</summary>
[Collection("alone")]
public sealed class LinearTimeTests
{
    private const string Article =
        "Presiden Rusia Vladimir Putin bertemu Presiden China Xi Jinping di Beijing pada Rabu (4/02). \"Kami akan terus bekerja sama,\" kata Putin kepada wartawan. "
        + "Xi mengatakan kedua negara menolak sanksi AS terhadap Iran senilai 1,5 miliar dolar. Menlu AS menuduh Moskow menyerang Ukraina.\n"
        + "The foreign minister of Japan met his Indian counterpart in Tokyo, and both leaders criticised North Korea. He said that 20 percent of the aid had arrived.\n";

    private static readonly Dictionary<string, Func<int, string>> Makers = new()
    {
        ["articles"] = n => Repeat(Article, n),
        ["one line"] = n => Repeat(Article.Replace('\n', ' '), n),
        ["one sentence"] = n => Repeat("Xi dan Putin membahas Iran, ", n),
        ["names of nobody known"] = Strangers,
        ["descriptions"] = n => Repeat("Pemimpin China bertemu menteri luar negeri Rusia. ", n),
        ["pronouns"] = n => "Xi Jinping tiba. " + Repeat("Ia menuduh Rusia. ", n),
        ["quotations"] = n => Repeat("\"Kami siap berunding lagi,\" katanya. ", n),
        ["dates and amounts"] = n => Repeat("Pada 4 Februari 2026 China memberi Kuba 1,5 juta dolar. ", n),
        ["words"] = n => Repeat("kata yang biasa saja tanpa arti apa pun ", n),
        ["no spaces"] = n => Repeat("abc-def'gh.", n),
    };

    public static TheoryData<string> Shapes => [.. Makers.Keys];

    [Theory, MemberData(nameof(Shapes))]
    public void Time_grows_with_the_length(string shape)
    {
        const int size = 40_000;
        var (small, large) = (Makers[shape](size), Makers[shape](8 * size));
        Time(small);
        var one = Math.Min(Time(small), Time(small));
        var ratio = double.MaxValue;
        // The best of some tries: a busy machine slows one or the other.
        for (var i = 0; i < 12 && ratio > 30; i++) ratio = Math.Min(ratio, Time(large) / one);
        Assert.True(ratio < 30, $"{ratio:F1} times as long for 8 times the text");
    }

    private static double Time(string text)
    {
        var watch = Stopwatch.StartNew();
        ArticleReader.Default.Read(new Article("long", text, Published: "2026-02-05"));
        return watch.Elapsed.TotalMilliseconds;
    }

    private static string Repeat(string piece, int length) => new StringBuilder(length + piece.Length).Insert(0, piece, (length / piece.Length) + 1).ToString();

    private static string Strangers(int length)
    {
        var text = new StringBuilder(length + 40);
        for (var n = 0; text.Length < length; n++)
        {
            text.Append("Menteri ");
            for (var i = n + 1; i > 0; i /= 26) text.Append((char)('A' + (i % 26))).Append("oro");
            text.Append(" Wati tiba. ");
        }

        return text.ToString();
    }
}

/// <summary>Tests that measure time run while no other test of the project does.</summary>
[CollectionDefinition("alone", DisableParallelization = true)]
public sealed class AloneDefinition;
