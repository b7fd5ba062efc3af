using System.Buffers.Binary;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Simpul.Text.Packs;

/// <summary>A row of a data file that cannot be read: names file, line, what was found and what to do.</summary>
public sealed class PackException(string file, int line, string found, string remedy)
    : Exception($"{file}:{line}: {found}. {remedy}")
{
    /// <summary>The file, relative to the folder of languages.</summary>
    public string File { get; } = file;

    /// <summary>The line, from 1.</summary>
    public int Line { get; } = line;
}

/// <summary>One row of a tab-separated data file: a stretch of its text, cut where a column is asked for.</summary>
internal readonly struct Row(string file, int line, string text, int start, int end, string[] header)
{
    public string File => file;

    public int Line => line;

    /// <summary>The field of a column, empty when the row ends before it.</summary>
    public string this[string column]
    {
        get
        {
            var i = Array.IndexOf(header, column);
            return i >= 0 ? Field(i) : throw Wrong($"no column \"{column}\" in the header", $"Columns found: {string.Join(", ", header)}");
        }
    }

    /// <summary>The field of a column that may be missing from the file.</summary>
    public string Optional(string column) => Array.IndexOf(header, column) is >= 0 and var i ? Field(i) : "";

    /// <summary>The parts of a field, separated by semicolons.</summary>
    public string[] List(string column) => this[column].Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public PackException Wrong(string found, string remedy) => new(file, line, found, remedy);

    private string Field(int index)
    {
        var rest = text.AsSpan(start, end - start);
        for (; index > 0; index--)
        {
            var tab = rest.IndexOf('\t');
            if (tab < 0) return "";
            rest = rest[(tab + 1)..];
        }

        var length = rest.IndexOf('\t');
        return (length < 0 ? rest : rest[..length]).ToString();
    }
}

/// <summary>The data files of all languages: embedded in the assembly, or a folder of the same shape.</summary>
internal sealed class PackFiles
{
    /// <summary>The folder of what no language owns.</summary>
    internal const string Common = "common";

    private readonly SortedDictionary<string, string> _texts = new(StringComparer.Ordinal);

    private PackFiles(IEnumerable<(string Path, string Text)> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (path, text) in files) _texts[path] = text;
        foreach (var (path, text) in _texts)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(path));
            hash.AppendData(Encoding.UTF8.GetBytes(text));
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
            .Select(n => (n["Languages/".Length..], Read(assembly, n))));
    }

    internal static PackFiles FromFolder(string folder) => new(
        Directory.EnumerateFiles(folder, "*.tsv", SearchOption.AllDirectories)
            .Select(f => (Path.GetRelativePath(folder, f).Replace('\\', '/'), File.ReadAllText(f))));

    /// <summary>The embedded files with those of a folder laid over them.</summary>
    internal PackFiles With(PackFiles other) => new(_texts.Concat(other._texts).Select(p => (p.Key, p.Value)));

    private static unsafe string Read(Assembly assembly, string name)
    {
        // The resource lies in memory as it is: one pass makes the string.
        using var stream = (UnmanagedMemoryStream)assembly.GetManifestResourceStream(name)!;
        var bytes = new ReadOnlySpan<byte>(stream.PositionPointer, (int)stream.Length);
        return Encoding.UTF8.GetString(bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes);
    }

    /// <summary>The rows of a file; none where it does not exist.</summary>
    internal IEnumerable<Row> Rows(string path) => _texts.TryGetValue(path, out var text) ? Parse(path, text) : [];

    /// <summary>The rows of every file under a folder.</summary>
    internal IEnumerable<Row> RowsUnder(string folder) =>
        _texts.Where(p => p.Key.StartsWith(folder + "/", StringComparison.Ordinal)).SelectMany(p => Parse(p.Key, p.Value));

    private static IEnumerable<Row> Parse(string path, string text)
    {
        string[]? header = null;
        var number = 0;
        for (int start = 0, next; start < text.Length; start = next)
        {
            number++;
            var end = text.IndexOf('\n', start);
            if (end < 0) end = text.Length;
            next = end + 1;
            if (end == start || text[start] == '#') continue;
            if (text[end - 1] == '\r') end--;
            if (header is null)
            {
                header = text[start..end].Split('\t');
                continue;
            }

            var fields = text.AsSpan(start, end - start).Count('\t') + 1;
            if (fields > header.Length)
                throw new PackException(path, number, $"{fields} fields where the header has {header.Length}", "Remove the surplus tabs.");
            yield return new Row(path, number, text, start, end, header);
        }
    }
}
