using System.CommandLine;
using Simpul.Client.Help;
using Simpul.Client.Input;
using Simpul.Client.Submission;
using Simpul.Client.Terminals;
using Simpul.Contracts;

namespace Simpul.Client.Commands;

/// <summary><c>simpul submit</c>: articles in.</summary>
internal static class SubmitCommand
{
    public static Command Create(Services services)
    {
        var input = new InputArguments();
        var connection = new ConnectionArguments();
        var batch = CountOption.Create("--batch-size", "Articles of a batch, at most", SubmissionOptions.DefaultBatch, 1, Limits.MaxBatchArticles);
        var inFlight = CountOption.Create("--in-flight", "Batches under way at once, at most, beside those that are held up", SubmissionOptions.DefaultInFlight, 1, 1024);
        var wait = CountOption.Create("--wait", "Seconds to wait at the end until all is counted, at most", 300);
        var patience = CountOption.Create("--patience", "Seconds to try again while the cluster does not answer", 300);
        var detach = new Option<bool>("--detach") { Description = "Go on in the background: prints the submission's id" };
        var stop = new Option<string?>("--stop") { Description = "End a submission that runs; what is acknowledged stays", HelpName = "ID" };
        var log = new Option<string?>("--log") { Description = "Where a submission in the background writes what it says", HelpName = "FILE" };
        var command = new DocumentedCommand(
            "submit", "Put articles into a corpus; safe to repeat, and to go on with after an interruption",
            "simpul submit news/ --corpus berita",
            "simpul submit 'archive/**/*.jsonl.gz' --map text=body,published=pub_date",
            "simpul submit archive/ --detach                # prints an id; simpul status --watch shows it",
            "simpul submit --stop s-1f0c9a3e                # the same submit goes on with the rest",
            "zcat articles.jsonl.gz | simpul submit - --corpus berita");
        input.AddTo(command);
        foreach (var option in new Option[] { batch, inFlight, wait, patience, detach, stop, log }) command.Options.Add(option);
        connection.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            if (parsed.GetValue(stop) is { } id)
            {
                if (input.Any(parsed) || parsed.GetValue(detach))
                    throw CommandException.Usage("--stop ends a submission and takes no input.", "Leave the paths and --detach out.");
                await using var target = await connection.Open(parsed, services, cancel);
                return await StopSubmission.Run(services, target, limit => connection.Corpora(parsed, target, limit), id, cancel);
            }

            var (paths, options) = (input.Paths(parsed), input.Options(parsed));
            if (parsed.GetValue(log) is not null && !parsed.GetValue(detach))
                throw CommandException.Usage("--log is for --detach.", "Redirect standard error (2> FILE) to keep what a command in the foreground says.");
            if (parsed.GetValue(detach)) return await DetachedClient.Start(services, parsed, paths, parsed.GetValue(log), connection.Target(parsed, services), cancel);
            var how = new SubmissionOptions { Batch = parsed.GetValue(batch), InFlight = parsed.GetValue(inFlight), Patience = TimeSpan.FromSeconds(parsed.GetValue(patience)) };
            using var reading = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            var run = new SubmissionRun(services, InputIdentity.Of(paths, options), how, TimeSpan.FromSeconds(parsed.GetValue(wait)))
            {
                OnEnding = reading.Cancel,
                OnBegun = services.Terminal.Variable(DetachedClient.BackgroundVariable) is null ? null : submission => services.Terminal.Talk.Say(DetachedClient.Announcement + submission),
            };
            var finder = new InputFinder(options, () => new InterruptibleStream(services.Terminal.OpenInput(), reading.Token));
            finder.Measure(paths, run.Input);
            var items = new InputReader(options, run.Input).Read(finder.Find(paths));
            Connected? connected = null;
            try
            {
                await run.Do(items, async () => connected = await connection.Open(parsed, services, cancel, how.Patience), cancel);
                if (connected is not null) SayNext(services.Terminal.Talk, connected, run.Counts);
                return run.Counts.Rejected > 0 ? ExitCode.SomeRejected : ExitCode.Done;
            }
            catch (OperationCanceledException) when (cancel.IsCancellationRequested || run.Ended != EndReason.None)
            {
                var why = run.Ended switch
                {
                    EndReason.Stopped => "Stopped, as simpul submit --stop asked.",
                    EndReason.TakenOver => "Another client goes on with this submission.",
                    _ => "Interrupted.",
                };
                services.Terminal.Talk.Say($"{why} {Sizes.Count(run.Counts.Done + run.Counts.Skipped, "article")} were done and are kept; the same command goes on with the rest.");
                return ExitCode.Interrupted;
            }
            finally
            {
                if (connected is not null) await connected.DisposeAsync();
            }
        });
        return command;
    }

    private static void SayNext(Talk talk, Connected connected, SubmissionCounts counts)
    {
        if (counts.Done == counts.Rejected && counts.Skipped == 0) return;
        talk.Say("Next:");
        talk.Say($"  simpul top countries{connected.Where}");
        talk.Say($"  simpul top dyads{connected.Where}");
        talk.Say($"  simpul country CN{connected.Where}");
    }
}
