using static Simpul.Text.Tests.Reading;

namespace Simpul.Text.Tests.Events;

/// <summary>Verbs without a subject of their own, and phrases that look like one and are not.</summary>
public sealed class SharedSubjectTests
{
    private const string Day = "2026-02-05";

    private static Reading Id(string text) => Read(text).In("id").On(Day);

    [Fact]
    public void Two_verbs_share_the_subject_across_an_object() =>
        Id("Arab Saudi membantu Yaman dan sejak itu memerangi Houthi.").Tells("ASSAULT SA > houthis").NeverTells("ASSAULT YE > houthis");

    [Fact]
    public void A_verb_after_a_conjunction_takes_the_subject_of_a_verb_that_no_list_knows() =>
        Id("Putin meninggalkan Beijing dan mengecam Jepang.").Tells("ACCUSE RU/vladimir-putin > JP").NeverTells("ACCUSE CN > JP");

    [Fact]
    public void Who_is_deported_after_being_fetched_is_the_same_person() =>
        Id("Budi Mastur dijemput petugas di Bandara Juanda, Surabaya, setelah dideportasi oleh otoritas Turki.").Tells("COERCE TR > person-budi-mastur");

    [Fact]
    public void Whose_backing_a_relative_clause_tells_is_not_who_the_sentence_is_about() =>
        Id("Pemberontak Houthi yang didukung Iran menyerang Arab Saudi.").Tells("ASSAULT houthis > SA").NeverTells("ASSAULT IR > SA");

    [Fact]
    public void The_asked_one_is_the_subject_of_what_is_asked() => Id("China mendesak Jepang menghentikan ekspor.").Tells("REQUEST CN > JP");

    [Fact]
    public void An_adverb_between_subject_and_verb() => Id("Prancis kemudian juga mengecam Rusia.").TellsOnly("ACCUSE FR > RU");

    [Fact]
    public void His_visit_belongs_to_the_subject_after_the_comma() => Id("Dalam kunjungannya ke India, Putin tidak berpidato.").Tells("CONSULT IN = RU/vladimir-putin");

    [Fact]
    public void With_the_backing_of_one_another_acts() => Id("Dengan dukungan Amerika Serikat, Arab Saudi menyerang Yaman.").Tells("SUPPORT US > SA").Tells("ASSAULT SA > YE");

    [Fact]
    public void A_preposition_governs_the_possessor_of_its_noun() => Id("Serangan Israel terhadap fasilitas minyak Suriah menewaskan dua orang.").TellsOnly("ASSAULT IL > SY");

    [Fact]
    public void An_attack_with_its_doer_after_by() => Id("Serangan terhadap kilang minyak Arab Saudi oleh pemberontak Houthi terjadi kemarin.").TellsOnly("ASSAULT houthis > SA");

    [Fact]
    public void Who_speaks_of_an_attack_has_not_made_it() => Id("Putin menjawab pertanyaan tentang serangan ke fasilitas minyak Arab Saudi.").NeverTells("ASSAULT");

    [Fact]
    public void Who_answers_an_attack_has_not_made_it() => Id("Jepang menanggapi serangan ke Ukraina.").NeverTells("ASSAULT");

    [Fact]
    public void Two_names_side_by_side_after_war() => Id("Perang Rusia Ukraina memasuki tahun keempat.").Tells("ASSAULT RU > UA").Tells("ASSAULT UA > RU");

    [Fact]
    public void A_trade_war_is_no_shooting_war() =>
        Id("Perang perdagangan antara Amerika Serikat dan China berlanjut.").Tells("SANCTION US > CN").Tells("SANCTION CN > US").NeverTells("ASSAULT");

    [Fact]
    public void States_after_one_preposition_are_a_list() =>
        Id("Amerika Serikat akan berbicara dengan Arab Saudi, Uni Emirat Arab.").Tells("CONSULT SA = US planned").Tells("CONSULT AE = US planned");

    [Fact]
    public void Killed_in_a_strike_of() => Id("Pemimpin ISIS Ahmad Karim tewas dalam serangan udara Amerika Serikat.").Tells("ASSAULT US > person-ahmad-karim");

    [Fact]
    public void Ready_to_attack_is_a_threat() => Id("Iran siap menyerang Israel.").TellsOnly("THREATEN IR > IL");

    [Fact]
    public void His_country_is_that_of_the_speaker() => Id("Menteri Luar Negeri Prancis Jean Dupont mengatakan negaranya mengecam Rusia.").Tells("ACCUSE FR > RU");

    [Fact]
    public void The_three_leaders_meet_each_other() =>
        Id("Vladimir Putin menjamu Recep Tayyip Erdogan dan Hassan Rouhani. Ketiga pemimpin bertemu di Ankara.").On("2019-09-16")
            .Tells("CONSULT IR/hassan-rouhani = TR/recep-tayyip-erdogan");

    [Fact]
    public void The_army_alone_is_that_of_the_country_that_the_article_is_about() =>
        Id("Di Thailand, ibu kota Thailand tenang. Militer menangkap Somchai Wongsawat di Bangkok.").Tells("COERCE TH > somchai-wongsawat");
}
