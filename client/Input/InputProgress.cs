namespace Simpul.Client.Input;

/// <summary>How far the reading of the input has come, in bytes as they lie in the files. Written by one thread, read by any.</summary>
internal sealed class InputProgress
{
    private long bytesRead;
    private long bytesTotal;
    private long itemsRead;
    private volatile bool finished;
    private volatile bool totalKnown = true;

    /// <summary>Articles and rejections that came out so far.</summary>
    public long ItemsRead => Interlocked.Read(ref itemsRead);

    /// <summary>True when the input has been read to its end, so that <see cref="ItemsRead"/> is the total.</summary>
    public bool Finished
    {
        get => finished;
        set => finished = value;
    }

    /// <summary>The number of articles to come in all: exact at the end, before that an estimate from the bytes, null without one.</summary>
    public long? EstimatedTotal
    {
        get
        {
            var (read, total, items) = (Interlocked.Read(ref bytesRead), Interlocked.Read(ref bytesTotal), ItemsRead);
            if (finished) return items;
            if (!totalKnown || read == 0 || items == 0) return null;
            return (long)Math.Max(items, items * ((double)total / read));
        }
    }

    public void Expect(long? bytes)
    {
        if (bytes is { } known) Interlocked.Add(ref bytesTotal, known);
        else totalKnown = false;
    }

    public void AddBytes(int count) => Interlocked.Add(ref bytesRead, count);

    public void AddItem() => Interlocked.Increment(ref itemsRead);
}
