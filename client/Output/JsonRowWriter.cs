using System.Text.Encodings.Web;
using System.Text.Json;

namespace Simpul.Client.Output;

/// <summary>One JSON object: a list of rows for each table (<c>rows</c> where there is one), then <c>as_of</c>.</summary>
internal sealed class JsonRowWriter : IRowWriter
{
    /// <summary>The version of the shape of query answers.</summary>
    public const int SchemaVersion = 1;

    public static readonly JsonWriterOptions Indented = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Stream output;
    private readonly Utf8JsonWriter json;
    private readonly bool single;
    private TableShape? current;

    public JsonRowWriter(Stream output, IReadOnlyList<TableShape> shapes)
    {
        this.output = output;
        json = new Utf8JsonWriter(output, Indented);
        single = shapes.Count == 1;
        json.WriteStartObject();
        json.WriteNumber("schema_version", SchemaVersion);
    }

    public void Begin(TableShape shape)
    {
        if (current is not null) json.WriteEndArray();
        current = shape;
        json.WriteStartArray(single ? "rows" : shape.Key);
    }

    public void Row(ReadOnlySpan<Cell> cells)
    {
        json.WriteStartObject();
        for (var i = 0; i < cells.Length; i++)
        {
            json.WritePropertyName(current!.Columns[i].Key);
            cells[i].Write(json);
        }

        json.WriteEndObject();
        if (json.BytesPending > 1 << 15) json.Flush();
    }

    public void End(IReadOnlyList<KeyValuePair<string, Cell>> asOf)
    {
        if (current is not null) json.WriteEndArray();
        if (asOf.Count > 0)
        {
            json.WriteStartObject("as_of");
            foreach (var (key, value) in asOf)
            {
                json.WritePropertyName(key);
                value.Write(json);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.Dispose();
        output.Write("\n"u8);
    }
}
