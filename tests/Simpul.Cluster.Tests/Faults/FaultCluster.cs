using System.Globalization;
using Simpul.Cluster.Tests.Processes;
using Simpul.Testing;

namespace Simpul.Cluster.Tests.Faults;

/// <summary>Silos of one cluster, each a process, on a database of its own.</summary>
internal sealed class FaultCluster : IPlace, IAsyncDisposable
{
    // Orleans' number for a silo that is out of the cluster.
    private const int Dead = 6;

    private readonly PostgresServer _server;
    private readonly string _database;
    private readonly List<SiloProcess> _silos = [];

    private FaultCluster(PostgresServer server, string database, (string Name, string Value)[] variables)
    {
        (_server, _database) = (server, database);
        Variables = variables.Append((PostgresVariable, server.ConnectionString(database))).ToDictionary(static v => v.Item1, static string? (v) => v.Item2, StringComparer.Ordinal);
    }

    private const string PostgresVariable = "SIMPUL_POSTGRES";

    /// <summary>What silos and commands of this cluster find in their environment.</summary>
    public IReadOnlyDictionary<string, string?> Variables { get; }

    public string[] Target => ["--cluster", "postgres"];

    public IReadOnlyList<SiloProcess> Silos => _silos;

    /// <summary>How the silo of a number is started, where not like every other.</summary>
    public Func<int, Task<SiloProcess>>? Starting { get; init; }

    public static async Task<FaultCluster> Create(PostgresServer server, params (string Name, string Value)[] variables) =>
        new(server, await NewDatabase(server), variables);

    /// <summary>A cluster whose silos have other variables than its clients, or are started elsewhere.</summary>
    public static async Task<FaultCluster> Create(
        PostgresServer server, Func<int, string, Task<SiloProcess>> start, params (string Name, string Value)[] variables)
    {
        var database = await NewDatabase(server);
        return new FaultCluster(server, database, variables) { Starting = number => start(number, server.ConnectionString(database)) };
    }

    /// <summary>Starts silos until there are as many as asked for.</summary>
    public async Task Grow(int silos)
    {
        // The first makes the tables; the others can start at once.
        if (_silos.Count == 0) _silos.Add(await Start(0));
        _silos.AddRange(await Task.WhenAll(Enumerable.Range(_silos.Count, Math.Max(0, silos - _silos.Count)).Select(Start)));
    }

    /// <summary>Begins a submission of all articles.</summary>
    public Job Submit(string[] lines, int pace = 500, string? corpus = null, int batch = 8) => new(this, lines, pace, corpus, batch);

    /// <summary>SIGKILL; the process is gone when this ends.</summary>
    public async Task Kill(SiloProcess silo)
    {
        await silo.Process.Kill();
        Assert.True(silo.Process.IsGone, "The silo was killed and still runs.");
        await Forget(silo);
    }

    /// <summary>SIGTERM; the silo must end in order. Another one takes its place.</summary>
    public async Task<TimeSpan> Restart(SiloProcess silo)
    {
        var started = TimeProvider.System.GetTimestamp();
        var code = await silo.Process.Stop();
        var took = TimeProvider.System.GetElapsedTime(started);
        Assert.True(code == 0, $"The silo was told to stop and ended in {code}:\n{silo.Process.Talk}");
        Assert.True(took < TimeSpan.FromSeconds(30), $"The silo took {took.TotalSeconds:0.0} s to stop.");
        var count = _silos.Count;
        await Forget(silo);
        await Grow(count);
        return took;
    }

    /// <summary>Takes a silo that has ended from the list.</summary>
    public async Task Forget(SiloProcess silo)
    {
        Assert.True(_silos.Remove(silo));
        await silo.DisposeAsync();
    }

    /// <summary>Waits until the others have put a silo out; answers how long after the call that was.</summary>
    public Task<TimeSpan> Evicts(SiloProcess silo) => Wait.Until($"The eviction of the silo at {silo.Gateway}", async () => await StatusOf(silo) == Dead);

    /// <summary>Asks the cluster's database for one value.</summary>
    public Task<T> Find<T>(string sql) => _server.Find<T>(sql, _database);

    /// <inheritdoc/>
    public Task<long> Committed(string corpus) => Find<long>(
        $"SELECT coalesce(sum(l.articles), 0)::bigint FROM corpus c LEFT JOIN ledger l USING (incarnation) WHERE c.name = '{corpus}'");

    /// <inheritdoc/>
    public Task<TimeSpan> LongestGap(string corpus, string parts) => Find<TimeSpan>(
        $"SELECT coalesce(max(gap), '0') FROM (SELECT s.committed - lag(s.committed) OVER ({parts} ORDER BY s.committed) AS gap "
        + $"FROM segment s JOIN corpus c USING (incarnation) WHERE c.name = '{corpus}') g");

    /// <summary>Hashes over all that is kept of a corpus, once its totals are saved up to the last segment.</summary>
    public async Task<string> Kept(string corpus)
    {
        // A tally's vector is the version of each ledger, eight bytes each, the least significant first.
        await Wait.Until("The saving of all totals", () => Find<bool>(
            $"""
            WITH o AS (SELECT incarnation, buckets FROM corpus WHERE name = '{corpus}'),
            heads AS (SELECT decode(string_agg(regexp_replace(lpad(to_hex(version), 16, '0'), '(..)(..)(..)(..)(..)(..)(..)(..)', '\8\7\6\5\4\3\2\1'), '' ORDER BY slice), 'hex') AS vector
                FROM ledger JOIN o USING (incarnation))
            SELECT (SELECT count(*) FROM tally t JOIN o USING (incarnation) JOIN heads ON t.vector = heads.vector) = (SELECT buckets FROM o)
            """));
        return await Find<string>(
            $"""
            SELECT concat_ws(' ',
                'ledgers', (SELECT md5(string_agg(concat_ws(':', slice, version, articles), ',' ORDER BY slice)) FROM ledger l WHERE l.incarnation = c.incarnation),
                'segments', (SELECT md5(string_agg(concat_ws(':', slice, sequence, md5(entries), md5(records)), ',' ORDER BY slice, sequence)) FROM segment s WHERE s.incarnation = c.incarnation),
                'tallies', (SELECT md5(string_agg(concat_ws(':', bucket, vector), ',' ORDER BY bucket)) FROM tally t WHERE t.incarnation = c.incarnation),
                'totals', (SELECT md5(string_agg(concat_ws(':', bucket, page, md5(content)), ',' ORDER BY bucket, page)) FROM tally_page p WHERE p.incarnation = c.incarnation))
            FROM corpus c WHERE c.name = '{corpus}'
            """);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var silo in _silos) await silo.DisposeAsync();
    }

    private static async Task<string> NewDatabase(PostgresServer server) => (await server.CreateDatabase()).ToString().Split('/')[1];

    private Task<SiloProcess> Start(int number) => Starting?.Invoke(number) ?? SiloProcess.Start(Variables);

    private Task<int> StatusOf(SiloProcess silo) => Find<int>(string.Create(
        CultureInfo.InvariantCulture, $"SELECT status FROM cluster_member WHERE port = {silo.Ports.Silo} ORDER BY started DESC LIMIT 1"));
}

/// <summary>What is asked of one silo.</summary>
internal static class SiloEnds
{
    /// <summary>A silo that the others have put out must notice, and end itself.</summary>
    public static async Task MustEnd(this SiloProcess silo)
    {
        var code = await silo.Process.Exit();
        Assert.True(code is not (0 or -1), $"The silo ended in {code}:\n{silo.Process.Talk}");
        Assert.True(silo.Process.IsGone, "The silo said that it ends and still runs.");
        Assert.Contains("I have been told I am dead", silo.Process.Talk, StringComparison.Ordinal);
    }
}
