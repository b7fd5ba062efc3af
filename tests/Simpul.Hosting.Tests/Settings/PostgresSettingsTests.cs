using Simpul.Hosting.Settings;

namespace Simpul.Hosting.Tests.Settings;

public sealed class PostgresSettingsTests
{
    private const string Secret = "rahasia";
    private const string Text = $"Host=db;Database=simpul;Username=u;Password={Secret}";

    [Fact]
    public void A_file_that_is_named_stands_above_the_environment()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder["argument"], $"{Text.Replace("db", "one", StringComparison.Ordinal)}\n");
        File.WriteAllText(folder["variable"], Text.Replace("db", "two", StringComparison.Ordinal));

        Assert.Equal("one", Read(folder["argument"], new() { ["SIMPUL_POSTGRES"] = Text }).Settings!.Connection.Host);
        Assert.Equal("two", Read(null, new() { ["SIMPUL_POSTGRES_FILE"] = folder["variable"], ["SIMPUL_POSTGRES"] = "" }).Settings!.Connection.Host);
        Assert.Equal("db", Read(null, new() { ["SIMPUL_POSTGRES"] = Text }).Settings!.Connection.Host);
        Assert.Null(Read(null, []).Settings);
    }

    [Fact]
    public void What_is_wrong_is_told_by_the_setting_s_name_and_without_the_secret()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder["broken"], $"Password={Secret}");

        Assert.Equal("SIMPUL_POSTGRES", Problem(null, new() { ["SIMPUL_POSTGRES"] = $"Password={Secret};Nonsense" }).Setting);
        Assert.Equal("SIMPUL_POSTGRES", Problem(null, new() { ["SIMPUL_POSTGRES"] = Text, ["SIMPUL_POSTGRES_FILE"] = folder["broken"] }).Setting);
        Assert.Equal("SIMPUL_POSTGRES_FILE", Problem(null, new() { ["SIMPUL_POSTGRES_FILE"] = folder["broken"] }).Setting);
        Assert.Equal("--postgres-file", Problem(folder["nowhere"], []).Setting);
        Assert.Contains(folder["nowhere"], Problem(folder["nowhere"], []).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_show_themselves_without_the_secret()
    {
        var settings = new SiloSettings { Postgres = Read(null, new() { ["SIMPUL_POSTGRES"] = Text }).Settings };

        Assert.Empty(settings.Validate());
        Assert.Contains("db:5432/simpul", settings.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, settings.ToString(), StringComparison.Ordinal);
        Assert.Equal("--data", Assert.Single((settings with { DataFolder = "folder" }).Validate()).Setting);
        Assert.Equal("--data", Assert.Single(new SiloSettings().Validate()).Setting);
    }

    private static SettingError Problem(string? file, Dictionary<string, string> variables)
    {
        var (settings, errors) = Read(file, variables);
        Assert.Null(settings);
        var error = Assert.Single(errors);
        Assert.DoesNotContain(Secret, error.ToString(), StringComparison.OrdinalIgnoreCase);
        return error;
    }

    private static (PostgresSettings? Settings, List<SettingError> Errors) Read(string? file, Dictionary<string, string> variables)
    {
        var errors = new List<SettingError>();
        return (PostgresSettings.Read(file, variables.GetValueOrDefault, errors), errors);
    }
}
