using Simpul.Client.Commands;
using Simpul.Client.Connection;
using Simpul.Client.Input;
using Simpul.Client.Terminals;
using Simpul.Contracts;

namespace Simpul.Client.Submission;

/// <summary>One submission from its first article until all of it is counted, with what is said about it on the way.</summary>
internal sealed class SubmissionRun(Services services, InputIdentity input, SubmissionOptions options, TimeSpan wait)
{
    // What ended a client was not acknowledged; so it stands not far behind what is, where no other slice was held up.
    private const int SuspectWindow = 8192;
    private const int LostClientsBeforeSuspicion = 2;

    private readonly Talk talk = services.Terminal.Talk;

    /// <summary>How far the input has been read.</summary>
    public InputProgress Input { get; } = new();

    public SubmissionCounts Counts { get; } = new();

    /// <summary>Why it ended before its input, where it was asked to.</summary>
    public EndReason Ended { get; private set; }

    /// <summary>Is told the id once it is known.</summary>
    public Action<string>? OnBegun { get; init; }

    /// <summary>Is told where it is to end before its input, which may stand still.</summary>
    public Action? OnEnding { get; init; }

    /// <param name="items">The input.</param>
    /// <param name="open">Opens the session; not called where the input holds no article at all.</param>
    /// <param name="cancel">Interrupts the run.</param>
    public async Task Do(IEnumerable<InputItem> items, Func<Task<Connected>> open, CancellationToken cancel)
    {
        var started = services.Time.GetTimestamp();
        await using (new ProgressLine(talk, services.Time, () => new JobProgress(Counts.Done + Counts.Skipped, Input.EstimatedTotal, Input.Finished, Counts.Rejected, Waiting)))
        {
            using var enumerator = items.GetEnumerator();
            var first = await Task.Run(() => FirstArticle(enumerator, cancel), CancellationToken.None);
            if (first is null)
            {
                talk.Say($"No article was submitted: {Sizes.Count(Counts.Rejected)} rejected.");
                return;
            }

            var connected = await open();
            connected.OnRetry = _ => Counts.Fail(services.Time.GetTimestamp());
            var corpus = await connected.Look(() => connected.Session.Catalogue.Create(connected.CorpusName, new CorpusLayout()), cancel);
            // Asks the corpus, which wakes its ledgers while the first batch is being made.
            var held = await connected.Look(() => connected.Session.Corpus(corpus.Corpus).WaitIncluded(TimeSpan.Zero), cancel);
            if (held.Committed > 0) talk.Say($"Corpus '{corpus.Corpus.Name}' holds {Sizes.Count(held.Committed, "article")} already.");
            var retries = await Send(connected, corpus, From(first, enumerator), cancel);

            var elapsed = services.Time.GetElapsedTime(started);
            talk.Say(Summary(elapsed));
            if (retries > 0) talk.Say($"{Sizes.Count(retries, "call")} had to be made again; nothing counts twice.");
            await WaitIncluded(connected, corpus, cancel);
        }
    }

    private async Task<long> Send(Connected connected, CorpusInfo corpus, IEnumerable<InputItem> items, CancellationToken cancel)
    {
        var ticket = new Ticket(connected, corpus, input, services);
        await ticket.Take(cancel);
        var progress = ticket.Row.Progress;
        OnBegun?.Invoke(ticket.Row.Id);
        using var checkpoint = new Checkpoint();
        using var resumption = new Resumption(ticket.IsResumed ? progress.Blocks : []);
        if (ticket.IsResumed)
        {
            checkpoint.SkippedOutcomes(progress.AcknowledgedOutcomes);
            talk.Say($"Going on with submission {ticket.Row.Id}: {Sizes.Count(progress.Acknowledged, "article")} of it {(progress.Acknowledged == 1 ? "is" : "are")} acknowledged.");
        }

        var submitter = new Submitter(connected.Session, corpus, options, Counts, talk, services.Time)
        {
            Checkpoint = checkpoint, Stamp = ticket.Row.Stamp,
            SuspectsUpTo = ticket.Row.LostClients >= LostClientsBeforeSuspicion ? progress.Acknowledged + SuspectWindow : 0,
        };
        if (submitter.SuspectsUpTo > 0) talk.Say("Clients were lost at this place before: its articles are read one by one, each apart.");
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        await using var ending = end.Token.Register(() => OnEnding?.Invoke());
        var phase = SubmissionPhase.Interrupted;
        try
        {
            await using var reporter = new Reporter(ticket, () => Progress(checkpoint, submitter), services.Time, end);
            try
            {
                await Task.Run(() => submitter.Run(items, resumption, () => Change(ticket, checkpoint, submitter, resumption, cancel), end.Token), CancellationToken.None);
                phase = SubmissionPhase.Finished;
                return submitter.Retries;
            }
            catch (OperationCanceledException) when (end.IsCancellationRequested)
            {
                Ended = reporter.Reason == EndReason.None ? EndReason.Interrupted : reporter.Reason;
                throw;
            }
        }
        catch (Exception e) when (Connection.ClusterErrors.AsCommandException(e) is { } known)
        {
            phase = SubmissionPhase.Failed;
            talk.Say($"{Sizes.Count(Counts.Done + Counts.Skipped, "article")} were done and are kept; the same command goes on with the rest.");
            throw known;
        }
        finally
        {
            if (Ended != EndReason.TakenOver)
            {
                var last = Progress(checkpoint, submitter);
                // What is finished is never resumed.
                await ticket.End(phase, phase == SubmissionPhase.Finished ? last with { Blocks = [] } : last);
            }
        }
    }

    // A version of the changed input must stand above all that the earlier one sent, so it needs a later stamp.
    private async Task Change(Ticket ticket, Checkpoint checkpoint, Submitter submitter, Resumption resumption, CancellationToken cancel)
    {
        var earlier = ticket.Row;
        await ticket.End(SubmissionPhase.Interrupted, earlier.Progress);
        await ticket.Begin(cancel);
        submitter.Stamp = ticket.Row.Stamp;
        submitter.SuspectsUpTo = 0;
        // What became of a part of the earlier outcomes is not known: what is passed over counts as repeated.
        checkpoint.SkippedOutcomes([.. earlier.Progress.AcknowledgedOutcomes.Select(static n => -n)]);
        checkpoint.SkippedOutcomes([0, resumption.Skipped]);
        var what = input.IsNamed ? "the input has changed since" : "this is another input";
        talk.Say($"From article {Sizes.Count(resumption.Skipped + 1)} on {what}: it goes on as submission {ticket.Row.Id}, and nothing more is passed over.");
        OnBegun?.Invoke(ticket.Row.Id);
    }

    private SubmissionProgress Progress(Checkpoint checkpoint, Submitter submitter) => checkpoint.Progress() with
    {
        Unreadable = Counts.RejectedByReader, Expected = Input.EstimatedTotal, IsInputRead = Input.Finished, Retries = submitter.Retries,
    };

    private TimeSpan Waiting => Counts.FailingSince is { } since ? services.Time.GetElapsedTime(since) : TimeSpan.Zero;

    private string Summary(TimeSpan elapsed)
    {
        var rate = elapsed > TimeSpan.Zero ? Counts.Done / elapsed.TotalSeconds : 0;
        var warnings = Counts.Warnings > 0 ? $", {Sizes.Count(Counts.Warnings, "warning")}" : "";
        var skipped = Counts.Skipped > 0 ? $" {Sizes.Count(Counts.Skipped)} more had been acknowledged before." : "";
        return $"{Sizes.Count(Counts.Done, "article")} in {Sizes.Time(elapsed)} ({Sizes.Count((long)rate)}/s): {Sizes.Count(Counts.New)} new, {Sizes.Count(Counts.Repeated)} repeated, "
            + $"{Sizes.Count(Counts.Edited)} edited, {Sizes.Count(Counts.Older)} older, {Sizes.Count(Counts.Rejected)} rejected{warnings}.{skipped}";
    }

    private async Task WaitIncluded(Connected connected, CorpusInfo corpus, CancellationToken cancel)
    {
        // Shorter than the silence after which a call is made again.
        var longest = FirstAnswer.Silence * 0.8;
        var started = services.Time.GetTimestamp();
        while (true)
        {
            var left = wait - services.Time.GetElapsedTime(started);
            var asOf = await connected.Look(() => connected.Session.Corpus(corpus.Corpus).WaitIncluded(left < longest ? (left > TimeSpan.Zero ? left : TimeSpan.Zero) : longest), cancel);
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
