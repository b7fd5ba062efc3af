namespace Simpul.Hosting.Sessions;

/// <summary>What a session reaches its grains through, until it is lost.</summary>
internal interface ILink : IAsyncDisposable
{
    IGrainFactory Grains { get; }
}
