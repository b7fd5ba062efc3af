using System.Buffers;
using System.Text;
using Simpul.Contracts;

namespace Simpul.Grains.Counting;

/// <summary>
/// The totals of one bucket, in pages that are loaded when they are needed and saved when they changed. A pure fold of facts: what
/// it holds depends on the sum of what was added and taken away, not on the order.
/// </summary>
internal sealed class TallyState
{
    private readonly Page?[] _pages = new Page?[Pages.Count];
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _idsBySpan;
    private int _loaded;

    public TallyState(bool isNew)
    {
        _idsBySpan = _ids.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!isNew) return;
        for (var i = 0; i < _pages.Length; i++) Load(i, []);
    }

    /// <summary>Counts the changes; gives each change its number.</summary>
    public long Change { get; private set; }

    /// <summary>Countries that changed since this was last emptied.</summary>
    public HashSet<EntityState> ChangedCountries { get; } = [];

    /// <summary>Called for each actor that changed.</summary>
    public Action<EntityState>? ActorChanged { get; set; }

    public bool IsLoaded(int page) => _pages[page] is not null;

    public bool IsAllLoaded => _loaded == _pages.Length;

    public void Load(int page, ReadOnlySpan<byte> content)
    {
        if (_pages[page] is not null) return;
        var loaded = new Page();
        foreach (var entity in PageCodec.Decode(content, Intern)) loaded.Add(entity);
        _pages[page] = loaded;
        _loaded++;
    }

    /// <summary>The entity, or null; its page must be loaded.</summary>
    public EntityState? Find(EntityRef entity) =>
        _pages[Pages.Of((byte)entity.Kind, entity.Id)]!.ById.GetValueOrDefault(entity.Id);

    /// <summary>All entities of a kind that are loaded.</summary>
    public IEnumerable<EntityState> All(EntityKind kind)
    {
        var (first, count) = Pages.Range((byte)kind);
        for (var i = first; i < first + count; i++)
            foreach (var entity in _pages[i]!.ById.Values) yield return entity;
    }

    /// <summary>Adds to a set the pages that facts touch and that are not loaded.</summary>
    public void AddMissing(ReadOnlySpan<byte> facts, HashSet<int> pages)
    {
        var r = new ByteReader(facts);
        r.Text();
        r.Number();
        while (!r.IsAtEnd)
        {
            var kind = r.Byte();
            var page = Pages.Of(kind, r.String());
            r.Bytes(r.Number());
            if (_pages[page] is null) pages.Add(page);
        }
    }

    /// <summary>Counts an article's facts in, or out. All pages that they touch must be loaded.</summary>
    public void Apply(ReadOnlySpan<byte> facts, bool remove)
    {
        var r = new ByteReader(facts);
        var article = r.String();
        var day = r.Number();
        var sign = remove ? -1 : 1;
        while (!r.IsAtEnd)
        {
            var kind = r.Byte();
            var id = Intern(r.Text());
            var size = r.Number();
            ApplyTo(kind, id, new Source(article, day, sign), r.Bytes(size));
        }
    }

    /// <summary>The pages that changed, encoded, which count as saved from now on unless they are marked again.</summary>
    public List<(int Page, byte[] Content)> TakeChanged()
    {
        var changed = new List<(int, byte[])>();
        for (var i = 0; i < _pages.Length; i++)
        {
            if (_pages[i] is not { IsChanged: true } page) continue;
            page.IsChanged = false;
            changed.Add((i, PageCodec.Encode(page.ById.Values)));
        }

        return changed;
    }

    private void ApplyTo(byte kind, string id, in Source source, ReadOnlySpan<byte> section)
    {
        var page = _pages[Pages.Of(kind, id)]!;
        if (!page.ById.TryGetValue(id, out var entity))
        {
            entity = new EntityState(kind, id);
            page.ById.Add(id, entity);
        }

        page.IsChanged = true;
        entity.Change = ++Change;
        var r = new ByteReader(section);
        var mentions = r.Number();
        var named = r.Number() - 1;
        ApplyValues(entity, source, ref r);
        var asserted = ApplyActs(entity, source, ref r);
        entity.AddDay(source.Day, source.Sign, source.Sign * mentions, source.Sign * asserted);
        if (named >= 0) source.Place(ref entity.Mentioned, EvidenceList.Mentions, named, 0);
        ApplyRelations(entity, source, ref r);

        if (entity.IsEmpty) page.ById.Remove(id);
        if (kind == (byte)EntityKind.Country) ChangedCountries.Add(entity);
        else if (kind == (byte)EntityKind.Actor) ActorChanged?.Invoke(entity);
    }

    private static void ApplyValues(EntityState entity, in Source source, ref ByteReader r)
    {
        for (var count = r.Number(); count > 0; count--)
        {
            var counter = (Counter)r.Byte();
            var sub = r.Byte();
            var text = r.Text();
            var times = r.Number();
            var key = new CellKey(counter, sub);
            if (key.HasValue) key = key.WithValue(NumberOf(entity, text));
            // A name's and a role's first and last day are asked for, a type's and a nationality's only their weight.
            var day = counter is Counter.Name or Counter.Role ? source.Day : Days.None;
            entity.Cells.Add(key, day, source.Sign * times);
        }
    }

    private static int ApplyActs(EntityState entity, in Source source, ref ByteReader r)
    {
        Span<int> published = stackalloc int[4];
        var dates = new DistinctDates();
        for (var count = r.Number(); count > 0; count--)
        {
            var status = (int)CellKey.StatusOf(r.Byte());
            var date = r.Number();
            published[status]++;
            entity.Cells.Add(new CellKey(Counter.EventDay, status), date, dates.IsNew(status, date) ? source.Sign : 0, source.Sign);
        }

        for (var status = 1; status < 4; status++)
            if (published[status] != 0) entity.Cells.Add(new CellKey(Counter.OtherEvents, status), source.Day, source.Sign * published[status]);
        return published[0];
    }

    private void ApplyRelations(EntityState entity, in Source source, ref ByteReader r)
    {
        for (var count = r.Number(); count > 0; count--)
        {
            var flags = r.Byte();
            var relation = entity.RelationOf(new RelationKey((byte)(flags >> 1), Intern(r.Text()), (flags & 1) != 0));
            var sign = source.Sign;
            ulong statuses = 0, acts = 0;
            DistinctDates dates = new(), actDates = new();
            for (var events = r.Number(); events > 0; events--)
            {
                int act = r.Byte(), date = r.Number(), goldstein = (int)r.Signed(), offset = r.Number(), index = r.Number();
                var status = (int)CellKey.StatusOf(act);
                relation.Cells.Add(
                    new CellKey(Counter.Published, act), source.Day, sign, sign * goldstein, IsFirst(ref acts, act) ? sign : 0);
                relation.Cells.Add(
                    new CellKey(Counter.Dated, act), date, sign, sign * goldstein, actDates.IsNew(act, date) ? sign : 0);
                if (IsFirst(ref statuses, status)) relation.Cells.Add(new CellKey(Counter.Articles, status), source.Day, sign);
                if (dates.IsNew(status, date)) relation.Cells.Add(new CellKey(Counter.DatedArticles, status), date, sign);
                source.Place(ref relation.Evidence, (byte)act, offset, index);
            }

            if (relation.Cells.Count == 0) entity.RemoveRelation(relation);
        }
    }

    private static bool IsFirst(ref ulong seen, int bit)
    {
        var mask = 1UL << bit;
        if ((seen & mask) != 0) return false;
        seen |= mask;
        return true;
    }

    private static int NumberOf(EntityState entity, ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > 256) return entity.NumberOf(Encoding.UTF8.GetString(utf8));
        Span<char> chars = stackalloc char[256];
        return entity.NumberOf(chars[..Encoding.UTF8.GetChars(utf8, chars)]);
    }

    // Ids come again and again, as entities and as the other side of relations: each is kept once.
    private string Intern(ReadOnlySpan<byte> utf8)
    {
        char[]? rented = null;
        var chars = utf8.Length <= 256 ? stackalloc char[256] : rented = ArrayPool<char>.Shared.Rent(utf8.Length);
        var id = chars[..Encoding.UTF8.GetChars(utf8, chars)];
        if (!_idsBySpan.TryGetValue(id, out var known))
        {
            known = id.ToString();
            _ids.Add(known);
        }

        if (rented is not null) ArrayPool<char>.Shared.Return(rented);
        return known;
    }

    private readonly record struct Source(string Article, int Day, int Sign)
    {
        public void Place(ref EvidenceList list, byte group, int offset, int index)
        {
            var position = new EventPosition(Day, Article, offset, index);
            if (Sign > 0) list.Add(group, position);
            else list.Remove(group, position);
        }
    }

    private sealed class Page
    {
        public Dictionary<string, EntityState> ById { get; } = new(StringComparer.Ordinal);

        public bool IsChanged { get; set; }

        public void Add(EntityState entity) => ById.Add(entity.Id, entity);
    }

    // Remembers the (number, date) pairs of one article; nearly always fewer than eight.
    private struct DistinctDates
    {
        private List<(int Number, int Date)>? _seen;

        public bool IsNew(int number, int date)
        {
            if (_seen is null)
            {
                _seen = [(number, date)];
                return true;
            }

            if (_seen.Contains((number, date))) return false;
            _seen.Add((number, date));
            return true;
        }
    }
}

/// <summary>Which page of a tally holds an entity. The numbers are part of the store's format.</summary>
internal static class Pages
{
    private const int Countries = 16;
    private const int Actors = 256;

    public const int Count = Countries + Actors + 1;

    public static int Of(byte kind, string id) => kind switch
    {
        // The bucket took the hash modulo its count; the page takes its upper half.
        (byte)EntityKind.Country => (int)((Slicing.Hash(id, kind) >> 32) % Countries),
        (byte)EntityKind.Actor => Countries + (int)((Slicing.Hash(id, kind) >> 32) % Actors),
        _ => Countries + Actors,
    };

    public static (int First, int Count) Range(byte kind) => kind switch
    {
        (byte)EntityKind.Country => (0, Countries),
        (byte)EntityKind.Actor => (Countries, Actors),
        _ => (Countries + Actors, 1),
    };
}
