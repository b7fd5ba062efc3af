namespace Simpul.Contracts;

/// <summary>
/// Answers what a client asks of a corpus. A stateless worker: the key is a lane below <see cref="GrainKeys.Lanes"/>, and means
/// nothing else.
/// </summary>
[Alias("simpul.IQuery")]
public interface IQueryGrain : IGrainWithIntegerKey
{
    /// <summary>Ranks countries, actors or dyads.</summary>
    [Alias("Top"), ResponseTimeout("00:00:40")]
    Task<TopAnswer> Top(CorpusRef corpus, TopQuery query);

    /// <summary>The dossier of a country or an actor.</summary>
    [Alias("Dossier"), ResponseTimeout("00:00:40")]
    Task<DossierAnswer> Dossier(CorpusRef corpus, DossierQuery query);

    /// <summary>What two parties did to each other.</summary>
    [Alias("Dyad"), ResponseTimeout("00:00:40")]
    Task<DyadAnswer> Dyad(CorpusRef corpus, DyadQuery query);

    /// <summary>A page of events.</summary>
    [Alias("Events"), ResponseTimeout("00:02:00")]
    Task<EventsAnswer> Events(CorpusRef corpus, EventsQuery query);

    /// <summary>Takes the position of an export; with <paramref name="fresh"/>, once everything committed is included.</summary>
    [Alias("BeginExport"), ResponseTimeout("00:02:00")]
    Task<ExportPosition> BeginExport(CorpusRef corpus, bool fresh);

    /// <summary>
    /// The records after an id (null for the beginning), at most <paramref name="limit"/> and about 4 MiB. The same token and id
    /// give the same page.
    /// </summary>
    [Alias("ExportPage"), ResponseTimeout("00:02:00")]
    Task<ExportPage> ExportPage(CorpusRef corpus, string token, string? after, int limit);
}
