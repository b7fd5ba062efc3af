namespace Simpul.Hosting.Sessions;

/// <summary>A way to a cluster's grains that outlives what is behind it.</summary>
public interface IClusterSession : IAsyncDisposable
{
    /// <summary>
    /// The grains as they are reached now. Ask again for every try of a call: a reference of before a loss stays on the lost
    /// connection.
    /// </summary>
    /// <exception cref="HostingException">The connection is lost for good.</exception>
    IGrainFactory Grains { get; }

    /// <summary>How often the silos that take calls have changed: who spreads calls over lanes takes others with each.</summary>
    int Changes => 0;

    /// <summary>What the session reaches, for people: a data folder or addresses.</summary>
    string Description { get; }
}
