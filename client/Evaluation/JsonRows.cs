using System.Globalization;
using System.Text.Json;

namespace Simpul.Client.Evaluation;

/// <summary>
/// Lenient access to a record's fields. Records of other programs are scored too: what a field lacks or holds in another shape
/// counts as the standard scorer counts it, and only what nobody can compare is malformed.
/// </summary>
internal static class JsonRows
{
    private static readonly JsonElement Nothing = JsonDocument.Parse("{}").RootElement;

    /// <summary>A record with nothing in it.</summary>
    public static JsonElement Empty => Nothing;

    /// <summary>A field, or an undefined element where there is none.</summary>
    public static JsonElement Field(JsonElement row, string key)
    {
        if (row.ValueKind != JsonValueKind.Object) throw new MalformedRecordException("an object was expected");
        return row.TryGetProperty(key, out var value) ? value : default;
    }

    /// <summary>The objects of a list; anything else in it is passed over.</summary>
    public static List<JsonElement> Rows(JsonElement record, string key) =>
        [.. Items(Field(record, key)).Where(i => i.ValueKind == JsonValueKind.Object)];

    /// <summary>The items of a list that may be missing.</summary>
    public static IEnumerable<JsonElement> Items(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray(),
        JsonValueKind.Number or JsonValueKind.True when IsTruthy(value) => throw new MalformedRecordException("a list was expected"),
        _ => [],
    };

    /// <summary>False for nothing, null, false, zero, and empty texts, lists and objects.</summary>
    public static bool IsTruthy(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null or JsonValueKind.False => false,
        JsonValueKind.String => value.GetString()!.Length > 0,
        JsonValueKind.Number => value.GetDouble() != 0,
        JsonValueKind.Array => value.GetArrayLength() > 0,
        JsonValueKind.Object => value.EnumerateObject().Any(),
        _ => true,
    };

    /// <summary>A value as text; empty for nothing.</summary>
    public static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Undefined or JsonValueKind.Null => "",
        JsonValueKind.True => "True",
        JsonValueKind.False => "False",
        JsonValueKind.Number => Number(value),
        _ => value.GetRawText(),
    };

    /// <summary>The text of a value that counts as there; empty for nothing, zero and false.</summary>
    public static string TextOrNothing(JsonElement value) => IsTruthy(value) ? Text(value) : "";

    /// <summary>A value that can be compared: null for nothing, texts and numbers apart. Lists and objects cannot.</summary>
    public static string? Key(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => null,
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number => "\u0001" + value.GetDouble().ToString("R", CultureInfo.InvariantCulture),
        JsonValueKind.True => "\u00011",
        JsonValueKind.False => "\u00010",
        _ => throw new MalformedRecordException("a text was expected"),
    };

    /// <summary>A whole number, or null.</summary>
    public static int? Whole(JsonElement value) => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : null;

    // A whole number as it stands; another with its shortest digits and a point.
    private static string Number(JsonElement value)
    {
        var raw = value.GetRawText();
        if (raw.AsSpan().IndexOfAny('.', 'e', 'E') < 0) return raw;
        var digits = value.GetDouble().ToString("R", CultureInfo.InvariantCulture);
        return digits.AsSpan().IndexOfAny('.', 'E') < 0 ? digits + ".0" : digits;
    }
}
