using Simpul.Hosting;
using Simpul.Hosting.Ownership;

namespace Simpul.Silo;

/// <summary>How a silo comes to own its data folder.</summary>
internal static class Ownership
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    // A command that asks something is done by then; one that submits goes on, and is named.
    private static readonly TimeSpan CommandWait = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan StopWait = TimeSpan.FromSeconds(35);

    /// <summary>Becomes the owner of a folder; waits for an owner that is ending, and refuses where it stays.</summary>
    /// <exception cref="HostingException">Another process owns it, or it cannot be used.</exception>
    public static async Task<FolderOwner> Take(string folder, TimeProvider time, CancellationToken cancel)
    {
        var started = time.GetTimestamp();
        while (true)
        {
            if (FolderOwner.TryBecome(folder, OwnerKind.Silo) is { } owner) return owner;
            var record = OwnerRecord.Read(folder);
            var patience = record switch
            {
                { State: OwnerState.Stopping } => StopWait,
                { Kind: OwnerKind.Silo } => TimeSpan.Zero,
                _ => CommandWait,
            };
            if (time.GetElapsedTime(started) >= patience) throw Refusal(folder, record);
            await Task.Delay(Pause, time, cancel);
        }
    }

    private static HostingException Refusal(string folder, OwnerRecord? record)
    {
        var owner = record switch
        {
            null => "another process",
            { Kind: OwnerKind.Silo } => $"another silo (process {record.Process})",
            _ => $"a command (process {record.Process})",
        };
        var remedy = record is { Kind: OwnerKind.Silo }
            ? "Name another folder with --data, or stop that silo: one silo serves a data folder."
            : "Wait until it is done, or name another folder with --data.";
        return new HostingException(HostingFault.Owned, $"--data: {folder} is in use by {owner}.", remedy);
    }
}
