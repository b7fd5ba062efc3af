using Simpul.Contracts;

namespace Simpul.Client.Connection;

/// <summary>A cluster that a command talks to: one of its own, another process's, or a real one.</summary>
internal interface ISession : IAsyncDisposable
{
    /// <summary>What it is, for people: a data folder or addresses.</summary>
    string Description { get; }

    /// <summary>Options that make another command reach the same data; empty where no option is needed.</summary>
    string Options { get; }

    ICatalogueGrain Catalogue { get; }

    ICorpusGrain Corpus(CorpusRef corpus);

    IIngestGrain Ingest(int lane);

    IQueryGrain Query(int lane);

    IArticleGrain Article(CorpusRef corpus, string id);
}

/// <summary>Where the data is.</summary>
/// <param name="DataFolder">The folder of the embedded store, or null for the user's own.</param>
/// <param name="Cluster">Gateways of a cluster, <c>host:port</c> each; empty for the embedded store.</param>
internal sealed record SessionTarget(string? DataFolder, IReadOnlyList<string> Cluster);

/// <summary>Opens a session, or says in a <see cref="CommandException"/> why it cannot.</summary>
internal delegate Task<ISession> SessionOpener(SessionTarget target, CancellationToken cancel);
