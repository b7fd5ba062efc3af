using Simpul.Client.Commands;
using Simpul.Client.Input;
using Simpul.Client.Terminals;
using Simpul.Contracts;

namespace Simpul.Client.Submission;

/// <summary>One submission from its first article until all of it is counted, with what is said about it on the way.</summary>
internal sealed class SubmissionRun(Services services, SubmissionOptions options, TimeSpan wait)
{
    private readonly Talk talk = services.Terminal.Talk;

    /// <summary>How far the input has been read.</summary>
    public InputProgress Input { get; } = new();

    public SubmissionCounts Counts { get; } = new();

    /// <param name="items">The input.</param>
    /// <param name="open">Opens the session; not called where the input holds no article at all.</param>
    /// <param name="cancel">Interrupts the run.</param>
    public async Task Do(IEnumerable<InputItem> items, Func<Task<Connected>> open, CancellationToken cancel)
    {
        var started = services.Time.GetTimestamp();
        await using (new ProgressLine(talk, services.Time, () => new JobProgress(Counts.Done, Input.EstimatedTotal, Input.Finished, Counts.Rejected)))
        {
            using var enumerator = items.GetEnumerator();
            var first = await Task.Run(() => FirstArticle(enumerator, cancel), CancellationToken.None);
            if (first is null)
            {
                talk.Say($"No article was submitted: {Sizes.Count(Counts.Rejected)} rejected.");
                return;
            }

            var connected = await open();
            var corpus = await connected.Ask(() => connected.Session.Catalogue.Create(connected.CorpusName, new CorpusLayout()), cancel);
            // Asks the corpus, which wakes its ledgers while the first batch is being made.
            var held = await connected.Ask(() => connected.Session.Corpus(corpus.Corpus).WaitIncluded(TimeSpan.Zero), cancel);
            if (held.Committed > 0) talk.Say($"Corpus '{corpus.Corpus.Name}' holds {Sizes.Count(held.Committed, "article")} already.");
            var submitter = new Submitter(connected.Session, corpus, SubmissionStamp.Now(services.Time), options, Counts, talk, services.Time);
            try
            {
                await Task.Run(() => submitter.Run(From(first, enumerator), cancel), CancellationToken.None);
            }
            catch (Exception e) when (Connection.ClusterErrors.AsCommandException(e) is { } known)
            {
                talk.Say($"{Sizes.Count(Counts.Done, "article")} were done and are kept; the same command goes on with the rest.");
                throw known;
            }

            var elapsed = services.Time.GetElapsedTime(started);
            talk.Say(Summary(elapsed));
            if (submitter.Retries > 0) talk.Say($"{Sizes.Count(submitter.Retries, "call")} had to be made again; nothing counts twice.");
            await WaitIncluded(connected, corpus, cancel);
        }
    }

    private string Summary(TimeSpan elapsed)
    {
        var rate = elapsed > TimeSpan.Zero ? Counts.Done / elapsed.TotalSeconds : 0;
        var warnings = Counts.Warnings > 0 ? $", {Sizes.Count(Counts.Warnings, "warning")}" : "";
        return $"{Sizes.Count(Counts.Done, "article")} in {Sizes.Time(elapsed)} ({Sizes.Count((long)rate)}/s): {Sizes.Count(Counts.New)} new, {Sizes.Count(Counts.Repeated)} repeated, "
            + $"{Sizes.Count(Counts.Edited)} edited, {Sizes.Count(Counts.Older)} older, {Sizes.Count(Counts.Rejected)} rejected{warnings}.";
    }

    private async Task WaitIncluded(Connected connected, CorpusInfo corpus, CancellationToken cancel)
    {
        var longest = TimeSpan.FromSeconds(20);
        var started = services.Time.GetTimestamp();
        while (true)
        {
            var left = wait - services.Time.GetElapsedTime(started);
            var asOf = await connected.Ask(() => connected.Session.Corpus(corpus.Corpus).WaitIncluded(left < longest ? (left > TimeSpan.Zero ? left : TimeSpan.Zero) : longest), cancel);
            if (asOf.IsFresh || left <= longest)
            {
                connected.Say(asOf);
                return;
            }
        }
    }

    // Rejections ahead of the first article are reported before anything is started for it.
    private AcceptedInput? FirstArticle(IEnumerator<InputItem> items, CancellationToken cancel)
    {
        while (items.MoveNext())
        {
            cancel.ThrowIfCancellationRequested();
            if (items.Current is AcceptedInput accepted) return accepted;
            Counts.Report(items.Current, talk);
        }

        return null;
    }

    private static IEnumerable<InputItem> From(InputItem first, IEnumerator<InputItem> rest)
    {
        yield return first;
        while (rest.MoveNext()) yield return rest.Current;
    }
}
