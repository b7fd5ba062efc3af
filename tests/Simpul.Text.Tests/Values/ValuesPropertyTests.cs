using FsCheck.Xunit;

namespace Simpul.Text.Tests;

/// <summary>Any string in: spans on the text, sorted and apart from one another, and never an exception.</summary>
public class ValuesPropertyTests
{
    private static readonly string[] Pieces =
    [
        "Senin", "(4/02)", "31/2", "2026", "-", "–", "/", "12", "September", "lalu", "tahun", "minggu", "awal", "akhir", "paruh pertama", "setiap", "\"", "“", "”", "'", "’",
        "kata", "katanya", "Putin", ",", ".", ":", "\n", "Rp", "1,5", "1.500.000", "juta", "triliun", "dua", "puluh", "setengah", "jam", "persen", "orang", "US$", "ke-", "May", "Feb",
        "last", "half of", "99999999999999999", "0000", "\ud83d", "١٢", "(", ")", "tanggal", "hingga", "keesokan harinya", "N", "%", "a.m.", "three-year-old", "20-an", "1990s",
    ];

    [Property(MaxTest = 300)]
    public void FreeText(string? text) => Check(text ?? "");

    [Property(MaxTest = 600)]
    public void Shuffled(byte[] choices)
    {
        var spaced = string.Join(' ', choices.Select(c => Pieces[c % Pieces.Length]));
        Check(spaced);
        Check(string.Concat(choices.Select(c => Pieces[c % Pieces.Length])));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"")]
    [InlineData("\"\"\"\"\"\"")]
    [InlineData("Senin (")]
    [InlineData("Rp")]
    [InlineData("1")]
    [InlineData("setiap")]
    [InlineData("awal")]
    [InlineData("0001-01-01 kemarin lalu")]
    public void Edges(string text) => Check(text);

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    [InlineData("0001")]
    public void EndsOfTheCalendar(string published)
    {
        const string text = "Kemarin, besok, pekan lalu, bulan depan, tahun lalu, 4000 tahun lalu, 5000 hari lagi, Senin, Februari, 29 Februari, kuartal I tahun lalu, tahun berikutnya.";
        Check(text, published);
    }

    [Fact]
    public void LongLinesStayLinear()
    {
        var many = string.Concat(Enumerable.Repeat("\"kata \"dua ", 40_000));
        Check(many);
    }

    private static void Check(string text, string? published = "2026-02-05")
    {
        var record = ArticleReader.Default.Read(new Article("p", text, Published: published));
        Ordered(text, [.. record.Dates.Select(d => d.Span)]);
        Ordered(text, [.. record.Amounts.Select(a => a.Span)]);
        Ordered(text, [.. record.Quotes.Select(q => q.Span)]);
        Assert.All(record.Dates, d => Assert.Matches(@"^\d{4}(-(\d\d(-\d\d)?|W\d\d|H[12]|Q[1-4]))?$", d.Value));
        Assert.All(record.Amounts, a => Assert.Matches(a.Unit == "duration" ? "^P" : @"^\d+(\.\d+)?$", a.Value));
        Assert.All(record.Quotes, q => Assert.True(q.Speaker is null || record.Actors.Any(a => a.Id == q.Speaker)));
    }

    private static void Ordered(string text, IReadOnlyList<Span> spans)
    {
        var last = 0;
        foreach (var span in spans)
        {
            Assert.True(span.Start >= last && span.End > span.Start && span.End <= text.Length, $"{span.Start}-{span.End} after {last}");
            Assert.Equal(text[span.Start..span.End], span.Text);
            last = span.End;
        }
    }
}
