using Simpul.Text.Packs;
using Simpul.Text.Tagger;

namespace Simpul.Text.Tests.Tagger;

public sealed class TaggerTests
{
    private static readonly Pack Pack = new(PackFiles.Embedded());

    [Theory]
    [InlineData("Pelatih mereka memuji Bagas Wirayuda setelah latihan.", "Person Bagas Wirayuda")]
    [InlineData("Menurut Sulastri, harga cabai turun sejak pekan lalu.", "Person Sulastri")]
    [InlineData("Gugatan itu diajukan PT Cahaya Timur Abadi ke pengadilan.", "Organisation PT Cahaya Timur Abadi")]
    [InlineData("Petani di Kecamatan Sukamakmur menolak rencana itu.", "Place Kecamatan Sukamakmur")]
    [InlineData("Ketua panitia Rahmat Hidayatullah dan sekretaris Lia Puspita hadir di Garut.", "Person Rahmat Hidayatullah", "Person Lia Puspita", "Place Garut")]
    public void It_sees_names_that_no_list_holds(string text, params string[] names) => Assert.Equal(names, Names(text));

    [Theory]
    [InlineData("Dia tidak mau menjawab pertanyaan wartawan.")]
    [InlineData("harga cabai turun sejak pekan lalu, kata rahmat.")]
    [InlineData("PETANI MENOLAK RENCANA PEMBANGUNAN BENDUNGAN BARU")]
    [InlineData("")]
    [InlineData("\uD800 \uDFFF \uD800")]
    public void It_sees_no_name_where_capitals_tell_nothing(string text) => Assert.Empty(Names(text));

    [Fact]
    public void Without_weights_no_token_has_a_label()
    {
        var w = LaidOut("Menurut Sulastri, harga cabai turun.");
        TaggerStage.Run(w, null);
        Assert.Equal(w.Tokens.Count, w.Tags.Count);
        Assert.DoesNotContain(w.Tags.Items.ToArray(), tag => tag != TagLabel.Outside);
    }

    [Fact]
    public void Labels_are_the_same_whatever_was_read_before()
    {
        var w = new Workspace();
        var fresh = Tags(new Workspace(), Sample(7));
        // Enough different words to fill the store of scores and start it afresh several times.
        for (var i = 100; i < 160; i++) Tags(w, Sample(i));
        Assert.Equal(fresh, Tags(w, Sample(7)));
    }

    [Fact]
    public void Labels_form_whole_names()
    {
        var tags = Tags(new Workspace(), Sample(1));
        for (var t = 1; t < tags.Length; t++) Assert.True(TagLabel.MayFollow(tags[t - 1], tags[t]), $"{tags[t - 1]} before {tags[t]}");
        Assert.True(TagLabel.Ends(tags[^1]));
    }

    [Fact]
    public void A_line_of_capitals_without_end_is_read()
    {
        var tags = Tags(new Workspace(), string.Concat(Enumerable.Repeat("Anak Agung Gde lalu ", 20_000)));
        Assert.Equal(80_000, tags.Length);
    }

    [Fact]
    public void It_allocates_nothing()
    {
        var w = LaidOut(Sample(3));
        TaggerStage.Run(w, TaggerModel.Default);
        var before = GC.GetAllocatedBytesForCurrentThread();
        TaggerStage.Run(w, TaggerModel.Default);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void An_unknown_form_of_weights_is_refused() =>
        Assert.Throws<InvalidDataException>(() => new TaggerModel(new byte[64]));

    [Fact]
    public void A_person_after_a_company_is_cut_off_and_a_place_after_a_body_is_not()
    {
        const string text = "Hal itu dikatakan Direktur PT Cahaya Timur Abadi Bagas Wirayuda. Menurut Dinas Lingkungan Hidup Kabupaten Madiun, sampah menumpuk.";
        var names = ArticleReader.Default.Read(new Article("test", text, Language: "id")).Actors.Select(a => a.Name).ToArray();
        Assert.Contains("Bagas Wirayuda", names);
        Assert.Contains("Dinas Lingkungan Hidup Kabupaten Madiun", names);
    }

    // Invented words by number, a third of them capitalised.
    private static string Sample(int seed)
    {
        var random = new Random(seed);
        var words = new string[600];
        for (var i = 0; i < words.Length; i++)
        {
            var letters = new char[random.Next(3, 9)];
            for (var c = 0; c < letters.Length; c++) letters[c] = (c % 2 == 0 ? "bdgklmnprst" : "aeiou")[random.Next(c % 2 == 0 ? 11 : 5)];
            words[i] = random.Next(3) == 0 ? char.ToUpperInvariant(letters[0]) + new string(letters[1..]) : new string(letters);
        }

        return string.Join(' ', words) + " yang dan di dari itu.";
    }

    private static Workspace LaidOut(string text, Workspace? workspace = null)
    {
        var w = workspace ?? new Workspace();
        w.Begin(new Article("test", text, Language: "id"), Pack);
        ArticleReader.LayOut(w, Pack);
        return w;
    }

    private static byte[] Tags(Workspace w, string text)
    {
        LaidOut(text, w);
        TaggerStage.Run(w, TaggerModel.Default);
        return w.Tags.Items.ToArray();
    }

    private static List<string> Names(string text)
    {
        var w = LaidOut(text);
        TaggerStage.Run(w, TaggerModel.Default);
        var names = new List<string>();
        for (var t = 0; t < w.Tags.Count; t++)
        {
            if (!TagLabel.Starts(w.Tags[t])) continue;
            var end = t + 1;
            while (!TagLabel.Ends(w.Tags[end - 1])) end++;
            names.Add($"{TagLabel.TypeOf(w.Tags[t])} {w.Slice(t, end)}");
        }

        return names;
    }
}
