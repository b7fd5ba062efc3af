using Simpul.Hosting.Security;
using Simpul.Hosting.Settings;
using Simpul.Hosting.Tests.Security;

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
        var error = Assert.Single((Valid with { Bind = bind, Advertise = "192.0.2.7" }).Validate());

        Assert.Equal("--bind", error.Setting);
        Assert.Contains("token", error.Problem, StringComparison.Ordinal);
        Assert.Contains("127.0.0.1", error.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wider_address_may_be_bound_where_certificates_and_a_token_are_asked_for()
    {
        using var authority = new TestAuthority();
        var wide = Valid with { Bind = "0.0.0.0", Advertise = "192.0.2.7" };
        var tls = new ClusterSettings { Tls = authority.Sign(TestAuthority.Silo) };
        var token = new AccessToken("0123456789abcdef");

        Assert.Empty((wide with { Cluster = tls, Token = token }).Validate());
        Assert.Empty((wide with { Cluster = tls, HttpPort = null }).Validate());
        Assert.Contains("no token", Assert.Single((wide with { Cluster = tls }).Validate()).Problem, StringComparison.Ordinal);
        Assert.Contains("no certificate", Assert.Single((wide with { Token = token }).Validate()).Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("elsewhere")]
    public void An_address_that_leads_nowhere_cannot_be_told_to_others(string address) =>
        Assert.Equal("--advertise", Assert.Single((Valid with { Advertise = address }).Validate()).Setting);

    [Fact]
    public void Certificates_that_do_not_serve_are_told_with_the_reason()
    {
        using var authority = new TestAuthority();
        using var other = new TestAuthority();

        Assert.Contains("valid from", Problem(authority.Sign(TestAuthority.Expired)), StringComparison.Ordinal);
        Assert.Contains("name silo.simpul", Problem(authority.Sign(TestAuthority.Client)), StringComparison.Ordinal);
        Assert.Contains("does not serve as", Problem(authority.Sign(TestAuthority.Silo) with { Authority = other.AuthorityFile }), StringComparison.Ordinal);
        Assert.Contains("hold no certificate with its key", Problem(authority.Sign(TestAuthority.Silo) with { Key = authority.Sign(TestAuthority.Silo).Key }), StringComparison.Ordinal);
        Assert.Contains("cannot be read", Problem(authority.Sign(TestAuthority.Silo) with { Key = "nowhere.pem" }), StringComparison.Ordinal);
        Assert.Contains("holds no certificate", Problem(authority.Sign(TestAuthority.Silo) is var silo ? silo with { Authority = silo.Key } : null!), StringComparison.Ordinal);

        static string Problem(TlsSettings tls) => (Valid with { Cluster = new ClusterSettings { Tls = tls } }).Validate()[0].Problem;
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
