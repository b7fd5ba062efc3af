using Simpul.Text.Names;
using static Simpul.Text.Tests.Reading;

namespace Simpul.Text.Tests.Names;

/// <summary>Longer, shorter and other spellings of one name, and where an unknown name is from.</summary>
public sealed class VariantTests
{
    private const string Day = "2019-10-01";

    [Theory]
    [InlineData("Saham Lockheed Martin Corp naik.", "lockheed-martin", "Lockheed Martin Corp")]
    [InlineData("Saham General Motors Co naik.", "general-motors", "General Motors Co")]
    [InlineData("Saham Boeing Co naik.", "boeing", "Boeing Co")]
    public void The_form_of_a_company_belongs_to_its_name(string text, string id, string mention) => Read(text).On(Day).In("id").HasOnly(id).Calls(id, mention);

    [Fact]
    public void A_known_person_beside_another_makes_a_pair_and_no_name() =>
        Read("Pertemuan Trump-Rouhani batal. Donald Trump dan Hassan Rouhani menolak.").On(Day).In("id").HasOnly("donald-trump", "hassan-rouhani");

    [Fact]
    public void A_double_surname_is_one_name() =>
        Read("Menurut Carol Dunbar-Whitley, rencana itu gagal.").On(Day).In("id").HasOnly("person-carol-dunbar-whitley");

    [Fact]
    public void A_letter_off_a_name_is_the_same_person() =>
        Read("Juru bicara Hamid Karimzai menolak usul itu. \"Kami tidak setuju dengan usul itu,\" kata Karimzay.").On(Day).In("id").HasOnly("person-hamid-karimzai");

    [Theory]
    [InlineData("Rabiei", "Rabei", true)]
    [InlineData("Ryabkov", "Riabkov", true)]
    [InlineData("Rabiei", "Rabiei", false)]
    [InlineData("Rani", "Rini", false)]
    [InlineData("Hasan", "Hasim", false)]
    [InlineData("Karim", "Salim", false)]
    public void One_letter_makes_a_variant_of_a_long_name(string one, string other, bool isVariant) => Assert.Equal(isVariant, Spelling.IsVariant(one, other));

    [Fact]
    public void The_end_of_a_longer_name_is_the_same_person() =>
        Read("Polisi memeriksa Ahmad Surya Nasution. Menurut polisi, Surya Nasution mengaku.").On(Day).In("id").HasOnly("person-ahmad-surya-nasution");

    [Fact]
    public void A_place_may_begin_the_name_of_a_body() =>
        Read("Ia lulus dari Nanjing Marine Sciences University tahun lalu.").On(Day).In("id").HasOnly("organisation-nanjing-marine-sciences-university").Names("CN");

    [Fact]
    public void A_place_may_stand_in_the_name_of_a_body() =>
        Read("Surat itu dari New Bahrain Coast Police kemarin.").On(Day).In("id").HasOnly("organisation-new-bahrain-coast-police").Places("organisation-new-bahrain-coast-police", "BH");

    [Fact]
    public void A_name_of_home_abroad_is_of_home() =>
        Read("Thailand dan Thailand lagi, kata analis Bayu Setiawan di Bangkok, Thailand.").On(Day).In("id").Places("person-bayu-setiawan", "ID");

    [Fact]
    public void A_name_from_somewhere_is_of_there() =>
        Read("Banjir di Thailand parah. Menurut Elena Alcalde dari Spanyol, bantuan kurang.").On(Day).In("id").Places("person-elena-alcalde", "ES");

    [Fact]
    public void A_body_is_of_the_country_of_who_speaks_for_it() =>
        Read("Minyak Iran dibahas di Iran, kata Analis Larkspur Futures Group Phil Dunmore di Iran.").On(Day).In("id").Has("organisation-larkspur-futures-group", "person-phil-dunmore");

    [Fact]
    public void Initials_of_an_unlisted_body_are_its_own() =>
        Read("PT Pesisir Barat Bersama (PBB) merugi. Menurut PBB, pasar lesu.").On(Day).In("id").HasOnly("organisation-pt-pesisir-barat-bersama");

    [Fact]
    public void The_beginning_of_a_longer_name_is_the_same_body() =>
        Read("Badan Kesbangpol Pesisir Raya Utara bersidang. Menurut Badan Kesbangpol Pesisir, warga tenang.").On(Day).In("id").HasOnly("organisation-badan-kesbangpol-pesisir-raya-utara");

    [Fact]
    public void A_given_name_and_a_word_that_bodies_end_with_are_a_person() => Read("Menurut Gabrielle Union, film itu bagus.").On(Day).In("id").HasOnly("person-gabrielle-union");

    [Fact]
    public void A_name_that_says_nothing_is_of_the_country_in_the_news() =>
        Read("Ledakan di Thailand melukai warga Thailand bernama Khamfoy Ratanachai.").On(Day).In("id").Places("person-khamfoy-ratanachai", "TH");

    [Fact]
    public void A_brand_after_a_sentence_has_begun_is_no_dateline() =>
        Read("Ia pengurus Perhimpunan Nelayan Teluk Thailand -- yang berdiri tahun 2010.").On(Day).In("id").Has("organisation-perhimpunan-nelayan-teluk-thailand");

    [Fact]
    public void A_calling_may_stand_in_the_name_of_a_body() =>
        Read("Ia ketua Serikat Petani Kelapa Sawit.").On(Day).In("id").Has("organisation-serikat-petani-kelapa-sawit");
}
