using Simpul.Contracts;

namespace Simpul.Client.Submission;

/// <summary>
/// Which articles of the input are acknowledged without a gap, block by block. One thread adds articles in order, many acknowledge
/// them in any.
/// </summary>
internal sealed class Checkpoint : IDisposable
{
    private readonly Lock gate = new();
    private readonly InputBlocks blocks = new();
    private readonly LinkedList<Block> open = [];
    private readonly List<ulong> digests = [];
    private readonly long[] acknowledgedOutcomes = new long[Outcomes];
    private readonly long[] outcomes = new long[Outcomes];
    private long acknowledged;
    private long added;

    private const int Outcomes = 5;

    /// <summary>Takes blocks for acknowledged that an earlier run has sent.</summary>
    /// <param name="digest">The block's digest.</param>
    /// <param name="count">How many articles it has.</param>
    public void Skip(ulong digest, int count)
    {
        lock (gate)
        {
            digests.Add(digest);
            acknowledged += count;
            added += count;
            blocks.Skip(count);
        }
    }

    /// <summary>What became of the articles that were skipped.</summary>
    public void SkippedOutcomes(IReadOnlyList<long> counts)
    {
        lock (gate)
        {
            for (var i = 0; i < counts.Count && i < Outcomes; i++)
            {
                acknowledgedOutcomes[i] += counts[i];
                outcomes[i] += counts[i];
            }
        }
    }

    /// <summary>Adds the next article of the input.</summary>
    public void Add(SubmittedArticle article)
    {
        lock (gate)
        {
            if (open.Last is not { Value: { IsClosed: false } block }) open.AddLast(block = new Block(added));
            block.Count++;
            block.Pending++;
            added++;
            if (blocks.Add(article)) Close(block);
        }
    }

    /// <summary>The input is at its end.</summary>
    public void End()
    {
        lock (gate)
        {
            if (open.Last is { Value: { IsClosed: false } block }) Close(block);
            Advance();
        }
    }

    public void Acknowledge(int position, ArticleOutcome outcome)
    {
        lock (gate)
        {
            outcomes[(int)outcome]++;
            var node = open.First;
            while (node!.Value.Start + node.Value.Count <= position) node = node.Next;
            node.Value.Pending--;
            node.Value.Outcomes[(int)outcome]++;
            Advance();
        }
    }

    /// <summary>How far the input is acknowledged.</summary>
    public SubmissionProgress Progress()
    {
        lock (gate)
        {
            return new SubmissionProgress
            {
                Acknowledged = acknowledged, AcknowledgedOutcomes = [.. acknowledgedOutcomes], Blocks = [.. digests], Outcomes = [.. outcomes],
            };
        }
    }

    public void Dispose() => blocks.Dispose();

    private void Close(Block block)
    {
        block.Digest = blocks.End();
        block.IsClosed = true;
    }

    private void Advance()
    {
        while (open.First is { Value: { IsClosed: true, Pending: 0 } block })
        {
            open.RemoveFirst();
            digests.Add(block.Digest);
            acknowledged += block.Count;
            for (var i = 0; i < Outcomes; i++) acknowledgedOutcomes[i] += block.Outcomes[i];
        }
    }

    private sealed class Block(long start)
    {
        public long Start => start;

        public int Count { get; set; }

        public int Pending { get; set; }

        public bool IsClosed { get; set; }

        public ulong Digest { get; set; }

        public long[] Outcomes { get; } = new long[Checkpoint.Outcomes];
    }
}
