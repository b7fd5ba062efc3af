using System.Buffers.Binary;
using Simpul.Contracts;
using Simpul.Grains.Counting;
using Simpul.Storage;

namespace Simpul.Grains.Ledgers;

/// <summary>What an entry of a segment is.</summary>
internal enum EntryKind : byte
{
    /// <summary>A version, with a record and a text.</summary>
    Version = 0,

    /// <summary>The current content sent again by a later run: only its stamp moves.</summary>
    Repeat = 1,

    /// <summary>A retraction, under the hash of the id alone.</summary>
    Retraction = 2,

    /// <summary>A version whose record was erased since it no longer counts.</summary>
    Erased = 3,
}

/// <summary>One entry of a segment.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Key">Hashes and order.</param>
/// <param name="ArticleId">The article's id; empty but for a version.</param>
/// <param name="Supersedes">The record that counts no longer, or none.</param>
internal readonly record struct SegmentEntry(EntryKind Kind, ArticleKey Key, string ArticleId, RecordPlace Supersedes);

/// <summary>The form of a segment's entries. Hashes are kept as they are, since they do not compress; stamps, few, in a table.</summary>
internal static class SegmentCodec
{
    private const byte Version = 1;

    public static byte[] Encode(IReadOnlyList<SegmentEntry> entries)
    {
        var stamps = entries.Select(static e => e.Key.Stamp).Distinct().ToList();
        var w = new ByteWriter();
        w.Byte(Version);
        w.Number(stamps.Count);
        foreach (var stamp in stamps)
        {
            w.Signed(stamp.Time);
            w.Signed(stamp.Salt);
        }

        w.Number(entries.Count);
        Span<byte> hashes = stackalloc byte[32];
        foreach (var entry in entries)
        {
            w.Byte((byte)((int)entry.Kind | (entry.Supersedes.IsNone ? 0 : 0x80)));
            BinaryPrimitives.WriteUInt64LittleEndian(hashes, entry.Key.Id);
            BinaryPrimitives.WriteUInt64LittleEndian(hashes[8..], entry.Key.Id2);
            BinaryPrimitives.WriteUInt128BigEndian(hashes[16..], entry.Key.Content);
            w.Bytes(hashes);
            w.Number(stamps.IndexOf(entry.Key.Stamp));
            w.Number(entry.Key.Position);
            if (entry.Kind == EntryKind.Version) w.Text(entry.ArticleId);
            if (entry.Supersedes.IsNone) continue;
            w.Number((ulong)entry.Supersedes.Sequence);
            w.Number(entry.Supersedes.Index);
        }

        return w.ToArray();
    }

    public static SegmentEntry[] Decode(ReadOnlySpan<byte> bytes)
    {
        var r = new ByteReader(bytes);
        var version = r.Byte();
        if (version != Version) throw new StoreFormatException($"A segment has version {version}; this program reads {Version}.");
        var stamps = new SubmissionStamp[r.Number()];
        for (var i = 0; i < stamps.Length; i++)
        {
            var time = r.Signed();
            stamps[i] = new SubmissionStamp(time, (int)r.Signed());
        }

        var entries = new SegmentEntry[r.Number()];
        for (var i = 0; i < entries.Length; i++)
        {
            var flags = r.Byte();
            var kind = (EntryKind)(flags & 0x7F);
            var hashes = r.Bytes(32);
            var stamp = stamps[r.Number()];
            var key = new ArticleKey(
                BinaryPrimitives.ReadUInt64LittleEndian(hashes), BinaryPrimitives.ReadUInt64LittleEndian(hashes[8..]),
                BinaryPrimitives.ReadUInt128BigEndian(hashes[16..]), stamp, r.Number());
            var id = kind == EntryKind.Version ? r.String() : "";
            var supersedes = default(RecordPlace);
            if ((flags & 0x80) != 0)
            {
                var sequence = (long)r.Number64();
                supersedes = new RecordPlace(sequence, r.Number());
            }

            entries[i] = new SegmentEntry(kind, key, id, supersedes);
        }

        return entries;
    }
}
