using static Simpul.Text.Tests.Reading;

namespace Simpul.Text.Tests.Events;

/// <summary>Negation, plans, conditions and charges.</summary>
public sealed class StatusTests
{
    private const string Day = "2026-02-05";

    private static Reading Id(string text) => Read(text).In("id").On(Day);

    private static Reading En(string text) => Read(text).In("en").On(Day);

    [Theory]
    [InlineData("Rusia tidak menyerang Ukraina.")]
    [InlineData("Rusia belum menyerang Ukraina.")]
    [InlineData("Rusia gagal menyerang Ukraina.")]
    [InlineData("Rusia batal menyerang Ukraina.")]
    [InlineData("Rusia tak pernah menyerang Ukraina.")]
    public void A_denied_act_is_negated(string text) => Id(text).TellsOnly("ASSAULT RU > UA negated");

    [Theory]
    [InlineData("Rusia akan menyerang Ukraina.")]
    [InlineData("Rusia berencana menyerang Ukraina.")]
    [InlineData("Rusia bakal menyerang Ukraina.")]
    [InlineData("Rusia hendak menyerang Ukraina.")]
    public void An_act_to_come_keeps_its_type_and_is_planned(string text) => Id(text).TellsOnly("ASSAULT RU > UA planned");

    [Theory]
    [InlineData("Rusia bisa menyerang Ukraina.")]
    [InlineData("Jika Rusia menyerang Ukraina, harga naik.")]
    [InlineData("Rusia diduga menyerang Ukraina.")]
    [InlineData("Apabila Rusia menyerang Ukraina, harga naik.")]
    public void A_possible_or_alleged_act_is_hypothetical(string text) => Id(text).TellsOnly("ASSAULT RU > UA hypothetical");

    [Theory]
    [InlineData("Russia did not attack Ukraine.")]
    [InlineData("Russia never attacked Ukraine.")]
    public void An_English_denial_is_negated(string text) => En(text).TellsOnly("ASSAULT RU > UA negated");

    [Theory]
    [InlineData("Russia will attack Ukraine.")]
    [InlineData("Russia plans to attack Ukraine.")]
    public void An_English_act_to_come_is_planned(string text) => En(text).TellsOnly("ASSAULT RU > UA planned");

    [Theory]
    [InlineData("Russia could attack Ukraine.")]
    [InlineData("If Russia attacks Ukraine, prices will rise.")]
    [InlineData("Russia may attack Ukraine.")]
    public void An_English_possibility_is_hypothetical(string text) => En(text).TellsOnly("ASSAULT RU > UA hypothetical");

    [Fact]
    public void A_planned_visit() => Id("Putin akan mengunjungi India pekan depan.").TellsOnly("CONSULT IN = RU/vladimir-putin planned");

    [Fact]
    public void A_charge_is_told_as_a_charge() =>
        Id("Ukraina menuduh Rusia menyerang Polandia.").Tells("ACCUSE UA > RU").NeverTells("ASSAULT RU > PL asserted", "ASSAULT UA");

    [Fact]
    public void An_alleged_act_is_not_asserted()
    {
        var reading = Id("Ukraina menuduh Rusia menyerang Polandia.");
        Assert.DoesNotContain("ASSAULT RU > PL", reading.Events);
    }

    [Fact]
    public void An_English_charge_is_told_as_a_charge()
    {
        var reading = En("Ukraine accused Russia of attacking Poland.").Tells("ACCUSE UA > RU");
        Assert.DoesNotContain("ASSAULT RU > PL", reading.Events);
    }

    [Fact]
    public void To_refuse_to_comment_is_no_event() => Id("Juru bicara Kremlin menolak berkomentar soal Ukraina.").NeverTells("REJECT kremlin > UA", "REJECT RU > UA");

    [Fact]
    public void Not_to_mention_a_country_is_no_event() => Id("Xi Jinping tidak menyebutkan Ukraina dalam pidatonya.").TellsNothing();

    [Fact]
    public void A_negation_does_not_reach_the_next_clause() =>
        Id("China tidak hadir di sana, tetapi Jepang mengecam Rusia.").Tells("ACCUSE JP > RU");

    [Fact]
    public void A_warning_of_consequences_is_a_threat() => Id("China memperingatkan Taiwan akan tindakan militer.").Tells("THREATEN CN > TW");

    [Fact]
    public void A_condemned_act_is_both_told_and_blamed() => Id("China mengecam serangan AS terhadap Iran.").Tells("ASSAULT US > IR").Tells("ACCUSE CN > US");
}
