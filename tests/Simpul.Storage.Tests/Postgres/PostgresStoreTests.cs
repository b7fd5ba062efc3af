using Npgsql;
using Simpul.Storage.Postgres;
using Simpul.Testing;

namespace Simpul.Storage.Tests.Postgres;

[NeedsPostgres, Collection(PostgresCollection.Name)]
public sealed class PostgresStoreTests(PostgresFixture fixture) : StoreTests, IAsyncLifetime
{
    private PostgresConnection _database = null!;

    public async Task InitializeAsync() => _database = await fixture.Server.CreateDatabase();

    public Task DisposeAsync() => Task.CompletedTask;

    [PostgresFact]
    public async Task What_is_acknowledged_is_on_the_disk_even_where_the_database_says_otherwise()
    {
        var name = _database.ToString().Split('/')[1];
        await fixture.Server.Execute($"ALTER DATABASE {name} SET synchronous_commit = off");
        await using var store = await PostgresStore.Open(_database);
        for (var i = 0; i < 3; i++)
        {
            await using var connection = await store.DataSource.OpenConnectionAsync();
            await using var command = new NpgsqlCommand("SHOW synchronous_commit", connection);
            Assert.Equal("on", await command.ExecuteScalarAsync());
        }
    }

    [PostgresFact]
    public async Task What_text_cannot_hold_is_replaced_in_a_reason()
    {
        await using var store = await Open();
        var corpus = await store.CreateCorpus("c", 1, 1, Now);
        var head = (await store.OpenLedger(corpus.Incarnation, 0))!;
        Assert.True(await store.WriteDeadLetters(new DeadLetterWrite(
            corpus.Incarnation, 0, head.Epoch, [new DeadLetterRow(0, "a", "x\0y\uD800", Now, [])], [])));
        Assert.Equal("x\uFFFDy\uFFFD", Assert.Single(await store.ReadDeadLetters(corpus.Incarnation, null, 0, 1)).Reason);
    }

    protected override async Task<IStore> Open() => await PostgresStore.Open(_database);

    protected override async Task AssertNoTrace(long incarnation, string secret)
    {
        await using var source = _database.Open(poolSize: 1);
        await using var connection = await source.OpenConnectionAsync();
        var tables = new List<string>();
        await using (var command = new NpgsqlCommand(
            "SELECT table_name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'incarnation'", connection))
        {
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync()) tables.Add(reader.GetString(0));
        }

        Assert.True(tables.Count >= 9);
        foreach (var table in tables)
        {
            await using var command = new NpgsqlCommand($"SELECT count(*) FROM {table} WHERE incarnation = {incarnation}", connection);
            Assert.True((long)(await command.ExecuteScalarAsync())! == 0, $"{table} still has rows of the corpus.");
        }
    }
}
