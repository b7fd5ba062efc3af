using static Simpul.Text.Tests.Reading;

namespace Simpul.Text.Tests.Events;

/// <summary>Events told by nouns and light verbs.</summary>
public sealed class NounTests
{
    private const string Day = "2026-02-05";

    private static Reading Id(string text) => Read(text).In("id").On(Day);

    private static Reading En(string text) => Read(text).In("en").On(Day);

    [Fact]
    public void Sanctions_of_one_on_another() => Id("Sanksi AS terhadap Iran diperpanjang.").TellsOnly("SANCTION US > IR");

    [Fact]
    public void A_light_verb_gives_the_source() => Id("AS menjatuhkan sanksi terhadap Iran.").TellsOnly("SANCTION US > IR");

    [Fact]
    public void A_light_verb_of_talks() => Id("China mengadakan pembicaraan dengan India.").TellsOnly("CONSULT CN = IN");

    [Fact]
    public void A_light_verb_that_receives_turns_the_sides_round() => Id("Jepang menerima kecaman dari China.").TellsOnly("ACCUSE CN > JP");

    [Fact]
    public void A_visit_to_a_country() => Id("Kunjungan Putin ke India dimulai kemarin.").TellsOnly("CONSULT IN = RU/vladimir-putin");

    [Fact]
    public void Help_of_one_to_another() => Id("Bantuan Jepang untuk Filipina tiba kemarin.").TellsOnly("AID JP > PH");

    [Fact]
    public void A_blockade() => Id("Blokade Israel terhadap Gaza memasuki tahun baru.").TellsOnly("COERCE IL > PS");

    [Fact]
    public void Support_in_words() => Id("China menyatakan dukungan kepada Kuba.").TellsOnly("SUPPORT CN > CU");

    [Fact]
    public void Backing_with_arms_is_aid() => Id("Iran memasok senjata kepada Rusia.").TellsOnly("AID IR > RU");

    [Fact]
    public void A_withdrawal_of_troops() => Id("AS menarik pasukannya dari Irak.").Tells("RETREAT US > IQ");

    [Fact]
    public void A_joint_drill_is_cooperation() => Id("Indonesia dan Australia menggelar latihan militer bersama.").TellsOnly("COOPERATE AU = ID");

    [Fact]
    public void A_tariff_is_a_sanction() => Id("AS mengenakan tarif terhadap China.").TellsOnly("SANCTION US > CN");

    [Fact]
    public void An_expulsion_is_a_sanction() => Id("Polandia mengusir diplomat Rusia.").TellsOnly("SANCTION PL > RU");

    [Fact]
    public void An_apology_is_support() => Id("Jepang meminta maaf kepada Korea Selatan.").Tells("SUPPORT JP > KR").NeverTells("REQUEST");

    [Fact]
    public void To_recognise_a_state_is_no_confession() => Id("Spanyol mengakui kemerdekaan Palestina.").NeverTells("CONCEDE", "ACCUSE");

    [Fact]
    public void English_sanctions() => En("U.S. sanctions on Iran were extended.").TellsOnly("SANCTION US > IR");

    [Fact]
    public void English_light_verb() => En("The United States imposed sanctions on Iran.").TellsOnly("SANCTION US > IR");

    [Fact]
    public void English_visit() => En("Vladimir Putin visited India on Monday.").TellsOnly("CONSULT IN = RU/vladimir-putin");

    [Fact]
    public void English_aid() => En("Japan sent aid to the Philippines.").TellsOnly("AID JP > PH");

    [Fact]
    public void English_expulsion() => En("Poland expelled Russian diplomats.").TellsOnly("SANCTION PL > RU");

    [Fact]
    public void Whom_the_nouns_own_of_names_is_its_target() => En("Malaysia expressed its condemnation of Israel.").TellsOnly("ACCUSE MY > IL");

    [Fact]
    public void Without_a_light_verb_it_has_no_source() => En("Malaysia left the room after the condemnation of Israel.").NeverTells("ACCUSE");

    [Fact]
    public void What_is_secured_from_somebody_comes_from_them() => En("Poland secured the support of Germany.").TellsOnly("SUPPORT DE > PL");

    [Theory]
    [InlineData("Rusia mengirim 200 tentara ke Kuba.")]
    [InlineData("Rusia mengirim sekitar 3 ribu tentara ke Kuba.")]
    [InlineData("Rusia mengirim ratusan tentara ke Kuba.")]
    [InlineData("Rusia mengirim 2 unit kapal perang ke Kuba.")]
    public void How_many_does_not_part_the_words_of_a_row(string text) => Id(text).TellsOnly("MOBILIZE RU > CU");

    [Theory]
    [InlineData("Russia sent about 3,000 additional troops to Cuba.")]
    [InlineData("Russia sent dozens of warships to Cuba.")]
    public void How_many_does_not_part_them_in_English(string text) => En(text).TellsOnly("MOBILIZE RU > CU");

    [Fact]
    public void A_day_of_March_is_no_march() => En("The driver was stopped on March 16 on Russia's border.").TellsNothing();

    [Fact]
    public void What_is_hit_is_whose_it_is() => En("Israel struck an arms depot of the Syrian army.").TellsOnly("ASSAULT IL > SY");
}
