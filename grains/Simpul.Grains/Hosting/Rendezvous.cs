using Microsoft.Extensions.DependencyInjection;
using Orleans.Placement;
using Orleans.Runtime.Placement;

namespace Simpul.Grains.Hosting;

/// <summary>
/// Places a grain on the silo with the highest weight for it: when a silo joins or leaves, only its own share moves. Orleans never
/// moves a living activation, so grains that last ask now and then whether they are still at home.
/// </summary>
[GenerateSerializer, Immutable, SuppressReferenceTracking, Alias("simpul.rendezvous-placement")]
public sealed class RendezvousPlacement : PlacementStrategy;

/// <summary>Marks a grain class as placed by rendezvous hashing.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RendezvousAttribute() : PlacementAttribute(new RendezvousPlacement());

/// <summary>Chooses the silos.</summary>
public sealed class RendezvousDirector(IServiceProvider services) : IPlacementDirector
{
    /// <inheritdoc/>
    public Task<SiloAddress> OnAddActivation(PlacementStrategy strategy, PlacementTarget target, IPlacementContext context) =>
        Task.FromResult(Best(target.GrainIdentity, context.GetCompatibleSilos(target)));

    /// <summary>True while this silo may place grains: not any more once it stops.</summary>
    public bool IsActive => Active().Contains(Here);

    /// <summary>True where a grain lives on the silo that it would be placed on now.</summary>
    public bool IsAtHome(GrainId grain)
    {
        var active = Active();
        return active.Length == 0 || Best(grain, active).Equals(Here);
    }

    // Resolved late: the membership service needs the placement directors.
    private SiloAddress Here => services.GetRequiredService<ILocalSiloDetails>().SiloAddress;

    private SiloAddress[] Active() =>
    [
        .. services.GetRequiredService<IClusterMembershipService>().CurrentSnapshot.Members.Values
            .Where(static m => m.Status == SiloStatus.Active).Select(static m => m.SiloAddress),
    ];

    private static SiloAddress Best(GrainId grain, SiloAddress[] silos) =>
        silos.MaxBy(s => (Weight(grain, s), s.ToParsableString()))!;

    private static uint Weight(GrainId grain, SiloAddress silo)
    {
        var hash = (grain.GetUniformHashCode() * 0x9E3779B1u) ^ ((uint)silo.GetConsistentHashCode() * 0x85EBCA77u);
        hash = (hash ^ (hash >> 16)) * 0x7FEB352Du;
        hash = (hash ^ (hash >> 15)) * 0x846CA68Bu;
        return hash ^ (hash >> 16);
    }
}
