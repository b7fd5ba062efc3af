using static Simpul.Text.Tests.Reading;

namespace Simpul.Text.Tests.Events;

/// <summary>Phrases that are no parties: topics, venues, allies, times, sport and figures of speech.</summary>
public sealed class ZoneTests
{
    private const string Day = "2026-02-05";

    private static Reading Id(string text) => Read(text).In("id").On(Day);

    private static Reading En(string text) => Read(text).In("en").On(Day);

    [Theory]
    [InlineData("Xi Jinping dan Vladimir Putin membahas Taiwan.")]
    [InlineData("Xi Jinping bertemu Vladimir Putin untuk membahas Taiwan.")]
    [InlineData("Xi Jinping berbicara dengan Vladimir Putin mengenai Taiwan.")]
    [InlineData("Xi Jinping berbicara dengan Vladimir Putin soal Taiwan.")]
    public void What_is_talked_about_is_no_party(string text) => Id(text).TellsOnly("CONSULT CN/xi-jinping = RU/vladimir-putin");

    [Fact]
    public void English_topic_is_no_party() =>
        En("Xi Jinping met Vladimir Putin to talk about Taiwan.").Tells("CONSULT CN/xi-jinping = RU/vladimir-putin").NeverTells("CONSULT CN/xi-jinping = TW", "CONSULT RU/vladimir-putin = TW");

    [Theory]
    [InlineData("Xi Jinping bertemu Vladimir Putin di Kazakhstan.")]
    [InlineData("Di Kazakhstan, Xi Jinping bertemu Vladimir Putin.")]
    public void A_venue_is_the_place_and_no_party(string text)
    {
        var reading = Id(text).TellsOnly("CONSULT CN/xi-jinping = RU/vladimir-putin");
        Assert.Equal("KZ", reading.Record.Events[0].Place);
    }

    [Fact]
    public void English_venue_is_the_place_and_no_party()
    {
        var reading = En("Xi Jinping met Vladimir Putin in Kazakhstan.").TellsOnly("CONSULT CN/xi-jinping = RU/vladimir-putin");
        Assert.Equal("KZ", reading.Record.Events[0].Place);
    }

    [Fact]
    public void Talks_in_a_house_of_government_are_in_that_country()
    {
        var reading = Id("Perundingan antara China dan India digelar di Gedung Putih.").TellsOnly("CONSULT CN = IN");
        Assert.Equal("US", reading.Record.Events[0].Place);
    }

    [Fact]
    public void An_ally_of_a_state_is_not_that_state() => Id("Sekutu AS menyerang Suriah.").NeverTells("ASSAULT US");

    [Fact]
    public void A_company_of_a_state_is_not_that_state() => Id("Perusahaan China menggugat Jepang.").NeverTells("ACCUSE CN", "SANCTION CN");

    [Fact]
    public void An_attack_in_a_football_match_is_none() =>
        Id("Pada menit awal laga, Jepang menyerang Brasil dan mencetak gol. Pertandingan babak kedua Liga itu dimenangkan Jepang. Pelatih timnas memuji pemain dan kiper.")
            .NeverTells("ASSAULT");

    [Fact]
    public void To_take_a_rank_is_no_occupation() => Id("China menduduki peringkat di atas Jepang.").NeverTells("COERCE", "ASSAULT");

    [Fact]
    public void An_hour_is_no_blow() => Id("Pada pukul 10.00 delegasi China menemui Jepang.").NeverTells("ASSAULT");

    [Fact]
    public void About_is_not_to_oppose() => Id("China berbicara tentang Jepang.").NeverTells("REJECT", "ACCUSE");

    [Fact]
    public void To_oppose_is_to_reject() => Id("China menentang Jepang.").NeverTells("CONSULT");

    [Fact]
    public void A_treaty_that_ends_is_no_agreement() =>
        Assert.DoesNotContain("AGREE RU = US", Id("Perjanjian antara AS dan Rusia berakhir hari ini.").Events);

    [Fact]
    public void A_heading_tells_nothing() => Id("Rusia menyerang Ukraina\nHarga gandum naik di pasar dunia pada pekan ini karena cuaca buruk.").TellsNothing();

    [Fact]
    public void A_world_war_is_no_war_of_today() => Id("Pada Perang Dunia II, Jepang menduduki Indonesia.").NeverTells("ASSAULT ID");

    [Fact]
    public void An_act_within_a_quotation_belongs_to_whom_it_names() =>
        Id("\"Rusia menyerang Ukraina tanpa alasan,\" kata Presiden Prancis Emmanuel Macron.").Tells("ASSAULT RU > UA").NeverTells("ASSAULT FR");

    [Fact]
    public void A_source_of_a_claim_is_no_party() => Id("Menurut Jepang, Rusia menyerang Ukraina.").TellsOnly("ASSAULT RU > UA");

    [Fact]
    public void A_medium_is_no_party() => Id("Rusia menyerang Ukraina, lapor Reuters.").TellsOnly("ASSAULT RU > UA");

    [Fact]
    public void An_organ_of_a_state_carries_it() => Id("Kremlin mengecam NATO.").TellsOnly("ACCUSE RU/kremlin > nato");

    [Fact]
    public void An_international_body_carries_no_state() => Id("PBB mengecam Israel.").TellsOnly("ACCUSE united-nations > IL");

    [Fact]
    public void An_armed_group_carries_no_state() => Id("Hamas menyerang Israel.").TellsOnly("ASSAULT hamas > IL");

    [Fact]
    public void A_former_leader_carries_no_state() => Id("Mantan Presiden AS Barack Obama mengecam China.").TellsOnly("ACCUSE barack-obama > CN");

    [Fact]
    public void A_sentence_broken_off_still_tells_what_it_holds() => Id("China mengecam Jepang, menurut Kremlin,").Tells("ACCUSE CN > JP");

    [Fact]
    public void The_trigger_and_its_code_are_told()
    {
        var e = Assert.Single(Id("Rusia menyerang Ukraina pada malam hari.").Record.Events);
        Assert.Equal(("menyerang", EventType.Assault), (e.Trigger.Text, e.Type));
        Assert.StartsWith("19", e.Cameo);
        Assert.True(e.Goldstein < 0 && e.Confidence > 50);
        Assert.NotEmpty(e.Rule);
    }

    [Fact]
    public void A_citizen_does_not_act_for_his_state() => Id("Iran menahan warga Prancis.").NeverTells("COERCE IR > FR");

    [Fact]
    public void A_demand_is_a_request() => Id("China mendesak Jepang mundur.").Tells("REQUEST CN > JP");

    [Fact]
    public void Praise_is_support() => Id("Trump memuji Jepang.").TellsOnly("SUPPORT US/donald-trump > JP");

    [Fact]
    public void A_rejection() => Id("Iran menolak usulan AS.").TellsOnly("REJECT IR > US");

    [Fact]
    public void A_denial_is_a_rejection() => Id("Rusia membantah tuduhan Ukraina.").Tells("REJECT RU > UA");
}
