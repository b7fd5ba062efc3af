using System.Text;
using Simpul.Client.Input;

namespace Simpul.Client.Tests.Input;

public sealed class DelimitedTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("a.csv", ',')]
    [InlineData("a.csv", ';')]
    [InlineData("a.csv", '\t')]
    [InlineData("a.csv", '|')]
    [InlineData("a.tsv", '\t')]
    public void The_separator_is_taken_from_the_header(string name, char separator)
    {
        var article = Reading.Of(folder.Write(name, "id,title,date,text\n1,J,2026-02-05,T\n".Replace(',', separator))).Article;
        Assert.Equal(("1", "J", "2026-02-05", "T"), (article.Id, article.Title, article.Published, article.Text));
    }

    [Fact]
    public void Quoted_fields_hold_separators_quotes_and_line_ends()
    {
        var reading = Reading.Of(folder.Write("a.csv", "\uFEFFid,text\r\n1,\"a, \"\"b\"\"\r\nc\"\r\n\r\n2,d\r\n"));
        Assert.Equal(["a, \"b\"\r\nc", "d"], reading.Articles.Select(a => a.Text));
        Assert.Empty(reading.Rejected);
    }

    [Fact]
    public void A_quote_that_is_never_closed_costs_its_row_only()
    {
        var reading = Reading.Of(folder.Write("a.csv", "id,text\n1,a\n2,\"never closed\n3,c\n4,d\n"));
        Assert.Equal(["1", "3", "4"], reading.Articles.Select(a => a.Id));
        var rejected = Assert.Single(reading.Rejected);
        Assert.Equal(3, rejected.Place.Line);
        Assert.Contains("never closed", rejected.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_quote_that_closes_in_mid_field_costs_its_row_only()
    {
        var reading = Reading.Of(folder.Write("a.csv", "id,text\n1,\"a\" b\n2,\"open\n3,\"c\"\n4,d\n"));
        Assert.Equal(["3", "4"], reading.Articles.Select(a => a.Id));
        Assert.Equal([2, 3], reading.Rejected.Select(r => (int)r.Place.Line));
    }

    [Fact]
    public void Lines_are_counted_through_quoted_line_ends()
    {
        var reading = Reading.Of(folder.Write("a.csv", "id,text\n1,\"a\nb\nc\"\n2,\n"));
        Assert.Equal(5, Assert.Single(reading.Rejected).Place.Line);
    }

    [Fact]
    public void A_row_with_too_many_or_too_few_fields_is_rejected()
    {
        var reading = Reading.Of(folder.Write("a.csv", "id,text,url\n1,a, b,c\n2,a\n3,a,b,,\n"));
        Assert.Equal("3", reading.Article.Id);
        Assert.Equal([2, 3], reading.Rejected.Select(r => (int)r.Place.Line));
    }

    [Fact]
    public void A_header_without_a_text_names_the_columns_it_has()
    {
        var rejected = Assert.Single(Reading.Of(folder.Write("a.csv", "guid,body\n1,T\n")).Rejected);
        Assert.Contains("guid, body", rejected.Reason, StringComparison.Ordinal);
        Assert.Contains("--map text=NAME", rejected.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_file_has_no_header() => Assert.Contains("no header", Assert.Single(Reading.Of(folder.Write("a.csv", "")).Rejected).Reason, StringComparison.Ordinal);

    [Fact]
    public void A_row_is_taken_up_to_the_limit_and_rejected_beyond()
    {
        var options = new InputOptions { MaxLine = 100 };
        var reading = Reading.Of(folder.Write("a.csv", $"id,text\n1,{new string('a', 98)}\n2,{new string('a', 99)}\n3,\"{new string('a', 200)}\"\n4,a\n"), options);
        Assert.Equal(["1", "4"], reading.Articles.Select(a => a.Id));
        Assert.Equal([3, 4], reading.Rejected.Select(r => (int)r.Place.Line));
    }

    [Fact]
    public void Rows_beyond_the_first_buffer_are_whole()
    {
        var random = new Random(7);
        var texts = Enumerable.Range(0, 400).Select(i => new string((char)('a' + (i % 26)), random.Next(1, 2000)) + (i % 3 == 0 ? "\"\n," : "")).ToList();
        var csv = new StringBuilder("id,text\n");
        for (var i = 0; i < texts.Count; i++) csv.Append(i).Append(",\"").Append(texts[i].Replace("\"", "\"\"", StringComparison.Ordinal)).Append("\"\n");
        Assert.Equal(texts, Reading.Of(folder.Write("a.csv", csv.ToString())).Articles.Select(a => a.Text));
    }

    [Fact]
    public void Windows_1252_rows_are_read_with_a_warning()
    {
        var reading = Reading.Of(folder.Write("a.csv", [.. "id,text\n1,Caf"u8, 0xE9, .. "\n2,Caf\u00E9\n"u8]));
        Assert.Equal(["Café", "Café"], reading.Articles.Select(a => a.Text));
        Assert.Equal(2, Assert.Single(reading.Warnings).Place.Line);
    }
}
