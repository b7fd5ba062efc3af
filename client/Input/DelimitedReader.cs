using System.Text;

namespace Simpul.Client.Input;

/// <summary>Reads rows of CSV or TSV under a header that names the columns.</summary>
internal static class DelimitedReader
{
    private static ReadOnlySpan<byte> Separators => ",;\t|"u8;

    public static IEnumerable<InputItem> Read(InputSource source, PeekStream content, InputOptions options)
    {
        var separator = source.Format == InputFormat.Tsv ? (byte)'\t' : GuessSeparator(content.PeekUntil(static seen => seen.Contains((byte)'\n')), options.Fields);
        var records = new DelimitedRecords(content, separator, options.MaxLine);
        var header = Array.Empty<(Field Field, int Rank)?>();
        var names = new List<string>();
        while (names.Count == 0 && records.Read())
            if (records.Fault == RecordFault.None && !IsBlank(records))
                header = Header(records, options.Fields, names);
        if (names.Count == 0)
        {
            yield return new RejectedInput(new Place(source.Name), "the file has no header", "Name the columns in its first line");
            yield break;
        }

        var headerPlace = new Place(source.Name, records.Line);
        if (!header.Any(h => h?.Field == Field.Text))
        {
            var list = string.Join(", ", names.Take(12)) + (names.Count > 12 ? ", ..." : "");
            yield return new RejectedInput(headerPlace, $"no column is called \"{options.Fields.Names(Field.Text)[0]}\"; there are: {list}", "Say which column holds the text with --map text=NAME");
            yield break;
        }

        var builder = new ArticleBuilder(options);
        var values = new FieldValues();
        var notices = new List<InputItem>();
        while (records.Read())
        {
            if (records.Fault == RecordFault.None && IsBlank(records)) continue;
            notices.Clear();
            var item = Row(new Place(source.Name, records.Line), records, header, options, builder, values, notices);
            foreach (var notice in notices) yield return notice;
            yield return item;
        }
    }

    private static InputItem Row(
        Place place, DelimitedRecords records, (Field Field, int Rank)?[] header, InputOptions options, ArticleBuilder builder, FieldValues values, List<InputItem> notices)
    {
        switch (records.Fault)
        {
            case RecordFault.QuoteNeverClosed:
                return new RejectedInput(place, $"a quote opens here and is never closed (or not within {options.MaxLine:N0} bytes)", "Close it, write \"\" for a quote inside a field, or raise --max-line");
            case RecordFault.TextAfterQuote:
                return new RejectedInput(place, "a field goes on after its closing quote", "Write \"\" for a quote inside a quoted field");
            case RecordFault.TooLong:
                return new RejectedInput(place, $"the row is over {options.MaxLine:N0} bytes long", "Split it, or raise --max-line");
        }

        for (var i = header.Length; i < records.Count; i++)
            if (!records[i].IsEmpty)
                return WrongCount(place, records, header);
        if (records.Count < header.Length) return WrongCount(place, records, header);

        values.Clear();
        var fellBack = false;
        for (var i = 0; i < header.Length; i++)
            if (header[i] is { } column)
            {
                values.Offer(column.Field, TextDecoder.Decode(records[i], out var other), column.Rank);
                fellBack |= other;
            }

        if (fellBack) notices.Add(new InputWarning(place, "the row is not UTF-8 and was read as windows-1252", "Save the file as UTF-8 if letters look wrong"));
        return builder.Build(place, values, null, null, notices);
    }

    private static RejectedInput WrongCount(Place place, DelimitedRecords records, (Field Field, int Rank)?[] header) =>
        new(place, $"the row has {records.Count} fields, and the header {header.Length}", "Put fields that hold the separator or a line end in quotes");

    private static bool IsBlank(DelimitedRecords records) => records.Count == 1 && records[0].Trim(" \t"u8).IsEmpty;

    private static (Field Field, int Rank)?[] Header(DelimitedRecords records, FieldMap fields, List<string> names)
    {
        var header = new (Field, int)?[records.Count];
        for (var i = 0; i < records.Count; i++)
        {
            names.Add(TextDecoder.Decode(records[i], out _).Trim());
            if (fields.TryFind(names[i], out var field, out var rank)) header[i] = (field, rank);
        }

        return header;
    }

    /// <summary>The separator under which the first line names the most fields that are known, then the most columns.</summary>
    internal static byte GuessSeparator(ReadOnlySpan<byte> head, FieldMap fields)
    {
        head = head.TrimStart("\r\n"u8);
        var lineEnd = head.IndexOf((byte)'\n');
        var line = Encoding.Latin1.GetString(lineEnd < 0 ? head : head[..lineEnd]);
        var (best, bestScore) = ((byte)',', -1);
        foreach (var separator in Separators)
        {
            var columns = line.Split((char)separator);
            var score = (columns.Count(c => fields.TryFind(c.Trim(' ', '"', '\r'), out _, out _)) * 1000) + columns.Length;
            if (score > bestScore) (best, bestScore) = (separator, score);
        }

        return best;
    }
}
