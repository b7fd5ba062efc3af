using System.CommandLine;
using System.Globalization;
using Simpul.Client.Help;
using Simpul.Client.Output;
using Simpul.Client.Terminals;
using Simpul.Contracts;

namespace Simpul.Client.Commands;

/// <summary><c>simpul deadletters</c>: articles that could not be read, and another try.</summary>
internal static class DeadLettersCommand
{
    private static readonly TableShape Letters = new("dead_letters", null, "corpus", "article", "at", "~reason");
    private static readonly TableShape Results = new("retried", null, "corpus", "article", "outcome", "~reason");

    public static Command Create(Services services) => new DocumentedCommand(
        "deadletters", "List articles that could not be read, and read them again",
        "simpul deadletters list --corpus berita", "simpul deadletters retry --corpus berita", "simpul deadletters retry news/2026-02-05")
    {
        Subcommands = { List(services), Retry(services) },
    };

    private static DocumentedCommand List(Services services)
    {
        var connection = new ConnectionArguments();
        var output = new OutputArguments();
        var command = new DocumentedCommand("list", "List dead letters with their reasons", "simpul deadletters list", "simpul deadletters list --corpus berita --format csv");
        output.AddTo(command);
        connection.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            output.Check(parsed);
            await using var connected = await connection.Open(parsed, services, cancel);
            var rows = new List<Cell[]>();
            var affected = new List<string>();
            foreach (var corpus in await connection.Corpora(parsed, connected, cancel))
            {
                var letters = await All(connected, corpus, cancel);
                if (letters.Count > 0) affected.Add(corpus.Corpus.Name);
                foreach (var letter in letters) rows.Add([corpus.Corpus.Name, letter.Id, Time(letter.When), letter.Reason]);
            }

            output.Write(parsed, services.Terminal, new Report([new Table(Letters, rows)], []));
            if (rows.Count == 0) return ExitCode.Done;
            var talk = services.Terminal.Talk;
            talk.Say($"{Sizes.Count(rows.Count, "dead letter")}. After an update of the program, this reads them again:");
            foreach (var corpus in affected) talk.Say($"  simpul deadletters retry{connection.Where(parsed, services, corpus)}");
            return ExitCode.Done;
        });
        return command;
    }

    private static DocumentedCommand Retry(Services services)
    {
        var ids = new Argument<string[]>("ID") { Description = "Ids of articles; all dead letters of the corpus unless named", Arity = ArgumentArity.ZeroOrMore };
        var connection = new ConnectionArguments();
        var output = new OutputArguments();
        var command = new DocumentedCommand(
            "retry", "Read dead letters again; those that can be read count as if they had been at first",
            "simpul deadletters retry --corpus berita", "simpul deadletters retry a1 a2 --format jsonl") { Arguments = { ids } };
        output.AddTo(command);
        connection.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            output.Check(parsed);
            await using var connected = await connection.Open(parsed, services, cancel);
            var corpus = await connected.FindCorpus(cancel);
            var named = parsed.GetValue(ids) is { Length: > 0 } given ? given.Distinct(StringComparer.Ordinal).ToArray() : null;
            var wanted = named ?? [.. (await All(connected, corpus, cancel)).Select(static l => l.Id)];
            var retried = new List<RetriedLetter>();
            await using (new ProgressLine(services.Terminal.Talk, services.Time, () => new JobProgress(retried.Count, wanted.Length, true, 0)))
            {
                foreach (var chunk in wanted.Chunk(Limits.MaxRetriedLetters))
                    retried.AddRange(await connected.Ask(() => connected.Session.Corpus(corpus.Corpus).RetryDeadLetters(chunk), cancel));
            }

            output.Write(parsed, services.Terminal, new Report([new Table(Results, [.. retried.Select(r => Row(corpus, r))])], []));
            return await End(services, connected, corpus, named is not null, retried, cancel);
        });
        return command;
    }

    private static async Task<int> End(Services services, Connected connected, CorpusInfo corpus, bool isNamed, List<RetriedLetter> retried, CancellationToken cancel)
    {
        var talk = services.Terminal.Talk;
        foreach (var none in retried.Where(r => isNamed && r.Answer is null)) talk.Error($"corpus \"{corpus.Corpus.Name}\" holds no dead letter of an article \"{none.Id}\".");
        var left = retried.Count(static r => r.Answer is { Outcome: ArticleOutcome.Rejected });
        var gone = retried.Count(static r => r.Answer is { Outcome: not ArticleOutcome.Rejected });
        talk.Say(retried.Count == 0 ? $"Corpus \"{corpus.Corpus.Name}\" has no dead letters." : $"{Sizes.Count(gone, "article")} could be read, {Sizes.Count(left)} could not and stay dead letters.");
        if (gone > 0) connected.Say(await connected.Look(() => connected.Session.Corpus(corpus.Corpus).WaitIncluded(TimeSpan.FromSeconds(20)), cancel));
        if (isNamed && retried.All(static r => r.Answer is null)) return ExitCode.Usage;
        return left > 0 || (isNamed && gone < retried.Count) ? ExitCode.SomeRejected : ExitCode.Done;
    }

    private static async Task<List<DeadLetter>> All(Connected connected, CorpusInfo corpus, CancellationToken cancel)
    {
        var letters = new List<DeadLetter>();
        while (true)
        {
            var page = await connected.Look(() => connected.Session.Corpus(corpus.Corpus).DeadLetters(letters.Count, Limits.MaxPage), cancel);
            letters.AddRange(page);
            if (page.Length < Limits.MaxPage) return letters;
        }
    }

    private static Cell[] Row(CorpusInfo corpus, RetriedLetter retried) =>
    [
        corpus.Corpus.Name, retried.Id,
        retried.Answer switch { null => "none", { Outcome: ArticleOutcome.Rejected } => "unreadable", { } answer => answer.Outcome.ToString().ToLowerInvariant() },
        retried.Answer?.Message,
    ];

    private static string Time(DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
