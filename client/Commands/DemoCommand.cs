using System.CommandLine;
using Simpul.Client.Help;
using Simpul.Client.Input;
using Simpul.Client.Output;
using Simpul.Client.Queries;
using Simpul.Client.Submission;
using Simpul.Contracts;

namespace Simpul.Client.Commands;

/// <summary><c>simpul demo</c>: the whole of it on the articles that come with the program.</summary>
internal static class DemoCommand
{
    private const string Corpus = "demo";

    public static Command Create(Services services)
    {
        var connection = new ConnectionArguments(Corpus);
        var output = new OutputArguments();
        var command = new DocumentedCommand("demo", "Read the sample articles and show who did what to whom", "simpul demo", "simpul demo --format json");
        output.AddTo(command);
        connection.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            output.Check(parsed);
            await using var connected = await connection.Open(parsed, services, cancel);
            var run = new SubmissionRun(services, InputIdentity.Of(["samples"], new InputOptions()), new SubmissionOptions(), TimeSpan.FromMinutes(1));
            var items = new InputReader(new InputOptions(), run.Input).Read(Samples.Sources());
            await run.Do(items, () => Task.FromResult(connected), cancel);

            var corpus = await connected.FindCorpus(cancel);
            var answers = new List<Table>();
            AsOf? asOf = null;
            foreach (var (subject, title) in new[] { (TopSubject.Countries, "Countries"), (TopSubject.Actors, "Actors"), (TopSubject.CountryDyads, "Who did most to whom") })
            {
                var query = new TopQuery { Subject = subject, Limit = 8 };
                var answer = await connected.Query(q => q.Top(corpus.Corpus, query), cancel);
                var table = TopReport.Of(query, answer);
                answers.Add(table with { Shape = table.Shape with { Title = title } });
                asOf = answer.AsOf;
            }

            var events = await connected.Query(q => q.Events(corpus.Corpus, new EventsQuery { Limit = 8 }), cancel);
            answers.Add(new Table(new TableShape("evidence", "Newest evidence", EvidenceRows.EventColumns), [.. events.Rows.Select(EvidenceRows.Of)]));
            output.Write(parsed, services.Terminal, new Report(answers, Connected.Pairs(asOf!)));

            var talk = services.Terminal.Talk;
            talk.Say("Next:");
            talk.Say($"  simpul country ID{connected.Where}");
            if (events.Rows.Length > 0) talk.Say($"  simpul article {events.Rows[0].Article}{connected.Where}");
            talk.Say("  simpul submit FOLDER --corpus NAME      (your own articles; simpul help input)");
            return run.Counts.Rejected > 0 ? ExitCode.SomeRejected : ExitCode.Done;
        });
        return command;
    }
}
