using Orleans.Serialization;
using Simpul.Client.Connection;

namespace Simpul.Client.Tests.Connection;

public sealed class ClusterErrorsTests
{
    [Fact]
    public void An_error_of_a_silo_that_cannot_be_read_here_leaves_the_outcome_unknown_and_is_no_crash()
    {
        var error = new CodecNotFoundException("Could not find a codec for type Library.SomeException.");
        Assert.True(ClusterErrors.MayBeTriedAgain(error));
        Assert.False(ClusterErrors.IsLostSilo(error));
        Assert.Equal(ExitCode.Unreachable, ClusterErrors.AsCommandException(error)!.ExitCode);
    }

    [Fact]
    public void That_no_silo_takes_a_grain_passes_when_another_silo_is_there()
    {
        var error = new OrleansException("No active nodes are compatible with grain article-reader.");
        Assert.True(ClusterErrors.MayBeTriedAgain(error));
        Assert.False(ClusterErrors.IsLostSilo(error));
        Assert.False(ClusterErrors.MayBeTriedAgain(new OtherException("another kind", "a kind of its own")));
    }

    private sealed class OtherException(string message, string kind) : OrleansException($"{kind}: {message}");
}
