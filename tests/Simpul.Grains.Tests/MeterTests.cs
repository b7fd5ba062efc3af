using System.Diagnostics.Metrics;
using Simpul.Contracts;
using Simpul.Grains.Metering;

namespace Simpul.Grains.Tests;

/// <summary>What the grains measure.</summary>
public sealed class MeterTests
{
    private readonly Dictionary<string, double> _sums = [];
    private readonly HashSet<string> _labels = [];
    private int _thread;

    [Fact]
    public void Answers_are_counted_by_outcome_and_what_is_set_aside_apart()
    {
        using var listener = Listen();

        SimpulMeters.Count(
        [
            new ArticleAnswer(ArticleOutcome.New), new ArticleAnswer(ArticleOutcome.New), new ArticleAnswer(ArticleOutcome.Repeated),
            new ArticleAnswer(ArticleOutcome.Rejected, RejectReason.ReadingFailed, "x"), new ArticleAnswer(ArticleOutcome.Rejected, RejectReason.IdMissing, "x"),
        ]);

        Assert.Equal(
            [("simpul.articles new", 2), ("simpul.articles rejected", 2), ("simpul.articles repeated", 1), ("simpul.dead_letters ", 1)],
            _sums.Select(static s => (s.Key, s.Value)).Order());
    }

    [Fact]
    public void Every_outcome_shows_from_the_start_and_labels_are_few_and_fixed()
    {
        using var listener = Listen();

        SimpulMeters.Start();
        SimpulMeters.Time(Stage.Read).Dispose();
        SimpulMeters.Time(Stage.Append).Dispose();
        SimpulMeters.Time(Stage.Apply).Dispose();

        var fixedLabels = new[] { "outcome=new", "outcome=repeated", "outcome=edited", "outcome=older", "outcome=rejected", "stage=read", "stage=append", "stage=apply" };
        Assert.Equal(fixedLabels.Order(), _labels.Order());
    }

    [Fact]
    public void What_is_in_hand_is_given_back()
    {
        var article = new SubmittedArticle { Id = "a", Text = "abcd", Position = 0 };
        using var listener = Listen();

        var flight = SimpulMeters.Take([article, article]);
        Assert.Equal((2, 16), (flight.Articles, flight.Text));
        Assert.Equal((2, 16), (_sums["simpul.in_flight.articles "], _sums["simpul.in_flight.text "]));
        flight.Dispose();

        Assert.Equal((0, 0), (_sums["simpul.in_flight.articles "], _sums["simpul.in_flight.text "]));
    }

    [Fact]
    public void A_ledger_lags_from_its_oldest_commit_that_a_tally_has_not_counted()
    {
        var clock = new StoppedClock();
        using var lag = new TallyLag(clock);
        Assert.Equal(TimeSpan.Zero, lag.Age);

        lag.Committed(1);
        clock.Seconds = 10;
        lag.Committed(2);
        clock.Seconds = 15;

        Assert.Equal(15, lag.Age.TotalSeconds);
        Assert.True(TallyLag.Longest() >= 15);
        lag.Counted(1);
        Assert.Equal(5, lag.Age.TotalSeconds);
        lag.Counted(-1);
        Assert.Equal(5, lag.Age.TotalSeconds);
        lag.Counted(2);
        Assert.Equal(TimeSpan.Zero, lag.Age);
    }

    [Fact]
    public void A_tally_that_never_counts_is_not_remembered_without_end()
    {
        using var lag = new TallyLag(new StoppedClock());
        for (var version = 1; version <= 100_000; version++) lag.Committed(version);

        lag.Counted(4096);

        Assert.Equal(TimeSpan.Zero, lag.Age);
    }

    private MeterListener Listen()
    {
        // Grains of other tests measure at the same time, on threads of their own.
        _thread = Environment.CurrentManagedThreadId;
        var listener = new MeterListener
        {
            InstrumentPublished = static (instrument, own) =>
            {
                if (instrument.Meter.Name == SimpulMeters.Name) own.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((i, value, tags, _) => Heard(i, value, tags));
        listener.SetMeasurementEventCallback<double>((i, value, tags, _) => Heard(i, value, tags));
        listener.Start();
        return listener;
    }

    private void Heard(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (Environment.CurrentManagedThreadId != _thread) return;
        foreach (var (key, label) in tags) _labels.Add($"{key}={label}");
        var name = $"{instrument.Name} {(tags.IsEmpty ? "" : tags[0].Value)}";
        _sums[name] = _sums.GetValueOrDefault(name) + value;
    }

    private sealed class StoppedClock : TimeProvider
    {
        public long Seconds { get; set; }

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Seconds;
    }
}
