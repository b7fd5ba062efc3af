using System.Text;
using Spectre.Console;
using Words = Spectre.Console.Text;

namespace Simpul.Client.Output;

/// <summary>What a table for people may use.</summary>
/// <param name="Colours">Whether the other end shows colours.</param>
/// <param name="Width">Columns to fit into.</param>
/// <param name="Details">Whether columns that are details are shown too.</param>
internal readonly record struct TableLook(bool Colours, int Width, bool Details = false);

/// <summary>Tables for people. A very long one is drawn in parts, so that memory stays bounded.</summary>
internal sealed class TableRowWriter(Stream output, TableLook look) : IRowWriter
{
    private const int RowsInOnePart = 2000;

    // Spectre fills lines up to its width: without a terminal this is "as wide as it takes".
    private const int NoTerminal = 2000;

    private readonly List<Cell[]> rows = [];
    private TableShape? current;
    private bool any;

    public void Begin(TableShape shape)
    {
        Draw(last: true);
        current = shape;
    }

    public void Row(ReadOnlySpan<Cell> cells)
    {
        rows.Add(cells.ToArray());
        if (rows.Count == RowsInOnePart) Draw(last: false);
    }

    public void End(IReadOnlyList<KeyValuePair<string, Cell>> asOf) => Draw(last: true);

    private void Draw(bool last)
    {
        if (current is null || (rows.Count == 0 && !last)) return;
        var text = new StringWriter { NewLine = "\n" };
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = look.Colours ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = look.Colours ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(text),
        });
        console.Profile.Width = Math.Min(look.Width, NoTerminal);
        console.Profile.Capabilities.Unicode = true;

        if (current.Title is { } title) console.Write(new Words(title + "\n", new Style(decoration: Decoration.Bold)));
        if (rows.Count == 0) console.Write(new Words("(none)\n"));
        else if (RowBlocks.Needed(current, rows, look)) RowBlocks.Draw(current, rows, look, text);
        else console.Write(Drawing());
        rows.Clear();

        using var writer = new StreamWriter(output, new UTF8Encoding(false), 4096, leaveOpen: true) { NewLine = "\n" };
        if (any) writer.WriteLine();
        any = true;
        // The border draws blank lines of its own around a table; one between two tables is enough.
        foreach (var line in text.ToString().Split('\n'))
            if (!string.IsNullOrWhiteSpace(line)) writer.WriteLine(line.TrimEnd());
        if (last) current = null;
    }

    private Spectre.Console.Table Drawing()
    {
        var table = new Spectre.Console.Table { Border = TableBorder.Simple, ShowRowSeparators = false };
        var shown = current!.Shown(look.Details);
        foreach (var i in shown)
        {
            var column = new TableColumn(new Words(current!.Columns[i].Heading, new Style(decoration: Decoration.Dim)));
            if (rows.All(r => r[i].IsNumber || r[i].ToString().Length == 0) && rows.Any(r => r[i].IsNumber)) column.RightAligned();
            table.AddColumn(column);
        }

        foreach (var row in rows) table.AddRow(shown.Select(i => new Words(Printable.Line(row[i].ToString()))));
        return table;
    }
}
