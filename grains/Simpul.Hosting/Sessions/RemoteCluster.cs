using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using Simpul.Hosting.Security;
using Simpul.Hosting.Settings;
using Simpul.Storage.Postgres;

namespace Simpul.Hosting.Sessions;

/// <summary>A cluster of running silos, reached through gateways that are named or that its database lists.</summary>
public sealed class RemoteCluster : IClusterSession
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(3);
    private const int MostBeside = 3;
    private static readonly TimeSpan ProbeLimit = TimeSpan.FromSeconds(5);

    private readonly IHost _client;
    private readonly WatchedGateways _gateways;
    private readonly NpgsqlDataSource? _database;

    private RemoteCluster(IHost client, string description, NpgsqlDataSource? database = null)
    {
        (_client, _database) = (client, database);
        Grains = client.Services.GetRequiredService<IClusterClient>();
        _gateways = client.Services.GetRequiredService<WatchedGateways>();
        Description = description;
    }

    /// <inheritdoc/>
    public IGrainFactory Grains { get; }

    /// <inheritdoc/>
    public int Changes => _gateways.Changes;

    /// <inheritdoc/>
    public string Description { get; }

    /// <summary>Connects to those of the gateways that answer, and follows them as they come and go.</summary>
    /// <param name="gateways">Each <c>host:port</c>.</param>
    /// <param name="options">How, or null for the defaults.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="HostingException">An address is none, or no gateway answers in time.</exception>
    public static async Task<RemoteCluster> ConnectAsync(IReadOnlyList<string> gateways, RemoteOptions? options = null, CancellationToken cancel = default)
    {
        options = Complete(options);
        var addresses = Parse(gateways);
        var names = string.Join(',', addresses);
        return await Until(options, Try, cancel);

        async Task<(RemoteCluster?, HostingException?)> Try()
        {
            var (endpoints, problem) = await NamedGateways.Answering(addresses, ProbeLimit, cancel);
            if (endpoints.Length > 0)
            {
                if (await TryStart(ClientHost.Build(new NamedGateways(addresses), options.Cluster, options.Logging), cancel) is { } client)
                    return (new RemoteCluster(client, names), null);
                problem = $"it is no gateway of the cluster \"{options.Cluster.ClusterId}\", or one that is starting or stopping";
            }

            return (null, new HostingException(
                HostingFault.Unreachable, $"No silo answers at {names}: {problem}.",
                $"Check that the silo runs, that the port is its gateway port (30000 unless named otherwise), the cluster id, and {Certificate(options)}."));
        }
    }

    /// <summary>Connects to the silos that a cluster's database lists, and follows them as they come and go.</summary>
    /// <param name="database">The database.</param>
    /// <param name="options">How, or null for the defaults.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="HostingException">The database cannot be read, or no silo answers in time.</exception>
    public static async Task<RemoteCluster> ConnectAsync(PostgresConnection database, RemoteOptions? options = null, CancellationToken cancel = default)
    {
        options = Complete(options);
        var source = database.Open(poolSize: 2);
        try
        {
            return await Until(options, Try, cancel);
        }
        catch
        {
            await source.DisposeAsync();
            throw;
        }

        async Task<(RemoteCluster?, HostingException?)> Try()
        {
            try
            {
                var listed = await Membership.Gateways(source, options.Cluster.ClusterId, cancel);
                var (endpoints, problem) = await NamedGateways.Answering([.. listed.Select(static e => new GatewayAddress(e.Address.ToString(), e.Port))], ProbeLimit, cancel);
                if (endpoints.Length > 0)
                {
                    if (await TryStart(ClientHost.Build(source, options.Cluster, options.Logging), cancel) is { } client)
                        return (new RemoteCluster(client, database.ToString(), source), null);
                    problem = "they are starting or stopping, or of another cluster by now";
                }

                var silos = listed.Length == 0 ? "it lists none that is active" : $"{string.Join(',', listed.AsEnumerable())}: {problem}";
                return (null, new HostingException(
                    HostingFault.Unreachable, $"No silo of the cluster \"{options.Cluster.ClusterId}\" answers of those in the database {database}: {silos}.",
                    $"Check that the silos run, that this machine reaches the addresses that they advertise, the cluster id, and {Certificate(options)}."));
            }
            catch (NpgsqlException e)
            {
                var problem = (e as PostgresException)?.MessageText ?? e.InnerException?.Message ?? e.Message;
                return (null, new HostingException(
                    HostingFault.Unreachable, $"The database {database} does not answer: {problem.TrimEnd('.')}.",
                    $"Check that the server runs, and {PostgresSettings.Variable} or {PostgresSettings.FileVariable}.", e));
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await ClientHost.Stop(_client);
        if (_database is not null) await _database.DisposeAsync();
    }

    // A side that wants TLS and one that does not part without a word.
    private static string Certificate(RemoteOptions options) =>
        options.Cluster.Tls is null
            ? $"whether it wants a certificate ({TlsSettings.CertificateVariable}; none is named here)"
            : $"whether it has a certificate of the authority that {TlsSettings.AuthorityVariable} names";

    private static RemoteOptions Complete(RemoteOptions? options)
    {
        options ??= new RemoteOptions();
        return options.Cluster.Tls is not null ? options : options with { Cluster = options.Cluster with { Tls = TlsSettings.FromEnvironment() } };
    }

    private static async Task<RemoteCluster> Until(
        RemoteOptions options, Func<Task<(RemoteCluster? Cluster, HostingException? Obstacle)>> connect, CancellationToken cancel)
    {
        var started = options.Time.GetTimestamp();
        while (true)
        {
            var (cluster, obstacle) = await First(connect, options.Time);
            if (cluster is not null) return cluster;
            if (options.Time.GetElapsedTime(started) > options.ConnectTimeout) throw obstacle!;
            await Task.Delay(Pause, options.Time, cancel);
        }
    }

    // A client that has begun with a gateway that stands still notices late; another, begun beside it, most likely takes another one.
    private static async Task<(RemoteCluster? Cluster, HostingException? Obstacle)> First(
        Func<Task<(RemoteCluster? Cluster, HostingException? Obstacle)>> connect, TimeProvider time)
    {
        var tries = new List<Task<(RemoteCluster? Cluster, HostingException?)>> { connect() };
        while (true)
        {
            using var isEnded = new CancellationTokenSource();
            var pause = tries.Count < MostBeside ? Task.Delay(Silence, time, isEnded.Token) : Task.Delay(Timeout.Infinite, isEnded.Token);
            var ended = await Task.WhenAny([pause, .. tries]);
            await isEnded.CancelAsync();
            if (ended == pause)
            {
                tries.Add(connect());
                continue;
            }

            var first = tries.Single(t => t == ended);
            tries.Remove(first);
            // One that has failed says nothing of those beside it.
            if (tries.Count > 0 && first is { IsCompletedSuccessfully: true, Result.Cluster: null }) continue;
            foreach (var other in tries) _ = LetGo(other);
            return await first;
        }
    }

    private static async Task LetGo(Task<(RemoteCluster? Cluster, HostingException?)> connecting)
    {
        await ((Task)connecting).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        // The database is also that of the one which is used.
        if (connecting is { IsCompletedSuccessfully: true, Result.Cluster: { } late }) await ClientHost.Stop(late._client);
    }

    private static List<GatewayAddress> Parse(IReadOnlyList<string> gateways)
    {
        if (gateways.Count == 0) throw new HostingException(HostingFault.Settings, "No gateway is named.", "Name one as host:port, such as 127.0.0.1:30000.");
        return [.. gateways.Select(static text => GatewayAddress.Parse(text) ?? throw new HostingException(
            HostingFault.Settings, $"\"{text}\" is not the address of a gateway.", "Write it as host:port, such as 127.0.0.1:30000."))];
    }

    private static async Task<IHost?> TryStart(IHost client, CancellationToken cancel)
    {
        try
        {
            await client.StartAsync(cancel);
            return client;
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
}
