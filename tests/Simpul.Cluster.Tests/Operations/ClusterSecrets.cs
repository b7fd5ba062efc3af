using CliWrap;
using CliWrap.Buffered;
using Simpul.Cluster.Tests.Processes;

namespace Simpul.Cluster.Tests.Operations;

/// <summary>What <c>deploy/secrets</c> makes, in a folder of a test's own.</summary>
internal sealed class ClusterSecrets : IDisposable
{
    private readonly TempFolder _folder = new();

    public string this[string name] => _folder[name];

    public string Token => File.ReadAllText(_folder["token"]).Trim();

    public IReadOnlyDictionary<string, string?> OfSilo => Of("silo", ("SIMPUL_TOKEN_FILE", _folder["token"]));

    public IReadOnlyDictionary<string, string?> OfClient => Of("client");

    /// <summary>What nobody may see: the token, and every line of a private key.</summary>
    public IEnumerable<string> Hidden => new[] { "ca", "silo", "client" }
        .SelectMany(name => File.ReadAllLines(_folder[$"{name}-key.pem"])).Where(static l => l.Length > 20 && l[0] != '-').Append(Token);

    public static async Task<ClusterSecrets> Make()
    {
        var secrets = new ClusterSecrets();
        await secrets.Run();
        return secrets;
    }

    public Task Renew() => Run("renew");

    public void Dispose() => _folder.Dispose();

    private async Task Run(params string[] args) => await Cli.Wrap(Path.Combine(Programs.Root, "deploy/secrets")).WithArguments([.. args, _folder.Path]).ExecuteBufferedAsync();

    private Dictionary<string, string?> Of(string who, params IEnumerable<(string Name, string Value)> more) => new[]
    {
        ("SIMPUL_TLS_CERT", _folder[$"{who}.pem"]), ("SIMPUL_TLS_KEY", _folder[$"{who}-key.pem"]), ("SIMPUL_TLS_CA", _folder["ca.pem"]),
    }.Concat(more).ToDictionary(static p => p.Item1, static string? (p) => p.Item2, StringComparer.Ordinal);
}
