using System.CommandLine;
using Simpul.Client.Connection;
using Simpul.Contracts;
using Simpul.Hosting.Settings;

namespace Simpul.Client.Commands;

/// <summary>The arguments of every command that needs a cluster.</summary>
internal sealed class ConnectionArguments(string defaultCorpus = ConnectionArguments.DefaultCorpus, bool withCorpus = true)
{
    public const string DefaultCorpus = "default";

    private readonly Option<string?> data = new("--data") { Description = "Data folder (SIMPUL_DATA)", HelpName = "FOLDER" };

    private readonly Option<string?> cluster = new("--cluster")
    {
        Description = "Gateways of a cluster, or postgres for those that its database lists (SIMPUL_CLUSTER)",
        HelpName = "HOST:PORT[,...]|postgres",
    };

    private readonly Option<string> corpus = new("--corpus", "-c")
    {
        Description = "Corpus",
        HelpName = "NAME",
        DefaultValueFactory = _ => defaultCorpus,
    };

    private readonly Option<bool> verbose = new("--verbose", "-v") { Description = "Say how long connecting and asking took" };

    public void AddTo(Command command)
    {
        if (withCorpus) command.Options.Add(corpus);
        command.Options.Add(data);
        command.Options.Add(cluster);
        command.Options.Add(verbose);
    }

    /// <summary>Opens the session.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="services">The world.</param>
    /// <param name="cancel">Gives up.</param>
    /// <param name="patience">How long a call that fails is made again; the usual time unless given.</param>
    public async Task<Connected> Open(ParseResult parsed, Services services, CancellationToken cancel, TimeSpan? patience = null)
    {
        var name = withCorpus ? parsed.GetValue(corpus)! : defaultCorpus;
        CheckName(name);
        var target = Target(parsed, services);
        var started = services.Time.GetTimestamp();
        try
        {
            var session = await services.Open(target, cancel);
            return new Connected(session, services, name, Where(name, target), parsed.GetValue(verbose), services.Time.GetElapsedTime(started), patience);
        }
        catch (Exception e) when (ClusterErrors.AsCommandException(e) is { } known)
        {
            throw known;
        }
    }

    /// <summary>The corpus that was named; all where none was.</summary>
    public async Task<IReadOnlyList<CorpusInfo>> Corpora(ParseResult parsed, Connected connected, CancellationToken cancel) =>
        withCorpus && parsed.GetResult(corpus) is { Implicit: false }
            ? [await connected.FindCorpus(cancel)]
            : await connected.Look(() => connected.Session.Catalogue.List(), cancel);

    public SessionTarget Target(ParseResult parsed, Services services)
    {
        var (folder, gateways) = (parsed.GetValue(data), parsed.GetValue(cluster));
        if (folder is not null && gateways is not null)
            throw CommandException.Usage("--data and --cluster exclude each other.", "Name a folder for data on this machine, or a cluster.");
        // A connection string holds a password, and arguments are seen by every user of the machine.
        if (gateways is not null && (gateways.Contains("://", StringComparison.Ordinal) || gateways.Contains('=', StringComparison.Ordinal)))
        {
            throw CommandException.Usage(
                "--cluster takes addresses or the word postgres, and no connection string.",
                $"Put it into {PostgresSettings.Variable}, or into a file that {PostgresSettings.FileVariable} names, and give --cluster postgres.");
        }

        // A folder named on the command line stands above a cluster named in the environment.
        if (folder is null) gateways ??= services.Terminal.Variable("SIMPUL_CLUSTER");
        return new SessionTarget(
            folder ?? services.Terminal.Variable("SIMPUL_DATA"),
            gateways?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [],
            folder is not null ? $" --data {Quoted(folder)}" : parsed.GetValue(cluster) is { } named ? $" --cluster {Quoted(named)}" : "");
    }

    /// <summary>The options, with a blank before each, that make another command reach a corpus in the same place.</summary>
    public string Where(ParseResult parsed, Services services, string corpusName) => Where(corpusName, Target(parsed, services));

    private static string Where(string corpus, SessionTarget target) => (corpus == DefaultCorpus ? "" : $" --corpus {corpus}") + target.Options;

    private static string Quoted(string value) => value.AsSpan().IndexOfAny(" '\"$") < 0 ? value : $"'{value.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    public static void CheckName(string name)
    {
        if (!CorpusRef.IsName(name))
            throw CommandException.Usage(
                $"\"{name}\" cannot be the name of a corpus.", $"A name has up to {Limits.MaxCorpusName} letters, digits, - _ and . and begins with a letter or digit.");
    }
}
