using System.CommandLine;
using System.Text;
using Simpul.Client.Output;
using Simpul.Client.Queries;
using Simpul.Contracts;

namespace Simpul.Client.Commands;

/// <summary><c>simpul status --watch</c>: one picture on a terminal, renewed; elsewhere a new answer whenever something has changed.</summary>
internal sealed class StatusWatch(Services services, Connected connected, TimeSpan every, int looks)
{
    // Finished ones below those that run tell how it went; more would push those off the screen.
    private const int Shown = 10;

    private static readonly byte[] Home = Encoding.ASCII.GetBytes("\e[H\e[J");

    public async Task<int> Run(Func<Task<IReadOnlyList<CorpusInfo>>> find, OutputArguments output, ParseResult parsed, CancellationToken cancel)
    {
        var terminal = services.Terminal;
        var before = Array.Empty<byte>();
        try
        {
            for (var look = 1; ; look++)
            {
                var corpora = await find();
                var statuses = await StatusCommand.Statuses(connected, corpora, cancel);
                var submissions = await StatusCommand.Submissions(connected, corpora, Shown, cancel);
                var report = new Report([CorpusReport.Of(statuses), SubmissionTable.Of(submissions, "Submissions")], []);
                using var picture = new MemoryStream();
                var style = new TableLook(terminal.ColoursOnOutput, terminal.OutputIsTerminal ? terminal.Width : int.MaxValue);
                RowWriters.Write(report, output.Format(parsed) ?? OutputFormat.Table, picture, style);
                var now = picture.ToArray();
                if (terminal.OutputIsTerminal || !now.AsSpan().SequenceEqual(before))
                {
                    if (terminal.OutputIsTerminal) terminal.Output.Write(Home);
                    terminal.Output.Write(now);
                    await terminal.Output.FlushAsync(cancel);
                }

                before = now;
                if (look == looks) return ExitCode.Done;
                await Task.Delay(every, services.Time, cancel);
            }
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // The way in which a look that never ends by itself is ended.
            return ExitCode.Done;
        }
    }
}
