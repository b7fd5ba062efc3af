using Simpul.Client.Connection;
using Simpul.Contracts;

namespace Simpul.Client.Submission;

/// <summary>
/// Spreads calls over the lanes in turn. Each lane is a way through one gateway; one whose call has no answer yet may lead to a silo
/// that stands still, so those without are taken first.
/// </summary>
internal sealed class Lanes(ISession session)
{
    private readonly Lock gate = new();
    private readonly int[] unanswered = new int[GrainKeys.Lanes];
    private int last;

    /// <summary>Makes a call through the next lane.</summary>
    public async Task<BatchAnswer> Call(Func<IIngestGrain, Task<BatchAnswer>> call)
    {
        var lane = Take();
        try
        {
            return await call(session.Ingest(lane));
        }
        finally
        {
            lock (gate) unanswered[lane]--;
        }
    }

    private int Take()
    {
        lock (gate)
        {
            var next = (last + 1) % GrainKeys.Lanes;
            for (var i = 1; i < GrainKeys.Lanes && unanswered[next] > 0; i++)
            {
                var other = (last + 1 + i) % GrainKeys.Lanes;
                if (unanswered[other] < unanswered[next]) next = other;
            }

            last = next;
            unanswered[next]++;
            return next;
        }
    }
}
