using System.Text;
using Simpul.Text.Packs;

namespace Simpul.Text.Tests.Data;

/// <summary>A data file as it ships: its lines, header and rows.</summary>
internal sealed class DataFile
{
    private static readonly Lazy<IReadOnlyList<DataFile>> Loaded = new(Load);

    private DataFile(string path, string text)
    {
        Path = path;
        Text = text;
        Lines = text.Split('\n');
        Header = Lines.FirstOrDefault(l => l.Length > 0 && l[0] != '#')?.Split('\t') ?? [];
        Rows = [.. Lines.Select((l, i) => (Line: l, Number: i + 1)).Where(l => l.Line.Length > 0 && l.Line[0] != '#').Skip(1)
            .Select(l => new DataRow(this, l.Number, l.Line.Split('\t')))];
    }

    internal static IReadOnlyList<DataFile> All => Loaded.Value;

    internal static DataFile Of(string path) => All.Single(f => f.Path == path);

    internal static IEnumerable<DataRow> RowsUnder(string folder) =>
        All.Where(f => f.Path.StartsWith(folder + "/", StringComparison.Ordinal)).SelectMany(f => f.Rows);

    /// <summary>The codes of the languages that ship.</summary>
    internal static IEnumerable<string> Languages => All.Where(f => f.Path.EndsWith("/language.tsv", StringComparison.Ordinal)).Select(f => f.Path[..f.Path.IndexOf('/')]);

    /// <summary>The rows of a file in all languages.</summary>
    internal static IEnumerable<DataRow> RowsOfLanguages(string name) => Languages.SelectMany(l => Of($"{l}/{name}").Rows);

    internal string Path { get; }

    internal string Text { get; }

    internal string[] Lines { get; }

    internal string[] Header { get; }

    internal IReadOnlyList<DataRow> Rows { get; }

    /// <summary>Fails with the first of the problems, if any, one a line.</summary>
    internal static void Expect(IEnumerable<string> problems)
    {
        var all = problems.Take(2000).ToList();
        if (all.Count > 0) Assert.Fail($"{all.Count} problems:\n{string.Join('\n', all.Take(40))}");
    }

    private static IReadOnlyList<DataFile> Load()
    {
        var assembly = typeof(PackFiles).Assembly;
        const string folder = "Languages/";
        return [.. assembly.GetManifestResourceNames().Where(n => n.StartsWith(folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .Select(n =>
            {
                using var stream = assembly.GetManifestResourceStream(n)!;
                using var memory = new MemoryStream();
                stream.CopyTo(memory);
                return new DataFile(n[folder.Length..], new UTF8Encoding(false, true).GetString(memory.ToArray()));
            })];
    }
}

/// <summary>One row of a data file.</summary>
internal sealed record DataRow(DataFile File, int Number, string[] Fields)
{
    internal string this[string column] => Fields.ElementAtOrDefault(Array.IndexOf(File.Header, column)) ?? "";

    internal string[] List(string column) => this[column].Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    internal string Says(string problem) => $"{File.Path}:{Number}: {problem}: {string.Join(" | ", Fields)}";
}
