using Simpul.Contracts;
using Simpul.Grains.Articles;
using Simpul.Hosting.Isolation;

namespace Simpul.Hosting.Tests.Isolation;

/// <summary>Real processes that end in every way; a shell stands in for the reader.</summary>
public sealed class IsolatedReadingTests
{
    private static readonly SubmittedArticle Article = new() { Id = "a", Text = "Presiden \"Indonesia\"\nbertemu.", Position = 3 };

    [Theory]
    [InlineData("kill -ABRT $$", true, "signal 6")]
    [InlineData("kill -SEGV $$", true, "signal 11")]
    [InlineData("exit 134", true, "signal 6")]
    [InlineData("exit 3", true, "exit code 3")]
    [InlineData("exit 0", true, "exit code 0")]
    [InlineData("kill -KILL $$", false, "signal 9")]
    [InlineData("kill -TERM $$", false, "signal 15")]
    public async Task The_end_of_a_reader_says_whether_it_was_killed(string end, bool isByItself, string how)
    {
        await using var reading = Shell($"read -r line; {end}");
        await using var reader = await reading.Open();
        var ended = await Assert.ThrowsAsync<ReaderEndedException>(() => reader.Read(Article, 2));
        Assert.Equal(isByItself, ended.IsByItself);
        Assert.Contains(how, ended.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_reads_for_ever_is_ended_and_the_next_article_has_another()
    {
        await using var reading = Shell("""read -r line; case "$line" in *slow*) sleep 600;; *) echo '{"Record":"AQ==","Facts":[],"Error":null}';; esac""", TimeSpan.FromMilliseconds(300));
        await using var reader = await reading.Open();
        var ended = await Assert.ThrowsAsync<ReaderEndedException>(() => reader.Read(Article with { Text = "slow" }, 2));
        Assert.True(ended.IsByItself);
    }

    [Fact]
    public async Task A_reader_is_kept_for_the_next_article_and_one_that_ended_is_replaced()
    {
        const string Count = """n=0; while read -r line; do n=$((n+1)); case "$line" in *bad*) kill -ABRT $$;; *) echo "{\"Record\":\"AQ==\",\"Facts\":[],\"Error\":\"$n\"}";; esac; done""";
        await using var reading = Shell(Count);
        await using (var reader = await reading.Open())
        {
            Assert.Equal("1", (await reader.Read(Article, 2)).Error);
            Assert.Equal("2", (await reader.Read(Article, 2)).Error);
        }

        await using var again = await reading.Open();
        Assert.Equal("3", (await again.Read(Article, 2)).Error);
        await Assert.ThrowsAsync<ReaderEndedException>(() => again.Read(Article with { Text = "bad" }, 2));
        Assert.Equal("1", (await again.Read(Article, 2)).Error);
    }

    [Fact]
    public async Task One_is_open_at_a_time()
    {
        await using var reading = Shell("read -r line");
        var first = await reading.Open();
        var second = reading.Open();
        Assert.False(second.IsCompleted);
        await first.DisposeAsync();
        await (await second).DisposeAsync();
    }

    [Fact]
    public async Task The_secrets_of_the_silo_are_not_the_readers()
    {
        Environment.SetEnvironmentVariable("SIMPUL_POSTGRES", "Host=nowhere;Password=secret");
        try
        {
            await using var reading = Shell("""read -r line; echo "{\"Record\":\"AQ==\",\"Facts\":[],\"Error\":\"[$SIMPUL_POSTGRES]\"}" """);
            await using var reader = await reading.Open();
            Assert.Equal("[]", (await reader.Read(Article, 2)).Error);
        }
        finally
        {
            Environment.SetEnvironmentVariable("SIMPUL_POSTGRES", null);
        }
    }

    private static IsolatedReading Shell(string script, TimeSpan? limit = null) =>
        new(new ReaderCommand("/bin/sh", ["-c", script]), TimeProvider.System) { Limit = limit ?? TimeSpan.FromSeconds(60) };
}
