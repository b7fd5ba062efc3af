namespace Simpul.Text.Values;

/// <summary>A number as the text writes it, in digits, words or both.</summary>
internal struct Numeral
{
    /// <summary>Index after its last token.</summary>
    public int End;
    public decimal Value;

    /// <summary>True where it begins with digits.</summary>
    public bool IsDigits;

    /// <summary>True where a word of a thousand or more multiplies it.</summary>
    public bool HasScale;

    /// <summary>What its last word multiplied by, else 1: the other end of a range shares it.</summary>
    public decimal Scale;

    /// <summary>The value without its scale.</summary>
    public decimal Coefficient;

    /// <summary>A comma or full stop that may be a decimal sign or group thousands: the unit decides.</summary>
    public bool IsAmbiguous;

    /// <summary>A sign stands in it that could be that of a time of day.</summary>
    public bool LooksLikeClock;

    /// <summary>Nothing but a half: only lengths of time count in it.</summary>
    public bool IsHalf;
}
