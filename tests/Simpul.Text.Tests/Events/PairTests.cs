using static Simpul.Text.Tests.Reading;

namespace Simpul.Text.Tests.Events;

/// <summary>Acts that hold both ways, and parties told together.</summary>
public sealed class PairTests
{
    private const string Day = "2026-02-05";

    private static Reading Id(string text) => Read(text).In("id").On(Day);

    private static Reading En(string text) => Read(text).In("en").On(Day);

    [Fact]
    public void A_meeting_with_somebody() =>
        Id("Presiden China Xi Jinping bertemu dengan Presiden Rusia Vladimir Putin.").TellsOnly("CONSULT CN/xi-jinping = RU/vladimir-putin");

    [Fact]
    public void A_meeting_without_a_preposition() => Id("Xi Jinping bertemu Vladimir Putin kemarin.").TellsOnly("CONSULT CN/xi-jinping = RU/vladimir-putin");

    [Fact]
    public void A_plural_subject_meets_itself() => Id("Xi Jinping dan Vladimir Putin bertemu kemarin.").TellsOnly("CONSULT CN/xi-jinping = RU/vladimir-putin");

    [Fact]
    public void A_pair_is_written_once() =>
        Id("Xi Jinping bertemu Vladimir Putin. Vladimir Putin bertemu Xi Jinping.").TellsOnly("CONSULT CN/xi-jinping = RU/vladimir-putin");

    [Fact]
    public void The_same_act_told_twice_is_one_event_with_more_evidence()
    {
        var reading = Id("Rusia menyerang Ukraina. Rusia menyerang Ukraina lagi.");
        Assert.Single(Assert.Single(reading.Record.Events).Evidence);
    }

    [Fact]
    public void Talks_between_two() => Id("Perundingan antara China dan India dimulai kemarin.").TellsOnly("CONSULT CN = IN");

    [Fact]
    public void Talks_between_three_are_three_pairs() =>
        Id("Pembicaraan antara Kiev, Moskow, dan Washington berlanjut.").TellsOnly("CONSULT RU = UA", "CONSULT UA = US", "CONSULT RU = US");

    [Fact]
    public void Talks_of_one_with_two_are_two_pairs() =>
        Id("Pembicaraan Xi Jinping dengan Putin dan Trump berlangsung singkat.")
            .TellsOnly("CONSULT CN/xi-jinping = RU/vladimir-putin", "CONSULT CN/xi-jinping = US/donald-trump");

    [Fact]
    public void A_hyphen_joins_a_pair() => Id("Perundingan China-India dimulai kemarin.").TellsOnly("CONSULT CN = IN");

    [Fact]
    public void An_en_dash_joins_a_pair() => Id("Pertemuan Xi–Putin berlangsung kemarin. Xi Jinping dan Vladimir Putin tersenyum.").Tells("CONSULT CN/xi-jinping = RU/vladimir-putin");

    [Fact]
    public void Tension_between_two_is_one_threat() => Id("Ketegangan antara China dan Jepang meningkat.").TellsOnly("THREATEN CN > JP");

    [Fact]
    public void A_war_between_two_goes_both_ways() => Id("Perang antara Rusia dan Ukraina terus berlangsung.").TellsOnly("ASSAULT RU > UA", "ASSAULT UA > RU");

    [Fact]
    public void A_clash_goes_both_ways() => Id("Bentrokan antara India dan Pakistan pecah di perbatasan.").TellsOnly("ASSAULT IN > PK", "ASSAULT PK > IN");

    [Fact]
    public void One_sides_attack_goes_one_way() => Id("Serangan Israel terhadap Lebanon menewaskan warga.").TellsOnly("ASSAULT IL > LB");

    [Fact]
    public void A_trade_deal_between_two() => Id("China dan Brasil menandatangani perjanjian dagang.").TellsOnly("AGREE BR = CN");

    [Fact]
    public void Two_sources_and_one_target_are_two_events() => Id("China dan Rusia mengecam Jepang.").TellsOnly("ACCUSE CN > JP", "ACCUSE RU > JP");

    [Fact]
    public void One_source_and_two_targets_are_two_events() => Id("China mengecam Jepang dan Filipina.").TellsOnly("ACCUSE CN > JP", "ACCUSE CN > PH");

    [Fact]
    public void Both_countries_are_the_last_two() => Id("China dan India berunding. Kedua negara menandatangani perjanjian dagang.").Tells("AGREE CN = IN");

    [Fact]
    public void Two_leaders_are_the_last_two_people() =>
        Id("Xi Jinping menjamu Vladimir Putin. Kedua pemimpin menandatangani perjanjian dagang.").Tells("AGREE CN/xi-jinping = RU/vladimir-putin");

    [Fact]
    public void English_talks_between_two() => En("Talks between China and India began on Monday.").TellsOnly("CONSULT CN = IN");

    [Fact]
    public void English_meeting() => En("Xi Jinping met Vladimir Putin on Monday.").TellsOnly("CONSULT CN/xi-jinping = RU/vladimir-putin");

    [Fact]
    public void English_meeting_of_a_plural_subject() => En("Xi Jinping and Vladimir Putin met on Monday.").TellsOnly("CONSULT CN/xi-jinping = RU/vladimir-putin");

    [Fact]
    public void English_war_goes_both_ways() => En("The war between Russia and Ukraine goes on.").TellsOnly("ASSAULT RU > UA", "ASSAULT UA > RU");

    [Fact]
    public void A_state_and_its_own_leader_are_one_party() => Id("Presiden China Xi Jinping bertemu pejabat China.").TellsNothing();

    [Fact]
    public void A_word_doubled_by_a_hyphen_is_no_pair() => Id("Undang-Undang itu disahkan, begitu pula Soekarno-Hatta.").TellsNothing();

    [Fact]
    public void Who_accuse_each_other_do_it_both_ways() => Id("Rusia dan Ukraina saling menuduh.").TellsOnly("ACCUSE RU > UA", "ACCUSE UA > RU");

    [Fact]
    public void Each_other_may_stand_behind_the_verb() => En("Iran and Israel accused each other of lying.").TellsOnly("ACCUSE IL > IR", "ACCUSE IR > IL");

    [Fact]
    public void Who_respect_each_other_have_agreed_on_nothing_yet() => Id("Rusia dan Ukraina saling menghormati.").TellsNothing();

    [Fact]
    public void Traded_accusations_are_no_trade() => En("Iran and Israel traded accusations.").TellsOnly("ACCUSE IL > IR", "ACCUSE IR > IL");

    [Fact]
    public void Two_who_agree_to_something_agree_with_each_other() => En("Laos and Vietnam have agreed to cut tariffs.").TellsOnly("AGREE LA = VN");
}
