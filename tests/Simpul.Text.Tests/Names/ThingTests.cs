using static Simpul.Text.Tests.Reading;

namespace Simpul.Text.Tests.Names;

/// <summary>Names that are nobody's: events, indices, headings, common words.</summary>
public sealed class ThingTests
{
    private const string Day = "2019-10-01";

    [Theory]
    [InlineData("Delegasi hadir dalam 12th Asian Harbour Masters Forum di Manila.")]
    [InlineData("Delegasi hadir dalam Pacific Coast Guard Conference (PCGC) di Manila. PCGC digelar dua hari.")]
    [InlineData("Delegasi hadir dalam Regional Fisheries Seminar di Manila.")]
    [InlineData("Tarif itu disebut Vessel Mooring Charge (VMC) oleh operator.")]
    [InlineData("Ia meraih Golden Harvest Award di Manila.")]
    public void Events_prizes_and_charges_are_no_actors(string text) => Read(text).On(Day).In("id").HasOnly();

    [Theory]
    [InlineData("Indeks Nasdaq naik tipis.")]
    [InlineData("Nasdaq ditutup melemah.")]
    [InlineData("S&P 500 turun tipis.")]
    [InlineData("Dow Jones Industrial Average naik tipis.")]
    [InlineData("Indeks Nikkei turun tipis.")]
    public void An_index_is_no_actor(string text) => Read(text).On(Day).In("id").HasOnly();

    [Fact]
    public void An_agency_of_an_index_name_that_is_cited_is_an_actor() => Read("Menurut S&P, prospek utang itu stabil.").On(Day).In("id").HasOnly("s-and-p-global");

    [Theory]
    [InlineData("Baca juga: Protes Ketimpangan Upah Meluas ke Daerah")]
    [InlineData("Kabar Gembira untuk Petani")]
    public void A_heading_names_nobody(string text) => Read(text).On(Day).In("id").HasOnly();

    [Theory]
    [InlineData("Warga menderita Infeksi Saluran Pernapasan Akut (ISPA). ISPA menular.")]
    [InlineData("Pemerintah menyerahkan Daftar Isian Masalah (DIM) kemarin.")]
    [InlineData("Bank melonggarkan Giro Wajib Minimum (GWM) kemarin.")]
    public void A_term_and_its_letters_are_no_body(string text) => Read(text).On(Day).In("id").HasOnly();

    [Fact]
    public void A_common_word_that_opens_a_sentence_is_nobody_of_that_name() =>
        Read("Mari Elka Pangestu hadir. Mari bergabung dalam grup kami.").On(Day).In("id").Calls("mari-elka-pangestu", "Mari Elka Pangestu");

    [Fact]
    public void Letters_in_capitals_are_nobody_of_like_letters() =>
        Read("Ai Weiwei hadir. Program itu memakai kecerdasan buatan (AI) dari luar.").On(Day).In("id").Calls("ai-weiwei", "Ai Weiwei");

    [Fact]
    public void A_building_named_after_people_is_nobody() => Read("He was held at Stewart County Detention Facility.").On(Day).In("en").HasOnly();

    [Fact]
    public void A_verb_of_a_heading_is_no_part_of_a_name() => Read("Baca juga: Trump Picu Perdebatan").On(Day).In("id").HasOnly("donald-trump");

    [Fact]
    public void A_common_word_that_opens_a_sentence_is_no_part_of_a_name() =>
        Read("Kematian Abdul Hamidi disesali warga. Keluarga Abdul Hamidi berduka.").On(Day).In("id").HasOnly("person-abdul-hamidi");
}
