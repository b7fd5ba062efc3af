using Simpul.Client.Input;

namespace Simpul.Client.Tests.Input;

public sealed class PublishedDateTests
{
    [Theory]
    [InlineData("2026-02-05", "2026-02-05")]
    [InlineData("2015-11", "2015-11")]
    [InlineData("2015", "2015")]
    [InlineData("2015-11-00", "2015-11")]
    [InlineData("2026-02-05T14:05:00+07:00", "2026-02-05")]
    [InlineData("2026-02-05 14:05", "2026-02-05")]
    [InlineData("20260205", "2026-02-05")]
    [InlineData("2026/02/05", "2026-02-05")]
    [InlineData("10 September 2019", "2019-09-10")]
    [InlineData("Selasa, 10 September 2019 14:05 WIB", "2019-09-10")]
    [InlineData("Jumat, 1 Agustus 2025", "2025-08-01")]
    [InlineData("Tue, 10 Sep 2019 14:05:00 GMT", "2019-09-10")]
    [InlineData("September 10, 2019", "2019-09-10")]
    [InlineData("May 1st, 2020", "2020-05-01")]
    [InlineData("1st of May 2020", "2020-05-01")]
    [InlineData("10-Sep-2019", "2019-09-10")]
    [InlineData("Desember 2019", "2019-12")]
    [InlineData("10/09/2019", "2019-09-10")]
    [InlineData("10.9.2019", "2019-09-10")]
    [InlineData("09/2019", "2019-09")]
    [InlineData("29 Februari 2024", "2024-02-29")]
    public void A_date_is_read_as_far_as_it_is_known(string written, string expected)
    {
        Assert.Equal(DateReading.Known, PublishedDate.Read(written, out var value));
        Assert.Equal(expected, value);
    }

    [Theory]
    [InlineData("31 Februari 2024")]
    [InlineData("2026-02-30")]
    [InlineData("2026-13-01")]
    [InlineData("29/02/2023")]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    [InlineData("kemarin")]
    [InlineData("1568073600")]
    [InlineData("10 orang tewas pada 2019")]
    [InlineData("-")]
    public void What_no_calendar_has_is_impossible(string written)
    {
        Assert.Equal(DateReading.Impossible, PublishedDate.Read(written, out var value));
        Assert.Null(value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData(null)]
    public void Nothing_is_a_missing_date(string? written) => Assert.Equal(DateReading.Missing, PublishedDate.Read(written, out _));

    [Fact]
    public void A_month_above_twelve_is_read_month_first_and_said_so()
    {
        Assert.Equal(DateReading.MonthFirst, PublishedDate.Read("09/23/2019", out var value));
        Assert.Equal("2019-09-23", value);
    }
}
