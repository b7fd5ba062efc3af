using System.CommandLine;
using Microsoft.Extensions.Logging;
using Simpul.Grains.Hosting;
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
        Read(["--http-port", "web", "--silo-port", "0", "--bind", "192.0.2.7", "--cluster-id", "a b"], [], out var errors);

        Assert.Equal(["--bind", "--cluster-id", "--http-port", "--silo-port"], errors.Select(e => e.Setting).Order());
    }

    [Fact]
    public void A_database_stands_above_the_environment_s_folder_and_below_a_folder_that_is_named()
    {
        var variables = new Dictionary<string, string> { ["SIMPUL_POSTGRES"] = "Host=db;Database=simpul;Password=rahasia", ["SIMPUL_DATA"] = "there" };

        var database = Read(["--schema-changes", "deny"], variables, out var errors);
        Assert.Empty(errors);
        Assert.Equal(("db", false, null), (database.Postgres!.Connection.Host, database.Postgres.AllowSchemaChanges, database.DataFolder));
        Assert.True(Read(["--postgres"], variables, out errors).Postgres!.AllowSchemaChanges);
        Assert.Empty(errors);
        var folder = Read(["--data", "here"], variables, out errors);
        Assert.Empty(errors);
        Assert.Equal((null, Path.GetFullPath("here")), (folder.Postgres, folder.DataFolder));
    }

    [Theory]
    [InlineData("--postgres", "takes no value", "--postgres", "Host=db;Password=rahasia")]
    [InlineData("--postgres", "No database is named", "--postgres")]
    [InlineData("--postgres-file", "cannot be read", "--postgres-file", "/nowhere")]
    [InlineData("--schema-changes", "neither allow nor deny", "--schema-changes", "maybe", "SIMPUL_POSTGRES=Host=db;Database=simpul")]
    [InlineData("--data", "a database too", "--postgres", "--data", "here", "SIMPUL_POSTGRES=Host=db;Database=simpul")]
    public void A_database_that_makes_no_sense_is_told_once_and_without_its_secret(string setting, string problem, params string[] args)
    {
        var variables = args.Where(a => a.StartsWith("SIMPUL_", StringComparison.Ordinal)).Select(a => a.Split('=', 2)).ToDictionary(a => a[0], a => a[1]);

        Read([.. args.Where(a => !a.StartsWith("SIMPUL_", StringComparison.Ordinal))], variables, out var errors);

        var error = Assert.Single(errors);
        Assert.Equal(setting, error.Setting);
        Assert.Contains(problem, error.Problem, StringComparison.Ordinal);
        Assert.DoesNotContain("rahasia", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void New_corpora_have_the_slices_and_buckets_that_are_named_within_their_bounds()
    {
        var options = new GrainsOptions();

        Read(["--slices", "256"], new() { ["SIMPUL_BUCKETS"] = "64" }, out var errors).Grains!(options);
        Read(["--slices", "0", "--buckets", "many"], [], out var wrong);

        Assert.Empty(errors);
        Assert.Equal((256, 64), (options.DefaultSlices, options.DefaultBuckets));
        Assert.Equal(["--slices", "--buckets"], wrong.Select(e => e.Setting));
        Assert.Null(Read([], [], out _).Grains);
    }

    [Fact]
    public void The_log_has_a_form_and_a_level_and_nothing_else()
    {
        var options = new SiloOptions();
        var root = new RootCommand();
        options.AddTo(root);

        var log = options.ReadLog(root.Parse(["--log", "json", "--log-level", "DEBUG"]), _ => null, out var none);
        options.ReadLog(root.Parse(["--log", "xml", "--log-level", "loud"]), _ => null, out var errors);

        Assert.Empty(none);
        Assert.Equal((true, LogLevel.Debug), (log.IsJson, log.Level));
        Assert.Equal(["--log", "--log-level"], errors.Select(e => e.Setting));
    }

    private static SiloSettings Read(string[] args, Dictionary<string, string> variables, out IReadOnlyList<SettingError> errors)
    {
        var options = new SiloOptions();
        var root = new RootCommand();
        options.AddTo(root);
        return options.Read(root.Parse(args), variables.GetValueOrDefault, out errors);
    }
}
