namespace Simpul.Client.Output;

/// <summary>Writes tables row by row in one format: <see cref="Begin"/> and its rows for each table, <see cref="End"/> once.</summary>
internal interface IRowWriter
{
    /// <summary>Begins a table. The shapes of all tables to come were given when the writer was made.</summary>
    void Begin(TableShape shape);

    void Row(ReadOnlySpan<Cell> cells);

    /// <summary>Ends the output; freshness is written where the format has a place for it.</summary>
    void End(IReadOnlyList<KeyValuePair<string, Cell>> asOf);
}

/// <summary>Writers by format.</summary>
internal static class RowWriters
{
    public static IRowWriter Create(OutputFormat format, Stream output, IReadOnlyList<TableShape> shapes, TableLook look) => format switch
    {
        OutputFormat.Json => new JsonRowWriter(output, shapes),
        OutputFormat.Jsonl => new JsonlRowWriter(output, shapes),
        OutputFormat.Csv => new CsvRowWriter(output, shapes),
        _ => new TableRowWriter(output, look),
    };

    /// <summary>Writes a whole report.</summary>
    public static void Write(Report report, OutputFormat format, Stream output, TableLook look)
    {
        var writer = Create(format, output, [.. report.Tables.Select(t => t.Shape)], look);
        foreach (var table in report.Tables)
        {
            writer.Begin(table.Shape);
            foreach (var row in table.Rows) writer.Row(row);
        }

        writer.End(report.AsOf);
    }

    /// <summary>
    /// The columns of tables that share one list of rows: <c>section</c> first, then every column of every table, each once.
    /// A single table keeps its own.
    /// </summary>
    public static IReadOnlyList<string> CommonColumns(IReadOnlyList<TableShape> shapes) => shapes.Count == 1
        ? [.. shapes[0].Columns.Select(c => c.Key)]
        : [.. shapes.SelectMany(s => s.Columns).Select(c => c.Key).Prepend("section").Distinct()];
}
