namespace Simpul.Client.Output;

/// <summary>A column: the same key in every format, in the same order.</summary>
/// <param name="Key">Its name, in snake_case; the table's heading is made of it.</param>
/// <param name="IsDetail">True where a table for people leaves it out unless it is to be wide.</param>
/// <param name="IsLong">True for sentences: a table for people puts them below the row where the terminal is too narrow.</param>
internal readonly record struct Column(string Key, bool IsDetail = false, bool IsLong = false)
{
    /// <summary>A name; one that begins with + is a detail, one that begins with ~ is long.</summary>
    public static implicit operator Column(string key) => key[0] switch
    {
        '+' => new(key[1..], IsDetail: true),
        '~' => new(key[1..], IsLong: true),
        _ => new(key),
    };

    public string Heading => Key.Replace('_', ' ');
}

/// <summary>The shape of rows.</summary>
/// <param name="Key">The name of the list in JSON, and the value of the column <c>section</c> where a report has several.</param>
/// <param name="Title">What stands above it for people, or null.</param>
/// <param name="Columns">Its columns.</param>
internal sealed record TableShape(string Key, string? Title, params Column[] Columns)
{
    /// <summary>The columns that a table for people shows, by index.</summary>
    public IReadOnlyList<int> Shown(bool details) => [.. Enumerable.Range(0, Columns.Length).Where(i => details || !Columns[i].IsDetail)];
}

/// <summary>Rows under a shape.</summary>
internal sealed record Table(TableShape Shape, IReadOnlyList<Cell[]> Rows);

/// <summary>What a query answers: one table or several, and how fresh it is.</summary>
/// <param name="Tables">Its tables. Several become one under a column <c>section</c> where a format has room for one only.</param>
/// <param name="AsOf">Freshness: names and values; it is written in JSON, and never in rows.</param>
internal sealed record Report(IReadOnlyList<Table> Tables, IReadOnlyList<KeyValuePair<string, Cell>> AsOf);
