using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Simpul.Contracts;
using Simpul.Hosting.Security;
using Simpul.Hosting.Sessions;
using Simpul.Hosting.Settings;
using Simpul.Storage;

namespace Simpul.Hosting.Tests.Security;

/// <summary>Who reaches a silo that shows a certificate and asks for one.</summary>
public sealed class TlsSiloTests(TlsSiloTests.Silo silo) : IClassFixture<TlsSiloTests.Silo>
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);

    public enum Stranger
    {
        Plain,
        Without,
        Expired,
        OfAnotherAuthority,
        SignedByItself,
    }

    [Fact]
    public async Task Clients_and_silos_of_one_authority_work_together()
    {
        await using var second = await SecuredSilo.Start(silo.Store, silo.Folder.Path, silo.Authority.Sign(TestAuthority.Silo), silo.First.SiloEndpoint);
        await using var client = await Connect(second.GatewayEndpoint, silo.Authority.Sign(TestAuthority.Client));
        var catalogue = client.Grains.GetGrain<ICatalogueGrain>(GrainKeys.Catalogue);

        // As many as live on both silos.
        var corpora = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => catalogue.Create($"c{i}", new CorpusLayout())));
        var statuses = await Task.WhenAll(corpora.Select(c => client.Grains.GetGrain<ICorpusGrain>(GrainKeys.Corpus(c.Corpus)).Status()));

        Assert.Equal(2, second.ActiveSilos);
        Assert.All(statuses, s => Assert.Equal(0, s.AsOf.SilentTallies));
    }

    [Theory]
    [CombinedPorts]
    public async Task Strangers_are_refused_at_both_ports(Stranger who, bool atGateway)
    {
        var endpoint = atGateway ? silo.First.GatewayEndpoint : silo.First.SiloEndpoint;
        await Refused(endpoint, who switch
        {
            Stranger.Plain or Stranger.Without => null,
            Stranger.Expired => silo.Authority.Sign(TestAuthority.Expired),
            Stranger.OfAnotherAuthority => silo.Other.Sign(TestAuthority.Silo),
            _ => silo.Authority.SignedByItself(TestAuthority.Silo),
        }, isPlain: who == Stranger.Plain);
    }

    [Fact]
    public Task A_client_s_certificate_opens_no_silo_port() =>
        Refused(silo.First.SiloEndpoint, silo.Authority.Sign(TestAuthority.Client), isPlain: false);

    [Theory]
    [InlineData("a client's")]
    [InlineData("expired")]
    [InlineData("of another authority")]
    public async Task A_client_refuses_who_is_no_silo_of_its_cluster(string shown)
    {
        var settings = shown switch
        {
            "a client's" => silo.Authority.Sign(TestAuthority.Client),
            "expired" => silo.Authority.Sign(TestAuthority.Expired),
            _ => silo.Other.Sign(TestAuthority.Silo),
        };
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var done = new CancellationTokenSource();
        var heard = HearClient(listener, X509Certificate2.CreateFromPemFile(settings.Certificate, settings.Key), done.Token);

        await Assert.ThrowsAsync<HostingException>(() => Connect((IPEndPoint)listener.LocalEndpoint, silo.Authority.Sign(TestAuthority.Client)));

        await done.CancelAsync();
        Assert.Equal(0, await heard.WaitAsync(Deadline));
    }

    [Fact]
    public async Task A_client_with_a_certificate_does_not_talk_to_a_silo_without()
    {
        using var folder = new TempFolder();
        await using var store = DataStore.Open(folder.Path);
        await using var plain = await SecuredSilo.Start(store, folder.Path, tls: null);

        var told = await Assert.ThrowsAsync<HostingException>(() => Connect(plain.GatewayEndpoint, silo.Authority.Sign(TestAuthority.Client)));
        Assert.Contains("whether it has a certificate of the authority that SIMPUL_TLS_CA names", told.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_without_a_certificate_is_told_in_a_line()
    {
        var told = await Assert.ThrowsAsync<HostingException>(() => Connect(silo.First.GatewayEndpoint, tls: null));
        Assert.Contains("whether it wants a certificate (SIMPUL_TLS_CERT; none is named here)", told.Remedy, StringComparison.Ordinal);
    }

    private static Task<RemoteCluster> Connect(IPEndPoint gateway, TlsSettings? tls) => RemoteCluster.ConnectAsync(
        [gateway.ToString()], new RemoteOptions { ConnectTimeout = TimeSpan.FromMilliseconds(100), Cluster = new ClusterSettings { Tls = tls } });

    // The silo ends the connection without a byte of Orleans's; one that it takes would stay open until the deadline.
    private static async Task Refused(IPEndPoint endpoint, TlsSettings? shown, bool isPlain)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(endpoint);
        try
        {
            Stream stream = client.GetStream();
            if (isPlain)
            {
                await stream.WriteAsync(Encoding.ASCII.GetBytes(new string('x', 100)));
            }
            else
            {
                var secured = new SslStream(stream, false, static (_, _, _, _) => true);
                stream = secured;
                await secured.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
                {
                    TargetHost = TlsSettings.DefaultSiloName,
                    ClientCertificates = shown is null ? null : [X509Certificate2.CreateFromPemFile(shown.Certificate, shown.Key)],
                    EnabledSslProtocols = SslProtocols.Tls13 | SslProtocols.Tls12,
                }).WaitAsync(Deadline);
            }

            var read = await stream.ReadAsync(new byte[64]).AsTask().WaitAsync(Deadline);
            // A plain caller may see the alert that ends TLS.
            if (isPlain) Assert.InRange(read, 0, 7);
            else Assert.Equal(0, read);
        }
        catch (Exception e) when (e is IOException or AuthenticationException)
        {
        }
    }

    private static async Task<int> HearClient(TcpListener listener, X509Certificate2 shown, CancellationToken done)
    {
        var heard = 0;
        try
        {
            while (true)
            {
                using var connection = await listener.AcceptTcpClientAsync(done);
                await using var stream = new SslStream(connection.GetStream(), false, static (_, _, _, _) => true);
                try
                {
                    await stream.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = shown, ClientCertificateRequired = true }, CancellationToken.None);
                    heard += await stream.ReadAsync(new byte[64], CancellationToken.None);
                }
                catch (Exception e) when (e is IOException or AuthenticationException)
                {
                }
            }
        }
        catch (OperationCanceledException)
        {
            return heard;
        }
    }

    [AttributeUsage(AttributeTargets.Method)]
    private sealed class CombinedPortsAttribute : Xunit.Sdk.DataAttribute
    {
        public override IEnumerable<object[]> GetData(System.Reflection.MethodInfo testMethod) =>
            Enum.GetValues<Stranger>().SelectMany(s => new object[][] { [s, true], [s, false] });
    }

    /// <summary>One silo for all of these tests.</summary>
    public sealed class Silo : IAsyncLifetime
    {
        internal TempFolder Folder { get; } = new();

        internal TestAuthority Authority { get; } = new();

        internal TestAuthority Other { get; } = new();

        internal IStore Store { get; private set; } = null!;

        internal SecuredSilo First { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            Store = DataStore.Open(Folder.Path);
            First = await SecuredSilo.Start(Store, Folder.Path, Authority.Sign(TestAuthority.Silo));
        }

        public async Task DisposeAsync()
        {
            await First.DisposeAsync();
            await Store.DisposeAsync();
            Authority.Dispose();
            Other.Dispose();
            Folder.Dispose();
        }
    }
}
