using static Simpul.Text.Tests.Reading;

namespace Simpul.Text.Tests.Events;

/// <summary>Words and constructions that readers of Indonesian news are known to fall for.</summary>
public sealed class PitfallTests
{
    private const string Day = "2026-02-05";

    private static Reading Id(string text, string day = Day) => Read(text).In("id").On(day);

    private static Reading En(string text) => Read(text).In("en").On(Day);

    [Fact]
    public void PBB_before_an_election_is_the_party() =>
        Id("Ketua Umum PBB Yusril Ihza Mahendra mendaftarkan partainya ke KPU untuk pemilu.", "2018-10-01").Has("yusril-ihza-mahendra");

    [Fact]
    public void To_admit_a_mistake_is_not_to_recognise_a_state() => Id("Jepang mengakui kesalahan kepada Korea Selatan.").NeverTells("AGREE", "COOPERATE");

    [Fact]
    public void To_strike_back_is_an_assault() => Id("Pasukan India memukul mundur pasukan Pakistan.").Tells("ASSAULT IN > PK");

    [Fact]
    public void The_agent_of_a_relative_passive_hosts() =>
        Id("Jamuan yang diselenggarakan oleh Xi Jinping untuk Vladimir Putin berlangsung meriah.").NeverTells("ASSAULT", "ACCUSE", "REJECT");

    [Fact]
    public void The_object_voice_has_its_agent_before_the_verb() =>
        Id("Xi Jinping tiba di Moskow. Negara yang ia kecam adalah Jepang.").NeverTells("ACCUSE JP");

    [Fact]
    public void Two_people_named_Widodo_stay_two() =>
        Id("Presiden Joko Widodo menemui Bupati Tarjo Widodo.", "2019-05-06").Has("joko-widodo", "person-tarjo-widodo");

    [Fact]
    public void Two_presidents_named_Park_and_Kim_stay_two() =>
        Id("Park Geun-hye mengecam Kim Jong-un.", "2014-05-06").TellsOnly("ACCUSE KR/park-geun-hye > KP/kim-jong-un");

    [Fact]
    public void A_text_in_small_letters_tells_its_events() => Id("rusia menyerang ukraina pada malam hari dan warga mengungsi ke perbatasan").Tells("ASSAULT RU > UA");

    [Fact]
    public void A_text_in_small_letters_names_its_people() => Id("presiden joko widodo meninjau bendungan baru di lereng gunung itu", "2019-05-06").Has("joko-widodo");

    [Fact]
    public void A_headline_in_capitals_names_its_people_and_tells_nothing_false() =>
        Id("PUTIN DAN XI JINPING BERTEMU DI BEIJING", Day).Has("xi-jinping").NeverTells("ASSAULT", "ACCUSE");

    [Fact]
    public void A_venue_at_the_front_is_no_subject() => Id("Di Jenewa, Rusia menolak usulan AS.").TellsOnly("REJECT RU > US");

    [Fact]
    public void A_date_in_brackets_changes_nothing() => Id("Rusia, Rabu (4/2), menyerang Ukraina.").TellsOnly("ASSAULT RU > UA");

    [Fact]
    public void An_apposition_between_subject_and_verb() =>
        Id("Sergei Lavrov, menteri luar negeri Rusia, mengecam Jepang.").Tells("ACCUSE RU/sergei-lavrov > JP");

    [Fact]
    public void An_abbreviation_in_brackets_after_a_name() => Id("Amerika Serikat (AS) mengecam Iran.").TellsOnly("ACCUSE US > IR");

    [Fact]
    public void Spokesman_and_body_are_one_party() =>
        Id("Juru bicara Kremlin Dmitry Peskov mengecam Jepang.").TellsOnly("ACCUSE RU/dmitry-peskov > JP");

    [Fact]
    public void A_number_between_verb_and_object() => Id("Iran menyerang dua pangkalan AS di Irak.").Tells("ASSAULT IR > US");

    [Fact]
    public void To_be_killed_by_a_state() => Id("Pemimpin Hamas Yahya Sinwar dibunuh Israel di Gaza.").Tells("ASSAULT IL > yahya-sinwar");

    [Fact]
    public void To_summon_an_ambassador_is_to_blame() => Id("Jepang memanggil duta besar China.").Tells("ACCUSE JP > CN");

    [Fact]
    public void To_cancel_a_meeting_is_to_reject() => Id("Korea Utara membatalkan pertemuan dengan Korea Selatan.").Tells("REJECT KP > KR");

    [Fact]
    public void To_break_off_relations_is_a_sanction() => Id("Arab Saudi memutuskan hubungan diplomatik dengan Iran.").Tells("SANCTION SA > IR");

    [Fact]
    public void To_host_somebody_is_to_consult() => Id("Indonesia menjamu Presiden Rusia Vladimir Putin.").Tells("CONSULT ID = RU/vladimir-putin");

    [Fact]
    public void A_phone_call() => Id("Xi Jinping menelepon Vladimir Putin.").Tells("CONSULT CN/xi-jinping = RU/vladimir-putin");

    [Fact]
    public void To_release_a_prisoner_is_to_concede() => Id("Iran membebaskan tawanan AS.").NeverTells("COERCE", "ASSAULT");

    [Fact]
    public void To_support_in_words() => Id("China mendukung Palestina.").Tells("SUPPORT CN > PS");

    [Fact]
    public void To_threaten() => Id("Korea Utara mengancam Korea Selatan.").TellsOnly("THREATEN KP > KR");

    [Fact]
    public void To_mobilise_at_a_border() => Id("Rusia mengerahkan pasukan ke perbatasan.").TellsOnly("MOBILIZE RU > -");

    [Fact]
    public void English_fronted_venue_is_no_subject() => En("In Geneva, Russia rejected the U.S. proposal.").Tells("REJECT RU > US").NeverTells("REJECT CH");

    [Fact]
    public void English_fronted_weekday_is_no_topic() => En("On Monday, China condemned Japan.").TellsOnly("ACCUSE CN > JP");

    [Fact]
    public void English_apposition_between_subject_and_verb() =>
        En("Sergei Lavrov, the Russian foreign minister, condemned Japan.").Tells("ACCUSE RU/sergei-lavrov > JP");

    [Fact]
    public void English_alleged_act_is_hypothetical() => Assert.DoesNotContain("ASSAULT RU > UA", En("Russia allegedly attacked Ukraine.").Events);

    [Fact]
    public void English_purpose_is_not_asserted() => Assert.DoesNotContain("ASSAULT RU > UA", En("Russia moved tanks to attack Ukraine.").Events);

    [Fact]
    public void English_perfect_is_asserted() => En("Russia has attacked Ukraine again.").TellsOnly("ASSAULT RU > UA");

    [Fact]
    public void English_accusation_with_an_office() => En("U.S. President Donald Trump accused China of theft.").Tells("ACCUSE US/donald-trump > CN");

    [Fact]
    public void English_phone_call() => En("Xi Jinping called Vladimir Putin on Monday.").Tells("CONSULT CN/xi-jinping = RU/vladimir-putin");

    [Fact]
    public void English_threat() => En("North Korea threatened South Korea.").TellsOnly("THREATEN KP > KR");

    [Fact]
    public void English_withdrawal() => En("The United States withdrew its troops from Iraq.").Tells("RETREAT US > IQ");

    [Fact]
    public void English_deal_between_two() => En("China and Brazil signed a trade deal.").Tells("AGREE BR = CN");

    [Fact]
    public void English_heading_tells_nothing() => En("Russia attacks Ukraine\nThe price of wheat rose in the world's markets this week because of bad weather.").TellsNothing();

    [Fact]
    public void English_ally_is_not_the_state() => En("A U.S. ally attacked Syria.").NeverTells("ASSAULT US");
}
