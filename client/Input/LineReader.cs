namespace Simpul.Client.Input;

/// <summary>
/// Reads lines as bytes in bounded memory: a line over the limit is passed over to its end and reported. The line's bytes are
/// valid until the next one is read.
/// </summary>
internal sealed class LineReader(Stream stream, long maxLine)
{
    private byte[] buffer = new byte[64 * 1024];
    private int start;
    private int end;
    private bool ended;

    /// <summary>The number of the line just read, from 1.</summary>
    public long Number { get; private set; }

    /// <summary>True where the line just read was over the limit; <see cref="Line"/> is then empty.</summary>
    public bool TooLong { get; private set; }

    /// <summary>Where the line just read lies in <see cref="Buffer"/>, without its end.</summary>
    public Range Line { get; private set; }

    public ReadOnlySpan<byte> Bytes => buffer.AsSpan(Line);

    public ReadOnlyMemory<byte> Memory => buffer.AsMemory(Line);

    public bool Read()
    {
        TooLong = false;
        var searched = 0;
        while (true)
        {
            var newline = buffer.AsSpan(start + searched, end - start - searched).IndexOf((byte)'\n');
            if (newline >= 0)
            {
                Number++;
                Take(start, start + searched + newline);
                start += searched + newline + 1;
                return true;
            }

            searched = end - start;
            if (searched > maxLine)
            {
                TooLong = true;
                // Keeps nothing of it: only its end matters now.
                start = end = 0;
                searched = 0;
            }

            if (ended || !Fill())
            {
                if (end == start && !TooLong) return false;
                Number++;
                Take(start, end);
                start = end;
                return true;
            }
        }
    }

    private void Take(int from, int to)
    {
        if (to - from > maxLine) TooLong = true;
        if (TooLong) to = from;
        if (to > from && buffer[to - 1] == '\r') to--;
        Line = from..to;
    }

    private bool Fill()
    {
        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            end -= start;
            start = 0;
        }

        if (end == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
        var read = stream.Read(buffer, end, buffer.Length - end);
        end += read;
        ended = read == 0;
        return !ended;
    }
}
