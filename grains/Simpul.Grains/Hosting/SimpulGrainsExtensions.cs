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
    /// Adds what the grains need: the store, placement, caches and the reader of the shipped language packs (unless an
    /// <see cref="IArticleReading"/> is there already). The store is closed by whoever opened it.
    /// </summary>
    public static ISiloBuilder AddSimpulGrains(this ISiloBuilder silo, IStore store, Action<GrainsOptions>? configure = null)
    {
        var services = silo.Services;
        services.AddOptions<GrainsOptions>().Configure(configure ?? (static _ => { })).Validate(
            static options => !options.Validate().Any(), "The grains' options make no sense; GrainsOptions.Validate() says which.");
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IStore>(s => new WatchedStore(store, s.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<IArticleReading, DefaultArticleReading>();
        services.TryAddSingleton<IIsolatedReading, InProcessReading>();
        services.AddSingleton<ReadingThreads>();
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
