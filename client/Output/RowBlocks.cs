namespace Simpul.Client.Output;

/// <summary>Rows with a sentence each, where both do not fit on one line: the sentence stands below its row.</summary>
internal static class RowBlocks
{
    private const int Gap = 3;
    private const int Indent = 6;

    // Nobody reads longer lines, whether or not a terminal shows them.
    private const int Widest = 120;

    /// <summary>True where a table with long columns would not fit.</summary>
    public static bool Needed(TableShape shape, List<Cell[]> rows, TableLook look)
    {
        var shown = shape.Shown(look.Details);
        return shown.Any(i => shape.Columns[i].IsLong) && shown.Sum(i => Width(shape, rows, i) + Gap) > Math.Min(look.Width, Widest);
    }

    public static void Draw(TableShape shape, List<Cell[]> rows, TableLook look, TextWriter text)
    {
        var shown = shape.Shown(look.Details);
        var aligned = shown.Where(i => !shape.Columns[i].IsLong).Select(i => (Index: i, Width: Width(shape, rows, i))).ToList();
        var (dim, reset) = look.Colours ? ("\e[2m", "\e[0m") : ("", "");
        text.WriteLine($"{dim}  {string.Join(new string(' ', Gap), aligned.Select(c => shape.Columns[c.Index].Heading.PadRight(c.Width)))}{reset}");
        foreach (var row in rows)
        {
            text.WriteLine("  " + string.Join(new string(' ', Gap), aligned.Select(c => Value(row[c.Index]).PadRight(c.Width))));
            foreach (var i in shown)
                if (shape.Columns[i].IsLong)
                    foreach (var line in Wrap(Value(row[i]), Math.Max(20, Math.Min(look.Width, Widest) - Indent)))
                        text.WriteLine(new string(' ', Indent) + line);
        }
    }

    private static int Width(TableShape shape, List<Cell[]> rows, int column) =>
        Math.Max(shape.Columns[column].Heading.Length, rows.Max(r => r[column].ToString().Length));

    private static string Value(Cell cell) => Printable.Line(cell.ToString());

    private static IEnumerable<string> Wrap(string text, int width)
    {
        while (text.Length > width)
        {
            var cut = text.LastIndexOf(' ', width);
            if (cut <= 0) cut = char.IsHighSurrogate(text[width - 1]) ? width - 1 : width;
            yield return text[..cut];
            text = text[cut..].TrimStart(' ');
        }

        if (text.Length > 0) yield return text;
    }
}
