using System.CommandLine;
using System.Runtime.InteropServices;
using System.Text;
using Simpul.Client.Help;
using Simpul.Client.Output;
using Simpul.Client.Queries;
using Simpul.Client.Terminals;
using Simpul.Contracts;
using Simpul.Hosting.Settings;
using Simpul.Text;

namespace Simpul.Client.Commands;

/// <summary><c>simpul doctor</c>: whether everything that a command needs is in order, with a remedy for each thing that is not.</summary>
internal static class DoctorCommand
{
    private const long LeastDisk = 1L << 30;
    private const int Recent = 100;

    private static readonly TableShape Shape = new("checks", null, "check", "state", "detail", "remedy");

    private readonly record struct Check(string Name, bool? Good, string Detail, string? Remedy = null);

    public static Command Create(Services services)
    {
        var connection = new ConnectionArguments(withCorpus: false);
        var output = new OutputArguments();
        var command = new DocumentedCommand("doctor", "Check the program, the data and the cluster", "simpul doctor", "simpul doctor --cluster host:30000 --format json");
        output.AddTo(command);
        connection.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            output.Check(parsed);
            var target = connection.Target(parsed, services);
            var checks = new List<Check> { Program(), Encodings(), Languages() };
            if (target.Cluster.Count == 0) checks.Add(Disk(target.DataFolder ?? DataFolder.Resolve(null)));
            checks.AddRange(await Cluster(connection, parsed, services, cancel));
            output.Write(parsed, services.Terminal, new Report(
                [new Table(Shape, [.. checks.Select(c => (Cell[])[c.Name, c.Good switch { true => "ok", false => "failed", null => "warning" }, c.Detail, c.Remedy])])], []));
            return checks.Any(c => c.Good == false) ? ExitCode.Unreachable : ExitCode.Done;
        });
        return command;
    }

    private static Check Program() =>
        new("program", true, $"simpul {typeof(App).Assembly.GetName().Version?.ToString(3)}, .NET {Environment.Version}, {RuntimeInformation.RuntimeIdentifier}, {Sizes.Count(Environment.ProcessorCount, "core")}");

    private static Check Encodings()
    {
        var encoding = Console.OutputEncoding;
        return encoding.CodePage == Encoding.UTF8.CodePage
            ? new("terminal", true, "UTF-8")
            : new("terminal", null, $"the terminal takes {encoding.WebName}", "Set it to UTF-8 (LANG=C.UTF-8, or chcp 65001 on Windows) if letters look wrong.");
    }

    private static Check Languages()
    {
        try
        {
            var record = ArticleReader.Default.Read(new Article("doctor", "Presiden Indonesia bertemu Perdana Menteri Jepang di Tokyo."));
            return record.Countries.Count >= 2
                ? new("language packs", true, $"version {record.Pack}")
                : new("language packs", false, "a test sentence was not understood", "Install the program again.");
        }
        catch (Exception e)
        {
            return new("language packs", false, e.Message, "Install the program again.");
        }
    }

    private static Check Disk(string folder)
    {
        try
        {
            // The folder may not be there yet: then what counts is the nearest one above it.
            var existing = Path.GetFullPath(folder);
            while (!Directory.Exists(existing)) existing = Path.GetDirectoryName(existing)!;
            var probe = Path.Join(existing, $".simpul-{Guid.NewGuid():N}");
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
            var free = new DriveInfo(existing).AvailableFreeSpace;
            return free >= LeastDisk
                ? new("data folder", true, $"{folder}, {Sizes.Bytes(free)} free")
                : new("data folder", null, $"{folder}, only {Sizes.Bytes(free)} free", "Make room, or name another folder with --data.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return new("data folder", false, $"{folder}: {e.Message}", "Name a folder that may be written to with --data.");
        }
    }

    private static async Task<List<Check>> Cluster(ConnectionArguments connection, ParseResult parsed, Services services, CancellationToken cancel)
    {
        var checks = new List<Check>();
        try
        {
            var started = services.Time.GetTimestamp();
            await using var connected = await connection.Open(parsed, services, cancel);
            checks.Add(new("connection", true, $"{connected.Session.Description}, {(long)services.Time.GetElapsedTime(started).TotalMilliseconds} ms"));
            var corpora = await connected.Look(() => connected.Session.Catalogue.List(), cancel);
            checks.Add(new("store", true, Sizes.Count(corpora.Length, "corpus").Replace("corpuss", "corpora", StringComparison.Ordinal)));
            foreach (var corpus in corpora)
            {
                var status = await connected.Look(() => connected.Session.Corpus(corpus.Corpus).Status(), cancel);
                var older = status.Packs.Where(p => p.Pack != status.CurrentPack).Sum(p => p.Articles);
                checks.AddRange(await Submissions(connected, corpus, cancel));
                checks.Add((older, status.DeadLetters, status.AsOf.IsFresh) switch
                {
                    ( > 0, _, _) => new($"corpus {corpus.Corpus.Name}", null, $"{Sizes.Count(older, "article")} read by an older language pack", "Submit them to a new corpus to have them read again."),
                    (_, > 0, _) => new($"corpus {corpus.Corpus.Name}", null, $"{Sizes.Count(status.DeadLetters, "article")} could not be read", $"simpul deadletters list --corpus {corpus.Corpus.Name} shows why, simpul deadletters retry reads them again; the others count."),
                    (_, _, false) => new($"corpus {corpus.Corpus.Name}", null, $"{Sizes.Count(status.AsOf.Included)} of {Sizes.Count(status.AsOf.Committed, "article")} counted", "Wait, or ask with --fresh."),
                    _ => new($"corpus {corpus.Corpus.Name}", true, $"{Sizes.Count(corpus.Articles, "article")}, all counted"),
                });
            }
        }
        catch (CommandException e) when (e.ExitCode == ExitCode.Unreachable)
        {
            checks.Add(new("connection", false, e.Message, e.Remedy));
        }

        return checks;
    }

    private static async Task<IEnumerable<Check>> Submissions(Connected connected, CorpusInfo corpus, CancellationToken cancel)
    {
        // Of each input the newest: an older one was gone on with, or begun anew.
        var newest = (await connected.Look(() => connected.Session.Corpus(corpus.Corpus).Submissions(Recent), cancel)).DistinctBy(static s => s.Fingerprint);
        return newest.Where(static s => s.Phase is SubmissionPhase.Interrupted or SubmissionPhase.Failed && s.Input != "-").Select(s => new Check(
            $"submission {s.Id}", null, $"{SubmissionTable.State(s)} after {Sizes.Count(s.Progress.Done, "article")} of {s.Input}, corpus {corpus.Corpus.Name}",
            "The same submit goes on with the rest."));
    }
}
