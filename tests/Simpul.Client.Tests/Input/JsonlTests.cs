using Simpul.Client.Input;

namespace Simpul.Client.Tests.Input;

public sealed class JsonlTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void All_fields_are_read_under_both_of_their_names()
    {
        var path = folder.Write("a.jsonl", """
            {"id":"a1","title":"J","text":"T1","published":"2026-02-05","language":"id","source":"S","url":"U","other":{"text":"no"}}
            {"ID":"a2","Text":"T2","date":"5 Februari 2026","lang":"en-GB"}
            """);
        var articles = Reading.Of(path).Articles;
        Assert.Equal(("a1", "J", "T1", "2026-02-05", "id", "S", "U"), (articles[0].Id, articles[0].Title, articles[0].Text, articles[0].Published, articles[0].Language, articles[0].Source, articles[0].Url));
        Assert.Equal(("a2", "T2", "2026-02-05", "en"), (articles[1].Id, articles[1].Text, articles[1].Published, articles[1].Language));
    }

    [Fact]
    public void Foreign_names_are_mapped()
    {
        Assert.True(FieldMap.TryParse(["text=body,published=pub_date", "id=guid"], out var map, out _));
        var article = Reading.Of(folder.Write("a.jsonl", """{"guid":7,"body":"T","pub_date":"2026","text":"not this","date":"1999"}"""), new InputOptions { Fields = map }).Article;
        Assert.Equal(("7", "T", "2026"), (article.Id, article.Text, article.Published));
    }

    [Theory]
    [InlineData("text")]
    [InlineData("text=")]
    [InlineData("body=text")]
    public void A_map_that_makes_no_sense_is_refused(string pair) => Assert.False(FieldMap.TryParse([pair], out _, out _));

    [Fact]
    public void A_broken_line_costs_that_line_only_and_is_named()
    {
        var path = folder.Write("a.jsonl", """
            {"id":"1","text":"T"}
            {"id":"2","text":"T
            ["array"]
            "string"

            {"id":"3","text":"T"} trailing
            {"id":"4","text":"\ud800"}
            {"id":"5","text":["a"]}
            {"id":"6"}
            {"id":"7","text":"  "}
            {"id":"8","text":null}
            {"id":"9","text":"T"}
            """);
        var reading = Reading.Of(path);
        Assert.Equal(["1", "9"], reading.Articles.Select(a => a.Id));
        Assert.Equal([2, 3, 4, 6, 7, 8, 9, 10, 11], reading.Rejected.Select(r => (int)r.Place.Line));
        Assert.StartsWith($"{path}:2: ", reading.Rejected[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Depth_is_bounded()
    {
        var deep = """{"id":"1","text":"T","x":""" + new string('[', 100_000) + new string(']', 100_000) + "}\n" + """{"id":"2","text":"T"}""";
        var reading = Reading.Of(folder.Write("a.jsonl", deep));
        Assert.Equal("2", reading.Article.Id);
        Assert.Single(reading.Rejected);
    }

    [Fact]
    public void A_line_of_a_hundred_megabytes_is_rejected_in_bounded_memory()
    {
        var path = folder["a.jsonl"];
        using (var file = File.Create(path))
        {
            file.Write("{\"text\":\""u8);
            var block = new byte[1 << 20];
            Array.Fill(block, (byte)'a');
            for (var i = 0; i < 100; i++) file.Write(block);
            file.Write("\"}\n{\"id\":\"after\",\"text\":\"T\"}\n"u8);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        var reading = Reading.Of(path);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal("after", reading.Article.Id);
        Assert.Equal(1, Assert.Single(reading.Rejected).Place.Line);
        Assert.InRange(allocated, 0, 24 << 20);
    }

    [Fact]
    public void A_line_is_taken_up_to_the_limit_and_rejected_beyond()
    {
        const string line = """{"id":"1","text":"T"}""";
        var path = folder.Write("a.jsonl", line + "\r\n" + line + "\n");
        Assert.Equal(2, Reading.Of(path, new InputOptions { MaxLine = line.Length + 1 }).Articles.Count);
        Assert.Empty(Reading.Of(path, new InputOptions { MaxLine = line.Length - 1 }).Articles);
    }

    [Fact]
    public void A_missing_date_is_null_and_an_impossible_one_null_with_a_warning()
    {
        var path = folder.Write("a.jsonl", """
            {"id":"1","text":"T"}
            {"id":"2","text":"T","date":""}
            {"id":"3","text":"T","date":null}
            {"id":"4","text":"T","date":"31 Februari 2024"}
            {"id":"5","text":"T","date":"2015-11"}
            """);
        var reading = Reading.Of(path);
        Assert.Equal([null, null, null, null, "2015-11"], reading.Articles.Select(a => a.Published));
        var warning = Assert.Single(reading.Warnings);
        Assert.Equal(4, warning.Place.Line);
        Assert.Contains("31 Februari 2024", warning.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_s_own_date_stands_above_the_option_and_an_impossible_one_is_not_replaced()
    {
        var path = folder.Write("a.jsonl", """
            {"text":"T1"}
            {"text":"T2","date":"2020-01-01"}
            {"text":"T3","date":"2020-99-99"}
            """);
        Assert.Equal(["2026-02-05", "2020-01-01", null], Reading.Of(path, new InputOptions { Published = "2026-02-05" }).Articles.Select(a => a.Published));
    }

    [Fact]
    public void Bytes_that_are_not_utf8_are_read_as_windows_1252_with_the_line_named()
    {
        var reading = Reading.Of(folder.Write("a.jsonl", [.. "{\"text\":\"Caf"u8, 0xE9, .. "\"}"u8]));
        Assert.Equal("Café", reading.Article.Text);
        Assert.Equal(1, Assert.Single(reading.Warnings).Place.Line);
    }

    [Fact]
    public void Packed_input_is_read_and_a_cut_off_one_keeps_what_came_before()
    {
        Assert.Equal("T", Reading.Of(folder.WriteGzip("a.jsonl.gz", """{"text":"T"}""")).Article.Text);

        var random = new Random(1);
        var lines = string.Concat(Enumerable.Range(0, 5000).Select(i => $$"""{"id":"{{i}}","text":"{{random.NextInt64()}}"}""" + "\n"));
        var whole = File.ReadAllBytes(folder.WriteGzip("b.jsonl.gz", lines));
        var reading = Reading.Of(folder.Write("c.jsonl.gz", whole[..(whole.Length / 2)]));
        Assert.NotEmpty(reading.Articles);
        Assert.Contains(reading.Rejected, r => r.Reason.Contains("gzip", StringComparison.Ordinal));

        Assert.Contains("gzip", Assert.Single(Reading.Of(folder.Write("d.jsonl.gz", [0x1F, 0x8B, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10])).Rejected).Reason, StringComparison.Ordinal);
    }
}
