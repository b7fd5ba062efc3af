using System.Text;
using Simpul.Client.Output;

namespace Simpul.Client.Tests.Output;

public sealed class OutputTests
{
    private static readonly Report Single = new(
        [new Table(new TableShape("things", "Things", "id", "name", "goldstein"), [["a", "x, \"y\"\nz", Cell.Tenths(-100)], ["b", null, 2]])],
        [new("articles_committed", 3)]);

    private static readonly Report Several = new(
        [new Table(new TableShape("summary", null, "id", "articles"), [["CN", 5]]), new Table(new TableShape("days", null, "day", "articles"), [["2026-02-05", 2], [null, 3]])],
        []);

    [Fact]
    public void Csv_is_rfc_4180() => Assert.Equal("id,name,goldstein\r\na,\"x, \"\"y\"\"\nz\",-10\r\nb,,2\r\n", Written(Single, OutputFormat.Csv));

    [Fact]
    public void Jsonl_is_one_object_a_row() =>
        Assert.Equal("{\"id\":\"a\",\"name\":\"x, \\\"y\\\"\\nz\",\"goldstein\":-10}\n{\"id\":\"b\",\"name\":null,\"goldstein\":2}\n", Written(Single, OutputFormat.Jsonl));

    [Fact]
    public void Json_holds_rows_and_freshness()
    {
        var json = System.Text.Json.JsonDocument.Parse(Written(Single, OutputFormat.Json)).RootElement;
        Assert.Equal(2, json.GetProperty("rows").GetArrayLength());
        Assert.Equal(3, json.GetProperty("as_of").GetProperty("articles_committed").GetInt32());
    }

    [Fact]
    public void Freshness_is_in_no_row()
    {
        Assert.DoesNotContain("committed", Written(Single, OutputFormat.Csv), StringComparison.Ordinal);
        Assert.DoesNotContain("committed", Written(Single, OutputFormat.Jsonl), StringComparison.Ordinal);
        Assert.DoesNotContain("committed", Written(Single, OutputFormat.Table), StringComparison.Ordinal);
    }

    [Fact]
    public void Several_tables_share_their_columns_under_a_section()
    {
        Assert.Equal("section,id,articles,day\r\nsummary,CN,5,\r\ndays,,2,2026-02-05\r\ndays,,3,\r\n", Written(Several, OutputFormat.Csv));
        Assert.StartsWith("{\"section\":\"summary\",\"id\":\"CN\"", Written(Several, OutputFormat.Jsonl), StringComparison.Ordinal);
        var json = System.Text.Json.JsonDocument.Parse(Written(Several, OutputFormat.Json)).RootElement;
        Assert.Equal(2, json.GetProperty("days").GetArrayLength());
    }

    [Fact]
    public void A_table_shows_every_value_without_escape_codes()
    {
        var table = Written(Single, OutputFormat.Table);
        Assert.Contains("Things", table, StringComparison.Ordinal);
        Assert.Contains("-10", table, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', table);
    }

    [Fact]
    public void A_table_keeps_control_characters_of_articles_away_from_the_terminal()
    {
        var report = new Report([new Table(new TableShape("t", null, "x"), [["a\e[2Jb\u009Bc\u202E"]])], []);
        Assert.DoesNotContain('\e', Written(report, OutputFormat.Table));
        Assert.DoesNotContain('\u009B', Written(report, OutputFormat.Table));
    }

    [Fact]
    public void Long_columns_stand_below_their_row_where_the_terminal_is_narrow()
    {
        var shape = new TableShape("t", null, "day", "~sentence", "+rule");
        var report = new Report([new Table(shape, [["2026-02-05", "satu dua tiga empat lima enam tujuh delapan sembilan sepuluh", "r"]])], []);
        var stream = new MemoryStream();
        RowWriters.Write(report, OutputFormat.Table, stream, new TableLook(false, 40));
        var lines = Encoding.UTF8.GetString(stream.ToArray()).Split('\n');
        Assert.Equal(["  day", "  2026-02-05", "      satu dua tiga empat lima enam", "      tujuh delapan sembilan sepuluh", ""], lines);
        Assert.DoesNotContain("rule", Written(report, OutputFormat.Table), StringComparison.Ordinal);
        Assert.Contains("rule", Written(report, OutputFormat.Csv), StringComparison.Ordinal);
    }

    private static string Written(Report report, OutputFormat format)
    {
        var stream = new MemoryStream();
        RowWriters.Write(report, format, stream, new TableLook(false, int.MaxValue));
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
