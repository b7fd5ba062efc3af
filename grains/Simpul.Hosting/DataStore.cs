using Npgsql;
using Simpul.Hosting.Settings;
using Simpul.Storage;
using Simpul.Storage.Postgres;
using Simpul.Storage.Sqlite;

namespace Simpul.Hosting;

/// <summary>The store of a silo.</summary>
public static class DataStore
{
    /// <summary>Opens the database of a cluster, or the data file of a folder that this process owns.</summary>
    /// <exception cref="HostingException">It is another program's, a newer version's, another cluster's, or cannot be opened.</exception>
    public static async Task<IStore> Open(SiloSettings settings, CancellationToken cancel)
    {
        if (settings.Postgres is not { } postgres) return Open(settings.DataFolder!);
        PostgresStore? store = null;
        try
        {
            store = await PostgresStore.Open(
                postgres.Connection, new PostgresOptions { AllowSchemaChanges = postgres.AllowSchemaChanges, Wait = postgres.Wait }, cancel);
            await Membership.ThrowIfTaken(store, postgres.Connection, settings.Cluster, cancel);
            return store;
        }
        catch (Exception e)
        {
            if (store is not null) await store.DisposeAsync();
            if (e is StoreException reason) throw Refusal(reason);
            if (e is NpgsqlException) throw Refusal(new StoreException($"The database {postgres.Connection} cannot be used: {e.Message}", e));
            throw;
        }
    }

    /// <summary>Why a database cannot be used, for people.</summary>
    public static HostingException Refusal(StoreException reason) => new(
        HostingFault.Data, reason.Message, $"The database is named by {PostgresSettings.Variable}, {PostgresSettings.FileVariable} or {PostgresSettings.FileSetting}.", reason);

    /// <summary>Opens the data file of a folder that this process owns.</summary>
    /// <exception cref="HostingException">It is another program's, a newer version's, or cannot be opened.</exception>
    public static IStore Open(string folder)
    {
        try
        {
            return SqliteStore.Open(Path.Combine(folder, DataFolder.FileName));
        }
        catch (StoreFormatException e)
        {
            throw new HostingException(HostingFault.Data, e.Message, $"Another folder can be named with --data or {DataFolder.Variable}.", e);
        }
        catch (StoreException e)
        {
            throw new HostingException(HostingFault.Data, e.Message, $"Check the disk and the rights, or name another folder with --data or {DataFolder.Variable}.", e);
        }
    }
}
