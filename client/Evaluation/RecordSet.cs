using System.Text.Json;
using Simpul.Client.Terminals;

namespace Simpul.Client.Evaluation;

/// <summary>Records of a JSONL file by id, in the file's order; of two with one id the later stands at the place of the first.</summary>
internal sealed class RecordSet
{
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    private readonly List<(string Id, JsonElement Record)> records = [];

    public IReadOnlyList<(string Id, JsonElement Record)> All => records;

    public JsonElement? Find(string id) => places.TryGetValue(id, out var place) ? records[place].Record : null;

    public void Add(string id, JsonElement record)
    {
        if (places.TryAdd(id, records.Count)) records.Add((id, record));
        else records[places[id]] = (id, record);
    }

    public static RecordSet Load(string path, Terminal terminal)
    {
        var set = new RecordSet();
        using var stream = Open(path, terminal);
        using var reader = new StreamReader(stream);
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (string.IsNullOrWhiteSpace(line)) continue;
            try
            {
                // Cloned, since the document's memory is pooled.
                using var document = JsonDocument.Parse(line.TrimStart('\uFEFF'));
                var record = document.RootElement.Clone();
                if (record.ValueKind != JsonValueKind.Object || !record.TryGetProperty("id", out var id) || id.ValueKind != JsonValueKind.String)
                    throw CommandException.Usage($"{path}:{number}: the line is no record: an object with an id was expected.");
                set.Add(id.GetString()!, record);
            }
            catch (JsonException e)
            {
                throw CommandException.Usage($"{path}:{number}: the line is not valid JSON at byte {e.BytePositionInLine + 1}.", "Records are JSONL: one object a line, as analyze --format jsonl writes them.");
            }
        }

        return set;
    }

    private static Stream Open(string path, Terminal terminal)
    {
        if (path == "-") return terminal.OpenInput();
        if (!File.Exists(path)) throw CommandException.Usage($"there is no file \"{path}\".");
        var stream = File.OpenRead(path);
        return path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new System.IO.Compression.GZipStream(stream, System.IO.Compression.CompressionMode.Decompress) : stream;
    }
}
