using CliWrap;
using CliWrap.Buffered;
using Simpul.Cluster.Tests.Processes;
using Simpul.Hosting.Settings;
using YamlDotNet.RepresentationModel;

namespace Simpul.Cluster.Tests.Operations;

/// <summary>The composition of containers, read as an engine does.</summary>
public sealed class ComposeTests
{
    private const string File = "docker-compose.yml";

    private static readonly YamlNode s_file = Yaml.Read(File).Single();
    private static readonly Dictionary<string, YamlNode> s_services = s_file["services"].Pairs();
    private static readonly string[] s_silos = ["silo", "dashboard"];

    [Fact]
    public async Task Every_variable_of_a_silo_is_one_that_silos_read()
    {
        var known = await KnownVariables.OfSilo();

        Assert.All(s_silos, silo => Assert.Subset(known.ToHashSet(), s_services[silo]["environment"].Names().ToHashSet()));
    }

    [Fact]
    public async Task Secrets_come_from_files_that_deploy_secrets_makes_and_stand_nowhere_else()
    {
        using var made = await ClusterSecrets.Make();

        var declared = s_file["secrets"].Pairs();
        Assert.All(declared, secret =>
        {
            Assert.Equal($"deploy/.secrets/{secret.Key}", secret.Value["file"].ToString());
            Assert.True(System.IO.File.Exists(made[secret.Key]), $"deploy/secrets makes no {secret.Key}.");
        });
        Assert.All(s_services.Values, service =>
        {
            var mounted = service["secrets"].Items().Select(static s => s.ToString()).ToList();
            Assert.Subset(declared.Keys.ToHashSet(), mounted.ToHashSet());
            Assert.All(service["environment"].Pairs(), variable =>
            {
                Assert.DoesNotContain(variable.Key, new[] { "POSTGRES_PASSWORD", "SIMPUL_TOKEN", "SIMPUL_POSTGRES" });
                if (variable.Value.ToString().StartsWith("/run/secrets/", StringComparison.Ordinal)) Assert.Contains(Path.GetFileName(variable.Value.ToString()), mounted);
            });
        });
        Assert.DoesNotContain("postgres", s_services["client"]["secrets"].Items().Select(static s => s.ToString()));
    }

    [Fact]
    public void Silos_are_made_alike_come_back_wait_for_the_database_and_have_time_to_hand_over()
    {
        Assert.All(s_silos.Select(static name => s_services[name]), silo =>
        {
            Assert.Equal("service_healthy", silo["depends_on"]["postgres"]["condition"].ToString());
            Assert.Equal("unless-stopped", silo["restart"].ToString());
            Assert.True(TimeSpan.FromSeconds(int.Parse(silo["stop_grace_period"].ToString().TrimEnd('s'))) > new SiloSettings().StopTimeout);
            // Else --scale would give several containers one address.
            Assert.Equal(["cluster"], silo["networks"].Items().Select(static n => n.ToString()));
            Assert.False(silo.Has("container_name"));
            Assert.False(silo["environment"].Has("SIMPUL_ADVERTISE"));
        });
        Assert.Equal(["ports"], s_services["dashboard"].Names().Except(s_services["silo"].Names()));
    }

    [Fact]
    public void Only_the_dashboard_is_published_and_to_this_machine_alone()
    {
        Assert.Equal(["dashboard"], s_services.Where(static s => s.Value.Has("ports")).Select(static s => s.Key));
        var port = Assert.Single(s_services["dashboard"]["ports"].Items()).ToString();
        Assert.StartsWith("127.0.0.1:", port, StringComparison.Ordinal);
        Assert.EndsWith($":{SiloSettings.DefaultHttpPort}", port, StringComparison.Ordinal);
        Assert.All(s_services.Values, static service => Assert.False(service.Has("network_mode") || service.Has("privileged")));
    }

    [Fact]
    public void No_container_can_do_more_than_it_must()
    {
        Assert.All(s_services, static service =>
        {
            Assert.Equal("[ ALL ]", service.Value["cap_drop"].ToString());
            Assert.Contains("no-new-privileges:true", service.Value["security_opt"].ToString(), StringComparison.Ordinal);
            // The image of the database needs its own file system.
            Assert.True(service.Key == "postgres" || service.Value["read_only"].ToString() == "true");
        });
    }

    [Fact]
    public void The_image_runs_without_root_and_shows_the_ports_of_a_silo()
    {
        var lines = System.IO.File.ReadAllLines(Path.Combine(Programs.Root, "Dockerfile"));
        var last = lines[Array.FindLastIndex(lines, static l => l.StartsWith("FROM ", StringComparison.Ordinal))..];

        Assert.Contains("USER $APP_UID", last);
        Assert.Contains($"EXPOSE {SiloSettings.DefaultHttpPort} {SiloSettings.DefaultSiloPort} {SiloSettings.DefaultGatewayPort}", last);
        Assert.Contains(last, static l => l.StartsWith("HEALTHCHECK ", StringComparison.Ordinal) && l.EndsWith("[\"ready\"]", StringComparison.Ordinal));
        Assert.All(last.Where(static l => l.StartsWith("COPY ", StringComparison.Ordinal) && !l.Contains("--from", StringComparison.Ordinal)), static line =>
            Assert.True(System.IO.File.Exists(Path.Combine(Programs.Root, line.Split(' ')[1])), line));
    }

    [ComposeFact]
    public async Task The_file_is_one_that_compose_takes()
    {
        var (program, first) = ComposeFactAttribute.Compose!.Value;

        var result = await Cli.Wrap(program).WithArguments([.. first, "-f", Path.Combine(Programs.Root, File), "--profile", "client", "config", "--quiet"])
            .WithValidation(CommandResultValidation.None).ExecuteBufferedAsync();

        Assert.True(result.ExitCode == 0, result.StandardError);
    }
}

/// <summary>A test that needs compose, though no engine.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ComposeFactAttribute : FactAttribute
{
    /// <summary>The program and its first arguments; null where this machine has none.</summary>
    public static (string Program, string[] First)? Compose { get; } = new (string, string[])[] { ("docker", ["compose"]), ("docker-compose", []) }
        .Where(static c => Answers(c.Item1, c.Item2)).Cast<(string, string[])?>().FirstOrDefault();

    /// <inheritdoc/>
    public override string? Skip { get; set; } = Compose is null ? "Needs docker compose on this machine; an engine need not run." : null;

    private static bool Answers(string program, string[] first)
    {
        try
        {
            return Cli.Wrap(program).WithArguments([.. first, "version"]).WithValidation(CommandResultValidation.None).ExecuteBufferedAsync().Task.GetAwaiter().GetResult().ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
