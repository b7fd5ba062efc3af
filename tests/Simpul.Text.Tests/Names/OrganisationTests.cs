using static Simpul.Text.Tests.Reading;

namespace Simpul.Text.Tests.Names;

public sealed class OrganisationTests
{
    private const string Day = "2026-02-05";

    [Theory]
    [InlineData("Resolusi itu diajukan ke PBB.", "united-nations", null)]
    [InlineData("Resolusi itu diajukan ke Perserikatan Bangsa-Bangsa.", "united-nations", null)]
    [InlineData("Anggaran NATO naik.", "nato", null)]
    [InlineData("Sidang Uni Eropa ditunda.", "european-union", null)]
    [InlineData("Pertemuan APEC dibuka kemarin.", "apec", null)]
    [InlineData("Palang Merah Internasional mengirim tenda.", "icrc", null)]
    public void International_bodies_have_no_country(string text, string id, string? country) => Read(text).On(Day).In("id").HasOnly(id).Places(id, country);

    [Theory]
    [InlineData("Pentagon membantah kabar itu.", "pentagon", "US")]
    [InlineData("Kremlin membantah kabar itu.", "kremlin", "RU")]
    [InlineData("Gedung Putih membantah kabar itu.", "white-house", "US")]
    [InlineData("Hamas membantah kabar itu.", "hamas", "PS")]
    public void A_body_that_acts_is_an_actor(string text, string id, string? country) => Read(text).On(Day).In("id").HasOnly(id).Places(id, country);

    [Fact]
    public void A_seat_of_government_named_as_a_place_is_no_actor() => Read("Keduanya bertemu di Gedung Putih.").On(Day).HasOnly().Names("US");

    [Fact]
    public void A_capital_that_acts_is_no_actor() => Read("Moskow membantah kabar itu.").On(Day).HasOnly().Names("RU");

    [Fact]
    public void Full_name_and_abbreviation_are_one_actor() =>
        Read("Perserikatan Bangsa-Bangsa (PBB) bersidang. Menurut PBB, bantuan kurang.").On(Day).HasOnly("united-nations");

    [Fact]
    public void An_unknown_body_and_its_abbreviation_in_brackets_are_one_actor() =>
        Read("Lembaga Kajian Pesisir Lestari (LKPL) merilis laporan. Menurut LKPL, karang rusak.").On(Day)
            .HasOnly("organisation-lembaga-kajian-pesisir-lestari");

    [Fact]
    public void A_company_by_its_form_is_an_actor() => Read("PT Sumber Cahaya Sentosa Tbk merugi tahun lalu.").On(Day).In("id").HasOnly("organisation-pt-sumber-cahaya-sentosa-tbk");

    [Fact]
    public void A_medium_named_as_a_source_is_an_actor() => Read("Demikian dilansir Reuters kemarin.").On(Day).In("id").HasOnly("reuters");

    [Theory]
    [InlineData("Demikian dilansir Torrentila kemarin.")]
    [InlineData("Demikian dikutip dari Torrentila kemarin.")]
    public void An_unlisted_medium_that_is_cited_is_a_body(string text) => Read(text).On(Day).In("id").HasOnly("organisation-torrentila");

    [Fact]
    public void A_brand_in_a_dateline_is_no_actor() => Read("Jakarta (ANTARA) - Harga beras turun di pasar pagi ini.").On(Day).HasOnly().Names("ID");

    [Fact]
    public void A_brand_in_the_closing_credit_is_no_actor() => Read("Harga beras turun di pasar pagi ini. [Antara]").On(Day).HasOnly();

    [Fact]
    public void A_ministry_of_a_state_is_an_actor_of_that_state() =>
        Read("Kementerian Luar Negeri Rusia membantah kabar itu.").On(Day).Places(Read("Kementerian Luar Negeri Rusia membantah kabar itu.").On(Day).Actors[0], "RU");

    [Fact]
    public void The_central_bank_is_one_actor() => Read("Suku bunga ditahan oleh Bank Indonesia.").On(Day).HasOnly("bank-indonesia").Places("bank-indonesia", "ID");

    [Fact]
    public void A_sports_club_is_no_country() => Read("Klub AS Roma menang dua gol.").On(Day).In("id").Names();

    [Fact]
    public void The_conjunction_within_a_name_of_a_ministry_does_not_cut_it() =>
        Read("Kementerian Hukum dan HAM merilis data itu.").On(Day).MentionedOnce("Kementerian Hukum dan HAM");

    [Fact]
    public void Two_bodies_joined_by_and_are_two() => Read("Anggaran NATO dan PBB naik.").On(Day).HasOnly("nato", "united-nations");
}
