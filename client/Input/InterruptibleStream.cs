namespace Simpul.Client.Input;

/// <summary>
/// Lets a token end a read that waits for input. Nothing else can: a read of a pipe or a terminal waits until somebody writes.
/// The read that was given up goes on, into a buffer of its own, until the process ends.
/// </summary>
internal sealed class InterruptibleStream(Stream inner, CancellationToken cancel) : Stream
{
    private readonly byte[] buffer = new byte[64 * 1024];

    public override int Read(byte[] target, int offset, int count)
    {
        var read = Task.Run(() => inner.Read(buffer, 0, Math.Min(count, buffer.Length)), CancellationToken.None);
        read.Wait(cancel);
        buffer.AsSpan(0, read.Result).CopyTo(target.AsSpan(offset));
        return read.Result;
    }

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] source, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        // A read that was given up may still hold the stream.
        if (disposing && !cancel.IsCancellationRequested) inner.Dispose();
        base.Dispose(disposing);
    }
}
