using System.Globalization;
using Simpul.Testing;

namespace Simpul.Cluster.Tests.Faults;

/// <summary>A file system of its own, so small that it can be filled.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly TempFolder _mount = new();

    private SmallDisk()
    {
    }

    public string Folder => _mount["on-disk"];

    private string Ballast => _mount["ballast"];

    /// <summary>Why none can be had here; null where one can.</summary>
    public static string? Obstacle { get; } = Try();

    public static SmallDisk Mount(int megabytes)
    {
        var disk = new SmallDisk();
        SystemCommand.Run("mount", "-t", "tmpfs", "-o", string.Create(CultureInfo.InvariantCulture, $"size={megabytes}m,mode=755"), "tmpfs", disk._mount.Path);
        Directory.CreateDirectory(disk.Folder);
        return disk;
    }

    /// <summary>Writes until nothing fits any more.</summary>
    public void Fill()
    {
        using var file = new FileStream(Ballast, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
        var block = new byte[64 << 10];
        for (var size = block.Length; size > 0;)
        {
            try
            {
                file.Write(block, 0, size);
            }
            catch (IOException)
            {
                size /= 2;
            }
        }
    }

    public void MakeRoom() => File.Delete(Ballast);

    public void Dispose()
    {
        SystemCommand.Run("umount", "--lazy", _mount.Path);
        _mount.Dispose();
    }

    private static string? Try()
    {
        try
        {
            using var disk = Mount(1);
            return null;
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return $"Needs the right to mount a small file system: {e.Message}";
        }
    }
}

/// <summary>A long test that mounts file systems.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class MountFactAttribute : FactAttribute
{
    /// <inheritdoc/>
    public override string? Skip { get; set; } = TakesLong.Skip ?? SmallDisk.Obstacle;
}
