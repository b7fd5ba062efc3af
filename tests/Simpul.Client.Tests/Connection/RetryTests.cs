using Simpul.Client.Connection;

namespace Simpul.Client.Tests.Connection;

public sealed class RetryTests
{
    [Fact]
    public async Task A_call_that_a_silo_has_cancelled_is_made_again()
    {
        var calls = 0;
        var answer = await new Retry(TimeProvider.System).Call(
            () => calls++ < 2 ? throw new OperationCanceledException("Message expired.") : Task.FromResult("done"), CancellationToken.None);
        Assert.Equal(("done", 3), (answer, calls));
    }

    [Fact]
    public async Task One_that_is_cancelled_again_and_again_is_no_answer_in_the_end()
    {
        var retry = new Retry(TimeProvider.System, TimeSpan.Zero);
        var error = await Assert.ThrowsAsync<TimeoutException>(() => retry.Call<int>(() => throw new OperationCanceledException("Message expired."), CancellationToken.None));
        Assert.NotNull(ClusterErrors.AsCommandException(error));
    }

    [Fact]
    public async Task What_the_user_has_cancelled_is_not_made_again()
    {
        using var cancel = new CancellationTokenSource();
        var calls = 0;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new Retry(TimeProvider.System).Call<int>(
            async () =>
            {
                calls++;
                await cancel.CancelAsync();
                throw new OperationCanceledException(cancel.Token);
            },
            cancel.Token));
        Assert.Equal(1, calls);
    }
}
