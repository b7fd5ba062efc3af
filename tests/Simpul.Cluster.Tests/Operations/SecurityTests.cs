using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Simpul.Cluster.Tests.Processes;
using Simpul.Testing;

namespace Simpul.Cluster.Tests.Operations;

/// <summary>A silo that is open to other machines, as its operator and a stranger meet it.</summary>
public sealed class SecurityTests
{
    private const string Name = "Panembahan Sukmawijaya";
    private const string Sentence = "Presiden Panembahan Sukmawijaya bertemu Menteri Luar Negeri Jepang di Tokyo untuk perkara bernomor 7Q-rahasia.";

    [Theory]
    [InlineData(false, false, "neither a token nor a certificate")]
    [InlineData(true, false, "no certificate")]
    [InlineData(false, true, "no token")]
    public async Task Without_a_token_and_a_certificate_it_does_not_open(bool hasToken, bool hasCertificate, string missing)
    {
        using var folder = new TempFolder();
        using var secrets = await ClusterSecrets.Make();
        var variables = secrets.OfSilo.Where(v => v.Key == "SIMPUL_TOKEN_FILE" ? hasToken : hasCertificate).ToDictionary(StringComparer.Ordinal);

        await using var silo = new Running(
            Programs.Silo, ["--data", folder["data"], .. SiloPortNumbers.Free().Arguments, "--bind", "0.0.0.0", "--advertise", "127.0.0.1"], variables: variables);

        Assert.Equal(2, await silo.Exit());
        var line = Assert.Single(silo.Talk.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains(missing, line, StringComparison.Ordinal);
        Assert.Contains("SIMPUL_TLS_CERT", line, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["data"]));
    }

    [LongFact]
    public async Task A_run_at_debug_level_tells_no_secret_no_text_and_no_name()
    {
        using var folder = new TempFolder();
        using var secrets = await ClusterSecrets.Make();
        await using var silo = await SiloProcess.Start(
            folder["data"], null, secrets.OfSilo, "--bind", "0.0.0.0", "--advertise", "127.0.0.1", "--log", "json", "--log-level", "debug");
        var article = JsonSerializer.Serialize(new { id = "a1", text = string.Concat(Enumerable.Repeat(Sentence + " ", 5)), published = "2026-02-05" });
        var input = Corpus.Write(folder, "input.jsonl", [article, .. Corpus.Lines(20)]);

        await using (var submit = Commands.Start(secrets.OfClient, "submit", input, "--cluster", silo.Gateway))
            Assert.Equal((0, ""), (await submit.Exit(), submit.Output));
        await using (var show = Commands.Start(secrets.OfClient, "article", "a1", "--cluster", silo.Gateway))
        {
            Assert.Equal(0, await show.Exit());
            Assert.Contains("Sukmawijaya", show.Output, StringComparison.Ordinal);
        }

        await using (var stranger = Commands.Start("top", "countries", "--cluster", silo.Gateway)) Assert.Equal(4, await stranger.Exit());
        Assert.Equal(HttpStatusCode.Unauthorized, (await silo.Http.GetAsync("/metrics")).StatusCode);
        using (var wrong = new HttpRequestMessage(HttpMethod.Get, "/metrics") { Headers = { Authorization = new("Bearer", secrets.Token + "x") } })
            Assert.Equal(HttpStatusCode.Unauthorized, (await silo.Http.SendAsync(wrong)).StatusCode);
        using (await silo.Http.PostAsync("/login", new FormUrlEncodedContent([new("token", secrets.Token)])))
        {
        }

        silo.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secrets.Token);
        var metrics = await silo.Http.GetStringAsync("/metrics");
        var arguments = await File.ReadAllTextAsync($"/proc/{silo.Process.Id}/cmdline");
        Assert.Equal(0, await silo.Process.Stop());

        var said = silo.Process.Output + silo.Process.Talk;
        Assert.Contains("\"LogLevel\":\"Debug\"", said, StringComparison.Ordinal);
        Assert.Contains("A connection was refused", said, StringComparison.Ordinal);
        Assert.All([.. secrets.Hidden, Name, "Sukmawijaya", "7Q-rahasia"], hidden =>
        {
            Assert.DoesNotContain(hidden, said, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(hidden, metrics, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(hidden, arguments, StringComparison.OrdinalIgnoreCase);
        });
    }

    [LongFact]
    public async Task Renewed_certificates_are_taken_up_while_it_runs()
    {
        using var folder = new TempFolder();
        using var secrets = await ClusterSecrets.Make();
        await using var silo = await SiloProcess.Start(folder["data"], variables: secrets.OfSilo);

        var before = await Shown(silo.Ports.Gateway, secrets);
        await secrets.Renew();

        using var renewed = X509CertificateLoader.LoadCertificateFromFile(secrets["silo.pem"]);
        Assert.NotEqual(renewed.Thumbprint, before);
        Assert.Equal(renewed.Thumbprint, await Shown(silo.Ports.Gateway, secrets));
        await using var command = Commands.Start(secrets.OfClient, "corpus", "list", "--cluster", silo.Gateway);
        Assert.True(await command.Exit() == 0, command.Talk);
    }

    [LongFact]
    public async Task A_command_reaches_a_secured_silo_by_its_folder()
    {
        using var folder = new TempFolder();
        using var secrets = await ClusterSecrets.Make();
        await using var silo = await SiloProcess.Start(folder["data"], variables: secrets.OfSilo);

        await using var command = Commands.Start(secrets.OfClient, "corpus", "list", "--data", folder["data"]);

        Assert.True(await command.Exit() == 0, command.Talk);
    }

    [Fact]
    public async Task A_certificate_that_cannot_be_read_ends_a_command_with_the_variable_and_the_remedy()
    {
        using var secrets = await ClusterSecrets.Make();
        var variables = secrets.OfClient.ToDictionary(StringComparer.Ordinal);
        variables["SIMPUL_TLS_KEY"] = secrets["nowhere.pem"];

        await using var command = Commands.Start(variables, "corpus", "list", "--cluster", "127.0.0.1:1");

        Assert.Equal(2, await command.Exit());
        Assert.Contains("SIMPUL_TLS_KEY", command.Talk, StringComparison.Ordinal);
    }

    /// <summary>The thumbprint of the certificate that a gateway shows to whoever has one of the same authority.</summary>
    private static async Task<string> Shown(int gateway, ClusterSecrets secrets)
    {
        using var own = X509Certificate2.CreateFromPemFile(secrets["client.pem"], secrets["client-key.pem"]);
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, gateway);
        await using var tls = new SslStream(socket.GetStream());
        await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
        {
            TargetHost = "silo.simpul", ClientCertificates = [own], RemoteCertificateValidationCallback = static (_, _, _, _) => true,
        });
        return ((X509Certificate2)tls.RemoteCertificate!).Thumbprint;
    }
}
