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
internal readonly struct Row(string file, int line, PackText text, int start, int end, string[] header)
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
        var rest = text.Bytes[start..end];
        for (; index > 0; index--)
        {
            var tab = rest.IndexOf((byte)'\t');
            if (tab < 0) return "";
            rest = rest[(tab + 1)..];
        }

        var length = rest.IndexOf((byte)'\t');
        return Encoding.UTF8.GetString(length < 0 ? rest : rest[..length]);
    }
}
