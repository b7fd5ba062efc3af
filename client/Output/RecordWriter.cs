using System.Buffers;
using System.Text.Json;
using Simpul.Text;

namespace Simpul.Client.Output;

/// <summary>
/// Writes records: whole in JSON and JSONL, or as rows of one kind. JSONL of whole records is the canonical form: each record's
/// JSON to the byte, and a line feed.
/// </summary>
internal sealed class RecordWriter
{
    private readonly Stream output;
    private readonly TableShape? shape;
    private readonly IRowWriter? rows;
    private readonly Utf8JsonWriter? json;
    private readonly ArrayBufferWriter<byte> line = new(16 * 1024);

    /// <param name="output">Where to.</param>
    /// <param name="format">How.</param>
    /// <param name="shape">The rows asked for; null for whole records where the format can hold them, else for events.</param>
    /// <param name="look">Of a table.</param>
    public RecordWriter(Stream output, OutputFormat format, TableShape? shape, TableLook look)
    {
        this.output = output;
        if (shape is null && format is OutputFormat.Table or OutputFormat.Csv) shape = RecordShapes.Events;
        if (shape is not null)
        {
            this.shape = shape;
            rows = RowWriters.Create(format, output, [shape], look);
            rows.Begin(shape);
        }
        else if (format == OutputFormat.Json)
        {
            json = new Utf8JsonWriter(output, JsonRowWriter.Indented);
            json.WriteStartObject();
            json.WriteNumber("schema_version", ArticleRecord.CurrentSchema);
            json.WriteStartArray("records");
        }
    }

    public void Write(ArticleRecord record)
    {
        if (rows is not null)
        {
            foreach (var row in RecordShapes.Rows(shape!, record)) rows.Row(row);
        }
        else if (json is not null)
        {
            RecordJson.Write(record, json);
            if (json.BytesPending > 1 << 15) json.Flush();
        }
        else
        {
            line.ResetWrittenCount();
            RecordJson.Write(record, line);
            line.Write("\n"u8);
            output.Write(line.WrittenSpan);
        }
    }

    public void End(IReadOnlyList<KeyValuePair<string, Cell>> asOf)
    {
        rows?.End(asOf);
        if (json is null) return;
        json.WriteEndArray();
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
