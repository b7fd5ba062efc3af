using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Simpul.Client.Evaluation;

/// <summary>What a date or an amount is compared by.</summary>
internal static partial class ValueKeys
{
    private static readonly int[] SecondsOf = [31536000, 2592000, 604800, 86400, 3600, 60, 1];

    /// <summary>A date: its value without time of day.</summary>
    public static string Date(JsonElement date) =>
        JsonRows.TextOrNothing(JsonRows.Field(date, "value")).Trim().ToUpperInvariant().Split('T')[0];

    /// <summary>An amount: value and unit; a duration by its length in seconds.</summary>
    public static string Amount(JsonElement amount)
    {
        var unit = JsonRows.TextOrNothing(JsonRows.Field(amount, "unit")).Trim();
        unit = unit.ToLowerInvariant() is "%" or "persen" or "percent" ? "%" : Folding.Fold(unit);
        var value = JsonRows.Field(amount, "value");
        if (unit == "duration")
        {
            var written = value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined ? "None" : JsonRows.Text(value);
            return Seconds(written.Trim().ToUpperInvariant()) is { } length and not 0 ? $"{length.ToString(CultureInfo.InvariantCulture)} s" : $"{written} {unit}";
        }

        return Number(value) is { } number
            ? $"{number.ToString("0.######", CultureInfo.InvariantCulture)}\u0001{unit}"
            : $"{Folding.Fold(JsonRows.TextOrNothing(value))}\u0002{unit}";
    }

    private static decimal? Seconds(string iso)
    {
        var match = Duration().Match(iso);
        if (!match.Success) return null;
        var any = false;
        double total = 0;
        for (var i = 0; i < SecondsOf.Length; i++)
        {
            var part = match.Groups[i + 1];
            if (!part.Success) continue;
            any = true;
            if (!double.TryParse(part.ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var count)) return null;
            total += count * SecondsOf[i];
        }

        return any ? Rounding.Round(total, 3) : null;
    }

    private static decimal? Number(JsonElement value)
    {
        double number;
        switch (value.ValueKind)
        {
            case JsonValueKind.Number:
                number = value.GetDouble();
                break;
            case JsonValueKind.True:
                number = 1;
                break;
            case JsonValueKind.False:
                number = 0;
                break;
            case JsonValueKind.String:
                var text = Separated().Replace(value.GetString()!.Trim(), "");
                if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) || !double.IsFinite(number)) return null;
                break;
            default:
                return null;
        }

        return Rounding.Round(number, 6);
    }

    [GeneratedRegex(@"^P(?:([\d.]+)Y)?(?:([\d.]+)M)?(?:([\d.]+)W)?(?:([\d.]+)D)?(?:T(?:([\d.]+)H)?(?:([\d.]+)M)?(?:([\d.]+)S)?)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Duration();

    [GeneratedRegex(@"(?<=\d)_(?=\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Separated();
}
