using static Simpul.Text.Tests.Reading;

namespace Simpul.Text.Tests.Tokens;

public sealed class SentenceTests
{
    private static void Splits(string text, params string[] sentences) => Assert.Equal(sentences, Read(text).Sentences);

    private static void IsOne(string text) => Splits(text, text);

    [Fact]
    public void A_full_stop_before_a_capital_ends_a_sentence() =>
        Splits("Delegasi sudah tiba. Mereka langsung berunding.", "Delegasi sudah tiba.", "Mereka langsung berunding.");

    [Fact]
    public void A_question_and_an_exclamation_end_sentences() =>
        Splits("Siapa yang datang? Semua! Lalu pulang.", "Siapa yang datang?", "Semua!", "Lalu pulang.");

    [Theory]
    [InlineData("Rapat itu dibuka Prof. Emil Salim di aula.")]
    [InlineData("Menurut Letjen. Agus Subiyanto, latihan berjalan baik.")]
    [InlineData("Kantor PT. Maju Jaya tutup sementara.")]
    [InlineData("Gubernur menemui KH. Ahmad Mustofa kemarin.")]
    [InlineData("Talks with Gen. Mark Milley went well.")]
    [InlineData("The envoy met Sen. Chris Coons on Monday.")]
    [InlineData("Mr. Smith and Mrs. Jones left early.")]
    public void A_title_with_a_full_stop_ends_none(string text) => IsOne(text);

    [Theory]
    [InlineData("Pidato M. Natsir masih dikenang.")]
    [InlineData("Warga menyambut B. J. Habibie di bandara.")]
    [InlineData("The book by J. K. Rowling sold well.")]
    public void A_single_capital_with_a_full_stop_ends_none(string text) => IsOne(text);

    [Fact]
    public void A_degree_ends_no_sentence() => IsOne("Pembelanya, Rudi Hartono, S.H., M.H., menolak tuduhan itu.");

    [Fact]
    public void An_ellipsis_before_a_small_letter_ends_no_sentence() => IsOne("Ia ragu ... lalu pergi ke pelabuhan.");

    [Fact]
    public void A_number_with_full_stops_ends_no_sentence() => IsOne("Bantuan sebesar 1.500.000 dolar tiba pukul 10.30 pagi.");

    [Fact]
    public void A_closing_quotation_mark_goes_with_its_sentence() =>
        Splits("\"Kami siap berunding.\" Ia lalu pergi.", "\"Kami siap berunding.\"", "Ia lalu pergi.");

    [Fact]
    public void A_curly_closing_mark_goes_with_its_sentence() =>
        Splits("Ia berkata, “Kami tidak akan mundur.” Rapat lalu bubar.", "Ia berkata, “Kami tidak akan mundur.”", "Rapat lalu bubar.");

    [Fact]
    public void A_quotation_that_goes_on_after_its_stop_stays_in_the_sentence() =>
        IsOne("\"Apakah mereka setuju?\" tanya wartawan kepada utusan itu.");

    [Fact]
    public void A_new_line_always_ends_a_sentence() => Splits("Perundingan dimulai\nKedua utusan hadir", "Perundingan dimulai", "Kedua utusan hadir");

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r")]
    [InlineData("\u2028")]
    [InlineData("\u0085")]
    [InlineData("\n\n\n")]
    public void Every_kind_of_line_end_is_one(string end) => Splits("Hujan turun." + end + "Rapat ditunda.", "Hujan turun.", "Rapat ditunda.");

    [Fact]
    public void The_American_abbreviation_ends_no_sentence() => IsOne("The U.S. Senate passed the bill.");

    [Fact]
    public void A_missing_space_between_sentences_is_seen() =>
        Splits("Pertemuan selesai.Kemudian mereka makan.", "Pertemuan selesai.", "Kemudian mereka makan.");

    [Fact]
    public void Leading_and_trailing_space_belongs_to_no_sentence() => Splits("  \t Hujan turun. \n ", "Hujan turun.");

    [Theory]
    [InlineData("")]
    [InlineData("   \n\t ")]
    [InlineData("\u200B\uFEFF")]
    public void An_empty_text_has_no_sentences(string text) => Assert.Empty(Read(text).Sentences);

    [Fact]
    public void A_text_broken_off_is_a_sentence_all_the_same() => IsOne("Kedua pihak sepakat, menurut juru bicara,");
}
