using Simpul.Text.Packs;

namespace Simpul.Text.Values;

/// <summary>Which parts a calendar expression gives.</summary>
internal enum DateForm : byte
{
    /// <summary>Year, month and day as far as written.</summary>
    Printed,
    /// <summary>A weekday alone, perhaps shifted by weeks.</summary>
    Weekday,
    /// <summary>Days from the day of writing.</summary>
    RelativeDay,
    /// <summary>A week, month, quarter or year, shifted.</summary>
    Period,
    /// <summary>A number of periods back or on.</summary>
    Ago,
    /// <summary>Half or quarter of a year.</summary>
    Fraction,
    /// <summary>Counted from the date named before.</summary>
    Sequel,
}

/// <summary>Which way an expression without a year points.</summary>
internal enum DateTense : byte
{
    Open,
    Past,
    Current,
    Future,
}

/// <summary>A calendar expression as read, before the article's dates say what it means.</summary>
internal struct DateExpression
{
    public int Token;
    public int End;
    public int Sentence;
    public DateForm Form;
    public DateTense Tense;

    /// <summary>True where a word right beside it says which way it points (<c>lalu</c>, <c>mendatang</c>).</summary>
    public bool IsTenseSure;

    /// <summary>1 for Monday, 0 where none is named.</summary>
    public int Weekday;
    public int Year;
    public int Month;
    public int Day;
    public int Shift;
    public TimeUnit Unit;

    /// <summary>1 beginning, 2 middle, 3 end; 0 for the whole.</summary>
    public int Part;

    /// <summary>True where the period itself is not shifted (<c>awal tahun</c>), so that its month is meant.</summary>
    public bool IsBare;

    /// <summary>Half 1-2 or quarter 1-4 by <see cref="Unit"/>; 0 for none.</summary>
    public int Fraction;

    /// <summary>Inside quotation marks: today is the day of speaking.</summary>
    public bool InQuote;

    public string Rule;
}
