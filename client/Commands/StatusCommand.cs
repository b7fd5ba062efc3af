using System.CommandLine;
using Simpul.Client.Help;
using Simpul.Client.Output;
using Simpul.Client.Queries;
using Simpul.Client.Terminals;
using Simpul.Contracts;

namespace Simpul.Client.Commands;

/// <summary><c>simpul status</c>: how far corpora and submissions are.</summary>
internal static class StatusCommand
{
    // Enough to see those that run; --submissions lists all.
    private const int Recent = 20;
    private const int All = 10_000;

    public static Command Create(Services services)
    {
        var connection = new ConnectionArguments();
        var output = new OutputArguments();
        var submissions = new Option<bool>("--submissions") { Description = "List submissions: running, interrupted, finished" };
        var watch = new Option<bool>("--watch", "-w") { Description = "Show corpora and submissions again and again, until Ctrl-C" };
        var every = CountOption.Create("--every", "Seconds between two looks of --watch", 1, 1, 3600);
        var looks = CountOption.Create("--looks", "End --watch after so many looks; 0 for never", 0);
        var command = new DocumentedCommand(
            "status", "How far corpora and submissions are: articles, events, freshness, dead letters",
            "simpul status", "simpul status --watch --corpus berita", "simpul status --submissions", "simpul status --corpus berita --format json")
        {
            Options = { submissions, watch, every, looks },
        };
        output.AddTo(command);
        connection.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            output.Check(parsed);
            await using var connected = await connection.Open(parsed, services, cancel);
            services.Terminal.Talk.Say($"Data: {connected.Session.Description}");
            if (parsed.GetValue(watch))
            {
                if (output.ToFile(parsed)) throw CommandException.Usage("--watch writes to standard output.", "Leave --output out, or leave --watch out.");
                var view = new StatusWatch(services, connected, TimeSpan.FromSeconds(parsed.GetValue(every)), parsed.GetValue(looks));
                return await view.Run(() => connection.Corpora(parsed, connected, cancel), output, parsed, cancel);
            }

            var corpora = await connection.Corpora(parsed, connected, cancel);
            if (!parsed.GetValue(submissions)) return await Write(services, connected, parsed, output, corpora, cancel);
            output.Write(parsed, services.Terminal, new Report([SubmissionTable.Of(await Submissions(connected, corpora, All, cancel))], []));
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>Writes the status of some corpora.</summary>
    public static async Task<int> Write(Services services, Connected connected, ParseResult parsed, OutputArguments output, IReadOnlyList<CorpusInfo> corpora, CancellationToken cancel)
    {
        var statuses = await Statuses(connected, corpora, cancel);
        output.Write(parsed, services.Terminal, new Report([CorpusReport.Of(statuses)], statuses.Count == 1 ? Connected.Pairs(statuses[0].AsOf) : []));

        var talk = services.Terminal.Talk;
        if (statuses.Count == 0) talk.Say("There is no corpus yet: simpul submit PATH makes one.");
        if (statuses.Count == 1) connected.Say(statuses[0].AsOf);
        foreach (var status in statuses)
        {
            var name = status.Corpus.Corpus.Name;
            if (statuses.Count > 1 && !status.AsOf.IsFresh) talk.Say($"{name}: {Sizes.Count(status.AsOf.Included)} of {Sizes.Count(status.AsOf.Committed, "article")} counted.");
            var older = status.Packs.Where(p => p.Pack != status.CurrentPack).Sum(p => p.Articles);
            if (older > 0) talk.Warn($"{name}: {Sizes.Count(older, "article")} were read by an older language pack. Submit them to a new corpus to have them read again.");
            if (status.DeadLetters > 0) talk.Warn($"{name}: {Sizes.Count(status.DeadLetters, "article")} could not be read and are kept as dead letters. simpul deadletters list --corpus {name} shows why.");
        }

        foreach (var (name, row) in (await Submissions(connected, corpora, Recent, cancel)).Where(static s => s.Row.Phase != SubmissionPhase.Finished))
            talk.Say($"{name}: {SubmissionTable.Describe(row)}");
        return ExitCode.Done;
    }

    public static async Task<List<CorpusStatus>> Statuses(Connected connected, IReadOnlyList<CorpusInfo> corpora, CancellationToken cancel)
    {
        var statuses = new List<CorpusStatus>();
        foreach (var corpus in corpora) statuses.Add(await connected.Look(() => connected.Session.Corpus(corpus.Corpus).Status(), cancel));
        return statuses;
    }

    /// <summary>The newest submissions of some corpora.</summary>
    public static async Task<List<(string Corpus, SubmissionInfo Row)>> Submissions(Connected connected, IReadOnlyList<CorpusInfo> corpora, int limit, CancellationToken cancel)
    {
        var rows = new List<(string, SubmissionInfo)>();
        foreach (var corpus in corpora)
            rows.AddRange((await connected.Look(() => connected.Session.Corpus(corpus.Corpus).Submissions(limit), cancel)).Select(s => (corpus.Corpus.Name, s)));
        return rows;
    }
}
