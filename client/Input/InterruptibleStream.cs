namespace Simpul.Client.Input;

/// <summary>
/// Lets a token end a read that waits for input. Nothing else can: a read of a pipe or a terminal waits until somebody writes.
/// The read that was given up goes on, into a buffer of its own, until the process ends.
/// </summary>
internal sealed class InterruptibleStream(Stream inner, CancellationToken cancel) : ForwardStream(inner)
{
    private readonly byte[] buffer = new byte[64 * 1024];

    public override int Read(Span<byte> target)
    {
        var wanted = Math.Min(target.Length, buffer.Length);
        var read = Task.Run(() => Inner.Read(buffer, 0, wanted), CancellationToken.None);
        read.Wait(cancel);
        buffer.AsSpan(0, read.Result).CopyTo(target);
        return read.Result;
    }

    // A read that was given up may still hold the stream.
    protected override void Dispose(bool disposing) => base.Dispose(disposing && !cancel.IsCancellationRequested);
}
