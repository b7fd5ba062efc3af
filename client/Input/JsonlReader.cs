using System.Text;
using System.Text.Json;

namespace Simpul.Client.Input;

/// <summary>Reads one JSON object a line.</summary>
internal static class JsonlReader
{
    private static readonly JsonReaderOptions Json = new() { MaxDepth = 64 };

    public static IEnumerable<InputItem> Read(InputSource source, Stream content, InputOptions options)
    {
        var lines = new LineReader(content, options.MaxLine);
        var builder = new ArticleBuilder(options);
        var values = new FieldValues();
        var notices = new List<InputItem>();
        while (lines.Read())
        {
            var place = new Place(source.Name, lines.Number);
            if (lines.TooLong)
            {
                yield return new RejectedInput(place, $"the line is over {options.MaxLine:N0} bytes long", "Split it, or raise --max-line");
                continue;
            }

            if (lines.Bytes.Trim(" \t\r"u8).IsEmpty) continue;
            var item = ReadLine(place, lines.Bytes, options, builder, values, notices);
            foreach (var notice in notices) yield return notice;
            yield return item;
        }
    }

    private static InputItem ReadLine(
        Place place, ReadOnlySpan<byte> line, InputOptions options, ArticleBuilder builder, FieldValues values, List<InputItem> notices)
    {
        values.Clear();
        notices.Clear();
        if (!System.Text.Unicode.Utf8.IsValid(line))
        {
            line = Encoding.UTF8.GetBytes(TextDecoder.Decode(line, out _));
            notices.Add(new InputWarning(place, "the line is not UTF-8 and was read as windows-1252", "Save the file as UTF-8 if letters look wrong"));
        }

        try
        {
            return ReadFields(place, line, options.Fields, values) ?? builder.Build(place, values, null, null, notices);
        }
        catch (JsonException e)
        {
            var start = line.TrimStart(" \t"u8);
            return start[0] == '['
                ? new RejectedInput(place, "the line is not a JSON object but an array", "Write one object a line, as jq -c '.[]' does")
                : new RejectedInput(place, $"the line is not valid JSON at byte {e.BytePositionInLine + 1}", "Fix the line: one JSON object, complete on its line");
        }
        catch (InvalidOperationException)
        {
            return new RejectedInput(place, "a string holds half of a surrogate pair, which is no character", "Fix the \\u escape on the line");
        }
    }

    private static RejectedInput? ReadFields(Place place, ReadOnlySpan<byte> line, FieldMap fields, FieldValues values)
    {
        var json = new Utf8JsonReader(line, Json);
        json.Read();
        if (json.TokenType != JsonTokenType.StartObject)
        {
            return json.TokenType == JsonTokenType.StartArray
                ? new RejectedInput(place, "the line is not a JSON object but an array", "Write one object a line, as jq -c '.[]' does")
                : new RejectedInput(place, "the line is not a JSON object", "Write one object a line, with a field \"text\"");
        }

        RejectedInput? fault = null;
        Span<char> name = stackalloc char[64];
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            // Names longer than any that is looked for are none of them; escapes only ever shorten a name.
            var length = json.ValueSpan.Length <= name.Length ? json.CopyString(name) : 0;
            var wanted = fields.TryFind(name[..length], out var field, out var rank);
            if (!wanted && json.ValueSpan.Length > name.Length) wanted = fields.TryFind(json.GetString(), out field, out rank);
            json.Read();
            if (!wanted)
            {
                json.Skip();
                continue;
            }

            switch (json.TokenType)
            {
                case JsonTokenType.String:
                    values.Offer(field, json.GetString(), rank);
                    break;
                case JsonTokenType.Number when field != Field.Text:
                    values.Offer(field, Encoding.UTF8.GetString(json.ValueSpan), rank);
                    break;
                case JsonTokenType.Null:
                    values.Offer(field, "", rank);
                    break;
                default:
                    if (field is Field.Text or Field.Id)
                        fault ??= new RejectedInput(place, $"the field \"{fields.Names(field)[rank]}\" is {Kind(json.TokenType)}, not a string", "Write it as one string");
                    json.Skip();
                    break;
            }
        }

        // Reads on to the end, so that anything after the object is seen.
        while (json.Read())
        {
        }

        return fault;
    }

    private static string Kind(JsonTokenType type) => type switch
    {
        JsonTokenType.StartArray => "an array",
        JsonTokenType.StartObject => "an object",
        JsonTokenType.Number => "a number",
        _ => "true or false",
    };
}
