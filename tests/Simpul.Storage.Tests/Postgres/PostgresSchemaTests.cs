using Simpul.Storage.Postgres;
using Simpul.Testing;

namespace Simpul.Storage.Tests.Postgres;

[Collection(PostgresCollection.Name)]
public sealed class PostgresSchemaTests(PostgresFixture fixture)
{
    private static readonly DateTime s_now = new(2026, 2, 5, 10, 0, 0, DateTimeKind.Utc);
    private static readonly PostgresOptions s_fixed = new() { AllowSchemaChanges = false };

    [PostgresFact]
    public async Task Tables_of_the_first_version_are_brought_up_with_what_they_hold()
    {
        var database = await fixture.Server.CreateDatabase();
        await Execute(database, PostgresSchema.Step(1));
        await Execute(database, "INSERT INTO corpus(name, slices, buckets, created) VALUES('old', 3, 2, '2026-02-05 10:00Z')");
        await using (var source = database.Open(1)) Assert.Equal(1, await PostgresSchema.Read(source));

        await using var store = await PostgresStore.Open(database);
        Assert.Equal(PostgresSchema.Version, await PostgresSchema.Read(store.DataSource));
        var corpus = Assert.Single(await store.ListCorpora());
        Assert.Equal(new CorpusRow(corpus.Incarnation, "old", 3, 2, s_now, false), corpus);
        await store.Mark(corpus.Incarnation, new ReadingMarker(0, "a", "silo", s_now, 0));
        Assert.Single(await store.ReadMarkers(corpus.Incarnation));
        Assert.Empty(await store.ReadSubmissions(corpus.Incarnation));
    }

    [PostgresFact]
    public async Task Many_that_start_at_once_make_the_tables_once()
    {
        var database = await fixture.Server.CreateDatabase();
        var stores = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => PostgresStore.Open(database, new PostgresOptions { PoolSize = 2 })));
        Assert.Equal(PostgresSchema.Version, await PostgresSchema.Read(stores[0].DataSource));
        foreach (var store in stores) await store.DisposeAsync();
    }

    [PostgresFact]
    public async Task Tables_of_a_newer_version_are_refused_with_the_remedy()
    {
        var database = await fixture.Server.CreateDatabase();
        await using (await PostgresStore.Open(database)) { }
        await Execute(database, "INSERT INTO simpul_schema(version) VALUES(99)");
        foreach (var options in new[] { s_fixed, new PostgresOptions() })
        {
            var error = await Assert.ThrowsAsync<StoreFormatException>(() => PostgresStore.Open(database, options));
            Assert.Contains("data version 99", error.Message, StringComparison.Ordinal);
            Assert.Contains("Update the program", error.Message, StringComparison.Ordinal);
        }
    }

    [PostgresFact]
    public async Task Where_tables_may_not_be_changed_the_refusal_names_the_version_and_what_to_run()
    {
        var database = await fixture.Server.CreateDatabase();
        var none = await Assert.ThrowsAsync<StoreFormatException>(() => PostgresStore.Open(database, s_fixed));
        Assert.Contains("has no tables", none.Message, StringComparison.Ordinal);
        Assert.Contains("silo schema apply", none.Message, StringComparison.Ordinal);
        await Execute(database, PostgresSchema.Step(1));
        var old = await Assert.ThrowsAsync<StoreFormatException>(() => PostgresStore.Open(database, s_fixed));
        Assert.Contains("tables of version 1, this program needs version 2", old.Message, StringComparison.Ordinal);

        await Execute(database, PostgresSchema.Script(1));
        await using var store = await PostgresStore.Open(database, s_fixed);
        await store.Ping();
    }

    [PostgresFact]
    public async Task A_user_without_the_right_to_make_tables_is_told_and_works_once_they_are_there()
    {
        var database = await fixture.Server.CreateDatabase();
        var name = NameOf(database);
        await fixture.Server.Execute("DROP ROLE IF EXISTS worker");
        await fixture.Server.Execute("CREATE ROLE worker LOGIN PASSWORD 'work'");
        await fixture.Server.Execute("REVOKE CREATE ON SCHEMA public FROM PUBLIC", name);
        var worker = PostgresConnection.Parse(fixture.Server.ConnectionString(name, "worker", "work"));
        var error = await Assert.ThrowsAsync<StoreException>(() => PostgresStore.Open(worker));
        Assert.Contains("silo schema apply", error.Message, StringComparison.Ordinal);

        await Execute(database, PostgresSchema.Script(0));
        await Execute(database, "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO worker");
        await using (var store = await PostgresStore.Open(worker))
        {
            var corpus = await store.CreateCorpus("c", 1, 1, s_now);
            Assert.NotNull(await store.OpenLedger(corpus.Incarnation, 0));
            Assert.True(await store.FenceCorpus(corpus.Incarnation));
            await store.PurgeCorpus(corpus.Incarnation);
            Assert.Empty(await store.ListCorpora());
        }

        await Execute(database, "DROP OWNED BY worker");
    }

    [PostgresFact]
    public async Task Tables_of_another_program_are_refused_untouched()
    {
        var database = await fixture.Server.CreateDatabase();
        await Execute(database, "CREATE TABLE corpus(mine int)");
        var error = await Assert.ThrowsAsync<StoreFormatException>(() => PostgresStore.Open(database));
        Assert.Contains("another program", error.Message, StringComparison.Ordinal);
        Assert.Equal(1L, await fixture.Server.Find<long>("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'", NameOf(database)));
    }

    [PostgresFact]
    public async Task A_database_that_cannot_hold_every_id_is_refused()
    {
        await fixture.Server.Execute("CREATE DATABASE latin TEMPLATE template0 ENCODING 'LATIN1' LOCALE 'C'");
        var error = await Assert.ThrowsAsync<StoreFormatException>(
            () => PostgresStore.Open(PostgresConnection.Parse(fixture.Server.ConnectionString("latin"))));
        Assert.Contains("LATIN1", error.Message, StringComparison.Ordinal);
    }

    [PostgresFact]
    public async Task A_wrong_password_is_told_at_once_and_without_it()
    {
        var connection = PostgresConnection.Parse(fixture.Server.ConnectionString("postgres", "simpul", "rahasia"));
        var error = await Assert.ThrowsAsync<StoreException>(() => PostgresStore.Open(connection));
        Assert.Contains("28P01", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("rahasia", error.ToString(), StringComparison.Ordinal);
    }

    private Task Execute(PostgresConnection database, string sql) => fixture.Server.Execute(sql, NameOf(database));

    private static string NameOf(PostgresConnection database) => database.ToString().Split('/')[1];
}
