using static Simpul.Text.Tests.Reading;

namespace Simpul.Text.Tests.Names;

/// <summary>Chains of an office, what it is for, the body that it is in, and whoever holds it.</summary>
public sealed class OfficeTests
{
    private const string Day = "2019-10-01";

    [Theory]
    [InlineData("Laporan itu dibacakan Kepala Pusat Penelitian Kelautan Badan Riset Pesisir, Hamdan Siregar.",
        "person-hamdan-siregar", "organisation-pusat-penelitian-kelautan", "organisation-badan-riset-pesisir")]
    [InlineData("Rapat dipimpin Dekan Fakultas Peternakan Universitas Tirtayasa Mandiri, Suparman Hadi.",
        "person-suparman-hadi", "organisation-fakultas-peternakan", "organisation-universitas-tirtayasa-mandiri")]
    public void A_body_within_a_body_gives_two(string text, params string[] ids) => Read(text).On(Day).In("id").HasOnly(ids);

    [Theory]
    [InlineData("Harapan itu disampaikan Deputi bidang Koordinasi Pertanian dan Perikanan, Gunarto Wibisono.")]
    [InlineData("Harapan itu disampaikan Direktur Strategi Investasi Gunarto Wibisono.")]
    [InlineData("Harapan itu disampaikan Kepala Seksi Bahasa Jepang, Gunarto Wibisono.")]
    public void The_field_of_an_office_is_nobody(string text) => Read(text).On(Day).In("id").HasOnly("person-gunarto-wibisono");

    [Fact]
    public void Nobody_is_made_of_an_office_alone() => Read("Surat itu diteken Kepala Bagian Pengadaan Barang kemarin.").On(Day).In("id").HasOnly();

    [Fact]
    public void A_body_of_a_ministry_keeps_its_small_word() =>
        Read("Surat itu dikirim Kementerian Koordinator bidang Kepulauan kemarin.").On(Day).In("id").HasOnly("organisation-kementerian-koordinator-bidang-kepulauan");

    [Fact]
    public void A_given_name_ends_the_name_of_a_firm() =>
        Read("Pasar tenang, kata Kepala Strategi Marlowe Counsel Peter Hadley.").On(Day).In("id").Has("organisation-marlowe-counsel", "person-peter-hadley");

    [Fact]
    public void A_rank_in_another_language_is_no_name() =>
        Read("Ia bertemu Lieutenant General Harvey Colbrook di Sydney.").On(Day).In("id").HasOnly("person-harvey-colbrook");

    [Fact]
    public void A_given_name_ends_the_name_of_an_agency() =>
        Read("Peringatan itu dari Kepala Dinas Perikanan Dewi Lestariningsih.").On(Day).In("id").Has("person-dewi-lestariningsih", "organisation-dinas-perikanan");

    [Fact]
    public void A_description_between_commas_is_of_the_name_before_it() =>
        Read("Rustam Effendy, mantan direktur intelijen CIA, mengatakan hal itu.").On(Day).In("id")
            .Calls("person-rustam-effendy", "Rustam Effendy", "mantan direktur").Places("person-rustam-effendy", "US");

    [Theory]
    [InlineData("Para menteri keuangan menyepakati agenda itu.")]
    [InlineData("Sejumlah menteri keuangan menyepakati agenda itu.")]
    public void An_office_of_many_is_nobody_in_particular(string text) => Read(text).On(Day).In("id").HasOnly();

    [Fact]
    public void An_office_of_that_time_is_not_the_holder_of_today() =>
        Read("Perintah itu datang dari Presiden AS waktu itu Barack Obama.").On(Day).In("id").HasOnly("barack-obama");

    [Fact]
    public void The_end_of_a_name_on_the_list_is_not_a_second_person() =>
        Read("Bantuan itu diterima Presiden Abdul Rab Mansour Hadi di Aden.").On(Day).In("id").HasOnly("abdrabbuh-mansur-hadi");

    [Fact]
    public void A_part_of_a_state_has_another_chief_than_the_state() =>
        Read("Kepala Kepolisian Daerah Sumatera Selatan hadir pula.").On(Day).In("id").HasNo("tito-karnavian");

    [Fact]
    public void A_name_like_a_company_behind_a_rank_is_a_person() =>
        Read("Rapat itu dipimpin Brigjen Antam Wirosardjo.").On(Day).In("id").HasOnly("person-antam-wirosardjo");

    [Fact]
    public void A_ministry_abroad_may_have_more_to_do_than_the_listed_one() =>
        Read("Ia bertemu pimpinan Kementerian Perindustrian dan Teknologi Angkasa di China.").On(Day).In("id").Has("organisation-kementerian-perindustrian-dan-teknologi-angkasa");

    [Fact]
    public void A_word_in_another_language_before_a_body_is_a_title() =>
        Read("Ia bertemu Commissioner New Zealand Police, Harvey Colbrook di Hanoi.").On(Day).In("id").Places("person-harvey-colbrook", "NZ");

    [Fact]
    public void Who_only_acts_for_a_minister_is_not_the_minister() =>
        Read("Ia ditunjuk menjadi Plt Menteri Perhubungan kemarin.").On(Day).In("id").HasOnly();

    [Fact]
    public void A_rank_is_no_mention_of_the_army() => Read("Acara itu dibuka Mayjen TNI Suryo Wirosardjo.").On(Day).In("id").HasOnly("person-suryo-wirosardjo");

    [Fact]
    public void A_nickname_of_a_country_is_nobody() => Read("Rupiah melemah terhadap mata uang Paman Sam itu.").On(Day).In("id").HasOnly();

    [Fact]
    public void A_field_of_an_English_office_is_no_body() =>
        Read("Vietnamese Vice Minister of Natural Resources and Environment Tran Hoang spoke.").On(Day).In("en").HasOnly("person-tran-hoang").Places("person-tran-hoang", "VN");

    [Fact]
    public void A_demonym_may_begin_the_name_of_a_body() =>
        Read("That is slow, said Laura Quillfeather, president of the American Harvest Forum.").On(Day).In("en").Has("person-laura-quillfeather", "organisation-american-harvest-forum");

    [Theory]
    [InlineData("Menurut dia, Menperin menolak usul itu.", "airlangga-hartarto")]
    [InlineData("Menurut dia, Menteri Perhubungan menolak usul itu.", "budi-karya-sumadi")]
    public void The_ministers_of_home_are_known_by_what_they_are_for(string text, string id) => Read(text).On("2019-09-10").In("id").HasOnly(id);

    [Fact]
    public void A_minister_of_another_country_is_not_that_of_home() => Read("Menteri Perhubungan Jepang menolak usul itu.").On("2019-09-10").In("id").HasOnly();

    [Theory]
    [InlineData("Menurut direktur CIA, operasi itu gagal.", "gina-haspel")]
    [InlineData("Menurut gubernur Bank Sentral Amerika Serikat, bunga tetap.", "jerome-powell")]
    public void The_head_of_a_body_is_known_by_its_kind(string text, string id) => Read(text).On("2019-09-10").In("id").Has(id);

    [Fact]
    public void Who_serves_an_international_body_is_of_no_country() => Read("Ban Ki-moon tiba di Jakarta.").On("2012-03-01").In("id").Places("ban-ki-moon", null);

    [Fact]
    public void Who_served_an_international_body_is_of_a_country_again() => Read("Ban Ki-moon tiba di Jakarta.").On(Day).In("id").Places("ban-ki-moon", "KR");
}
