using Simpul.Storage;

namespace Simpul.Silo.Operations;

/// <summary>Whether the silo can take work now. Whether it lives is another question, which the store has no part in.</summary>
internal sealed class Readiness(ISiloStatusOracle silo, IStore store, IHostApplicationLifetime lifetime)
{
    private static readonly TimeSpan StoreLimit = TimeSpan.FromSeconds(2);

    private volatile bool _hasBeenActive;

    public bool IsActive => silo.CurrentStatus == SiloStatus.Active;

    /// <summary>True once the silo has joined, whatever became of it.</summary>
    public bool HasBeenActive => _hasBeenActive = _hasBeenActive || IsActive;

    /// <summary>What stands in the way; null where nothing does.</summary>
    public async Task<string?> Obstacle(CancellationToken cancel)
    {
        if (lifetime.ApplicationStopping.IsCancellationRequested) return "the silo is stopping";
        if (!IsActive) return "the silo is not active";
        try
        {
            await store.Ping(cancel).WaitAsync(StoreLimit, cancel);
            return null;
        }
        catch (Exception e) when (e is StoreException or TimeoutException)
        {
            return "the store does not answer";
        }
    }
}
