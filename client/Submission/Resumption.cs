using Simpul.Client.Input;
using Simpul.Contracts;

namespace Simpul.Client.Submission;

/// <summary>
/// Compares the beginning of an input with what an earlier run has had acknowledged, block by block, and passes over what is equal.
/// Holds one block.
/// </summary>
internal sealed class Resumption(IReadOnlyList<ulong> known) : IDisposable
{
    private readonly InputBlocks blocks = new();
    private readonly List<(SubmittedArticle Article, Place Place)> held = [];
    private int next;

    /// <summary>Articles of blocks that are equal.</summary>
    public long Skipped { get; private set; }

    /// <summary>True as long as there are blocks to compare with.</summary>
    public bool IsComparing => next < known.Count && !IsChanged;

    /// <summary>True where the input is another than the earlier one.</summary>
    public bool IsChanged { get; private set; }

    /// <summary>Takes the next article; tells of each block that is equal.</summary>
    /// <returns>Articles that have to be sent, since their block is another.</returns>
    public IReadOnlyList<(SubmittedArticle Article, Place Place)> Take(SubmittedArticle article, Place place, Action<ulong, int> skip)
    {
        held.Add((article, place));
        if (!blocks.Add(article)) return [];
        var digest = blocks.End();
        if (digest != known[next]) return Change();
        next++;
        Skipped += held.Count;
        skip(digest, held.Count);
        held.Clear();
        return [];
    }

    /// <summary>The input is at its end.</summary>
    /// <returns>Articles that have to be sent: the input is shorter than the earlier one, or its last block is cut short as that was.</returns>
    public IReadOnlyList<(SubmittedArticle Article, Place Place)> End(Action<ulong, int> skip)
    {
        if (!IsComparing) return [];
        if (held.Count > 0 && next == known.Count - 1 && blocks.End() is var digest && digest == known[next])
        {
            next++;
            Skipped += held.Count;
            skip(digest, held.Count);
            held.Clear();
            return [];
        }

        return Change();
    }

    public void Dispose() => blocks.Dispose();

    private (SubmittedArticle Article, Place Place)[] Change()
    {
        IsChanged = true;
        var rest = held.ToArray();
        held.Clear();
        return rest;
    }
}
