using System.Globalization;
using System.Text.Json;

namespace Simpul.Client.Output;

/// <summary>One value of a row: nothing, a text, a whole number or a decimal.</summary>
internal readonly struct Cell
{
    private readonly object? text;
    private readonly decimal number;
    private readonly bool isNumber;

    private Cell(string? text) => this.text = text;

    private Cell(decimal number)
    {
        this.number = number;
        isNumber = true;
    }

    public static implicit operator Cell(string? text) => new(text);

    public static implicit operator Cell(int number) => new(number);

    public static implicit operator Cell(long number) => new(number);

    public static implicit operator Cell(decimal number) => new(number);

    public bool IsNumber => isNumber;

    /// <summary>A number that may be missing.</summary>
    public static Cell Of(long? number) => number is { } n ? new(n) : default;

    /// <summary>A Goldstein score, stored in tenths.</summary>
    public static Cell Tenths(long tenths) => new(tenths / 10m);

    /// <summary>A confidence, stored in hundredths.</summary>
    public static Cell Hundredths(long hundredths) => new(hundredths / 100m);

    /// <summary>The value as text; empty for nothing.</summary>
    public override string ToString() => isNumber ? number.ToString(CultureInfo.InvariantCulture) : (string?)text ?? "";

    public void Write(Utf8JsonWriter json)
    {
        if (isNumber) json.WriteNumberValue(number);
        else if (text is string s) json.WriteStringValue(s);
        else json.WriteNullValue();
    }
}
