using System.Text;
using Simpul.Client.Input;

namespace Simpul.Client.Tests.Input;

public sealed class TextFileTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Title_and_date_come_from_the_first_lines_which_stay_part_of_the_text()
    {
        const string text = "Menlu RI bertemu Menlu Vietnam\n10 September 2019\n\nJakarta - Isi berita.\n";
        var article = Reading.Of(folder.Write("a.txt", text)).Article;
        Assert.Equal("Menlu RI bertemu Menlu Vietnam", article.Title);
        Assert.Equal("2019-09-10", article.Published);
        Assert.Equal(text, article.Text);
        Assert.Equal("a", article.Id);
    }

    [Fact]
    public void Labelled_lines_give_their_fields()
    {
        var article = Reading.Of(folder.Write("a.txt", "Judul: Harga beras naik\nTanggal: 5 Februari 2026\nSumber: Contoh\nBahasa: id\n\nIsi berita.")).Article;
        Assert.Equal(("Harga beras naik", "2026-02-05", "Contoh", "id"), (article.Title, article.Published, article.Source, article.Language));
    }

    [Fact]
    public void A_first_line_that_ends_like_a_paragraph_is_no_title()
    {
        var article = Reading.Of(folder.Write("a.txt", "Presiden bertemu menteri pada hari Rabu.\nIa pulang.\n")).Article;
        Assert.Null(article.Title);
        Assert.Null(article.Published);
    }

    [Theory]
    [InlineData("2026-02-05-pertemuan.txt", "2026-02-05")]
    [InlineData("pertemuan_20260205.txt", "2026-02-05")]
    [InlineData("2026-02-05-3.txt", "2026-02-05")]
    [InlineData("2026-02 ringkasan.txt", "2026-02")]
    [InlineData("berita-12345678.txt", null)]
    [InlineData("berita.txt", null)]
    public void A_date_may_stand_in_the_files_name(string name, string? expected) =>
        Assert.Equal(expected, Reading.Of(folder.Write(name, "Isi berita.")).Article.Published);

    [Fact]
    public void The_option_published_dates_only_what_has_no_date_of_its_own()
    {
        var options = new InputOptions { Published = "2026-01-01" };
        folder.Write("d/a.txt", "Isi berita.");
        folder.Write("d/b.txt", "Tanggal: 2025-12-31\nIsi berita.");
        folder.Write("d/c-2025-11-30.txt", "Isi berita.");
        Assert.Equal(["2026-01-01", "2025-12-31", "2025-11-30"], Reading.Of(folder["d"], options).Articles.Select(a => a.Published));
    }

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_text()
    {
        byte[] utf8 = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("Café.")];
        Assert.Equal("Café.", Reading.Of(folder.Write("a.txt", utf8)).Article.Text);
        Assert.Equal("Café.", Reading.Of(folder.Write("b.txt", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("Café.")])).Article.Text);
        Assert.Equal("Café.", Reading.Of(folder.Write("c.txt", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes("Café.")])).Article.Text);
    }

    [Fact]
    public void What_is_not_utf8_is_read_as_windows_1252_with_a_warning()
    {
        var reading = Reading.Of(folder.Write("a.txt", [0x93, (byte)'C', (byte)'a', (byte)'f', 0xE9, 0x94, (byte)'.']));
        Assert.Equal("“Café”.", reading.Article.Text);
        Assert.Contains("windows-1252", Assert.Single(reading.Warnings).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t\n")]
    public void An_empty_text_is_rejected(string text)
    {
        var reading = Reading.Of(folder.Write("a.txt", text));
        Assert.Empty(reading.Articles);
        Assert.Equal("the text is empty", Assert.Single(reading.Rejected).Reason);
    }

    [Fact]
    public void A_picture_or_utf16_without_its_mark_is_rejected() =>
        Assert.Contains("not text", Assert.Single(Reading.Of(folder.Write("a.txt", Encoding.Unicode.GetBytes("Isi berita."))).Rejected).Reason, StringComparison.Ordinal);

    [Fact]
    public void A_text_is_taken_up_to_the_limit_and_rejected_beyond()
    {
        var options = new InputOptions { MaxText = 10 };
        Assert.Single(Reading.Of(folder.Write("a.txt", new string('é', 10)), options).Articles);
        Assert.Single(Reading.Of(folder.Write("b.txt", new string('é', 11)), options).Rejected);
        Assert.Single(Reading.Of(folder.Write("c.txt", new string('a', 100_000)), options).Rejected);
    }
}
