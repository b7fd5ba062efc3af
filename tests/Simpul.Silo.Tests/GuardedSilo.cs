using System.Net;
using Microsoft.AspNetCore.Http;
using Simpul.Hosting.Networking;
using Simpul.Hosting.Security;
using Simpul.Hosting.Settings;
using Simpul.Silo.Operations;

namespace Simpul.Silo.Tests;

/// <summary>A silo in this process whose pages ask for a token.</summary>
public sealed class GuardedSilo : IAsyncLifetime
{
    public const string Token = "a-token-of-these-tests-alone";

    private readonly string _folder = Directory.CreateTempSubdirectory("simpul-guard-").FullName;
    private SiloHost _host = null!;

    internal IReadOnlyList<Endpoint> Routes => _host.Routes;

    public Uri Address { get; private set; } = null!;

    /// <summary>A client that follows nothing and keeps nothing.</summary>
    public HttpClient Client() => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(60) };

    public async Task InitializeAsync()
    {
        var ports = Enumerable.Range(0, 3).Select(static _ => PortReservation.TakeFree(IPAddress.Loopback)).ToList();
        ports.ForEach(static p => p.Dispose());
        var settings = new SiloSettings
        {
            DataFolder = _folder, HttpPort = ports[0].Port, SiloPort = ports[1].Port, GatewayPort = ports[2].Port, Token = new AccessToken(Token),
        };
        _host = await SiloHost.Start(settings, SiloLogSettings.Default, TextWriter.Null, default);
        Address = new Uri($"http://127.0.0.1:{settings.HttpPort}");
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
