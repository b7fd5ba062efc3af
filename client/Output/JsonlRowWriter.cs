using System.Text.Encodings.Web;
using System.Text.Json;

namespace Simpul.Client.Output;

/// <summary>One JSON object a row. Rows of several tables carry <c>section</c> first.</summary>
internal sealed class JsonlRowWriter(Stream output, IReadOnlyList<TableShape> shapes) : IRowWriter
{
    private readonly Utf8JsonWriter json = new(output, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    private readonly bool single = shapes.Count == 1;
    private TableShape? current;

    public void Begin(TableShape shape) => current = shape;

    public void Row(ReadOnlySpan<Cell> cells)
    {
        json.WriteStartObject();
        if (!single) json.WriteString("section", current!.Key);
        for (var i = 0; i < cells.Length; i++)
        {
            json.WritePropertyName(current!.Columns[i].Key);
            cells[i].Write(json);
        }

        json.WriteEndObject();
        json.Flush();
        json.Reset(output);
        output.Write("\n"u8);
    }

    public void End(IReadOnlyList<KeyValuePair<string, Cell>> asOf) => json.Dispose();
}
