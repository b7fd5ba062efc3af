using Orleans.Concurrency;
using Simpul.Contracts;

namespace Simpul.Grains.Articles;

/// <summary>Takes batches in, on the silo whose gateway they came through.</summary>
[StatelessWorker(MaxLocalWorkers), Reentrant, GrainType("ingest")]
internal sealed class IngestGrain(Submission submission) : Grain, IIngestGrain
{
    // Waiting is most of what it does: few activations serve many batches.
    private const int MaxLocalWorkers = 2;

    public Task<BatchAnswer> Submit(ArticleBatch batch) => Submit(batch, isSuspect: false);

    public Task<BatchAnswer> SubmitApart(ArticleBatch batch) => Submit(batch, isSuspect: true);

    private async Task<BatchAnswer> Submit(ArticleBatch batch, bool isSuspect)
    {
        if (batch.Articles.Length > Limits.MaxBatchArticles)
        {
            throw new ClusterException(
                ErrorCode.BadRequest, $"A batch has {batch.Articles.Length} articles; at most {Limits.MaxBatchArticles} are taken.");
        }

        try
        {
            return new BatchAnswer { Articles = await submission.Submit(batch.Corpus, batch.Slice, batch.Stamp, batch.Articles, isSuspect) };
        }
        catch (SiloUnavailableException e)
        {
            // The ledger's silo, not this one, which has read the batch: a client must not take its articles for what ends silos.
            throw new ClusterException(ErrorCode.Moved, $"The ledger of the batch moves: {e.Message}");
        }
    }
}
