using Simpul.Hosting.Security;
using Simpul.Hosting.Settings;

namespace Simpul.Hosting.Tests.Security;

public sealed class AccessTokenTests
{
    private const string Text = "correct-horse-battery-staple";
    private static readonly DateTimeOffset Now = new(2026, 2, 5, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Only_the_token_itself_matches()
    {
        var token = new AccessToken(Text);

        Assert.True(token.Matches(Text));
        Assert.All(["", Text[..^1], Text + "x", Text.ToUpperInvariant(), new string('x', 100_000)], other => Assert.False(token.Matches(other)));
    }

    [Fact]
    public void A_pass_opens_every_silo_of_the_token_until_it_expires()
    {
        var pass = new AccessToken(Text).Issue(Now.AddHours(1));

        Assert.True(new AccessToken(Text).Accepts(pass, Now));
        Assert.False(new AccessToken(Text).Accepts(pass, Now.AddHours(1)));
        Assert.False(new AccessToken(Text + "x").Accepts(pass, Now));
    }

    [Fact]
    public void A_pass_that_was_tampered_with_opens_nothing()
    {
        var token = new AccessToken(Text);
        var pass = token.Issue(Now.AddHours(1));
        var dot = pass.IndexOf('.', StringComparison.Ordinal);

        Assert.All(
            ["", ".", pass[..dot], $"9999999999{pass[dot..]}", pass[..^1], Text, $"{new string('9', 50)}{pass[dot..]}"],
            other => Assert.False(token.Accepts(other, Now)));
    }

    [Fact]
    public void It_is_read_from_a_variable_or_a_file_without_the_line_end()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder["token"], Text + "\n");

        Assert.True(Read(new() { ["SIMPUL_TOKEN"] = Text })!.Matches(Text));
        Assert.True(Read(new() { ["SIMPUL_TOKEN_FILE"] = folder["token"] })!.Matches(Text));
        Assert.Null(Read([]));
    }

    [Fact]
    public void What_is_no_token_is_refused_without_being_shown()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder["empty"], "\n");
        foreach (var variables in new Dictionary<string, string>[]
        {
            new() { ["SIMPUL_TOKEN"] = "s3cret" }, new() { ["SIMPUL_TOKEN"] = "s3cret s3cret s3cret" }, new() { ["SIMPUL_TOKEN_FILE"] = folder["none"] },
            new() { ["SIMPUL_TOKEN_FILE"] = folder["empty"] }, new() { ["SIMPUL_TOKEN"] = Text, ["SIMPUL_TOKEN_FILE"] = folder["empty"] },
        })
        {
            var errors = new List<SettingError>();
            Assert.Null(AccessToken.Read(variables.GetValueOrDefault, errors));
            var error = Assert.Single(errors);
            Assert.DoesNotContain("s3cret", error.ToString(), StringComparison.Ordinal);
        }

        Assert.DoesNotContain(Text, new AccessToken(Text).ToString(), StringComparison.Ordinal);
    }

    private static AccessToken? Read(Dictionary<string, string> variables)
    {
        var errors = new List<SettingError>();
        var token = AccessToken.Read(variables.GetValueOrDefault, errors);
        Assert.Empty(errors);
        return token;
    }
}
