using Simpul.Client.Input;
using Simpul.Client.Terminals;
using Simpul.Contracts;

namespace Simpul.Client.Submission;

/// <summary>What became of the articles of a run. Counted by many threads.</summary>
internal sealed class SubmissionCounts
{
    private readonly long[] outcomes = new long[5];
    private long rejectedByReader;
    private long skipped;
    private long warnings;
    private long failingSince;

    public long New => Read(ArticleOutcome.New);

    public long Repeated => Read(ArticleOutcome.Repeated);

    public long Edited => Read(ArticleOutcome.Edited);

    public long Older => Read(ArticleOutcome.Older);

    /// <summary>Rejected here, before they were sent, or by the cluster.</summary>
    public long Rejected => Read(ArticleOutcome.Rejected) + Interlocked.Read(ref rejectedByReader);

    /// <summary>Rejected here, before they were sent.</summary>
    public long RejectedByReader => Interlocked.Read(ref rejectedByReader);

    /// <summary>Passed over, since an earlier run had them acknowledged.</summary>
    public long Skipped => Interlocked.Read(ref skipped);

    public long Warnings => Interlocked.Read(ref warnings);

    /// <summary>Articles whose fate is known.</summary>
    public long Done => New + Repeated + Edited + Older + Rejected;

    /// <summary>When calls began to fail of which none has succeeded since, as a timestamp of the run's clock; null while they succeed.</summary>
    public long? FailingSince => Interlocked.Read(ref failingSince) is var since and not 0 ? since : null;

    public void Add(ArticleOutcome outcome)
    {
        Interlocked.Increment(ref outcomes[(int)outcome]);
        Interlocked.Exchange(ref failingSince, 0);
    }

    /// <summary>A call has failed and will be made again.</summary>
    public void Fail(long timestamp) => Interlocked.CompareExchange(ref failingSince, timestamp, 0);

    public void Skip(int articles) => Interlocked.Add(ref skipped, articles);

    /// <summary>Counts and says what a reader found that is no article.</summary>
    public void Report(InputItem item, Talk talk)
    {
        if (item is RejectedInput)
        {
            Interlocked.Increment(ref rejectedByReader);
            talk.Reject(item.ToString()!);
        }
        else
        {
            Interlocked.Increment(ref warnings);
            talk.Warn(item.ToString()!);
        }
    }

    private long Read(ArticleOutcome outcome) => Interlocked.Read(ref outcomes[(int)outcome]);
}
