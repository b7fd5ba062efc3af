namespace Simpul.Client.Input;

/// <summary>Counts the bytes that are read through it.</summary>
internal sealed class CountingStream(Stream inner, InputProgress progress) : ForwardStream(inner)
{
    public override int Read(Span<byte> buffer)
    {
        var read = Inner.Read(buffer);
        progress.AddBytes(read);
        return read;
    }
}
