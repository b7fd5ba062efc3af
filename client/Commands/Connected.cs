using Simpul.Client.Connection;
using Simpul.Client.Output;
using Simpul.Client.Terminals;
using Simpul.Contracts;

namespace Simpul.Client.Commands;

/// <summary>An open session, and what a command asks of it.</summary>
internal sealed class Connected(ISession session, Services services, string corpusName, string where, bool verbose, TimeSpan connecting, TimeSpan? patience) : IAsyncDisposable
{
    private readonly Retry retry = new(services.Time, patience);
    private TimeSpan asking;
    private int lane = Environment.ProcessId;

    public ISession Session => session;

    public string CorpusName => corpusName;

    /// <summary>The options, with a blank before each, that make another command reach the same corpus.</summary>
    public string Where => where;

    /// <summary>Is told of every call that is made again.</summary>
    public Action<Exception>? OnRetry { get; set; }

    /// <summary>The corpus; ends the command where there is none of the name.</summary>
    public Task<CorpusInfo> FindCorpus(CancellationToken cancel) => FindCorpus(corpusName, cancel);

    public async Task<CorpusInfo> FindCorpus(string name, CancellationToken cancel)
    {
        if (await Look(() => session.Catalogue.Find(name), cancel) is { } found) return found;
        var others = (await Look(() => session.Catalogue.List(), cancel)).Select(c => c.Corpus.Name).ToList();
        var remedy = others.Count == 0
            ? $"There is none yet in {session.Description}: simpul submit PATH makes one."
            : UsageErrors.Closest(name, others) is { } close
                ? $"Did you mean \"{close}\"?"
                : $"There are: {string.Join(", ", others.Take(10))}{(others.Count > 10 ? ", ..." : "")}.";
        throw CommandException.Unreachable($"there is no corpus \"{name}\".", remedy);
    }

    /// <summary>
    /// Calls the cluster, again where that is safe and of use, and takes the time. The call is to ask the session for its grain each
    /// time: the way to it may have changed.
    /// </summary>
    public async Task<T> Ask<T>(Func<Task<T>> call, CancellationToken cancel)
    {
        var started = services.Time.GetTimestamp();
        try
        {
            return await retry.Call(call, cancel, OnRetry).WaitAsync(cancel);
        }
        catch (Exception e) when (ClusterErrors.AsCommandException(e) is { } known)
        {
            throw known;
        }
        finally
        {
            asking += services.Time.GetElapsedTime(started);
        }
    }

    /// <summary>The same for a call that may be made several times at once: where no answer comes for a while, it is, and the first is taken.</summary>
    public Task<T> Look<T>(Func<Task<T>> call, CancellationToken cancel) => Ask(() => FirstAnswer.Of(call, services.Time), cancel);

    /// <summary>Asks a query grain; each time another, for the way to one may lead through a silo that stands still.</summary>
    public Task<T> Query<T>(Func<IQueryGrain, Task<T>> call, CancellationToken cancel) =>
        Look(() => call(session.Query(Interlocked.Increment(ref lane) & (GrainKeys.Lanes - 1))), cancel);

    /// <summary>Says how fresh an answer is, on standard error.</summary>
    public void Say(AsOf asOf)
    {
        var talk = services.Terminal.Talk;
        if (asOf.IsFresh)
        {
            talk.Say($"As of {Sizes.Count(asOf.Committed, "article")}, all counted.");
        }
        else
        {
            talk.Say($"As of {Sizes.Count(asOf.Included)} of {Sizes.Count(asOf.Committed, "article")}{(asOf.OldestLag is { } lag ? $"; the oldest not counted yet is {Sizes.Time(lag)} old" : "")}.");
            if (asOf.SilentTallies > 0) talk.Warn($"{Sizes.Count(asOf.SilentTallies, "tally")} did not answer, and their part is missing. Ask again, or use --fresh.");
        }
    }

    /// <summary>Freshness for JSON.</summary>
    public static IReadOnlyList<KeyValuePair<string, Cell>> Pairs(AsOf asOf) =>
    [
        new("articles_committed", asOf.Committed),
        new("articles_included", asOf.Included),
        new("oldest_lag_seconds", asOf.OldestLag is { } lag ? Math.Round((decimal)lag.TotalSeconds, 3) : default(Cell)),
        new("silent_tallies", asOf.SilentTallies),
    ];

    public async ValueTask DisposeAsync()
    {
        if (verbose) services.Terminal.Talk.Say($"Connecting took {Milliseconds(connecting)} ms, the query {Milliseconds(asking)} ms.");
        await session.DisposeAsync();
    }

    private static string Milliseconds(TimeSpan span) => Sizes.Count((long)span.TotalMilliseconds);
}
