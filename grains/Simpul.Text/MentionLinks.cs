namespace Simpul.Text;

/// <summary>
/// The mentions of each actor or country, linked one to the next, so that each gets an array of its very length. Storage outlives
/// the article.
/// </summary>
internal sealed class MentionLinks
{
    private readonly Buffer<int> _next = new(256);
    private readonly Buffer<Chain> _chains = new(256);

    private struct Chain
    {
        public int First;
        public int Last;
        public int Count;
    }

    /// <summary>Whoever has mentions, in the order of their first ones.</summary>
    internal Buffer<int> Owners { get; } = new(64);

    /// <summary>Begins afresh.</summary>
    internal void Begin(int owners, int mentions)
    {
        Owners.Clear();
        _chains.Clear();
        _chains.Extend(owners).Clear();
        _next.Clear();
        _next.Extend(mentions);
    }

    /// <summary>Adds a mention to an owner's.</summary>
    internal void Add(int owner, int mention)
    {
        ref var chain = ref _chains[owner];
        if (chain.Count++ == 0)
        {
            chain.First = mention;
            Owners.Add(owner);
        }
        else _next[chain.Last] = mention;

        chain.Last = mention;
    }

    /// <summary>How many mentions an owner has.</summary>
    internal int Count(int owner) => _chains[owner].Count;

    /// <summary>The first mention of an owner.</summary>
    internal int First(int owner) => _chains[owner].First;

    /// <summary>The mention of the same owner after one that is not its last.</summary>
    internal int Next(int mention) => _next[mention];
}
