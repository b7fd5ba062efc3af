namespace Simpul.Client.Input;

/// <summary>A forward-only stream whose first bytes can be looked at before they are read.</summary>
internal sealed class PeekStream(Stream inner) : ForwardStream(inner)
{
    private readonly byte[] head = new byte[4096];
    private int start;
    private int end;

    /// <summary>The next bytes, fewer than asked for only at the end.</summary>
    public ReadOnlySpan<byte> Peek(int count)
    {
        while (end - start < count && end < head.Length)
        {
            var read = Inner.Read(head, end, head.Length - end);
            if (read == 0) break;
            end += read;
        }

        return head.AsSpan(start, Math.Min(count, end - start));
    }

    /// <summary>
    /// The next bytes as far as needed: reads until <paramref name="enough"/> says so, the buffer is full or the input ends. A pipe
    /// whose writer waits for an answer must not be waited for.
    /// </summary>
    public ReadOnlySpan<byte> PeekUntil(Func<ReadOnlySpan<byte>, bool> enough)
    {
        var count = 1;
        while (true)
        {
            var seen = Peek(count);
            if (seen.Length < count) return seen;
            seen = head.AsSpan(start, end - start);
            if (start + seen.Length >= head.Length || enough(seen)) return seen;
            count = seen.Length + 1;
        }
    }

    /// <summary>Passes over bytes that were peeked at.</summary>
    public void Skip(int count) => start += count;

    public override int Read(Span<byte> buffer)
    {
        if (start == end) return Inner.Read(buffer);
        var count = Math.Min(buffer.Length, end - start);
        head.AsSpan(start, count).CopyTo(buffer);
        start += count;
        return count;
    }
}
