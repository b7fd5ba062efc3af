using Simpul.Contracts;
using Simpul.Storage;

namespace Simpul.Grains.Counting;

internal delegate string InternText(ReadOnlySpan<byte> utf8);

/// <summary>
/// The form of entities in a page of a tally and in a snapshot. Everything is in ordinal order, so equal counters are equal bytes,
/// and a page without entities is no bytes at all.
/// </summary>
internal static class PageCodec
{
    private const byte Version = 1;

    public static byte[] Encode(IEnumerable<EntityState> entities)
    {
        var sorted = entities.OrderBy(static e => e.Id, StringComparer.Ordinal).ToArray();
        if (sorted.Length == 0) return [];
        var w = new ByteWriter();
        var texts = new TextTable();
        w.Byte(Version);
        w.Number(sorted.Length);
        foreach (var entity in sorted) Encode(entity, w, texts);
        var whole = new ByteWriter();
        texts.Write(whole);
        whole.Bytes(w.Written);
        return Bundle.Compress(whole.Written);
    }

    public static List<EntityState> Decode(ReadOnlySpan<byte> content, InternText intern)
    {
        if (content.IsEmpty) return [];
        var plain = Bundle.Decompress(content);
        var r = new ByteReader(plain);
        var texts = TextTable.Read(ref r, intern);
        var version = r.Byte();
        if (version != Version) throw new StoreFormatException($"A page of a tally has version {version}; this program reads {Version}.");
        var entities = new List<EntityState>(r.Number());
        for (var count = entities.Capacity; count > 0; count--) entities.Add(Decode(ref r, texts));
        return entities;
    }

    private static void Encode(EntityState entity, ByteWriter w, TextTable texts)
    {
        w.Byte(entity.Kind);
        w.Number(texts.NumberOf(entity.Id));
        // Values are numbered anew, in ordinal order and without those that nothing counts any more.
        var used = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var cell in entity.Cells.Cells)
            if (cell.Key.HasValue) used.Add(entity.Value(cell.Key.Value));
        var values = used.ToArray();
        w.Number(values.Length);
        foreach (var value in values) w.Number(texts.NumberOf(value));

        var cells = entity.Cells.Cells.ToArray();
        for (var i = 0; i < cells.Length; i++)
        {
            var key = cells[i].Key;
            if (key.HasValue) cells[i].Key = key.WithValue(Array.BinarySearch(values, entity.Value(key.Value), StringComparer.Ordinal));
        }

        Encode(cells, w);
        Encode(entity.Mentioned, w, texts);
        w.Number(entity.Relations.Length);
        var relations = entity.Relations.ToArray();
        Array.Sort(relations, static (x, y) => Compare(x.Key, y.Key));
        foreach (var relation in relations)
        {
            w.Byte((byte)((relation.Key.Kind << 1) | (relation.Key.IsOut ? 1 : 0)));
            w.Number(texts.NumberOf(relation.Key.Id));
            Encode(relation.Cells.Cells.ToArray(), w);
            Encode(relation.Evidence, w, texts);
        }
    }

    private static EntityState Decode(ref ByteReader r, string[] texts)
    {
        var kind = r.Byte();
        var entity = new EntityState(kind, texts[r.Number()]);
        for (var count = r.Number(); count > 0; count--) entity.NumberOf(texts[r.Number()]);
        DecodeCells(ref r, ref entity.Cells);
        entity.SumDays();

        DecodeEvidence(ref r, texts, ref entity.Mentioned);
        for (var count = r.Number(); count > 0; count--)
        {
            var flags = r.Byte();
            var relation = entity.RelationOf(new RelationKey((byte)(flags >> 1), texts[r.Number()], (flags & 1) != 0));
            DecodeCells(ref r, ref relation.Cells);
            DecodeEvidence(ref r, texts, ref relation.Evidence);
        }

        return entity;
    }

    private static int Compare(in RelationKey x, in RelationKey y)
    {
        var byId = string.CompareOrdinal(x.Id, y.Id);
        return byId != 0 ? byId : x.Kind != y.Kind ? x.Kind.CompareTo(y.Kind) : x.IsOut.CompareTo(y.IsOut);
    }

    private static void Encode(Cell[] cells, ByteWriter w)
    {
        Array.Sort(cells, static (x, y) => x.Key != y.Key ? x.Key.Packed.CompareTo(y.Key.Packed) : x.Day.CompareTo(y.Day));
        w.Number(cells.Length);
        uint key = 0;
        var day = 0;
        foreach (var cell in cells)
        {
            w.Number(cell.Key.Packed - key);
            w.Signed(cell.Day - day);
            w.Signed(cell.A);
            w.Signed(cell.B);
            w.Signed(cell.C);
            key = cell.Key.Packed;
            day = cell.Day;
        }
    }

    private static void DecodeCells(ref ByteReader r, ref CounterTable table)
    {
        var count = r.Number();
        table.Reserve(count);
        uint key = 0;
        for (var day = 0; count > 0; count--)
        {
            key += (uint)r.Number();
            day += (int)r.Signed();
            int a = (int)r.Signed(), b = (int)r.Signed(), c = (int)r.Signed();
            table.Insert(new Cell { Key = new CellKey(key), Day = day, A = a, B = b, C = c });
        }
    }

    private static void Encode(in EvidenceList list, ByteWriter w, TextTable texts)
    {
        w.Number(list.Count);
        foreach (var item in list.Items)
        {
            w.Byte(item.Group);
            Encode(item.Position, w, texts);
        }

        var floors = list.Floors;
        w.Number(floors?.Count ?? 0);
        if (floors is null) return;
        foreach (var (group, floor) in floors.OrderBy(static f => f.Key))
        {
            w.Byte(group);
            Encode(floor, w, texts);
        }
    }

    private static void Encode(in EventPosition position, ByteWriter w, TextTable texts)
    {
        w.Number(position.Day);
        w.Number(texts.NumberOf(position.Article));
        w.Number(position.Offset);
        w.Number(position.Index);
    }

    private static void DecodeEvidence(ref ByteReader r, string[] texts, ref EvidenceList list)
    {
        for (var count = r.Number(); count > 0; count--)
        {
            var group = r.Byte();
            list.Append(new EvidenceList.Item(group, DecodePosition(ref r, texts)));
        }

        for (var count = r.Number(); count > 0; count--)
        {
            var group = r.Byte();
            list.SetFloor(group, DecodePosition(ref r, texts));
        }
    }

    private static EventPosition DecodePosition(ref ByteReader r, string[] texts)
    {
        int day = r.Number(), article = r.Number(), offset = r.Number(), index = r.Number();
        return new EventPosition(day, texts[article], offset, index);
    }

    private sealed class TextTable
    {
        private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
        private readonly List<string> _texts = [];

        public int NumberOf(string text)
        {
            if (_numbers.TryGetValue(text, out var number)) return number;
            number = _texts.Count;
            _texts.Add(text);
            _numbers.Add(text, number);
            return number;
        }

        public void Write(ByteWriter w)
        {
            w.Number(_texts.Count);
            foreach (var text in _texts) w.Text(text);
        }

        public static string[] Read(ref ByteReader r, InternText intern)
        {
            var texts = new string[r.Number()];
            for (var i = 0; i < texts.Length; i++) texts[i] = intern(r.Text());
            return texts;
        }
    }
}
