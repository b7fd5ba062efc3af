using System.Diagnostics.Metrics;
using Simpul.Contracts;

namespace Simpul.Grains.Metering;

/// <summary>
/// What the grains of this process measure. Labels are of a few fixed values: never a corpus, an article or a grain, of which there
/// is no end.
/// </summary>
public static class SimpulMeters
{
    /// <summary>The meter's name.</summary>
    public const string Name = "simpul.grains";

    private static readonly Meter s_meter = new(Name);

    // From a commit of a few articles to a store that has stopped.
    private static readonly InstrumentAdvice<double> s_seconds = new()
    {
        HistogramBucketBoundaries = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30],
    };

    private static readonly Counter<long> s_articles = s_meter.CreateCounter<long>(
        "simpul.articles", "{article}", "Articles answered, by outcome.");

    private static readonly Counter<long> s_deadLetters = s_meter.CreateCounter<long>(
        "simpul.dead_letters", "{article}", "Articles set aside because they cannot be read.");

    private static readonly Histogram<double> s_stages = s_meter.CreateHistogram(
        "simpul.stage", "s", "Time of a batch's part in a stage: a chunk read, a batch appended, a difference applied.", advice: s_seconds);

    private static readonly Histogram<double> s_appends = s_meter.CreateHistogram(
        "simpul.ledger.append", "s", "Time that the store takes to commit a segment.", advice: s_seconds);

    private static readonly UpDownCounter<long> s_inFlightArticles = s_meter.CreateUpDownCounter<long>(
        "simpul.in_flight.articles", "{article}", "Articles in hand: in work or in line.");

    private static readonly UpDownCounter<long> s_inFlightText = s_meter.CreateUpDownCounter<long>(
        "simpul.in_flight.text", "By", "Memory of the texts in hand.");

    static SimpulMeters()
    {
        s_meter.CreateObservableGauge("simpul.tally.lag", TallyLag.Longest, "s", "Age of the oldest commit that some tally has not counted.");
        s_meter.CreateObservableGauge("simpul.ledgers", TallyLag.Count, "{ledger}", "Ledgers that write here.");
    }

    /// <summary>Shows every counter at zero, so that the first article is seen as a rise and not as a beginning.</summary>
    public static void Start()
    {
        foreach (var outcome in Enum.GetValues<ArticleOutcome>()) s_articles.Add(0, Outcome(outcome));
        s_deadLetters.Add(0);
        s_inFlightArticles.Add(0);
        s_inFlightText.Add(0);
    }

    internal static InFlight Take(SubmittedArticle[] articles)
    {
        var flight = new InFlight(articles.Length, sizeof(char) * articles.Sum(static a => (long)(a.Text?.Length ?? 0)));
        s_inFlightArticles.Add(flight.Articles);
        s_inFlightText.Add(flight.Text);
        return flight;
    }

    internal static ArticleAnswer[] Count(ArticleAnswer[] answers)
    {
        foreach (var outcome in answers.CountBy(static a => a.Outcome)) s_articles.Add(outcome.Value, Outcome(outcome.Key));
        if (answers.Count(static a => a.Reason == RejectReason.ReadingFailed) is > 0 and var failed) s_deadLetters.Add(failed);
        return answers;
    }

    internal static StageTime Time(Stage stage) => new(stage, TimeProvider.System.GetTimestamp());

    internal static void Appended(TimeSpan time) => s_appends.Record(time.TotalSeconds);

    private static KeyValuePair<string, object?> Outcome(ArticleOutcome outcome) => new("outcome", outcome switch
    {
        ArticleOutcome.New => "new",
        ArticleOutcome.Repeated => "repeated",
        ArticleOutcome.Edited => "edited",
        ArticleOutcome.Older => "older",
        _ => "rejected",
    });

    /// <summary>Articles that are in hand until it is disposed.</summary>
    internal readonly record struct InFlight(int Articles, long Text) : IDisposable
    {
        public void Dispose()
        {
            s_inFlightArticles.Add(-Articles);
            s_inFlightText.Add(-Text);
        }
    }

    /// <summary>The time of a stage until it is disposed.</summary>
    internal readonly record struct StageTime(Stage Stage, long Started) : IDisposable
    {
        public void Dispose() => s_stages.Record(TimeProvider.System.GetElapsedTime(Started).TotalSeconds, new KeyValuePair<string, object?>("stage", Stage switch
        {
            Stage.Read => "read",
            Stage.Append => "append",
            _ => "apply",
        }));
    }
}

/// <summary>A part of an article's way.</summary>
internal enum Stage
{
    /// <summary>A chunk of articles, from text to records.</summary>
    Read,

    /// <summary>A batch, from its ledger's queue to the commit.</summary>
    Append,

    /// <summary>A difference, counted by a tally.</summary>
    Apply,
}
