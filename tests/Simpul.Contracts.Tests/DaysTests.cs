namespace Simpul.Contracts.Tests;

public sealed class DaysTests
{
    [Theory]
    [InlineData("2026-02-05", 20260205, "2026-02-05")]
    [InlineData("2026-02", 20260200, "2026-02")]
    [InlineData("2026", 20260000, "2026")]
    [InlineData("2026-02-05T10:00:00Z", 20260205, "2026-02-05")]
    [InlineData("2026-W06", 20260000, "2026")]
    [InlineData("2026-H1", 20260000, "2026")]
    [InlineData("2026-Q3", 20260000, "2026")]
    [InlineData(null, 0, null)]
    [InlineData("", 0, null)]
    public void Dates_are_kept_as_far_as_they_are_known(string? text, int day, string? written)
    {
        Assert.True(Days.TryParse(text, out var parsed));
        Assert.Equal(day, parsed);
        Assert.Equal(written, Days.Format(parsed));
    }

    [Theory]
    [InlineData("2026-13")]
    [InlineData("2026-00-01")]
    [InlineData("2026-02-30")]
    [InlineData("2026-02-05x")]
    [InlineData("20260205")]
    [InlineData("2026-2-5")]
    [InlineData("0000")]
    [InlineData("kemarin")]
    public void What_is_no_date_is_none(string text)
    {
        Assert.False(Days.TryParse(text, out _));
        Assert.Equal(Days.None, Days.Parse(text));
    }

    [Theory]
    [InlineData("2026-02-05", "2026-02", "2026-02", true)]
    [InlineData("2026-02", "2026-02-01", "2026-02-28", true)]
    [InlineData("2026-02", "2026-02-02", null, false)]
    [InlineData("2026", "2026-01-01", "2026-12-31", true)]
    [InlineData("2026", "2026-02", null, false)]
    [InlineData("2024-02", null, "2024-02-28", false)]
    [InlineData(null, null, null, true)]
    [InlineData(null, "2026", null, false)]
    [InlineData(null, null, "2026", false)]
    public void A_date_is_in_a_range_when_all_that_it_may_mean_is(string? date, string? since, string? until, bool isIn) =>
        Assert.Equal(isIn, Days.Within(Days.Parse(date), Days.Parse(since), Days.Parse(until)));

    [Fact]
    public void Buckets_never_claim_more_than_is_known()
    {
        Assert.Equal(20260200, Days.Bucket(20260205, TimeBucket.Month));
        Assert.Equal(20260000, Days.Bucket(20260000, TimeBucket.Month));
        Assert.Equal(20260000, Days.Bucket(20260205, TimeBucket.Year));
        Assert.Equal(20260200, Days.Bucket(20260200, TimeBucket.Day));
        Assert.Equal(Days.None, Days.Bucket(20260205, TimeBucket.All));
    }
}
