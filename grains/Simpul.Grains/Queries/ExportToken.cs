using System.Buffers.Text;
using Simpul.Contracts;
using Simpul.Grains.Counting;

namespace Simpul.Grains.Queries;

/// <summary>The printable form of a position of all ledgers.</summary>
internal static class ExportToken
{
    private const byte Version = 1;

    public static string Write(long[] versions)
    {
        var w = new ByteWriter();
        w.Byte(Version);
        w.Number(versions.Length);
        foreach (var version in versions) w.Number((ulong)version);
        return Base64Url.EncodeToString(w.Written);
    }

    public static long[] Read(string token)
    {
        try
        {
            var r = new ByteReader(Base64Url.DecodeFromChars(token));
            if (r.Byte() != Version) throw Bad(token);
            var count = r.Number();
            if (count is < 1 or > Limits.MaxSlices) throw Bad(token);
            var versions = new long[count];
            for (var i = 0; i < count; i++) versions[i] = (long)r.Number64();
            return versions;
        }
        catch (Exception e) when (e is FormatException or IndexOutOfRangeException)
        {
            throw Bad(token);
        }
    }

    private static ClusterException Bad(string token) => new(ErrorCode.BadRequest, $"'{token}' is no position of an export.");
}
