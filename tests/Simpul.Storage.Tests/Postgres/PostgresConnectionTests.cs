using Simpul.Storage.Postgres;

namespace Simpul.Storage.Tests.Postgres;

public sealed class PostgresConnectionTests
{
    [Theory]
    [InlineData("Host=db;Database=simpul;Username=u;Password=rahasia", "db:5432/simpul")]
    [InlineData("Host=db;Port=6000;Database=simpul;Username=u;Password=rahasia", "db:6000/simpul")]
    [InlineData("postgres://u:rahasia@db/simpul", "db:5432/simpul")]
    [InlineData("postgresql://u%40x:rahasia@db:6000/simpul?sslmode=require\n", "db:6000/simpul")]
    public void A_connection_shows_itself_without_its_password(string text, string shown)
    {
        var connection = PostgresConnection.Parse(text);
        Assert.Equal(shown, connection.ToString());
        Assert.Equal("db", connection.Host);
        using var source = connection.Open(3);
        Assert.DoesNotContain("rahasia", source.ConnectionString, StringComparison.Ordinal);
        Assert.Contains("Maximum Pool Size=3", source.ConnectionString, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_string_says_goes_before_the_defaults()
    {
        using var source = PostgresConnection.Parse("Host=db;Database=simpul;Maximum Pool Size=9;Timeout=3").Open(4);
        Assert.Contains("Maximum Pool Size=9", source.ConnectionString, StringComparison.Ordinal);
        Assert.Contains("Timeout=3;", source.ConnectionString, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("rahasia", "form Host=")]
    [InlineData("Host=db;Password=rahasia;Port=rahasia", "form Host=")]
    [InlineData("Host=db;Rahasia=rahasia", "form Host=")]
    [InlineData("Database=simpul;Password=rahasia", "names no Host")]
    [InlineData("Host=db;Password=rahasia", "names no Database")]
    [InlineData("postgres://u:rahasia@db", "names no Database")]
    [InlineData("postgres://u:rahasia@db/simpul?connect_timeout=rahasia", "connect_timeout")]
    [InlineData("postgres://", "form postgres://")]
    public void What_is_no_connection_string_is_told_without_quoting_it(string text, string problem)
    {
        var error = Assert.Throws<FormatException>(() => PostgresConnection.Parse(text));
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("rahasia", error.ToString(), StringComparison.OrdinalIgnoreCase);
    }
}
