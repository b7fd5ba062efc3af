using Simpul.Hosting.Settings;

namespace Simpul.Hosting.Ownership;

/// <summary>
/// The lock of a data folder: a file held open for one process alone. The system lets it go when the process ends, however it
/// ends, so a lock is never stale.
/// </summary>
internal sealed class FolderLock : IDisposable
{
    public const string FileName = "owner.lock";

    private readonly FileStream _file;

    private FolderLock(FileStream file) => _file = file;

    /// <summary>Takes the lock, or answers null where another holds it.</summary>
    /// <exception cref="HostingException">The folder cannot be written to, or its file system has no locks.</exception>
    public static FolderLock? TryAcquire(string folder)
    {
        var path = Path.Combine(folder, FileName);
        if (TryOpen(folder, path) is not { } file) return null;
        // Some network file systems grant every lock to everybody, and would give the folder two owners.
        if (TryOpen(folder, path) is { } second)
        {
            second.Dispose();
            file.Dispose();
            throw new HostingException(
                HostingFault.Data, $"The file system of the data folder {folder} does not keep locks, so two processes could write to it at once.",
                "Name a folder on a local disk with --data.");
        }

        return new FolderLock(file);
    }

    public void Dispose() => _file.Dispose();

    private static FileStream? TryOpen(string folder, string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        }
        catch (IOException e) when (IsHeld(e))
        {
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw DataFolder.NotWritable(folder, e);
        }
    }

    // EWOULDBLOCK of Linux, of macOS, and Windows' sharing and lock violations.
    private static bool IsHeld(IOException e) => e.HResult is 11 or 35 or unchecked((int)0x80070020) or unchecked((int)0x80070021);
}
