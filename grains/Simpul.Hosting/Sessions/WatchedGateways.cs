using Orleans.Messaging;

namespace Simpul.Hosting.Sessions;

/// <summary>
/// Counts how often the gateways change. Orleans keeps each grain's calls on the gateway that took its first one, so a silo that joins
/// would get no call of a client that runs: with another count, who spreads calls takes other keys.
/// </summary>
internal sealed class WatchedGateways(IGatewayListProvider gateways) : IGatewayListProvider
{
    private HashSet<Uri> _known = [];
    private int _changes;

    public int Changes => Volatile.Read(ref _changes);

    /// <inheritdoc/>
    public TimeSpan MaxStaleness => gateways.MaxStaleness;

    /// <inheritdoc/>
    public bool IsUpdatable => true;

    /// <inheritdoc/>
    public Task InitializeGatewayListProvider() => gateways.InitializeGatewayListProvider();

    /// <inheritdoc/>
    public async Task<IList<Uri>> GetGateways()
    {
        var found = await gateways.GetGateways();
        if (_known.SetEquals(found)) return found;
        _known = [.. found];
        Interlocked.Increment(ref _changes);
        return found;
    }
}
