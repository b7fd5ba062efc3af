using System.Globalization;
using System.Text.RegularExpressions;
using Simpul.Text.Packs;

namespace Simpul.Text.Tests.Data;

/// <summary>What the data files say about each other.</summary>
public sealed partial class ReferenceTests
{
    private static readonly HashSet<string> Countries = [.. DataFile.Of("common/countries.tsv").Rows.Select(r => r["code"])];
    private static readonly HashSet<string> Organisations = [.. DataFile.Of("common/organisations.tsv").Rows.Select(r => r["id"])];
    private static readonly IReadOnlyList<DataRow> People = [.. DataFile.RowsUnder("common/people")];

    private static readonly HashSet<string> Kinds =
    [
        "international", "bloc", "armed-group", "party", "ministry", "agency", "military", "police", "intelligence", "parliament", "court",
        "central-bank", "presidency", "government-seat", "company", "bank", "medium", "news-agency", "broadcaster", "social-network", "ngo",
        "think-tank", "university", "club", "religious", "union",
    ];

    /// <summary>Names that two or three office holders really share.</summary>
    private static readonly HashSet<string> Namesakes =
    [
        "Albert II", "Andris Berzins", "Andris Bērziņš", "David Johnston", "Mohamed Abdelaziz", "Mohammed Abdelaziz", "Pedro Sanchez",
        "Pedro Sánchez", "Ri Yong-ho", "Soe Win",
    ];

    /// <summary>Roles that act for nobody: of a state they would make a private person its agent.</summary>
    private static readonly HashSet<string> PrivateRoles =
        ["academic", "analyst", "artist", "athlete", "economist", "influencer", "journalist", "lawyer", "lobbyist", "politician", "relative", "scientist"];

    [Fact]
    public void Every_country_code_is_known()
    {
        var columns = DataFile.All.Where(f => f.Path != "common/countries.tsv").SelectMany(f => f.Rows)
            .Where(r => r.File.Header.Contains("code") && r.File.Path != "common/cameo.tsv" && !r.File.Path.EndsWith("/currencies.tsv", StringComparison.Ordinal));
        DataFile.Expect(columns.Where(r => !Countries.Contains(r["code"])).Select(r => r.Says("unknown country")));
    }

    [Fact]
    public void Every_metonym_that_is_a_body_is_a_known_organisation() =>
        DataFile.Expect(DataFile.RowsOfLanguages("metonyms.tsv")
            .Where(r => r["kind"] == "body" ? !Organisations.Contains(r["organisation"]) : r["organisation"].Length > 0 && !Organisations.Contains(r["organisation"]))
            .Select(r => r.Says("unknown organisation")));

    [Fact]
    public void Every_office_is_of_a_country_or_organisation_that_is_known() =>
        DataFile.Expect(People.Where(r => r["of"].Length > 0 && !Countries.Contains(r["of"]) && !Organisations.Contains(r["of"]))
            .Select(r => r.Says($"unknown \"{r["of"]}\"")));

    [Fact]
    public void Every_name_of_an_organisation_has_its_row() =>
        DataFile.Expect(DataFile.RowsOfLanguages("organisations.tsv").Where(r => !Organisations.Contains(r["id"])).Select(r => r.Says("unknown organisation")));

    [Fact]
    public void Every_organisation_has_one_row_a_known_kind_and_a_known_seat()
    {
        var rows = DataFile.Of("common/organisations.tsv").Rows;
        DataFile.Expect(rows.GroupBy(r => r["id"]).Where(g => g.Count() > 1).Select(g => g.Last().Says("a second row")));
        DataFile.Expect(rows.Where(r => !Kinds.Contains(r["kind"])).Select(r => r.Says("unknown kind")));
        DataFile.Expect(rows.Where(r => r["country"].Length > 0 && !Countries.Contains(r["country"])).Select(r => r.Says("unknown country")));
    }

    [Fact]
    public void Every_person_has_one_name_one_country_and_one_gender() =>
        DataFile.Expect(People.GroupBy(r => r["id"])
            .Where(g => g.Select(r => (r["name"], r["country"], r["gender"])).Distinct().Count() > 1)
            .Select(g => $"{g.Key}: {string.Join(" / ", g.Select(r => $"{r["name"]},{r["country"]},{r["gender"]} ({r.File.Path})").Distinct())}"));

    [Fact]
    public void Every_persons_country_and_gender_are_known() =>
        DataFile.Expect(People.Where(r => r["gender"] is not ("m" or "f") || (r["country"].Length > 0 && !Countries.Contains(r["country"])))
            .Select(r => r.Says("unknown country or gender")));

    [Fact]
    public void An_office_is_a_key_and_a_private_role_is_of_no_state() =>
        DataFile.Expect(People.Where(r => r["office"].Length > 0)
            .Where(r => !Slug().IsMatch(r["office"]) || (PrivateRoles.Contains(r["office"]) && Countries.Contains(r["of"])))
            .Select(r => r.Says("no office")));

    [Fact]
    public void Every_term_is_a_span_of_partial_dates() =>
        DataFile.Expect(People
            .Where(r => !IsDate(r["from"]) || !IsDate(r["to"]) || (r["to"].Length > 0 && string.CompareOrdinal(r["from"], r["to"] + "~") > 0))
            .Select(r => r.Says("no span of dates")));

    [Fact]
    public void No_term_is_told_by_two_files() =>
        DataFile.Expect(People.Where(r => r["office"].Length > 0).GroupBy(r => (r["id"], r["office"], r["of"], r["from"])).Where(g => g.Count() > 1)
            .Select(g => $"{g.Key}: {string.Join(", ", g.Select(r => $"{r.File.Path}:{r.Number}"))}"));

    [Fact]
    public void A_persons_id_is_a_slug_and_the_name_is_his_own() =>
        DataFile.Expect(People.Where(r => !Slug().IsMatch(r["id"]) || r["name"].Length == 0).Select(r => r.Says("no slug")));

    [Fact]
    public void No_two_people_have_the_same_full_name()
    {
        var owners = People.SelectMany(r => r.List("aliases").Append(r["name"]).Select(n => (Name: n, Id: r["id"]))).Distinct()
            .GroupBy(p => p.Name).Where(g => g.Key.Contains(' ') && g.Count() > 1 && !Namesakes.Contains(g.Key));
        DataFile.Expect(owners.Select(g => $"{g.Key}: {string.Join(", ", g.Select(p => p.Id))}"));
    }

    [Fact]
    public void No_two_organisations_have_the_same_name()
    {
        var names = DataFile.Of("common/organisations.tsv").Rows.SelectMany(r => r.List("aliases").Append(r["name"]).Select(n => (Name: n, Id: r["id"])))
            .Concat(DataFile.RowsOfLanguages("organisations.tsv").Select(r => (Name: r["name"], Id: r["id"])));
        DataFile.Expect(names.Distinct().GroupBy(p => p.Name).Where(g => g.Count() > 1).Select(g => $"{g.Key}: {string.Join(", ", g.Select(p => p.Id))}"));
    }

    [Fact]
    public void Every_trigger_has_a_known_code_and_type()
    {
        var codes = DataFile.Of("common/cameo.tsv").Rows.Select(r => r["code"]).ToHashSet();
        DataFile.Expect(DataFile.RowsOfLanguages("triggers.tsv")
            .Where(r => !codes.Contains(r["cameo"]) || (r["type"] != "SAY" && !EventTypes.TryParse(r["type"], out _)))
            .Select(r => r.Says("unknown code or type")));
    }

    [Fact]
    public void Every_trigger_stands_once() =>
        DataFile.Expect(DataFile.RowsOfLanguages("triggers.tsv").GroupBy(r => (r.File.Path, r["lemma"], r["pos"], r["type"], r["cameo"]))
            .Where(g => g.Count() > 1).Select(g => g.Last().Says("a second row of one lemma, type and code")));

    [Fact]
    public void Every_trigger_that_asks_for_a_preposition_names_some() =>
        DataFile.Expect(DataFile.RowsOfLanguages("triggers.tsv").Where(r => (r["source"] == "P" || r["target"] == "P") && r["preps"].Length == 0)
            .Select(r => r.Says("no preposition")));

    [Fact]
    public void Every_trigger_has_a_prior_between_nothing_and_all() =>
        DataFile.Expect(DataFile.RowsOfLanguages("triggers.tsv")
            .Where(r => !decimal.TryParse(r["prior"], CultureInfo.InvariantCulture, out var p) || p is < 0.05m or > 0.99m)
            .Select(r => r.Says("no prior")));

    [Fact]
    public void Every_CAMEO_code_has_a_type_and_a_score_in_tenths() =>
        DataFile.Expect(DataFile.Of("common/cameo.tsv").Rows
            .Where(r => !Code().IsMatch(r["code"]) || !int.TryParse(r["goldstein"], CultureInfo.InvariantCulture, out var g) || g is < -100 or > 100)
            .Select(r => r.Says("no code or score")));

    [Fact]
    public void Every_word_is_of_a_known_class() =>
        DataFile.Expect(DataFile.RowsOfLanguages("words.tsv")
            .Where(r => !Enum.TryParse<WordClass>(r["class"].Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out _))
            .Select(r => r.Says("unknown class")));

    [Fact]
    public void Every_epithet_is_of_known_offices_or_a_known_person()
    {
        var people = People.Select(r => r["id"]).ToHashSet();
        var offices = People.Select(r => r["office"]).ToHashSet();
        DataFile.Expect(DataFile.RowsOfLanguages("epithets.tsv")
            .Where(r => r.List("roles").SelectMany(x => x.Split(',')).Any(o => !offices.Contains(o.Trim())) || (r["person"].Length > 0 && !people.Contains(r["person"])))
            .Select(r => r.Says("unknown office or person")));
    }

    [Fact]
    public void No_name_of_a_country_belongs_to_two() =>
        DataFile.Expect(DataFile.RowsOfLanguages("countries.tsv").GroupBy(r => (r.File.Path, r["name"])).Where(g => g.Select(r => r["code"]).Distinct().Count() > 1)
            .Select(g => g.Last().Says($"a name of {string.Join(" and ", g.Select(r => r["code"]))}")));

    private static bool IsDate(string text) => text.Length == 0 || (PartialDate.ToDay(text) > 0 && text.Length is 4 or 7 or 10);

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex Slug();

    [GeneratedRegex("^[0-9]{2,4}$")]
    private static partial Regex Code();
}
