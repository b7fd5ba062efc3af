using Simpul.Hosting.Settings;
using YamlDotNet.RepresentationModel;

namespace Simpul.Cluster.Tests.Operations;

/// <summary>The manifests for Kubernetes: that they fit together, and fit the programs.</summary>
public sealed class KubernetesTests
{
    private static readonly YamlNode[] s_all =
    [
        .. Directory.GetFiles(Path.Combine(Processes.Programs.Root, "deploy/k8s"), "*.yaml").Order(StringComparer.Ordinal).SelectMany(Yaml.Read),
    ];

    private static readonly YamlNode s_silo = Container("simpul-silo");
    private static readonly YamlNode s_client = Container("simpul-client");

    [Fact]
    public async Task Every_variable_of_a_silo_is_one_that_silos_read()
    {
        var known = await KnownVariables.OfSilo();
        var shared = Kind("ConfigMap").Single();
        var named = shared["data"].Names().Concat(s_silo["env"].Items().Select(static v => v["name"].ToString())).ToList();

        Assert.Equal(shared["metadata"]["name"], s_silo["envFrom"].Items().Single()["configMapRef"]["name"]);
        Assert.Subset(known.ToHashSet(), named.ToHashSet());
        Assert.Equal(named.Count, named.Distinct().Count());
        Assert.Equal("status.podIP", s_silo["env"].Items().Single(static v => v["name"].ToString() == "SIMPUL_ADVERTISE")["valueFrom"]["fieldRef"]["fieldPath"].ToString());
        Assert.All(s_client["env"].Items(), static v => Assert.False(v.Has("valueFrom")));
    }

    [Fact]
    public void Secrets_come_from_elsewhere_as_files()
    {
        Assert.Empty(Kind("Secret"));
        foreach (var (workload, container) in new[] { ("simpul-silo", s_silo), ("simpul-client", s_client) })
        {
            var volume = Pod(workload)["volumes"].Items().Single(static v => v.Has("secret"));
            Assert.Equal(workload, volume["secret"]["secretName"].ToString());
            var mount = container["volumeMounts"].Items().Single(m => m["name"].Equals(volume["name"]));
            var files = container["env"].Items().Where(static v => v.Has("value")).Select(static v => v["value"].ToString());
            if (container.Has("envFrom")) files = files.Concat(Kind("ConfigMap").Single()["data"].Pairs().Values.Select(static v => v.ToString()));
            var secrets = files.Where(static f => f.StartsWith('/')).ToList();
            Assert.NotEmpty(secrets);
            Assert.All(secrets, file => Assert.StartsWith(mount["mountPath"] + "/", file, StringComparison.Ordinal));
            // What makes the secret is told in the file, by the names that are mounted.
            var told = File.ReadAllText(Path.Combine(Processes.Programs.Root, "deploy/k8s/config.yaml")).Split($"generic {workload}")[1];
            Assert.All(secrets, file => Assert.Contains($"--from-file={Path.GetFileName(file)}", told, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Ports_and_names_are_the_same_wherever_they_stand()
    {
        var ports = s_silo["ports"].Items().ToDictionary(static p => p["name"].ToString(), static p => int.Parse(p["containerPort"].ToString()));
        Assert.Equal(
            new() { ["http"] = SiloSettings.DefaultHttpPort, ["silo"] = SiloSettings.DefaultSiloPort, ["gateway"] = SiloSettings.DefaultGatewayPort }, ports);
        Assert.All(Kind("Service"), service => Assert.All(service["spec"]["ports"].Items(), port =>
            Assert.Equal(ports[port["targetPort"].ToString()].ToString(), port["port"].ToString())));
        var policy = Kind("NetworkPolicy").Single()["spec"]["ingress"].Items().SelectMany(static r => r["ports"].Items()).Select(static p => int.Parse(p["port"].ToString()));
        Assert.Equal(ports.Values.Order(), policy.Distinct().Order());

        var pod = Workload("simpul-silo")["spec"]["template"]["metadata"]["labels"];
        Assert.All(Kind("Service").Select(static s => s["spec"]["selector"]).Append(Kind("PodDisruptionBudget").Single()["spec"]["selector"]["matchLabels"])
            .Append(Workload("simpul-silo")["spec"]["selector"]["matchLabels"]), selector => Assert.Equal(pod, selector));
        var cluster = s_client["env"].Items().Single(static v => v["name"].ToString() == "SIMPUL_CLUSTER")["value"].ToString();
        Assert.Contains(Kind("Service"), s => cluster == $"{s["metadata"]["name"]}:{ports["gateway"]}" && s["spec"]["clusterIP"].ToString() == "None");
    }

    [Theory]
    [InlineData("startupProbe", "/health/startup")]
    [InlineData("livenessProbe", "/health/live")]
    [InlineData("readinessProbe", "/health/ready")]
    public void Each_probe_asks_the_page_that_is_for_it(string probe, string page)
    {
        Assert.Equal(page, s_silo[probe]["httpGet"]["path"].ToString());
        Assert.Equal("http", s_silo[probe]["httpGet"]["port"].ToString());
    }

    [Fact]
    public void A_silo_has_time_to_hand_over_and_no_two_leave_at_once()
    {
        var grace = TimeSpan.FromSeconds(int.Parse(Pod("simpul-silo")["terminationGracePeriodSeconds"].ToString()));

        Assert.True(grace > new SiloSettings().StopTimeout + TimeSpan.FromSeconds(5));
        Assert.Equal("0", Workload("simpul-silo")["spec"]["strategy"]["rollingUpdate"]["maxUnavailable"].ToString());
        Assert.Equal("1", Kind("PodDisruptionBudget").Single()["spec"]["maxUnavailable"].ToString());
    }

    [Theory]
    [InlineData("simpul-silo")]
    [InlineData("simpul-client")]
    public void No_pod_can_do_more_than_it_must(string workload)
    {
        var container = Container(workload)["securityContext"];

        Assert.Equal("true", Pod(workload)["securityContext"]["runAsNonRoot"].ToString());
        Assert.Equal("RuntimeDefault", Pod(workload)["securityContext"]["seccompProfile"]["type"].ToString());
        Assert.Equal("false", Pod(workload)["automountServiceAccountToken"].ToString());
        Assert.Equal(("false", "true"), (container["allowPrivilegeEscalation"].ToString(), container["readOnlyRootFilesystem"].ToString()));
        Assert.Equal("[ ALL ]", container["capabilities"]["drop"].ToString());
        Assert.True(Container(workload)["resources"].Has("limits"));
    }

    private static IEnumerable<YamlNode> Kind(string kind) => s_all.Where(n => n["kind"].ToString() == kind);

    private static YamlNode Workload(string name) => Kind("Deployment").Single(n => n["metadata"]["name"].ToString() == name);

    private static YamlNode Pod(string workload) => Workload(workload)["spec"]["template"]["spec"];

    private static YamlNode Container(string workload) => Pod(workload)["containers"].Items().Single();
}
