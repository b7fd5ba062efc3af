using Simpul.Client.Terminals;

namespace Simpul.Client.Tests.Terminals;

public sealed class ProgressLineTests
{
    [Fact]
    public void It_tells_how_far_a_job_is_and_how_long_it_will_take() => Assert.Equal(
        "1,000 of about 6,000 articles, 100/s, 2 errors, 0:50 left",
        ProgressLine.Describe(new JobProgress(1000, 6000, false, 2), TimeSpan.FromSeconds(10)));

    [Fact]
    public void It_tells_that_nobody_takes_more_instead_of_a_time_that_would_be_wrong() => Assert.Equal(
        "1,000 of 6,000 articles, 0 errors; no silo has taken more for 0:12, still trying",
        ProgressLine.Describe(new JobProgress(1000, 6000, true, 0, TimeSpan.FromSeconds(12)), TimeSpan.FromSeconds(20)));

    [Fact]
    public void A_call_that_has_just_failed_is_no_news() => Assert.EndsWith(
        "left", ProgressLine.Describe(new JobProgress(1000, 6000, true, 0, TimeSpan.FromSeconds(1)), TimeSpan.FromSeconds(20)), StringComparison.Ordinal);
}
