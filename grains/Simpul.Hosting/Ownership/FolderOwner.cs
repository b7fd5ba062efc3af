using System.Net;
using System.Reflection;
using Simpul.Hosting.Settings;

namespace Simpul.Hosting.Ownership;

/// <summary>This process as the owner of a data folder: the only one that opens its data file.</summary>
public sealed class FolderOwner : IDisposable
{
    private readonly FolderLock _lock;
    private OwnerRecord _record;
    private bool _disposed;

    private FolderOwner(string folder, FolderLock held, OwnerKind kind)
    {
        Folder = folder;
        _lock = held;
        _record = new OwnerRecord
        {
            Protocol = OwnerRecord.CurrentProtocol,
            Version = ProductVersion,
            Kind = kind,
            Process = Environment.ProcessId,
            Instance = Guid.NewGuid().ToString("N"),
            State = OwnerState.Starting,
        };
    }

    /// <summary>The version of this program.</summary>
    public static string ProductVersion { get; } =
        typeof(FolderOwner).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    /// <summary>The folder.</summary>
    public string Folder { get; }

    /// <summary>Tells this owner from every other.</summary>
    public string Instance => _record.Instance;

    /// <summary>Becomes the owner of a folder, made where it is missing; null where another process owns it.</summary>
    /// <exception cref="HostingException">The folder cannot be used.</exception>
    public static FolderOwner? TryBecome(string folder, OwnerKind kind)
    {
        DataFolder.Create(folder);
        if (FolderLock.TryAcquire(folder) is not { } held) return null;
        var owner = new FolderOwner(folder, held, kind);
        try
        {
            // At once: until then the folder shows its last owner, who may be long dead.
            owner._record.Write(folder);
            return owner;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            held.Dispose();
            throw DataFolder.NotWritable(folder, e);
        }
    }

    /// <summary>Lets others know where this owner answers.</summary>
    public void PublishReady(IPEndPoint gateway, string clusterId, bool isSecured = false) =>
        Publish(_record with { State = OwnerState.Ready, Gateway = gateway.ToString(), ClusterId = clusterId, IsSecured = isSecured });

    /// <summary>Lets others know that this owner will let go.</summary>
    public void PublishStopping() => Publish(_record with { State = OwnerState.Stopping });

    /// <summary>Lets the folder go.</summary>
    public void Dispose()
    {
        if (_disposed) return;
        _disposed = true;
        try
        {
            OwnerRecord.Delete(Folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The next owner overwrites it.
        }

        _lock.Dispose();
    }

    private void Publish(OwnerRecord record)
    {
        _record = record;
        try
        {
            record.Write(Folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw DataFolder.NotWritable(Folder, e);
        }
    }
}
