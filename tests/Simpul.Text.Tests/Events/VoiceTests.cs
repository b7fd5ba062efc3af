using static Simpul.Text.Tests.Reading;

namespace Simpul.Text.Tests.Events;

/// <summary>Voice and word order decide who did it and to whom.</summary>
public sealed class VoiceTests
{
    private const string Day = "2026-02-05";

    private static Reading Id(string text) => Read(text).In("id").On(Day);

    private static Reading En(string text) => Read(text).In("en").On(Day);

    [Fact]
    public void Active_voice() => Id("Rusia menyerang Ukraina pada malam hari.").TellsOnly("ASSAULT RU > UA");

    [Fact]
    public void Passive_voice_with_oleh() => Id("Ukraina diserang oleh Rusia pada malam hari.").TellsOnly("ASSAULT RU > UA");

    [Fact]
    public void Passive_voice_with_a_bare_agent() => Id("Ukraina diserang Rusia pada malam hari.").TellsOnly("ASSAULT RU > UA");

    [Fact]
    public void Passive_voice_with_words_before_oleh() => Id("Ukraina diserang kemarin malam oleh pasukan Rusia.").TellsOnly("ASSAULT RU > UA");

    [Fact]
    public void Passive_voice_without_an_agent_is_no_event() => Id("Ukraina diserang pada malam hari.").TellsNothing();

    [Fact]
    public void Oleh_karena_is_no_agent() => Id("Oleh karena itu China mengecam Jepang.").TellsOnly("ACCUSE CN > JP");

    [Fact]
    public void A_relative_clause_in_the_passive() => Id("Kota yang dibom oleh Israel itu hancur.").NeverTells("ASSAULT - ");

    [Fact]
    public void A_relative_passive_gives_its_agent() => Id("Ukraina yang diserang oleh Rusia meminta senjata.").Tells("ASSAULT RU > UA");

    [Fact]
    public void A_relative_clause_in_the_active() => Id("Rusia yang menyerang Ukraina kini menghadapi sanksi.").Tells("ASSAULT RU > UA");

    [Fact]
    public void A_verb_after_an_adverb_keeps_its_subject() => Id("China kembali mengecam Jepang.").TellsOnly("ACCUSE CN > JP");

    [Fact]
    public void The_government_of_a_state_is_the_state() => Id("Pemerintah China mengecam pemerintah Jepang.").TellsOnly("ACCUSE CN > JP");

    [Fact]
    public void An_actor_who_acts_for_a_state_carries_it() =>
        Id("Presiden Rusia Vladimir Putin mengecam Jepang.").TellsOnly("ACCUSE RU/vladimir-putin > JP");

    [Fact]
    public void A_capital_that_acts_is_its_state() => Id("Moskow mengecam Washington.").TellsOnly("ACCUSE RU > US");

    [Fact]
    public void A_subject_carries_on_over_a_conjunction() =>
        Id("China mengecam Jepang dan memperingatkan Taiwan.").Tells("ACCUSE CN > JP").Tells("THREATEN CN > TW");

    [Fact]
    public void A_subject_carries_on_over_a_comma() => Id("Putin mengecam NATO, menuduh Ukraina melanggar gencatan senjata.").Tells("ACCUSE RU/vladimir-putin > nato", "ACCUSE RU/vladimir-putin > UA");

    [Fact]
    public void An_initial_participial_clause_shares_the_main_subject() => Id("Mengecam Jepang, China lalu memanggil duta besarnya.").Tells("ACCUSE CN > JP");

    [Fact]
    public void English_active_voice() => En("Russia attacked Ukraine overnight.").TellsOnly("ASSAULT RU > UA");

    [Fact]
    public void English_passive_voice() => En("Ukraine was attacked by Russia overnight.").TellsOnly("ASSAULT RU > UA");

    [Fact]
    public void English_passive_without_an_agent_is_no_event() => En("Ukraine was attacked overnight.").TellsNothing();

    [Fact]
    public void English_relative_clause() => En("Russia, which attacked Ukraine, faces new sanctions.").Tells("ASSAULT RU > UA");

    [Fact]
    public void English_verbs_joined_by_and_share_their_subject() => En("China criticised Japan and warned Taiwan.").Tells("ACCUSE CN > JP");

    [Fact]
    public void English_demonym_as_subject() => En("Russian forces attacked Ukraine.").TellsOnly("ASSAULT RU > UA");

    [Fact]
    public void English_possessive_as_agent_of_a_noun() => En("Russia's attack on Ukraine shocked many.").TellsOnly("ASSAULT RU > UA");

    [Fact]
    public void English_government_of_a_state() => En("The government of China condemned Japan.").TellsOnly("ACCUSE CN > JP");
}
