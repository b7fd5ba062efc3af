using Simpul.Contracts;

namespace Simpul.Client.Connection;

/// <summary>A cluster that a command talks to: one of its own, another process's, or a real one.</summary>
internal interface ISession : IAsyncDisposable
{
    /// <summary>What it is, for people: a data folder or addresses.</summary>
    string Description { get; }

    ICatalogueGrain Catalogue { get; }

    ICorpusGrain Corpus(CorpusRef corpus);

    IIngestGrain Ingest(int lane);

    IQueryGrain Query(int lane);

    IArticleGrain Article(CorpusRef corpus, string id);
}

/// <summary>Where the data is.</summary>
/// <param name="DataFolder">The folder of the embedded store, or null for the user's own.</param>
/// <param name="Cluster">Gateways of a cluster, <c>host:port</c> each, or the one word <see cref="Postgres"/>; empty for the embedded store.</param>
/// <param name="Options">The options that name it, for a command to be copied; empty where none is needed.</param>
internal sealed record SessionTarget(string? DataFolder, IReadOnlyList<string> Cluster, string Options = "")
{
    /// <summary>Stands for the gateways that the cluster's database lists.</summary>
    public const string Postgres = "postgres";

    /// <summary>True where the database says which gateways there are.</summary>
    public bool IsPostgres => Cluster is [Postgres];
}

/// <summary>Opens a session, or says in a <see cref="CommandException"/> why it cannot.</summary>
internal delegate Task<ISession> SessionOpener(SessionTarget target, CancellationToken cancel);
