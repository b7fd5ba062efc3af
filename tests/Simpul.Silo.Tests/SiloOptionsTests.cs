using System.CommandLine;
using Simpul.Hosting.Settings;

namespace Simpul.Silo.Tests;

public sealed class SiloOptionsTests
{
    [Fact]
    public void Without_options_the_defaults_stand()
    {
        var settings = Read([], [], out var errors);

        Assert.Empty(errors);
        Assert.Equal((8080, 11111, 30000, "127.0.0.1", "simpul"),
            (settings.HttpPort, settings.SiloPort, settings.GatewayPort, settings.Bind, settings.Cluster.ClusterId));
    }

    [Fact]
    public void Options_stand_above_variables_and_variables_above_defaults()
    {
        var settings = Read(
            ["--http-port", "9001", "--data", "here"],
            new() { ["SIMPUL_HTTP_PORT"] = "9002", ["SIMPUL_GATEWAY_PORT"] = "9003", ["SIMPUL_CLUSTER_ID"] = "two", ["SIMPUL_BIND"] = "" },
            out var errors);

        Assert.Empty(errors);
        Assert.Equal((9001, 9003, "two", "127.0.0.1"), (settings.HttpPort, settings.GatewayPort, settings.Cluster.ClusterId, settings.Bind));
        Assert.Equal(Path.GetFullPath("here"), settings.DataFolder);
    }

    [Fact]
    public void All_that_is_wrong_is_told_at_once_and_once()
    {
        Read(["--http-port", "web", "--silo-port", "0", "--bind", "0.0.0.0", "--cluster-id", "a b"], [], out var errors);

        Assert.Equal(["--bind", "--cluster-id", "--http-port", "--silo-port"], errors.Select(e => e.Setting).Order());
    }

    private static SiloSettings Read(string[] args, Dictionary<string, string> variables, out IReadOnlyList<SettingError> errors)
    {
        var options = new SiloOptions();
        var root = new RootCommand();
        options.AddTo(root);
        return options.Read(root.Parse(args), variables.GetValueOrDefault, out errors);
    }
}
