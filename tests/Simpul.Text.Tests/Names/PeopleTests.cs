using static Simpul.Text.Tests.Reading;

namespace Simpul.Text.Tests.Names;

/// <summary>Who is named, and which names are one person's.</summary>
public sealed class PeopleTests
{
    private const string Day = "2026-02-05";

    [Fact]
    public void A_known_person_is_found_by_his_full_name() => Read("Xi Jinping tiba di Jakarta kemarin.").On(Day).HasOnly("xi-jinping").Places("xi-jinping", "CN");

    [Fact]
    public void Title_country_and_name_are_one_mention() =>
        Read("Presiden China Xi Jinping membuka sidang itu.").On(Day).Calls("xi-jinping", "Presiden China Xi Jinping");

    [Fact]
    public void The_country_in_a_title_is_a_mention_of_its_own() =>
        Read("Presiden China Xi Jinping membuka sidang itu.").On(Day).Mentions("CN name China");

    [Fact]
    public void An_English_title_before_a_name_belongs_to_the_mention() =>
        Read("Russian President Vladimir Putin opened the meeting on Monday.").On(Day).Calls("vladimir-putin", "Russian President Vladimir Putin");

    [Fact]
    public void An_epithet_is_whoever_holds_the_first_of_its_offices_that_the_country_has() =>
        Read("Keir Starmer tiba di Paris. Menurut laporan itu, pemimpin Inggris itu akan berpidato.").On("2025-03-01").HasOnly("keir-starmer")
            .Calls("keir-starmer", "Keir Starmer", "pemimpin Inggris");

    [Fact]
    public void An_honour_after_a_comma_is_no_name() =>
        Read("Menteri Luar Negeri Malaysia, Datuk Seri Rahmat Iskandar tiba di Jakarta.").On(Day).HasOnly("person-rahmat-iskandar");

    [Fact]
    public void A_short_name_after_the_full_one_is_the_same_person() =>
        Read("Xi Jinping membuka sidang itu. Menurut laporan itu, Xi pulang pada malam hari.").On(Day).HasOnly("xi-jinping").Calls("xi-jinping", "Xi Jinping", "Xi");

    [Fact]
    public void A_short_name_before_the_full_one_is_the_same_person() =>
        Read("Putin menolak usul itu. Keputusan Vladimir Putin diumumkan tadi malam.").On(Day).HasOnly("vladimir-putin").Calls("vladimir-putin", "Putin", "Vladimir Putin");

    [Fact]
    public void A_title_with_a_short_name_is_the_same_person() =>
        Read("Xi Jinping membuka sidang. Presiden Xi lalu pulang.").On(Day).Calls("xi-jinping", "Xi Jinping", "Presiden Xi");

    [Fact]
    public void A_short_name_of_an_office_holder_needs_no_full_one() => Read("Presiden Trump tiba di Tokyo.").On(Day).HasOnly("donald-trump");

    [Theory]
    [InlineData("2015-03-02", "barack-obama")]
    [InlineData("2019-03-04", "donald-trump")]
    [InlineData("2023-03-06", "joe-biden")]
    public void The_office_at_the_date_says_who_is_meant(string day, string who) =>
        Read("Kebijakan itu diumumkan presiden AS pekan lalu.").On(day).HasOnly(who).Places(who, "US");

    [Theory]
    [InlineData("2012-06-01", "susilo-bambang-yudhoyono")]
    [InlineData("2019-06-01", "joko-widodo")]
    [InlineData("2025-06-01", "prabowo-subianto")]
    public void The_presidents_of_Indonesia_are_known_by_date(string day, string who) => Read("Peraturan itu diteken Presiden RI kemarin.").On(day).HasOnly(who);

    [Fact]
    public void An_office_of_a_country_without_a_known_holder_is_nobody() => Read("Menteri perikanan Kenya hadir pula.").On(Day).HasOnly();

    [Fact]
    public void A_foreign_minister_is_known_by_title_and_date() => Read("Menlu Rusia menolak tuduhan itu.").On(Day).HasOnly("sergei-lavrov").Places("sergei-lavrov", "RU");

    [Fact]
    public void An_epithet_with_a_country_is_the_leader_whom_the_article_names() =>
        Read("Xi Jinping menjamu para tamu. Pemimpin China itu tampak sehat.").On(Day).HasOnly("xi-jinping");

    [Fact]
    public void A_pronoun_stands_for_the_person_of_the_sentence_before() =>
        Read("Vladimir Putin berpidato di Moskow. Ia menolak usul itu.").On(Day).Calls("vladimir-putin", "Vladimir Putin", "Ia");

    [Fact]
    public void A_pronoun_in_English_stands_for_the_person_of_the_sentence_before() =>
        Read("Vladimir Putin spoke in the capital on Monday. He rejected the plan.").On(Day).Calls("vladimir-putin", "Vladimir Putin", "He");

    [Fact]
    public void The_first_person_in_a_quotation_is_no_mention() =>
        Read("\"Saya akan datang ke sana,\" kata Putin.").On(Day).Calls("vladimir-putin", "Putin");

    [Fact]
    public void An_unknown_person_is_found_by_his_title() =>
        Read("Menteri Pertanian Budi Raharja Santosa meninjau sawah.").On(Day).HasOnly("person-budi-raharja-santosa").Places("person-budi-raharja-santosa", "ID");

    [Fact]
    public void An_unknown_person_is_found_by_what_he_says() => Read("\"Kami sudah siap,\" kata Tarjo Wirasena kepada wartawan.").On(Day).Has("person-tarjo-wirasena");

    [Fact]
    public void An_unknown_persons_short_name_is_the_same_person() =>
        Read("Bupati Tarjo Wirasena meninjau pasar. Menurut Wirasena, harga beras turun.").On(Day)
            .HasOnly("person-tarjo-wirasena").Calls("person-tarjo-wirasena", "Bupati Tarjo Wirasena", "Wirasena");

    [Fact]
    public void An_apposition_after_the_name_tells_the_role() =>
        Read("Yuri Ushakov, ajudan Kremlin, menolak berkomentar.").On(Day).Has("yuri-ushakov").Places("yuri-ushakov", "RU");

    [Fact]
    public void A_nested_title_names_person_and_body() =>
        Read("Kabar itu disampaikan juru bicara Kremlin Dmitry Peskov.").On(Day).Has("dmitry-peskov", "kremlin");

    [Fact]
    public void A_title_with_a_comma_before_the_name() =>
        Read("Wakil Menteri Luar Negeri Rusia, Sergei Ryabkov, hadir di Jenewa.").On(Day).Has("sergei-ryabkov").Places("sergei-ryabkov", "RU");

    [Fact]
    public void A_former_president_is_told_as_such()
    {
        var actor = Read("Mantan Presiden AS Barack Obama hadir di acara itu.").On(Day).Actor("barack-obama");
        Assert.Equal("former president", actor.Role);
    }

    [Fact]
    public void A_person_with_initials_is_one_name() => Read("Menteri M. Chatib Basri hadir.").On("2014-02-05").HasOnly("chatib-basri");

    [Fact]
    public void An_Arabic_name_with_particles_is_one_name() =>
        Read("Putra Mahkota Arab Saudi Mohammed bin Salman menyambut tamu.").On(Day).HasOnly("mohammed-bin-salman");

    [Fact]
    public void A_Korean_name_with_a_hyphen_is_one_name() => Read("Pemimpin Korea Utara Kim Jong-un meninjau pabrik.").On(Day).HasOnly("kim-jong-un");

    [Fact]
    public void A_name_in_capitals_is_the_same_person() => Read("JOKO WIDODO MENINJAU BENDUNGAN").On("2019-02-05").HasOnly("joko-widodo");

    [Fact]
    public void A_name_with_and_without_accents_is_the_same_person() =>
        Read("Presiden Recep Tayyip Erdoğan tiba. Tamu Recep Tayyip Erdogan menunggu.").On(Day).HasOnly("recep-tayyip-erdogan");

    [Fact]
    public void Composed_and_decomposed_letters_give_one_actor() =>
        Read("Bupati Re\u0301no Wirasena tiba. Menurut R\u00E9no Wirasena, jalan rusak.").On(Day).HasOnly("person-reno-wirasena");

    [Fact]
    public void A_name_with_a_Cyrillic_letter_is_not_the_known_person() => Read("Warga menyambut J\u043Ekowi di pasar.").On("2019-02-05").HasNo("joko-widodo");

    [Fact]
    public void A_nickname_is_the_person() =>
        Read("Joko Widodo meninjau bendungan. Jokowi lalu pulang.").On("2019-02-05").Calls("joko-widodo", "Joko Widodo", "Jokowi");

    [Fact]
    public void Two_people_with_one_family_name_stay_two() =>
        Read("Kim Jong-un dan Kim Yo-jong menyambut tamu di Pyongyang.").On(Day).Has("kim-jong-un", "kim-yo-jong");

    [Fact]
    public void A_possessive_after_a_name_stays_outside() =>
        Read("Vladimir Putin's plan was rejected.").On(Day).In("en").Calls("vladimir-putin", "Vladimir Putin");

    [Fact]
    public void A_name_across_odd_spaces_is_one_name() => Read("Tamu itu Xi\u00A0Jinping sendiri.").On(Day).HasOnly("xi-jinping");

    [Theory]
    [InlineData("Hari Senin ia pulang ke desa.")]
    [InlineData("Perang Dunia II sudah lama usai.")]
    [InlineData("Umat Islam merayakan Idul Fitri.")]
    [InlineData("Undang-Undang itu disahkan kemarin.")]
    [InlineData("Warga Jawa menyukai wayang.")]
    [InlineData("Jalan Sudirman macet.")]
    public void Days_wars_feasts_laws_peoples_and_streets_are_no_actors(string text) => Read(text).On(Day).In("id").HasOnly();

    [Theory]
    [InlineData("Christmas fell on a Monday.")]
    [InlineData("The Second World War ended in 1945.")]
    [InlineData("Muslims celebrated the end of Ramadan.")]
    [InlineData("He parked his old car on Main Street.")]
    public void Feasts_wars_faiths_and_products_are_no_actors(string text) => Read(text).On(Day).In("en").HasOnly();

    [Fact]
    public void An_ambassador_is_of_the_state_that_sends_him() =>
        Read("Duta Besar Jepang untuk Indonesia Kanasugi Kenji hadir.").On(Day).Places(Read("Duta Besar Jepang untuk Indonesia Kanasugi Kenji hadir.").On(Day).Actors[0], "JP");
}
