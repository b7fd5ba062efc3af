using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CliWrap;
using Simpul.Cluster.Tests.Processes;

namespace Simpul.Cluster.Tests.Faults;

/// <summary>A submission of a whole corpus at an even pace, so that a fault strikes where the test wants it to.</summary>
internal sealed partial class Job : IAsyncDisposable
{
    public const int Articles = 5000;

    private static readonly TimeSpan s_beat = TimeSpan.FromMilliseconds(50);
    private static int s_jobs;

    private readonly IPlace _place;
    private readonly int _articles;
    private readonly string _corpus;
    private readonly Running _client;
    private volatile bool _isHurried;

    /// <param name="place">Where the articles go.</param>
    /// <param name="lines">The input.</param>
    /// <param name="pace">Articles a second; 0 for all at once.</param>
    /// <param name="corpus">The corpus, unless it is one of the job's own.</param>
    /// <param name="batch">Articles of a batch.</param>
    public Job(IPlace place, string[] lines, int pace, string? corpus = null, int batch = 8)
    {
        (_place, _articles) = (place, lines.Length);
        _corpus = corpus ?? string.Create(CultureInfo.InvariantCulture, $"job-{Interlocked.Increment(ref s_jobs)}");
        _isHurried = pace == 0;
        var step = Math.Max(1, (int)(pace * s_beat.TotalSeconds));
        _client = new Running(
            Programs.Client,
            ["submit", "-", "--input-format", "jsonl", "--batch-size", batch.ToString(CultureInfo.InvariantCulture), .. Target],
            PipeSource.Create((input, cancel) => Feed(lines, step, input, cancel)), place.Variables);
    }

    public string Corpus => _corpus;

    /// <summary>How many articles are committed.</summary>
    public Task<long> Committed() => _place.Committed(_corpus);

    /// <summary>Waits until a part of the articles is committed.</summary>
    public Task Reaches(int percent) => Wait.Until($"{percent} % of the articles", async () => await Committed() >= Articles * percent / 100);

    /// <summary>Waits until more articles are committed than are now.</summary>
    public async Task GoesOn()
    {
        var before = await Committed();
        await Wait.Until($"more than {before} committed articles", async () => await Committed() > before);
    }

    /// <summary>A fault that strikes when all is done proves nothing.</summary>
    public async Task MustBeUnderWay()
    {
        var committed = await Committed();
        Assert.True(committed < Articles, $"All {committed} articles were committed before the fault struck.");
    }

    /// <summary>Writes the rest of the input at once and waits for the client's end, which must be a good one.</summary>
    public async Task<(long New, long Repeated)> Ends()
    {
        _isHurried = true;
        var code = await _client.Exit();
        Assert.True(code == 0, $"The client ended in {code}:\n{_client.Talk}");
        var figures = Figures().Match(_client.Talk);
        Assert.True(figures.Success, _client.Talk);
        var (added, repeated, edited, older, rejected) = (Number(1), Number(2), Number(3), Number(4), Number(5));
        Assert.Equal((_articles, 0, 0, 0), (added + repeated, edited, older, rejected));
        return (added, repeated);

        long Number(int group) => long.Parse(figures.Groups[group].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// The longest time between two commits of articles: of the whole corpus, and of a slice. A batch is acknowledged when it is
    /// committed.
    /// </summary>
    public async Task<(TimeSpan Corpus, TimeSpan Slice)> Stall() => (await _place.LongestGap(_corpus, ""), await _place.LongestGap(_corpus, "PARTITION BY slice"));

    /// <summary>Asks the corpus for all that must be equal.</summary>
    public Task<Answers> Ask() => Answers.Of(Target, variables: _place.Variables);

    public ValueTask DisposeAsync() => _client.DisposeAsync();

    private string[] Target => ["--corpus", _corpus, .. _place.Target];

    private async Task Feed(string[] lines, int step, Stream input, CancellationToken cancel)
    {
        using var beat = new PeriodicTimer(s_beat);
        foreach (var some in lines.Chunk(step))
        {
            await input.WriteAsync(Encoding.UTF8.GetBytes(string.Join('\n', some) + "\n"), cancel);
            await input.FlushAsync(cancel);
            if (!_isHurried) await beat.WaitForNextTickAsync(cancel);
        }
    }

    [GeneratedRegex(@"([\d,]+) new, ([\d,]+) repeated, ([\d,]+) edited, ([\d,]+) older, ([\d,]+) rejected")]
    private static partial Regex Figures();
}
