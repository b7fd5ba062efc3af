using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Simpul.Hosting.Ownership;
using Simpul.Hosting.Security;

namespace Simpul.Hosting.Sessions;

/// <summary>A connection to the process that owns a data folder.</summary>
internal sealed class OwnerConnection : ILink
{
    private readonly IHost _client;
    private readonly LostCalls _calls;

    private OwnerConnection(OwnerRecord owner, IHost client, LostCalls calls)
    {
        (Owner, _client, _calls) = (owner, client, calls);
        Grains = client.Services.GetRequiredService<IClusterClient>();
    }

    public OwnerRecord Owner { get; }

    public IGrainFactory Grains { get; }

    /// <summary>Ends when the connection is lost.</summary>
    public Task Lost => _calls.Lost;

    /// <summary>Connects to an owner that says it is ready; null where it does not answer.</summary>
    public static async Task<OwnerConnection?> TryConnect(OwnerRecord owner, EmbeddedOptions options, CancellationToken cancel)
    {
        if (owner is not { State: OwnerState.Ready, ClusterId: { } clusterId } || !IPEndPoint.TryParse(owner.Gateway ?? "", out var gateway)) return null;
        var calls = new LostCalls(options.OwnerWait);
        // A command's own silo shows no certificate, whatever its environment names: it serves this machine alone.
        var cluster = options.Cluster with { ClusterId = clusterId, Tls = owner.IsSecured ? TlsSettings.FromEnvironment() : null };
        var client = ClientHost.Build([gateway], cluster, options.Logging, calls);
        try
        {
            await client.StartAsync(cancel);
            return new OwnerConnection(owner, client, calls);
        }
        catch (Exception e) when (!cancel.IsCancellationRequested && ClientHost.IsNoAnswer(e))
        {
            client.Dispose();
            return null;
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    /// <summary>Ends all calls under way; they wait for <see cref="LetGo"/> before they fail, so that trying again is of use.</summary>
    public void Break() => _calls.Break();

    /// <summary>Lets broken calls fail: there is another link, or there will be none.</summary>
    public void LetGo() => _calls.LetGo();

    public async ValueTask DisposeAsync()
    {
        _calls.LetGo();
        await ClientHost.Stop(_client);
    }
}
