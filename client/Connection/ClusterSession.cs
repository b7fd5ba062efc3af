using Simpul.Contracts;
using Simpul.Hosting.Sessions;

namespace Simpul.Client.Connection;

/// <summary>The grains of a cluster, asked for anew at every call: the way to them may have changed since the last.</summary>
internal sealed class ClusterSession(IClusterSession cluster) : ISession
{
    public string Description => cluster.Description;

    public ICatalogueGrain Catalogue => cluster.Grains.GetGrain<ICatalogueGrain>(GrainKeys.Catalogue);

    public ICorpusGrain Corpus(CorpusRef corpus) => cluster.Grains.GetGrain<ICorpusGrain>(GrainKeys.Corpus(corpus));

    public IIngestGrain Ingest(int lane) => cluster.Grains.GetGrain<IIngestGrain>(lane + (long)cluster.Changes * GrainKeys.Lanes);

    public IQueryGrain Query(int lane) => cluster.Grains.GetGrain<IQueryGrain>(lane);

    public IArticleGrain Article(CorpusRef corpus, string id) => cluster.Grains.GetGrain<IArticleGrain>(GrainKeys.Article(corpus, id));

    public ValueTask DisposeAsync() => cluster.DisposeAsync();
}
