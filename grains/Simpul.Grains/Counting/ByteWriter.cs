using System.Text;

namespace Simpul.Grains.Counting;

/// <summary>Writes numbers of variable length and strings into a growing buffer that is used again.</summary>
internal sealed class ByteWriter
{
    private byte[] _bytes = new byte[1024];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public void Clear() => Length = 0;

    public void Byte(byte value)
    {
        Reserve(1);
        _bytes[Length++] = value;
    }

    public void Number(ulong value)
    {
        Reserve(10);
        while (value >= 0x80)
        {
            _bytes[Length++] = (byte)(value | 0x80);
            value >>= 7;
        }

        _bytes[Length++] = (byte)value;
    }

    public void Number(int value) => Number((ulong)(uint)value);

    /// <summary>A number of either sign.</summary>
    public void Signed(long value) => Number((ulong)((value << 1) ^ (value >> 63)));

    public void Text(string text)
    {
        // The common case, ASCII of less than 128, in one pass: its length takes one byte either way.
        Reserve(text.Length * 3 + 5);
        if (text.Length < 43)
        {
            var size = Encoding.UTF8.GetBytes(text, _bytes.AsSpan(Length + 1));
            _bytes[Length] = (byte)size;
            Length += 1 + size;
            return;
        }

        Number(Encoding.UTF8.GetByteCount(text));
        Length += Encoding.UTF8.GetBytes(text, _bytes.AsSpan(Length));
    }

    public void Bytes(ReadOnlySpan<byte> bytes)
    {
        Reserve(bytes.Length);
        bytes.CopyTo(_bytes.AsSpan(Length));
        Length += bytes.Length;
    }

    public byte[] ToArray() => Written.ToArray();

    private void Reserve(int more)
    {
        if (_bytes.Length - Length < more) Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Length + more));
    }
}

/// <summary>Reads what <see cref="ByteWriter"/> wrote.</summary>
internal ref struct ByteReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;

    public int Position { get; set; }

    public readonly bool IsAtEnd => Position >= _bytes.Length;

    public byte Byte() => _bytes[Position++];

    public ulong Number64()
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var b = _bytes[Position++];
            value |= (ulong)(b & 0x7F) << shift;
            if (b < 0x80) return value;
        }
    }

    public int Number() => (int)(uint)Number64();

    public long Signed()
    {
        var value = Number64();
        return (long)(value >> 1) ^ -(long)(value & 1);
    }

    public ReadOnlySpan<byte> Text()
    {
        var size = Number();
        var text = _bytes.Slice(Position, size);
        Position += size;
        return text;
    }

    public string String() => Encoding.UTF8.GetString(Text());

    public ReadOnlySpan<byte> Bytes(int count)
    {
        var bytes = _bytes.Slice(Position, count);
        Position += count;
        return bytes;
    }
}
