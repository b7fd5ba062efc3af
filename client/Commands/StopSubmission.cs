using Simpul.Client.Submission;
using Simpul.Client.Terminals;
using Simpul.Contracts;

namespace Simpul.Client.Commands;

/// <summary><c>simpul submit --stop</c>: asks a submission's client to end, and waits until it has.</summary>
internal static class StopSubmission
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    public static async Task<int> Run(Services services, Connected connected, IReadOnlyList<CorpusInfo> corpora, string id, CancellationToken cancel)
    {
        var (corpus, row) = await Find(connected, corpora, id, cancel);
        var started = services.Time.GetTimestamp();
        while (row.Phase is SubmissionPhase.Running or SubmissionPhase.Stopping && !ClientName.IsGone(row.Client))
        {
            if (services.Time.GetElapsedTime(started) > Longest)
            {
                throw CommandException.Unreachable(
                    $"submission {id} has not ended within {Longest.TotalSeconds:0} s; its client ({ClientName.ForPeople(row.Client)}) has been asked to.",
                    "It ends with its next report, or stands as interrupted when it makes none; simpul status --watch shows it.");
            }

            await Task.Delay(Pause, services.Time, cancel);
            row = (await connected.Ask(() => connected.Session.Corpus(corpus).StopSubmission(id), cancel))!;
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
            if (await connected.Ask(() => connected.Session.Corpus(corpus.Corpus).StopSubmission(id), cancel) is { } row) return (corpus.Corpus, row);
        }

        throw CommandException.Usage($"there is no submission \"{id}\".", $"simpul status --submissions{connected.Where} lists them.");
    }
}
