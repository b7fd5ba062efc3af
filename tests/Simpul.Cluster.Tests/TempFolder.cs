namespace Simpul.Cluster.Tests;

/// <summary>A folder of a test's own.</summary>
internal sealed class TempFolder : IDisposable
{
    /// <param name="isOpen">True where other users of the machine may pass through it.</param>
    public TempFolder(bool isOpen = false)
    {
        Path = Directory.CreateTempSubdirectory("simpul-cluster-").FullName;
        if (isOpen && !OperatingSystem.IsWindows()) File.SetUnixFileMode(Path, File.GetUnixFileMode(Path) | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
    }

    public string Path { get; }

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
