using System.Runtime.ExceptionServices;
using Simpul.Hosting.Ownership;

namespace Simpul.Hosting.Sessions;

/// <summary>
/// A data folder's cluster: a silo in this process where the folder has no owner, else a connection to the owner. When the owner
/// ends, one of those who were connected takes over, and the others connect to it; calls that were under way fail in a way that
/// may be tried again.
/// </summary>
public sealed class EmbeddedCluster : IClusterSession
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(250);

    private readonly EmbeddedOptions _options;
    private readonly CancellationTokenSource _closing = new();
    private readonly Task _following;
    private volatile ILink _link;
    private volatile ExceptionDispatchInfo? _fault;
    private int _closed;

    private EmbeddedCluster(string dataFolder, EmbeddedOptions options, ILink link)
    {
        DataFolder = dataFolder;
        _options = options;
        _link = link;
        _following = link is OwnerConnection ? Task.Run(Follow) : Task.CompletedTask;
    }

    /// <summary>The data folder.</summary>
    public string DataFolder { get; }

    /// <summary>True where the silo is in this process.</summary>
    public bool IsOwner => _link is OwnedSilo;

    /// <inheritdoc/>
    public string Description => DataFolder;

    /// <inheritdoc/>
    public IGrainFactory Grains
    {
        get
        {
            _fault?.Throw();
            return _link.Grains;
        }
    }

    /// <summary>Opens a data folder: the one named, else that of <c>SIMPUL_DATA</c>, else the user's own.</summary>
    /// <exception cref="HostingException">The folder cannot be used, or its owner does not answer.</exception>
    public static async Task<EmbeddedCluster> OpenAsync(string? dataFolder = null, EmbeddedOptions? options = null, CancellationToken cancel = default)
    {
        var folder = Settings.DataFolder.Resolve(dataFolder);
        options ??= new EmbeddedOptions();
        return new EmbeddedCluster(folder, options, await Reach(folder, options, cancel));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _closed, 1) != 0) return;
        await _closing.CancelAsync();
        await _following;
        await _link.DisposeAsync();
        _closing.Dispose();
    }

    private static async Task<ILink> Reach(string folder, EmbeddedOptions options, CancellationToken cancel)
    {
        var started = options.Time.GetTimestamp();
        while (true)
        {
            if (FolderOwner.TryBecome(folder, OwnerKind.Command) is { } owner) return await OwnedSilo.Start(owner, options, cancel);

            var record = OwnerRecord.Read(folder);
            if (record is not null && record.Protocol != OwnerRecord.CurrentProtocol) throw OtherVersion(folder, record);
            if (record is not null && await OwnerConnection.TryConnect(record, options, cancel) is { } connection) return connection;
            if (options.Time.GetElapsedTime(started) > options.OwnerWait) throw NoAnswer(folder, record, options.OwnerWait);
            await Task.Delay(Pause, options.Time, cancel);
        }
    }

    private static HostingException OtherVersion(string folder, OwnerRecord record) => new(
        HostingFault.Owned, $"The data folder {folder} is in use by {Name(record)} of version {record.Version}, and this is version {FolderOwner.ProductVersion}.",
        "Use the same version, or end that process first.");

    private static HostingException NoAnswer(string folder, OwnerRecord? record, TimeSpan waited) => new(
        HostingFault.Owned, $"The data folder {folder} is in use by {Name(record)}, which has not answered for {waited.TotalSeconds:0} s.",
        "Wait until it is done, or end it, and try again.");

    private static string Name(OwnerRecord? record) => record switch
    {
        null => "another process",
        { Kind: OwnerKind.Silo } => $"a silo (process {record.Process})",
        _ => $"another command (process {record.Process})",
    };

    private async Task Follow()
    {
        var closing = _closing.Token;
        while (_link is OwnerConnection connection)
        {
            try
            {
                await UntilLost(connection, closing);
                connection.Break();
                _link = await Reach(DataFolder, _options, closing);
            }
            catch (OperationCanceledException) when (closing.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                _fault = ExceptionDispatchInfo.Capture(e);
                connection.LetGo();
                return;
            }

            await connection.DisposeAsync();
        }
    }

    // The loss of a connection tells of an owner that was killed, the record of one that ended in order.
    private async Task UntilLost(OwnerConnection connection, CancellationToken closing)
    {
        while (!connection.Lost.IsCompleted && OwnerRecord.Read(DataFolder)?.Instance == connection.Owner.Instance)
        {
            await Task.WhenAny(connection.Lost, Task.Delay(Glance, _options.Time, closing));
            closing.ThrowIfCancellationRequested();
        }
    }
}
