using Simpul.Client.Terminals;

namespace Simpul.Client.Output;

/// <summary>
/// Where a command's data goes: standard output, or a file that comes into being whole or not at all, since it is written beside
/// its place under another name and moved there at the end.
/// </summary>
internal sealed class OutputTarget : IDisposable
{
    private readonly string? path;
    private readonly string? temporary;
    private readonly bool overwrite;
    private bool done;

    private OutputTarget(Stream stream, bool isTerminal, string? path, string? temporary, bool overwrite)
    {
        Stream = stream;
        IsTerminal = isTerminal;
        this.path = path;
        this.temporary = temporary;
        this.overwrite = overwrite;
    }

    public Stream Stream { get; }

    public bool IsTerminal { get; }

    public static OutputTarget Open(Terminal terminal, string? path, bool force)
    {
        if (path is null or "-") return new OutputTarget(terminal.Output, terminal.OutputIsTerminal, null, null, false);
        CheckFree(path, force);
        var full = Path.GetFullPath(path);
        var temporary = Path.Join(Path.GetDirectoryName(full), $".{Path.GetFileName(full)}.{Environment.ProcessId}-{Guid.NewGuid():N}.tmp");
        try
        {
            return new OutputTarget(new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16), false, full, temporary, force);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CommandException.Usage($"cannot write to \"{path}\": {e.Message}", "Name a file in a folder that exists and may be written to.");
        }
    }

    /// <summary>Refuses a file that is there already, before any work is done for it.</summary>
    public static void CheckFree(string? path, bool force)
    {
        if (path is null or "-") return;
        if (Directory.Exists(path)) throw CommandException.Usage($"\"{path}\" is a folder.", "Name a file.");
        if (!force && File.Exists(path)) throw CommandException.Usage($"\"{path}\" is there already.", "Give --force to overwrite it, or another name.");
    }

    /// <summary>Puts everything in its place; without this call a file is left as it was.</summary>
    public void Complete()
    {
        Stream.Flush();
        if (temporary is not null)
        {
            ((FileStream)Stream).Flush(flushToDisk: true);
            Stream.Dispose();
            try
            {
                File.Move(temporary, path!, overwrite);
            }
            catch (IOException) when (!overwrite && File.Exists(path))
            {
                throw CommandException.Usage($"\"{path}\" has come into being meanwhile.", "Give --force to overwrite it, or another name.");
            }
        }

        done = true;
    }

    public void Dispose()
    {
        if (temporary is null) return;
        Stream.Dispose();
        if (!done) File.Delete(temporary);
    }
}
