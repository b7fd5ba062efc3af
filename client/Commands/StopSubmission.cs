using Simpul.Client.Submission;
using Simpul.Client.Terminals;
using Simpul.Contracts;

namespace Simpul.Client.Commands;

/// <summary><c>simpul submit --stop</c>: asks a submission's client to end, and waits until it has.</summary>
internal static class StopSubmission
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <param name="services">The world.</param>
    /// <param name="connected">The session.</param>
    /// <param name="list">Lists the corpora that it may be in.</param>
    /// <param name="id">The submission.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task<int> Run(Services services, Connected connected, Func<CancellationToken, Task<IReadOnlyList<CorpusInfo>>> list, string id, CancellationToken cancel)
    {
        using var patience = new CancellationTokenSource(Longest, services.Time);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel, patience.Token);
        SubmissionInfo? row = null;
        try
        {
            (var corpus, row) = await Find(connected, await list(limit.Token), id, limit.Token);
            while (row.Phase is SubmissionPhase.Running or SubmissionPhase.Stopping && !ClientName.IsGone(row.Client))
            {
                await Task.Delay(Pause, services.Time, limit.Token);
                row = (await connected.Look(() => connected.Session.Corpus(corpus).StopSubmission(id), limit.Token))!;
            }
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw row is null
                ? CommandException.Unreachable($"the cluster has not answered within {Longest.TotalSeconds:0} s, and submission {id} may not have been asked to end.", "Try again; simpul doctor helps.")
                : CommandException.Unreachable(
                    $"submission {id} has not ended within {Longest.TotalSeconds:0} s; its client ({ClientName.ForPeople(row.Client)}) has been asked to.",
                    "It ends with its next report, or stands as interrupted when it makes none; simpul status --watch shows it.");
        }

        var done = Sizes.Count(row.Progress.Done, "article");
        services.Terminal.Talk.Say(row.Phase == SubmissionPhase.Finished
            ? $"Submission {id} had finished: {done}."
            : $"Submission {id} stands interrupted after {done}; what is acknowledged is kept, and the same submit goes on with the rest.");
        return ExitCode.Done;
    }

    private static async Task<(CorpusRef Corpus, SubmissionInfo Row)> Find(Connected connected, IReadOnlyList<CorpusInfo> corpora, string id, CancellationToken cancel)
    {
        foreach (var corpus in corpora)
        {
            if (await connected.Look(() => connected.Session.Corpus(corpus.Corpus).StopSubmission(id), cancel) is { } row) return (corpus.Corpus, row);
        }

        throw CommandException.Usage($"there is no submission \"{id}\".", $"simpul status --submissions{connected.Where} lists them.");
    }
}
