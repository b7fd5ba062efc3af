using System.Globalization;
using System.Text;

namespace Simpul.Accuracy;

/// <summary>Builds a page of headings, paragraphs and tables.</summary>
internal sealed class Markdown
{
    private readonly StringBuilder page = new();

    public void Heading(int level, string text) => page.Append(page.Length > 0 ? "\n" : "").Append('#', level).Append(' ').Append(text).Append("\n\n");

    public void Text(string text) => page.Append(text).Append("\n\n");

    /// <summary>Writes a table; columns after the first hold numbers and stand on the right, unless the heading begins with a blank.</summary>
    public void Table(string[] headings, IEnumerable<object?[]> rows)
    {
        page.Append("| ").AppendJoin(" | ", headings.Select(h => h.Trim())).Append(" |\n|");
        for (var i = 0; i < headings.Length; i++) page.Append(i == 0 || headings[i].StartsWith(' ') ? "---|" : "---:|");
        page.Append('\n');
        foreach (var row in rows) page.Append("| ").AppendJoin(" | ", row.Select(Shown)).Append(" |\n");
        page.Append('\n');
    }

    public override string ToString() => page.ToString().TrimEnd('\n').Replace("\n\n\n", "\n\n", StringComparison.Ordinal) + "\n";

    /// <summary>A share with three decimals.</summary>
    public static string Share(decimal? value) => value is { } v ? v.ToString("0.000", CultureInfo.InvariantCulture) : "–";

    public static string Share(int part, int whole) => Share(whole == 0 ? null : (decimal)part / whole);

    public static string Interval((decimal Low, decimal High)? interval) => interval is { } i ? $"{Share(i.Low)}–{Share(i.High)}" : "–";

    private static string Shown(object? cell) => cell switch
    {
        null => "",
        decimal number => Share(number),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => cell.ToString()!.Replace("|", "\\|", StringComparison.Ordinal),
    };
}
