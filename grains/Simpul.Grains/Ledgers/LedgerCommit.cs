using Simpul.Contracts;
using Simpul.Storage;

namespace Simpul.Grains.Ledgers;

/// <summary>
/// One group commit in the making: decides what each item is, against the index and against the items before it, and collects the
/// segment. Nothing of it counts until the segment is in the store.
/// </summary>
internal sealed class LedgerCommit(ArticleIndex index, long sequence, long articles)
{
    private readonly Dictionary<(ulong, ulong), ArticleIndex.Known> _overlay = [];
    private readonly List<SegmentEntry> _entries = [];
    private readonly List<ReadOnlyMemory<byte>> _records = [];
    private readonly List<ReadOnlyMemory<byte>> _texts = [];
    private readonly List<TextPosition> _erased = [];
    private readonly List<FactChange> _changes = [];

    public long Articles { get; private set; } = articles;

    public bool IsEmpty => _entries.Count == 0;

    /// <summary>Articles of earlier segments, or of this one, that count no longer: their part must be looked up.</summary>
    public bool HasSuperseded { get; private set; }

    public List<FactChange> Changes => _changes;

    /// <summary>Articles whose current version changes, so that a dead letter of theirs may be out of date.</summary>
    public IReadOnlyCollection<(ulong Id, ulong Id2)> Touched => _overlay.Keys;

    public List<LedgerItem> DeadLetters { get; } = [];

    public AppendOutcome Add(LedgerItem item)
    {
        var known = Find(item.Key);
        if (item.Kind == LedgerItemKind.Retraction) return AddRetraction(item, known);
        if (known is { } k)
        {
            var order = k.CompareOrder(item.Key);
            if (!k.IsRetracted && k.Content == ArticleIndex.Short(item.Key.Content))
            {
                // The stamp moves, so that a version between the two stamps that arrives later is known as outdated.
                if (order < 0) Put(item, EntryKind.Repeat, k.Record, default(RecordPlace));
                return AppendOutcome.Repeated;
            }

            if (order > 0) return AppendOutcome.Older;
        }

        switch (item.Kind)
        {
            case LedgerItemKind.Repeat:
                return AppendOutcome.ReadAgain;
            case LedgerItemKind.DeadLetter:
                DeadLetters.Add(item);
                return AppendOutcome.DeadLettered;
        }

        var isEdit = known is { IsRetracted: false };
        Put(item, EntryKind.Version, new RecordPlace(sequence, _entries.Count), isEdit ? known!.Value.Record : default(RecordPlace));
        if (!isEdit) Articles++;
        return isEdit ? AppendOutcome.Edited : AppendOutcome.New;
    }

    /// <summary>The segment. Compresses, so not for a grain's thread.</summary>
    public SegmentAppend ToSegment(long incarnation, int slice, long epoch, DateTime committed) => new()
    {
        Incarnation = incarnation,
        Slice = slice,
        Epoch = epoch,
        Version = sequence - 1,
        Articles = Articles,
        Committed = committed,
        Entries = SegmentCodec.Encode(_entries),
        Records = HasContent(_records) ? Bundle.Pack(_records) : [],
        Texts = HasContent(_texts) ? Bundle.Pack(_texts) : null,
        Erased = _erased,
    };

    /// <summary>Takes over into the index what is now in the store.</summary>
    public void Finish()
    {
        index.AddSegment(_entries.Count);
        for (var i = 0; i < _entries.Count; i++) Apply(index, _entries[i], new RecordPlace(sequence, i));
    }

    /// <summary>Takes an entry into an index, at commit or at load.</summary>
    public static void Apply(ArticleIndex index, in SegmentEntry entry, RecordPlace position)
    {
        switch (entry.Kind)
        {
            case EntryKind.Retraction:
                index.Set(entry.Key, retracted: true, default(RecordPlace));
                break;
            case EntryKind.Repeat:
                index.Set(entry.Key, retracted: false, index.TryFind(entry.Key, out var known) ? known.Record : default(RecordPlace));
                break;
            default:
                index.Set(entry.Key, retracted: false, position);
                break;
        }
    }

    private AppendOutcome AddRetraction(LedgerItem item, ArticleIndex.Known? known)
    {
        if (known is { } k && k.CompareOrder(item.Key) > 0) return AppendOutcome.Older;
        var wasThere = known is { IsRetracted: false };
        // Kept even where there is nothing: an outdated version that arrives later must not bring the article back.
        Put(item, EntryKind.Retraction, default(RecordPlace), wasThere ? known!.Value.Record : default(RecordPlace));
        if (!wasThere) return AppendOutcome.NotThere;
        Articles--;
        return AppendOutcome.Retracted;
    }

    private ArticleIndex.Known? Find(in ArticleKey key) =>
        _overlay.TryGetValue((key.Id, key.Id2), out var pending) ? pending : index.TryFind(key, out var known) ? known : null;

    private void Put(LedgerItem item, EntryKind kind, RecordPlace record, RecordPlace supersedes)
    {
        var isVersion = kind == EntryKind.Version;
        _entries.Add(new SegmentEntry(kind, item.Key, isVersion ? item.ArticleId : "", supersedes));
        _records.Add(isVersion ? item.Record : default(ReadOnlyMemory<byte>));
        _texts.Add(isVersion ? item.Text : default(ReadOnlyMemory<byte>));
        if (isVersion) _changes.Add(new FactChange(item.Facts, IsRemoved: false));
        _overlay[(item.Key.Id, item.Key.Id2)] = new ArticleIndex.Known(
            ArticleIndex.Short(item.Key.Content), item.Key.Stamp, item.Key.Position, kind == EntryKind.Retraction, record);
        if (supersedes.IsNone) return;
        HasSuperseded = true;
        if (supersedes.Sequence == sequence) _texts[supersedes.Index] = default;
        else _erased.Add(new TextPosition(supersedes.Sequence, supersedes.Index));
    }

    private static bool HasContent(List<ReadOnlyMemory<byte>> items) => items.Exists(static i => !i.IsEmpty);
}
