using Simpul.Testing;

namespace Simpul.Storage.Tests.Postgres;

/// <summary>One server for all tests that need one; they run one after the other, so that each may disturb it.</summary>
[CollectionDefinition(Name)]
public sealed class PostgresCollection : ICollectionFixture<PostgresFixture>
{
    public const string Name = "PostgreSQL";
}

/// <summary>The server, where this machine has one to start.</summary>
public sealed class PostgresFixture : IAsyncLifetime
{
    private PostgresServer? _server;

    public PostgresServer Server => _server ?? throw new InvalidOperationException(PostgresPrograms.Missing);

    public async Task InitializeAsync()
    {
        if (PostgresPrograms.Skip is null) _server = await PostgresServer.Create();
    }

    public async Task DisposeAsync()
    {
        if (_server is not null) await _server.DisposeAsync();
    }
}
