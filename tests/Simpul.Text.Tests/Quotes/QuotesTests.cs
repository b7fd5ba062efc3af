namespace Simpul.Text.Tests;

/// <summary>Quotations, what is none, and who said them.</summary>
public class QuotesTests
{
    private static string Quotes(string text, string language = "id") =>
        string.Join(" | ", Reading.Read(text).In(language).On("2026-02-05").Record.Quotes.Select(q => q.Span.Text));

    private static string Speakers(string text, string language = "id") =>
        string.Join(" | ", Reading.Read(text).In(language).On("2026-02-05").Record.Quotes.Select(q => q.Speaker ?? "-"));

    [Theory]
    [InlineData("\"Kami siap berunding dengan siapa pun,\" kata Putin.", "Kami siap berunding dengan siapa pun,")]
    [InlineData("“Kami siap berunding dengan siapa pun,” kata Putin.", "Kami siap berunding dengan siapa pun,")]
    [InlineData("«Kami siap berunding dengan siapa pun,» kata Putin.", "Kami siap berunding dengan siapa pun,")]
    [InlineData("‘Kami siap berunding dengan siapa pun,’ kata Putin.", "Kami siap berunding dengan siapa pun,")]
    [InlineData("“Kami siap berunding dengan siapa pun,\" kata Putin.", "Kami siap berunding dengan siapa pun,")]
    [InlineData("\"Kami siap berunding. Tidak ada pilihan lain,\" kata Putin.", "Kami siap berunding. Tidak ada pilihan lain,")]
    [InlineData("Putin mengatakan hubungan itu \"ramah dan penuh kepercayaan\".", "ramah dan penuh kepercayaan")]
    [InlineData("\"Ia bilang \"tidak\" kepada kami kemarin,\" kata Putin.", "Ia bilang \"tidak\" kepada kami kemarin,")]
    [InlineData("Putin berkata: \"Kami siap berunding sekarang juga.", "Kami siap berunding sekarang juga.")]
    [InlineData("Kami siap berunding dengan siapa pun,\" kata Putin.", "Kami siap berunding dengan siapa pun,")]
    [InlineData("\"Kami siap berunding dengan siapa pun, kata Putin.", "Kami siap berunding dengan siapa pun,")]
    [InlineData("\"Kami siap,\" kata Putin.", "Kami siap,")]
    [InlineData("\"Kami siap berunding,\" katanya. \"Mereka yang tidak mau.\"", "Kami siap berunding, | Mereka yang tidak mau.")]
    [InlineData("\"Kami siap berunding dengan mereka (lagi)\n\" kata Putin melalui akun resminya.", "Kami siap berunding dengan mereka (lagi)")]
    public void Spans(string text, string expected) => Assert.Equal(expected, Quotes(text));

    [Theory]
    [InlineData("Hubungan itu “sangat baik”, kata mereka.")]
    [InlineData("Acara itu mengusung tema “Bersama Kita Lebih Kuat”.")]
    [InlineData("Ia menonton film \"Kami dan kalian di sana\" kemarin.")]
    [InlineData("Mekanisme \"ASEAN Humanitarian Assistance\" diperkuat.")]
    [InlineData("Mereka meneken “Deklarasi Bersama Tentang Bencana Alam”.")]
    [InlineData("Ia tahu ' dan \" itu.")]
    public void NoQuotation(string text) => Assert.Equal("", Quotes(text));

    [Theory]
    [InlineData("\"Kami siap berunding dengan mereka,\" kata Vladimir Putin.", "vladimir-putin")]
    [InlineData("\"Kami siap berunding dengan mereka,\" kata Presiden Rusia Vladimir Putin kepada Xi Jinping.", "vladimir-putin")]
    [InlineData("Vladimir Putin mengatakan, \"Kami siap berunding dengan mereka.\"", "vladimir-putin")]
    [InlineData("Vladimir Putin tiba di Beijing.\n\"Kami siap berunding dengan mereka,\" katanya.", "vladimir-putin")]
    [InlineData("\"Kami siap berunding dengan mereka,\" kata Vladimir Putin.\n\"Kami tidak takut kepada siapa pun,\" lanjutnya.", "vladimir-putin | vladimir-putin")]
    [InlineData("\"Kami siap berunding dengan mereka,\" kata Vladimir Putin.\n\"Kami tidak takut kepada siapa pun,\" kata dia.", "vladimir-putin | vladimir-putin")]
    [InlineData("\"Kami siap berunding dengan mereka,\" kata Vladimir Putin.\n\"Kami tidak takut kepada siapa pun.\"", "vladimir-putin | vladimir-putin")]
    [InlineData("\"Kami siap berunding dengan mereka,\" kata Xi Jinping, menurut penyiar CCTV.\n\"Kami tidak takut kepada siapa pun,\" tambahnya.", "xi-jinping | xi-jinping")]
    [InlineData("\"Kami siap berunding dengan mereka,\" kata Xi Jinping seperti dikutip Reuters.", "xi-jinping")]
    [InlineData("\"Kami siap berunding dengan mereka,\" kata Xi Jinping kepada Vladimir Putin, menambahkan bahwa hubungan itu \"tumbuh dengan baik dan sehat\".", "xi-jinping | xi-jinping")]
    [InlineData("Vladimir Putin: \"Kami siap berunding dengan mereka.\"", "vladimir-putin")]
    [InlineData("Menurut Vladimir Putin, \"kami siap berunding dengan mereka\".", "vladimir-putin")]
    [InlineData("\"Kami siap berunding,\" kata Vladimir Putin, \"tetapi mereka tidak mau.\"", "vladimir-putin | vladimir-putin")]
    [InlineData("\"Kami siap berunding dengan mereka,\" kata seorang pejabat kepada Reuters.", "-")]
    [InlineData("\"Kami siap berunding dengan mereka,\" kata Vladimir Putin.\nXi Jinping mengatakan China setuju.\n\"Kami tidak takut kepada siapa pun,\" katanya.", "vladimir-putin | xi-jinping")]
    [InlineData("Usai bertemu Xi Jinping, Vladimir Putin menyatakan, \"Kami siap berunding dengan mereka.\"", "vladimir-putin")]
    [InlineData("\"Kami siap berunding dengan mereka,\" demikian kata Vladimir Putin.", "vladimir-putin")]
    [InlineData("Xi Jinping tiba di Moskow.\n\"Kami siap berunding dengan mereka,\" kata mantan penasihatnya yang kini pensiun, Vladimir Putin.", "vladimir-putin")]
    [InlineData("Xi Jinping tiba di Moskow.\nSeorang petani mengatakan hidupnya \"makin sulit dari hari ke hari\".", "-")]
    [InlineData("Xi Jinping menolak usul itu. Sementara Putin mendorong pertemuan baru.\n\"Kami siap berunding dengan mereka,\" katanya.", "vladimir-putin")]
    [InlineData("\"Harga akan naik lagi pekan depan,\" kata analis Hamid Surbakti.", "person-hamid-surbakti")]
    [InlineData("\"Serangan itu menewaskan dua orang,\" bunyi pernyataan Vladimir Putin.", "vladimir-putin")]
    [InlineData("\"Siaran kami akan bertambah tahun depan,\" kata Direktur Seksi Bahasa Jepang CRX, Hamid Surbakti.", "person-hamid-surbakti")]
    public void Speaker(string text, string expected) => Assert.Equal(expected, Speakers(text));

    [Theory]
    [InlineData("\"We are ready to talk with them,\" Vladimir Putin said.", "vladimir-putin")]
    [InlineData("\"We are ready to talk with them,\" said Vladimir Putin.", "vladimir-putin")]
    [InlineData("Vladimir Putin said, \"We are ready to talk with them.\"", "vladimir-putin")]
    [InlineData("\"We are ready to talk,\" Vladimir Putin told reporters. \"They are not ready at all.\"", "vladimir-putin | vladimir-putin")]
    [InlineData("Vladimir Putin arrived in Beijing.\n\"We are ready to talk with them,\" he said.", "vladimir-putin")]
    [InlineData("Vladimir Putin said, \"We are ready to talk with them.\"\n\"Nobody asked us about that,\" the baker of the town, 61, said.", "vladimir-putin | -")]
    public void EnglishSpeaker(string text, string expected) => Assert.Equal(expected, Speakers(text, "en"));

    [Fact]
    public void ApostrophesOpenNoQuotation() => Assert.Equal("", Quotes("The workers' union and the miners' union met the unions' leaders.", "en"));

    [Fact]
    public void TheMarksStayOutside()
    {
        const string text = "“Kami siap berunding dengan mereka,” kata Vladimir Putin.";
        var quote = Assert.Single(Reading.Read(text).In("id").Record.Quotes);
        Assert.Equal('“', text[quote.Span.Start - 1]);
        Assert.Equal('”', text[quote.Span.End]);
    }
}
