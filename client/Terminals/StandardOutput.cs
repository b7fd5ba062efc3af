using Microsoft.Win32.SafeHandles;

namespace Simpul.Client.Terminals;

/// <summary>The other end of standard output was closed: whoever read it has seen enough.</summary>
internal sealed class OutputClosedException(Exception inner) : IOException("Standard output was closed.", inner);

/// <summary>
/// Standard output that says when its reader is gone. The console's own stream swallows that on Unix, and a command piped into
/// <c>head</c> would go on to the end of its data.
/// </summary>
internal sealed class StandardOutput(Stream inner) : Stream
{
    public static Stream Open()
    {
        if (OperatingSystem.IsWindows()) return new BufferedStream(new StandardOutput(Console.OpenStandardOutput()), 1 << 16);
        var stream = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        // A regular file is written at a position of its own by FileStream, and stderr may go to the same file.
        return new BufferedStream(new StandardOutput(stream.CanSeek ? Console.OpenStandardOutput() : stream), 1 << 16);
    }

    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        try
        {
            inner.Write(buffer);
        }
        catch (IOException e)
        {
            throw new OutputClosedException(e);
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
        try
        {
            inner.Flush();
        }
        catch (IOException e)
        {
            throw new OutputClosedException(e);
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
}
