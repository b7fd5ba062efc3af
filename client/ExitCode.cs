namespace Simpul.Client;

/// <summary>How a command ends. <c>simpul help exit-codes</c> prints this list.</summary>
internal static class ExitCode
{
    /// <summary>All was done; of a submission, every article was accepted or known already. Warnings do not change that.</summary>
    public const int Done = 0;

    /// <summary>The command line makes no sense, or names something that is not there.</summary>
    public const int Usage = 2;

    /// <summary>Some input was rejected; the rest is done.</summary>
    public const int SomeRejected = 3;

    /// <summary>The cluster, the data folder or the corpus cannot be reached.</summary>
    public const int Unreachable = 4;

    /// <summary>Interrupted with Ctrl-C. What was acknowledged is kept.</summary>
    public const int Interrupted = 130;
}
