using Simpul.Client.Connection;

namespace Simpul.Client.Tests.Connection;

public sealed class FirstAnswerTests
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(1);

    private readonly FastClock clock = new(50);

    [Fact]
    public async Task A_call_without_an_answer_is_made_again_beside_itself_and_the_first_answer_is_taken()
    {
        var calls = 0;
        Assert.Equal(3, await FirstAnswer.Of(() => ++calls < 3 ? Silent : Task.FromResult(calls), clock).WaitAsync(Deadline));
    }

    [Fact]
    public async Task A_call_that_takes_long_is_still_heard()
    {
        var calls = 0;
        var late = new TaskCompletionSource<int>();
        var answer = FirstAnswer.Of(
            () =>
            {
                if (++calls == 3) late.SetResult(1);
                return calls == 1 ? late.Task : Silent;
            },
            clock);
        Assert.Equal(1, await answer.WaitAsync(Deadline));
    }

    [Fact]
    public async Task A_call_that_is_answered_in_time_is_made_once()
    {
        var calls = 0;
        Assert.Equal(1, await FirstAnswer.Of(() => Task.FromResult(++calls), clock));
        await Assert.ThrowsAsync<TimeoutException>(() => FirstAnswer.Of<int>(
            () =>
            {
                calls++;
                throw new TimeoutException();
            },
            clock));
        Assert.Equal(2, calls);
    }

    private static Task<int> Silent => new TaskCompletionSource<int>().Task;
}
