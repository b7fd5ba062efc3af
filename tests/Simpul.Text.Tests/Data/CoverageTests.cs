namespace Simpul.Text.Tests.Data;

/// <summary>How much the packs must know at least.</summary>
public sealed class CoverageTests
{
    [Theory]
    [InlineData("id")]
    [InlineData("en")]
    [InlineData("ms")]
    public void Every_country_and_territory_has_a_name_in_each_language(string language)
    {
        var codes = DataFile.Of("common/countries.tsv").Rows.Select(r => r["code"]).ToHashSet();
        Assert.True(codes.Count >= 249);
        Assert.Empty(codes.Except(DataFile.Of($"{language}/countries.tsv").Rows.Where(r => r["kind"] == "name").Select(r => r["code"])));
    }

    [Theory]
    [InlineData("id")]
    [InlineData("en")]
    [InlineData("ms")]
    public void Every_named_country_is_found_in_running_text(string language)
    {
        var lead = language switch { "id" => "Mereka pulang dari ", "ms" => "Mereka pulang daripada lawatan ke ", _ => "They came home from " };
        DataFile.Expect(DataFile.Of($"{language}/countries.tsv").Rows.Where(r => r["kind"] == "name" && !r["note"].StartsWith("ambiguous", StringComparison.Ordinal))
            .Where(r => !Reading.Read($"{lead}{r["name"]}.").In(language).Countries.SequenceEqual([r["code"]]))
            .Select(r => r.Says("not found")));
    }

    [Fact]
    public void There_are_15000_cities_and_regions() => Assert.True(DataFile.Of("common/cities.tsv").Rows.Count >= 15_000);

    [Fact]
    public void There_are_2500_people() => Assert.True(DataFile.RowsUnder("common/people").Select(r => r["id"]).Distinct().Count() >= 2_500);

    [Fact]
    public void There_are_2500_office_holders() =>
        Assert.True(DataFile.RowsUnder("common/people").Where(r => r["office"].Length > 0).Select(r => r["id"]).Distinct().Count() >= 2_500);

    [Fact]
    public void There_are_600_organisations() => Assert.True(DataFile.Of("common/organisations.tsv").Rows.Count >= 600);

    [Theory]
    [InlineData("id", 900)]
    [InlineData("en", 700)]
    [InlineData("ms", 250)]
    public void There_are_enough_triggers(string language, int least) =>
        Assert.True(DataFile.Of($"{language}/triggers.tsv").Rows.Count(r => r["type"] != "SAY") >= least);

    [Theory]
    [InlineData("id")]
    [InlineData("en")]
    [InlineData("ms")]
    public void Every_type_of_event_has_triggers(string language) =>
        Assert.Empty(Enum.GetValues<EventType>().Select(t => t.Name()).Except(DataFile.Of($"{language}/triggers.tsv").Rows.Select(r => r["type"])));

    [Fact]
    public void Every_reader_of_the_packs_has_the_same_version() => Assert.Equal(ArticleReader.Default.PackVersion, Reading.Read("x").Record.Pack);
}
