using System.Text;

namespace Simpul.Client.Output;

/// <summary>CSV by RFC 4180: UTF-8, a header, lines that end in CR LF, quotes where they are needed.</summary>
internal sealed class CsvRowWriter : IRowWriter
{
    private readonly Stream output;
    private readonly StringBuilder line = new();
    private readonly IReadOnlyList<string> columns;
    private readonly bool single;
    private readonly string[] fields;
    private TableShape? current;
    private int[] places = [];

    public CsvRowWriter(Stream output, IReadOnlyList<TableShape> shapes)
    {
        this.output = output;
        single = shapes.Count == 1;
        columns = RowWriters.CommonColumns(shapes);
        fields = new string[columns.Count];
        Write(columns);
    }

    public void Begin(TableShape shape)
    {
        current = shape;
        places = [.. shape.Columns.Select(c => columns.ToList().IndexOf(c.Key))];
    }

    public void Row(ReadOnlySpan<Cell> cells)
    {
        Array.Fill(fields, "");
        if (!single) fields[0] = current!.Key;
        for (var i = 0; i < cells.Length; i++) fields[places[i]] = cells[i].ToString();
        Write(fields);
    }

    public void End(IReadOnlyList<KeyValuePair<string, Cell>> asOf)
    {
    }

    private void Write(IReadOnlyList<string> row)
    {
        line.Clear();
        for (var i = 0; i < row.Count; i++)
        {
            if (i > 0) line.Append(',');
            Append(row[i]);
        }

        line.Append("\r\n");
        output.Write(Encoding.UTF8.GetBytes(line.ToString()));
    }

    private void Append(string field)
    {
        if (field.AsSpan().IndexOfAny(",\"\r\n") < 0)
        {
            line.Append(field);
            return;
        }

        line.Append('"').Append(field.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
    }
}
