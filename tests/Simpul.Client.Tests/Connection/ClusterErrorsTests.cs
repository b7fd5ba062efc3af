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
}
