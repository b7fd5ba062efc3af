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
        var inFlight = CountOption.Create("--in-flight", "Batches under way at once, at most", SubmissionOptions.DefaultInFlight, 1, 1024);
        var wait = CountOption.Create("--wait", "Seconds to wait at the end until all is counted, at most", 300);
        var command = new DocumentedCommand(
            "submit", "Put articles into a corpus; safe to repeat",
            "simpul submit news/ --corpus berita",
            "simpul submit 'archive/**/*.jsonl.gz' --map text=body,published=pub_date",
            "zcat articles.jsonl.gz | simpul submit - --corpus berita");
        input.AddTo(command);
        command.Options.Add(batch);
        command.Options.Add(inFlight);
        command.Options.Add(wait);
        connection.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            var (paths, options) = (input.Paths(parsed), input.Options(parsed));
            var run = new SubmissionRun(services, new SubmissionOptions { Batch = parsed.GetValue(batch), InFlight = parsed.GetValue(inFlight) }, TimeSpan.FromSeconds(parsed.GetValue(wait)));
            var finder = new InputFinder(options, () => new InterruptibleStream(services.Terminal.OpenInput(), cancel));
            finder.Measure(paths, run.Input);
            var items = new InputReader(options, run.Input).Read(finder.Find(paths));
            Connected? connected = null;
            try
            {
                await run.Do(items, async () => connected = await connection.Open(parsed, services, cancel), cancel);
                if (connected is not null) SayNext(services.Terminal.Talk, connected, run.Counts);
                return run.Counts.Rejected > 0 ? ExitCode.SomeRejected : ExitCode.Done;
            }
            catch (OperationCanceledException) when (cancel.IsCancellationRequested)
            {
                services.Terminal.Talk.Say($"Interrupted. {Sizes.Count(run.Counts.Done, "article")} were done and are kept; the same command goes on with the rest.");
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
        if (counts.Done == counts.Rejected) return;
        talk.Say("Next:");
        talk.Say($"  simpul top countries{connected.Where}");
        talk.Say($"  simpul top dyads{connected.Where}");
        talk.Say($"  simpul country CN{connected.Where}");
    }
}
