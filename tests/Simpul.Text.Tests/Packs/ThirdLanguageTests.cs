namespace Simpul.Text.Tests.Packs;

/// <summary>A language is a folder of data: one of our own making is read with no change in code.</summary>
public sealed class ThirdLanguageTests(ToyLanguage toy) : IClassFixture<ToyLanguage>
{
    [Fact]
    public void A_new_folder_is_a_new_language() => Assert.Equal("xx", Read(toy, "Die Gespräche und die Reise waren gestern nicht einfach und die Lage und die Stimmung auch nicht.").Record.Language);

    [Fact]
    public void Its_triggers_and_names_tell_events() => Read(toy, "Gestern tadelte die Sonne nicht, und Russland tadelte Yappan.").In("xx").Tells("ACCUSE RU > JP");

    [Fact]
    public void Its_mutual_acts_hold_both_ways() => Read(toy, "Russland und Frankreich trafen gestern ein.").In("xx").Tells("CONSULT FR = RU");

    [Fact]
    public void Its_modal_words_give_a_status() => Read(toy, "Russland nie tadelte Yappan.").In("xx").Tells("ACCUSE RU > JP negated");

    [Fact]
    public void Its_names_are_sought_in_its_own_texts() => Read(toy, "Frankreich und Yappan.").In("xx").Names("FR", "JP");

    [Fact]
    public void The_shipped_languages_read_as_before() =>
        Read(toy, "Presiden Rusia Vladimir Putin menyerang Ukraina.").In("id").TellsOnly("ASSAULT RU/vladimir-putin > UA");

    [Fact]
    public void Another_pack_has_another_version() => Assert.NotEqual(ArticleReader.Default.PackVersion, toy.Reader.PackVersion);

    private static Reading Read(ToyLanguage toy, string text) => Reading.Read(text).By(toy.Reader);
}
