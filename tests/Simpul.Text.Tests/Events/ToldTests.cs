using static Simpul.Text.Tests.Reading;

namespace Simpul.Text.Tests.Events;

/// <summary>Charges and demands that lie in what somebody says about another.</summary>
public sealed class ToldTests
{
    private const string Day = "2026-02-05";

    private static Reading En(string text) => Read(text).In("en").On(Day);

    private static Reading Id(string text) => Read(text).In("id").On(Day);

    [Fact]
    public void To_say_that_another_must_is_to_ask() => Id("Presiden Prancis Emmanuel Macron mengatakan Rusia harus menarik pasukannya.").Tells("REQUEST FR/emmanuel-macron > RU");

    [Fact]
    public void A_quotation_asks_as_well() => Id("\"Israel harus berhenti sekarang juga,\" kata Recep Tayyip Erdogan.").Tells("REQUEST TR/recep-tayyip-erdogan > IL");

    [Fact]
    public void According_to_one_another_must_not() => Id("Menurut Jepang, Korea Utara tidak boleh meluncurkan rudal.").Tells("REQUEST JP > KP");

    [Fact]
    public void What_need_not_be_is_not_asked() => Id("Menteri Luar Negeri Jepang mengatakan China tidak harus datang.").NeverTells("REQUEST");

    [Fact]
    public void Who_counts_themselves_in_asks_nobody() => Id("Xi Jinping mengatakan kepada Putin bahwa kedua negara harus bekerja keras.").NeverTells("REQUEST");

    [Fact]
    public void Only_the_phrase_right_before_is_asked() => Id("Macron mengatakan Rusia tahu bahwa semua pertemuan itu harus diulang.").NeverTells("REQUEST");

    [Fact]
    public void To_say_that_another_lies_is_to_blame() => Id("Benjamin Netanyahu mengatakan bahwa Iran berbohong.").Tells("ACCUSE IL/benjamin-netanyahu > IR");

    [Fact]
    public void A_statement_by_nobody_blames_nobody() => Id("Iran berbohong.").TellsNothing();

    [Fact]
    public void A_medium_that_reports_blames_nobody() => Id("Reuters mengatakan Iran berbohong.").NeverTells("ACCUSE");

    [Fact]
    public void To_believe_that_an_attack_was_made_by_another_is_to_blame() => Id("Arab Saudi percaya serangan itu dilancarkan oleh Iran.").Tells("ACCUSE SA > IR").NeverTells("ASSAULT");

    [Fact]
    public void To_speak_well_of_another_is_support() => Id("\"Vietnam mengalami kemajuan pesat,\" kata Kapolri Tito Karnavian.").On("2019-09-18").Tells("SUPPORT ID/tito-karnavian > VN");

    [Fact]
    public void To_hold_another_responsible_is_to_blame() =>
        Id("Netanyahu mengatakan Hamas bertanggung jawab atas serangan itu.").Tells("ACCUSE IL/benjamin-netanyahu > hamas").NeverTells("ASSAULT");

    [Fact]
    public void Who_owns_up_to_an_attack_made_it_on_whom_it_hit() =>
        Id("Serangan terhadap kilang minyak Arab Saudi terjadi kemarin. Kelompok Houthi mengaku bertanggung jawab.").Tells("ASSAULT houthis > SA");

    [Fact]
    public void A_denial_goes_to_who_charged_last() =>
        Id("Amerika Serikat menuduh Iran mengirim senjata. Iran membantah terlibat.").Tells("ACCUSE US > IR").Tells("REJECT IR > US");

    [Fact]
    public void Whoever_is_ready_to_answer_threatens_whom_they_blame() =>
        Id("Amerika Serikat menyalahkan Iran atas serangan itu. Amerika Serikat siap membalas.").Tells("THREATEN US > IR");

    [Fact]
    public void Said_to_be_sponsored_by_another_is_blame() =>
        Id("Menteri Luar Negeri Arab Saudi mengatakan serangan itu disponsori oleh Iran.").Tells("ACCUSE SA/faisal-bin-farhan > IR");

    [Fact]
    public void A_promise_of_force_is_a_threat() => Id("Donald Trump berjanji untuk menyerang Taliban.").On("2019-09-20").Tells("THREATEN US/donald-trump > taliban").NeverTells("AGREE");

    [Fact]
    public void A_call_for_war_is_a_threat() => Id("Iran menyerukan perang terhadap Israel.").Tells("THREATEN IR > IL").NeverTells("REQUEST");

    [Fact]
    public void Not_to_agree_is_to_reject() => Id("Jepang dan Korea Selatan tidak sepakat.").Tells("REJECT JP > KR").NeverTells("AGREE");

    [Fact]
    public void To_leave_a_treaty_is_to_reject() => Id("AS keluar dari perjanjian nuklir dengan Iran.").TellsOnly("REJECT US > IR");

    [Fact]
    public void Two_nouns_of_one_maker() =>
        Id("Serangan balik Israel serta serangan udara terhadap Hamas terjadi kemarin.").Tells("ASSAULT IL > hamas");

    [Fact]
    public void By_whom_it_was_told_is_not_by_whom_it_was_made() =>
        Id("Serangan terhadap Arab Saudi yang dijelaskan oleh Mike Pompeo terjadi kemarin.").On("2019-09-20").NeverTells("ASSAULT");

    [Fact]
    public void English_demands_and_charges() =>
        En("French President Emmanuel Macron said that Russia must withdraw its troops.").Tells("REQUEST FR/emmanuel-macron > RU");

    [Fact]
    public void English_blame() => En("Israeli Prime Minister Benjamin Netanyahu said Iran is to blame.").Tells("ACCUSE IL/benjamin-netanyahu > IR");

    [Fact]
    public void English_threats_told() => En("\"Iran will pay a heavy price,\" said Benjamin Netanyahu.").Tells("THREATEN IL/benjamin-netanyahu > IR");

    [Fact]
    public void Force_in_a_country_is_force_against_it() => Id("Israel akan mencaplok permukiman di Tepi Barat.").Tells("COERCE IL > PS planned");

    [Fact]
    public void A_denied_claim_goes_to_who_claimed() =>
        Id("Amerika Serikat menuduh Iran mengirim senjata. Tuduhan itu ditolak oleh Teheran.").Tells("REJECT IR > US");

    [Fact]
    public void A_charge_that_opens_a_clause_is_the_charger_s() =>
        Id("Jepang mengulangi tuduhan bahwa Korea Utara berada di balik serangan itu.").Tells("ACCUSE JP > KP");

    [Fact]
    public void Ministers_of_several_states_after_one_preposition() =>
        En("Federica Mogherini held a first round of talks with the Foreign Ministers of Iran, Saudi Arabia and Egypt.").On("2017-01-20")
            .Tells("CONSULT EG = federica-mogherini").Tells("CONSULT IR = federica-mogherini").Tells("CONSULT SA = federica-mogherini");

    [Fact]
    public void One_president_met_the_other() => En("The president of France met the president of Iran.").On("2017-01-20").Tells("CONSULT FR/francois-hollande = IR/hassan-rouhani");
}
