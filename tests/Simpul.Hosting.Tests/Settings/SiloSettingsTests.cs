using Simpul.Hosting.Settings;

namespace Simpul.Hosting.Tests.Settings;

public sealed class SiloSettingsTests
{
    private static readonly SiloSettings Valid = new() { DataFolder = Path.Combine(Path.GetTempPath(), "simpul-settings") };

    [Fact]
    public void The_defaults_are_valid() => Assert.Empty(Valid.Validate());

    [Fact]
    public void All_errors_are_reported_at_once_each_with_its_setting_and_a_remedy()
    {
        var settings = Valid with
        {
            DataFolder = " ",
            Bind = "somewhere",
            HttpPort = 0,
            SiloPort = 70_000,
            GatewayPort = -1,
            CollectionAge = TimeSpan.FromSeconds(1),
            StopTimeout = TimeSpan.Zero,
            Cluster = new ClusterSettings
            {
                ClusterId = "my cluster",
                ProbeTimeout = TimeSpan.FromSeconds(2),
                MaxProbeTimeout = TimeSpan.FromSeconds(1),
                TableRefresh = TimeSpan.Zero,
                MaxMessageBytes = 1000,
            },
        };

        var errors = settings.Validate();

        Assert.Equal(
            [
                "--data", "--bind", "--http-port", "--silo-port", "--gateway-port", "CollectionAge", "StopTimeout",
                "--cluster-id", "MaxProbeTimeout", "TableRefresh", "MaxMessageBytes",
            ],
            errors.Select(e => e.Setting));
        Assert.All(errors, e => Assert.EndsWith(".", e.Problem, StringComparison.Ordinal));
        Assert.All(errors, e => Assert.False(string.IsNullOrWhiteSpace(e.Remedy)));
    }

    [Fact]
    public void Two_settings_cannot_share_a_port()
    {
        var error = Assert.Single((Valid with { SiloPort = 8080 }).Validate());

        Assert.Equal("--silo-port", error.Setting);
        Assert.Equal("8080 is the port of --http-port too.", error.Problem);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.1.2.3")]
    [InlineData("localhost")]
    [InlineData("::1")]
    public void Loopback_addresses_may_be_bound(string bind) => Assert.Empty((Valid with { Bind = bind }).Validate());

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("::")]
    [InlineData("192.168.1.5")]
    public void Wider_addresses_are_refused_with_a_remedy(string bind)
    {
        var error = Assert.Single((Valid with { Bind = bind }).Validate());

        Assert.Equal("--bind", error.Setting);
        Assert.Contains("token", error.Problem, StringComparison.Ordinal);
        Assert.Contains("127.0.0.1", error.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_is_no_data_folder()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder["file"], "");

        Assert.Equal("--data", Assert.Single((Valid with { DataFolder = folder["file"] }).Validate()).Setting);
    }

    [Fact]
    public void A_silo_without_dashboard_has_two_ports() =>
        Assert.Equal(["--silo-port", "--gateway-port"], (Valid with { HttpPort = null }).Ports.Select(p => p.Setting));
}
