using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Simpul.Text.Packs;

/// <summary>The data files of all languages: embedded in the assembly, or a folder of the same shape.</summary>
internal sealed class PackFiles
{
    /// <summary>The folder of what no language owns.</summary>
    internal const string Common = "common";

    private readonly SortedDictionary<string, PackText> _texts = new(StringComparer.Ordinal);

    private PackFiles(IEnumerable<(string Path, PackText Text)> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (path, text) in files) _texts[path] = text;
        foreach (var (path, text) in _texts)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(path));
            hash.AppendData(text.Bytes);
        }

        Hash = BinaryPrimitives.ReadUInt64BigEndian(hash.GetHashAndReset());
    }

    /// <summary>A hash over names and contents of all files.</summary>
    internal ulong Hash { get; }

    /// <summary>The languages, sorted by code.</summary>
    internal IReadOnlyList<string> Languages =>
        [.. _texts.Keys.Where(p => p.EndsWith("/language.tsv", StringComparison.Ordinal)).Select(p => p[..p.IndexOf('/')])];

    internal static PackFiles Embedded()
    {
        var assembly = typeof(PackFiles).Assembly;
        return new PackFiles(assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith("Languages/", StringComparison.Ordinal))
            .Select(n => (n["Languages/".Length..], new PackText(assembly, n))));
    }

    internal static PackFiles FromFolder(string folder) => new(
        Directory.EnumerateFiles(folder, "*.tsv", SearchOption.AllDirectories)
            .Select(f => (Path.GetRelativePath(folder, f).Replace('\\', '/'), new PackText(File.ReadAllBytes(f)))));

    /// <summary>The embedded files with those of a folder laid over them.</summary>
    internal PackFiles With(PackFiles other) => new(_texts.Concat(other._texts).Select(p => (p.Key, p.Value)));

    /// <summary>The rows of a file; none where it does not exist.</summary>
    internal IEnumerable<Row> Rows(string path) => _texts.TryGetValue(path, out var text) ? Parse(path, text) : [];

    /// <summary>The rows of every file under a folder.</summary>
    internal IEnumerable<Row> RowsUnder(string folder) =>
        _texts.Where(p => p.Key.StartsWith(folder + "/", StringComparison.Ordinal)).SelectMany(p => Parse(p.Key, p.Value));

    private static IEnumerable<Row> Parse(string path, PackText text)
    {
        string[]? header = null;
        var number = 0;
        for (int start = 0, next; start < text.Bytes.Length; start = next)
        {
            number++;
            var line = text.Bytes[start..];
            if (line.IndexOf((byte)'\n') is >= 0 and var length) line = line[..length];
            next = start + line.Length + 1;
            if (line.Length == 0 || line[0] == '#') continue;
            if (line[^1] == '\r') line = line[..^1];
            if (header is null)
            {
                header = Encoding.UTF8.GetString(line).Split('\t');
                continue;
            }

            var fields = line.Count((byte)'\t') + 1;
            if (fields > header.Length)
                throw new PackException(path, number, $"{fields} fields where the header has {header.Length}", "Remove the surplus tabs.");
            yield return new Row(path, number, text, start, start + line.Length, header);
        }
    }
}
