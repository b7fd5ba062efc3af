using System.CommandLine;
using Simpul.Client.Help;
using Simpul.Client.Output;
using Simpul.Client.Queries;
using Simpul.Client.Terminals;
using Simpul.Contracts;

namespace Simpul.Client.Commands;

/// <summary><c>simpul status</c>: how far corpora are.</summary>
internal static class StatusCommand
{
    public static Command Create(Services services)
    {
        var connection = new ConnectionArguments();
        var output = new OutputArguments();
        var command = new DocumentedCommand("status", "How far corpora are: articles, events, freshness, dead letters", "simpul status", "simpul status --corpus berita --format json");
        output.AddTo(command);
        connection.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            output.Check(parsed);
            await using var connected = await connection.Open(parsed, services, cancel);
            var corpora = connection.NamesCorpus(parsed) ? [await connected.FindCorpus(cancel)] : await connected.Ask(() => connected.Session.Catalogue.List(), cancel);
            services.Terminal.Talk.Say($"Data: {connected.Session.Description}");
            return await Write(services, connected, parsed, output, corpora, cancel);
        });
        return command;
    }

    /// <summary>Writes the status of some corpora.</summary>
    public static async Task<int> Write(Services services, Connected connected, ParseResult parsed, OutputArguments output, IReadOnlyList<CorpusInfo> corpora, CancellationToken cancel)
    {
        var statuses = new List<CorpusStatus>();
        foreach (var corpus in corpora) statuses.Add(await connected.Ask(() => connected.Session.Corpus(corpus.Corpus).Status(), cancel));
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
            if (status.DeadLetters > 0) talk.Warn($"{name}: {Sizes.Count(status.DeadLetters, "article")} could not be read and are kept as dead letters.");
        }

        return ExitCode.Done;
    }
}
