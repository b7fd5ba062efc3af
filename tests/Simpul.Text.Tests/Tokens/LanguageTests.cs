using static Simpul.Text.Tests.Reading;

namespace Simpul.Text.Tests.Tokens;

public sealed class LanguageTests
{
    [Fact]
    public void Indonesian_is_told_by_its_function_words() =>
        Assert.Equal("id", Read("Menteri itu mengatakan bahwa harga beras akan turun pada bulan depan.").Record.Language);

    [Fact]
    public void English_is_told_by_its_function_words() =>
        Assert.Equal("en", Read("The minister said that the price of rice would fall in the next month.").Record.Language);

    [Theory]
    [InlineData("Perdana Menteri berkata bahawa mesyuarat itu ditangguhkan kerana lawatan beliau ke Jepun.")]
    [InlineData("Kerajaan menggesa semua pihak supaya bertenang selepas kejadian itu, lapor Bernama.")]
    [InlineData("Seramai 20 orang ditahan polis semalam berhubung rusuhan di ibu negara.")]
    public void Malay_is_told_from_Indonesian(string text) => Assert.Equal("ms", Read(text).Record.Language);

    [Theory]
    [InlineData("Presiden mengatakan bahwa rapat itu ditunda karena kunjungannya ke Jepang.")]
    [InlineData("Pemerintah mendesak semua pihak agar tenang setelah kejadian itu, seperti dilansir Antara.")]
    [InlineData("Sebanyak 20 orang ditangkap polisi kemarin terkait kerusuhan di ibu kota.")]
    public void Indonesian_is_told_from_Malay(string text) => Assert.Equal("id", Read(text).Record.Language);

    [Fact]
    public void A_text_without_a_cue_is_Indonesian() => Assert.Equal("id", Read("12345").Record.Language);

    [Fact]
    public void A_given_language_decides_where_the_text_does_not() => Assert.Equal("en", Read("Putin, Xi").In("en").Record.Language);

    [Fact]
    public void A_language_that_no_pack_knows_is_kept_as_given() => Assert.Equal("fr", Read("Le ministre est parti.").In("fr").Record.Language);

    [Fact]
    public void An_English_heading_in_an_Indonesian_article_is_read_as_English() =>
        Read("The view of the Russians on the war\nMenteri Pertahanan mengatakan bahwa latihan itu akan dimulai pada hari Senin dan berakhir sepekan kemudian.")
            .Mentions("RU demonym Russians");

    [Fact]
    public void An_English_paragraph_in_an_Indonesian_article_is_read_as_English() =>
        Read("Duta besar itu mengatakan bahwa perundingan akan dilanjutkan pada pekan depan di ibu kota.\n"
            + "The Turkish ambassador said that the talks would be held in the capital and that they were going well.\n"
            + "Pertemuan itu dijadwalkan berlangsung selama dua hari dan tertutup untuk wartawan.")
            .Names("TR");

    [Fact]
    public void An_Indonesian_paragraph_in_an_English_article_is_read_as_Indonesian() =>
        Read("The minister said that the talks would go on in the next week and that both sides were ready for them.\n"
            + "Menurut juru bicara, Belanda dan Jerman juga akan hadir pada pertemuan yang digelar di sana.\n"
            + "The first round of the talks had ended in April without any of the results for which he had hoped.")
            .Names("DE", "NL");
}
