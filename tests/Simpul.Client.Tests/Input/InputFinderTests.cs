using System.Text;
using Simpul.Client.Input;

namespace Simpul.Client.Tests.Input;

public sealed class InputFinderTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Files_of_a_folder_have_their_relative_path_as_id_and_come_in_ordinal_order()
    {
        folder.Write("d/b.txt", "T");
        folder.Write("d/a/y.z.txt", "T");
        folder.WriteGzip("d/a/x.txt.gz", "T");
        folder.Write("d/.hidden/c.txt", "T");
        folder.Write("d/picture.png", "T");
        Assert.Equal(["a/x", "a/y.z", "b"], Reading.Of(folder["d"]).Articles.Select(a => a.Id));
    }

    [Fact]
    public void A_single_file_has_its_name_as_id() => Assert.Equal("article", Reading.Of(folder.Write("d/article.txt", "T")).Article.Id);

    [Fact]
    public void A_pattern_finds_files_and_names_them_from_where_it_begins_to_vary()
    {
        folder.Write("d/2026/a.txt", "T");
        folder.Write("d/2025/b.txt", "T");
        folder.Write("d/c.jsonl", """{"id":"j","text":"T"}""");
        Assert.Equal(["2025/b", "2026/a"], Reading.Of(folder["d/**/*.txt"]).Articles.Select(a => a.Id));
        Assert.Equal("j", Reading.Of(folder["d/*.jsonl"]).Article.Id);
    }

    [Fact]
    public void Standard_input_is_told_apart_by_its_first_character()
    {
        static Func<Stream> Bytes(string s) => () => new MemoryStream(Encoding.UTF8.GetBytes(s));
        Assert.Equal("j", Reading.Of(["-"], null, Bytes(" {\"id\":\"j\",\"text\":\"T\"}")).Article.Id);
        var text = Reading.Of(["-"], null, Bytes("Isi berita.")).Article;
        Assert.Equal("Isi berita.", text.Text);
        Assert.StartsWith("sha256-", text.Id, StringComparison.Ordinal);
        Assert.Equal("7", Reading.Of(["-"], new InputOptions { Format = InputFormat.Csv }, Bytes("id,text\n7,T")).Article.Id);
    }

    [Fact]
    public void A_folder_without_articles_is_reported()
    {
        folder.Write("d/picture.png", "T");
        var rejected = Assert.Single(Reading.Of(folder["d"]).Rejected);
        Assert.Contains("no articles", rejected.Reason, StringComparison.Ordinal);
        Assert.Contains(".jsonl", rejected.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_or_one_of_an_unknown_kind_does_not_stop_the_rest()
    {
        var reading = Reading.Of([folder["nowhere.txt"], folder.Write("a.pdf", "T"), folder.Write("b.txt", "T")]);
        Assert.Equal("b", reading.Article.Id);
        Assert.Equal(2, reading.Rejected.Count);
    }

    [Fact]
    public void One_id_with_two_contents_in_one_run_is_reported_and_a_repeat_is_not()
    {
        var reading = Reading.Of(folder.Write("a.jsonl", """
            {"id":"1","text":"T"}
            {"id":"1","text":"T"}
            {"id":"1","text":"other"}
            """));
        Assert.Equal(3, reading.Articles.Count);
        Assert.Equal(3, Assert.Single(reading.Warnings).Place.Line);
    }

    [Fact]
    public void A_row_without_id_gets_one_from_title_date_and_text_whatever_the_option_says()
    {
        var path = folder.Write("a.jsonl", """{"title":"J","date":"5 Februari 2026","text":"T"}""" + "\n" + """{"text":"T"}""");
        var ids = Reading.Of(path).Articles.Select(a => a.Id).ToList();
        // printf 'J\0002026-02-05\000T' | sha256sum; printf '\000\000T' | sha256sum
        Assert.Equal(["sha256-" + Sha("J\02026-02-05\0T"), "sha256-" + Sha("\0\0T")], ids);
        Assert.Equal(ids, Reading.Of(path, new InputOptions { Published = "2020-01-01" }).Articles.Select(a => a.Id));
    }

    [Fact]
    public void An_id_is_taken_up_to_512_bytes()
    {
        var fits = new string('é', 256);
        var reading = Reading.Of(folder.Write("a.jsonl", $$"""{"id":"{{fits}}","text":"T"}""" + "\n" + $$"""{"id":"{{fits}}a","text":"T"}"""));
        Assert.Equal(fits, reading.Article.Id);
        Assert.Contains("513 bytes", Assert.Single(reading.Rejected).Reason, StringComparison.Ordinal);
    }

    private static string Sha(string text) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];
}
