using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Simpul.Grains.Articles;
using Simpul.Grains.Corpora;
using Simpul.Grains.Ledgers;
using Simpul.Grains.Queries;
using Simpul.Storage;

namespace Simpul.Grains.Hosting;

/// <summary>Puts the grains into a silo.</summary>
public static class SimpulGrainsExtensions
{
    /// <summary>
    /// Adds what the grains need: placement, caches, the reader of the shipped language packs (unless an
    /// <see cref="IArticleReading"/> is there already) and the store. The store is one for the silo and is closed with it.
    /// </summary>
    public static ISiloBuilder AddSimpulGrains(
        this ISiloBuilder silo, Func<IServiceProvider, IStore> store, Action<GrainsOptions>? configure = null)
    {
        silo.Services.AddSingleton(store);
        return silo.AddSimpulGrains(configure);
    }

    /// <summary>The same over an <see cref="IStore"/> that is registered, and closed, elsewhere.</summary>
    public static ISiloBuilder AddSimpulGrains(this ISiloBuilder silo, Action<GrainsOptions>? configure = null)
    {
        var services = silo.Services;
        services.AddOptions<GrainsOptions>().Configure(configure ?? (static _ => { })).Validate(
            static options => !options.Validate().Any(), "The grains' options make no sense; GrainsOptions.Validate() says which.");
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IArticleReading, DefaultArticleReading>();
        services.TryAddSingleton<IIsolatedReading, InProcessReading>();
        services.AddSingleton<ApartReading>();
        services.AddSingleton<CorpusDirectory>();
        services.AddSingleton<Freshness>();
        services.AddSingleton<SegmentCache>();
        services.AddSingleton<IngestGate>();
        services.AddSingleton<Submission>();
        services.AddSingleton<NameResolver>();
        services.AddSingleton<EvidenceReader>();
        services.AddSingleton<SegmentScan>();
        services.AddSingleton<RendezvousDirector>();
        services.AddPlacementDirector<RendezvousPlacement>(static s => s.GetRequiredService<RendezvousDirector>());
        return silo;
    }
}
