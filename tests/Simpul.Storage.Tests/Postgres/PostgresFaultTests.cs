using Simpul.Storage.Postgres;
using Simpul.Testing;

namespace Simpul.Storage.Tests.Postgres;

/// <summary>What a server that fails does to a store: what was not acknowledged may be kept or not, and what was is kept.</summary>
[Collection(PostgresCollection.Name)]
public sealed class PostgresFaultTests(PostgresFixture fixture)
{
    private static readonly DateTime s_now = new(2026, 2, 5, 10, 0, 0, DateTimeKind.Utc);

    [PostgresFact]
    public async Task A_connection_that_dies_before_the_commit_acknowledges_nothing()
    {
        var database = await fixture.Server.CreateDatabase();
        await using var store = await PostgresStore.Open(database);
        var (corpus, head) = await OpenLedger(store);
        // It runs when the transaction is about to be committed, after the statement has answered its row.
        await fixture.Server.Execute(
            """
            CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END $$;
            CREATE CONSTRAINT TRIGGER die AFTER INSERT ON segment DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION die()
            """,
            NameOf(database));

        await Assert.ThrowsAsync<StoreException>(() => store.Append(Segment(corpus, head.Epoch, 0)));
        await Assert.ThrowsAsync<StoreException>(() => store.Append(Segment(corpus, head.Epoch, 0) with { Erased = [new TextPosition(1, 0)] }));

        await fixture.Server.Execute("DROP TRIGGER die ON segment", NameOf(database));
        Assert.Equal(new LedgerHead(head.Epoch + 1, 0, 0), await store.OpenLedger(corpus.Incarnation, 0));
    }

    [PostgresFact]
    public async Task A_connection_that_dies_after_the_commit_leaves_a_segment_that_the_next_writer_finds()
    {
        var database = await fixture.Server.CreateDatabase();
        await using var store = await PostgresStore.Open(database);
        var (corpus, head) = await OpenLedger(store);
        // Commits now wait for a standby that never comes: kept on this server, and not yet answered.
        await Standby("nobody");
        try
        {
            var append = store.Append(Segment(corpus, head.Epoch, 0));
            await Until("SELECT count(*) = 1 FROM pg_stat_activity WHERE wait_event = 'SyncRep'");
            await fixture.Server.Execute("SET synchronous_commit = local; SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event = 'SyncRep'");
            await Assert.ThrowsAsync<StoreException>(() => append);
        }
        finally
        {
            await Standby("");
        }

        Assert.Equal(new LedgerHead(head.Epoch + 1, 1, 1), await store.OpenLedger(corpus.Incarnation, 0));
        Assert.False(await store.Append(Segment(corpus, head.Epoch, 0)));
        Assert.Single(await store.ReadSegments(new SegmentRange(corpus.Incarnation, 0, 0, long.MaxValue)));
    }

    [PostgresFact]
    public async Task After_a_restart_of_the_server_everything_acknowledged_is_there_and_reads_do_not_notice()
    {
        var database = await fixture.Server.CreateDatabase();
        await using var store = await PostgresStore.Open(database);
        var (corpus, head) = await OpenLedger(store);
        // Every connection of the pool has been used, and will be found dead.
        await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => store.ListCorpora()));
        Assert.True(await store.Append(Segment(corpus, head.Epoch, 0)));

        await fixture.Server.Stop();
        await Assert.ThrowsAsync<StoreException>(() => store.Ping());
        await Assert.ThrowsAsync<StoreException>(() => store.Append(Segment(corpus, head.Epoch, 1)));
        await fixture.Server.Start();

        await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => store.Ping()));
        Assert.Equal(1, Assert.Single(await store.ReadPositions(corpus.Incarnation)).Version);
        Assert.True(await store.Append(Segment(corpus, head.Epoch, 1)));
    }

    [PostgresFact]
    public async Task A_server_that_comes_up_late_is_waited_for()
    {
        var database = await fixture.Server.CreateDatabase();
        await fixture.Server.Stop();
        var opening = PostgresStore.Open(database);
        await fixture.Server.Start();
        await using var store = await opening;
        await store.Ping();
    }

    [PostgresFact]
    public async Task A_server_that_does_not_come_up_is_told_in_a_line()
    {
        var database = await fixture.Server.CreateDatabase();
        await fixture.Server.Stop();
        try
        {
            var error = await Assert.ThrowsAsync<StoreException>(() => PostgresStore.Open(database, new PostgresOptions { Wait = TimeSpan.Zero }));
            Assert.StartsWith($"The database 127.0.0.1:{fixture.Server.Port}/{NameOf(database)} cannot be used:", error.Message, StringComparison.Ordinal);
        }
        finally
        {
            await fixture.Server.Start();
        }
    }

    [PostgresFact]
    public async Task A_server_that_takes_no_writes_does_not_answer_a_ping()
    {
        var database = await fixture.Server.CreateDatabase();
        await using (await PostgresStore.Open(database)) { }
        await fixture.Server.Execute($"ALTER DATABASE {NameOf(database)} SET default_transaction_read_only = on");
        await using var store = await PostgresStore.Open(database);
        var error = await Assert.ThrowsAsync<StoreException>(() => store.Ping());
        Assert.Contains("takes no writes", error.Message, StringComparison.Ordinal);
    }

    private static async Task<(CorpusRow Corpus, LedgerHead Head)> OpenLedger(PostgresStore store)
    {
        var corpus = await store.CreateCorpus("c", 1, 1, s_now);
        return (corpus, (await store.OpenLedger(corpus.Incarnation, 0))!);
    }

    private async Task Standby(string names)
    {
        await fixture.Server.Execute($"ALTER SYSTEM SET synchronous_standby_names = '{names}'");
        await fixture.Server.Execute("SELECT pg_reload_conf()");
        // Read by every session when it is next at rest.
        await Until($"SELECT current_setting('synchronous_standby_names') = '{names}'");
    }

    private async Task Until(string condition)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!await fixture.Server.Find<bool>(condition)) limit.Token.ThrowIfCancellationRequested();
    }

    private static SegmentAppend Segment(CorpusRow corpus, long epoch, long version) => new()
    {
        Incarnation = corpus.Incarnation, Slice = 0, Epoch = epoch, Version = version, Articles = version + 1, Committed = s_now,
        Entries = [1], Records = [], Texts = Bundle.Pack([new byte[] { 1 }]),
    };

    private static string NameOf(PostgresConnection database) => database.ToString().Split('/')[1];
}
