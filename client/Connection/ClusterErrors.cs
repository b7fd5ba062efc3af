using Orleans.Runtime.Messaging;
using Orleans.Serialization;
using Simpul.Contracts;
using Simpul.Hosting;
using ErrorCode = Simpul.Contracts.ErrorCode;

namespace Simpul.Client.Connection;

/// <summary>What a failed call means: to be tried again, or the end of the command.</summary>
internal static class ClusterErrors
{
    /// <summary>True where the outcome is unknown or the cluster was busy. All calls of the contract may be made twice.</summary>
    public static bool MayBeTriedAgain(Exception e) => e switch
    {
        ClusterException cluster => cluster.IsTransient,
        TimeoutException or SiloUnavailableException or OrleansMessageRejectionException or ConnectionFailedException or GatewayTooBusyException => true,
        // Thrown while the client finds another gateway, or an activation moves.
        ClientNotAvailableException or GrainExtensionNotInstalledException => true,
        // The silo failed with an error of its libraries that does not cross the network; what became of the call is unknown.
        SerializerException or UnavailableExceptionFallbackException => true,
        OrleansException { InnerException: { } inner } => MayBeTriedAgain(inner),
        // Orleans's word for a cluster in which no silo takes a grain just now: the only one stops, or none has begun yet.
        OrleansException => e.GetType() == typeof(OrleansException),
        _ => false,
    };

    /// <summary>True where the silo that had taken the call, or the way to it, was lost with it; a call that never went out is no such.</summary>
    public static bool IsLostSilo(Exception e) => e is SiloUnavailableException;

    /// <summary>The end of a command that a failure is; null for failures that are the program's own.</summary>
    public static CommandException? AsCommandException(Exception e) => e switch
    {
        HostingException { Fault: HostingFault.Settings } settings => CommandException.Usage(settings.Message, settings.Remedy),
        HostingException hosting => CommandException.Unreachable(hosting.Message, hosting.Remedy, hosting),
        ClusterException { Code: ErrorCode.BadRequest } bad => CommandException.Usage(bad.Message),
        ClusterException { Code: ErrorCode.CorpusNotFound } missing => CommandException.Unreachable(missing.Message, "simpul corpus list shows what there is."),
        ClusterException { Code: ErrorCode.CorpusGone } => CommandException.Unreachable("the corpus was deleted meanwhile.", "simpul corpus list shows what there is."),
        ClusterException { Code: ErrorCode.PositionGone } => CommandException.Unreachable(
            "a record was purged during the export, so its position can no longer be read.", "Run the export again."),
        ClusterException { Code: ErrorCode.StoreUnavailable } store => CommandException.Unreachable($"the store cannot be read or written: {store.Message}", "Check the disk; simpul doctor helps.", store),
        ClusterException { Code: ErrorCode.Overloaded or ErrorCode.Moved } busy => CommandException.Unreachable($"the cluster is too busy: {busy.Message}", "Try again in a while.", busy),
        ClusterException other => CommandException.Unreachable($"the cluster failed: {other.Message}", null, other),
        _ when MayBeTriedAgain(e) || e is OrleansException => CommandException.Unreachable($"the cluster does not answer: {e.Message}", "Check that it runs; simpul doctor helps.", e),
        _ => null,
    };
}
