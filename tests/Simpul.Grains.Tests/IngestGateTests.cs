using Microsoft.Extensions.Options;
using Simpul.Contracts;
using Simpul.Grains.Articles;
using Simpul.Grains.Hosting;
using Simpul.Grains.Tests.Support;

namespace Simpul.Grains.Tests;

/// <summary>What a silo takes in hand, at each limit and on either side of it.</summary>
public sealed class IngestGateTests
{
    private readonly GrainsOptions _options = new()
    {
        MaxArticlesInFlight = 10, MaxTextInFlight = 100, MaxArticlesWaiting = 20, MaxTextWaiting = 200, MaxQueueTime = TimeSpan.FromMinutes(1),
    };

    [Theory]
    [InlineData(9, 0, true)]
    [InlineData(10, 0, true)]
    [InlineData(11, 0, false)]
    [InlineData(0, 99, true)]
    [InlineData(0, 100, true)]
    [InlineData(0, 101, false)]
    public async Task Beside_others_so_much_passes_and_no_more(int articles, long text, bool passes)
    {
        var gate = Gate();
        using var first = await gate.Enter(1, 1);
        var second = gate.Enter(Math.Max(0, articles - 1), Math.Max(0, text - 1));
        Assert.Equal(passes, second.IsCompleted);
        first.Dispose();
        (await second).Dispose();
        Assert.Equal((0, 0), gate.InFlight);
    }

    [Theory]
    [InlineData(19, 0, true)]
    [InlineData(20, 0, true)]
    [InlineData(21, 0, false)]
    [InlineData(0, 199, true)]
    [InlineData(0, 200, true)]
    [InlineData(0, 201, false)]
    public async Task So_much_waits_and_what_comes_beyond_is_refused_at_once(int articles, long text, bool waits)
    {
        _options.MaxArticlesInFlight = 40;
        _options.MaxTextInFlight = 400;
        var gate = Gate();
        var first = await gate.Enter(40, 400);
        var second = gate.Enter(1, 1);
        Assert.False(second.IsCompleted);
        var third = gate.Enter(Math.Max(0, articles - 1), Math.Max(0, text - 1));
        if (waits) Assert.False(third.IsCompleted);
        else Assert.Equal(ErrorCode.Overloaded, (await Assert.ThrowsAsync<ClusterException>(() => third)).Code);
        first.Dispose();
        (await second).Dispose();
        if (waits) (await third).Dispose();
        Assert.Equal((0, 0), gate.InFlight);
    }

    [Fact]
    public async Task What_is_larger_than_the_gate_passes_alone()
    {
        var gate = Gate();
        var whole = await gate.Enter(1000, 1_000_000);
        var next = gate.Enter(1, 1);
        Assert.False(next.IsCompleted);
        whole.Dispose();
        (await next).Dispose();
    }

    [Fact]
    public async Task Who_waits_too_long_is_told_so_and_leaves_its_place()
    {
        _options.MaxQueueTime = TimeSpan.FromMilliseconds(1);
        var gate = Gate();
        var first = await gate.Enter(10, 100);
        for (var i = 0; i < 50; i++)
            Assert.Equal(ErrorCode.Overloaded, (await Assert.ThrowsAsync<ClusterException>(() => gate.Enter(10, 100))).Code);
        first.Dispose();
        (await gate.Enter(10, 100)).Dispose();
        Assert.Equal((0, 0), gate.InFlight);
    }

    [Theory]
    [InlineData(Limits.MaxBatchArticles - 1, true)]
    [InlineData(Limits.MaxBatchArticles, true)]
    [InlineData(Limits.MaxBatchArticles + 1, false)]
    public async Task A_batch_has_a_longest_length(int articles, bool isTaken)
    {
        await using var silos = await TestSilos.Start();
        var corpus = await TestCorpus.Create(silos, slices: 1);
        var submit = () => corpus.Submit(1, TestArticles.Range(0, articles));
        if (isTaken) Assert.Equal(articles, (await submit()).Length);
        else Assert.Equal(ErrorCode.BadRequest, (await Assert.ThrowsAsync<ClusterException>(submit)).Code);
    }

    private IngestGate Gate() => new(Options.Create(_options), TimeProvider.System);
}
