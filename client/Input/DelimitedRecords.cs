namespace Simpul.Client.Input;

/// <summary>What is wrong with a record.</summary>
internal enum RecordFault
{
    None,
    QuoteNeverClosed,
    TextAfterQuote,
    TooLong,
}

/// <summary>
/// Takes RFC 4180 records from bytes in bounded memory. Separator, quote and line end are ASCII, so the fields may be in UTF-8
/// or in windows-1252. After a broken record the reading goes on with the line after the record's first one, so that one quote
/// that is never closed costs one row and not the rest of the file.
/// </summary>
internal sealed class DelimitedRecords(Stream stream, byte separator, long maxRecord)
{
    private const byte Quote = (byte)'"';
    private const byte NewLine = (byte)'\n';

    private readonly List<(int Start, int Length, bool Escaped)> fields = [];
    private byte[] buffer = new byte[64 * 1024];
    private int start;
    private int end;
    private bool ended;
    private long nextLine = 1;

    // Relative to start: where parsing stands, and what follows the record's first line (-1: not seen yet).
    private int at;
    private int afterFirstLine;
    private int newLines;

    /// <summary>The line on which the record begins, from 1.</summary>
    public long Line { get; private set; }

    public RecordFault Fault { get; private set; }

    public int Count => fields.Count;

    /// <summary>The bytes of a field, its quotes taken off. Valid until the next record is read.</summary>
    public ReadOnlySpan<byte> this[int index]
    {
        get
        {
            var (from, length, escaped) = fields[index];
            var raw = buffer.AsSpan(start - consumed + from, length);
            return escaped ? Unescape(raw) : raw;
        }
    }

    // How far start has moved past the record whose fields are being looked at.
    private int consumed;

    public bool Read()
    {
        fields.Clear();
        consumed = 0;
        Fault = RecordFault.None;
        (at, afterFirstLine, newLines) = (0, -1, 0);
        Line = nextLine;
        if (!Has(0)) return false;
        while (true)
        {
            var inQuotes = Has(at) && Byte(at) == Quote;
            if (inQuotes ? !QuotedField() : !PlainField()) return Recover();
            if (!Has(at)) return Finish(at);
            var next = Byte(at);
            at++;
            if (next == NewLine)
            {
                newLines++;
                return Finish(at);
            }
        }
    }

    // Leaves at on the separator, the line end or the end of input.
    private bool PlainField()
    {
        var from = at;
        while (true)
        {
            var found = Available(at).IndexOfAny(separator, NewLine);
            if (found >= 0)
            {
                at += found;
                break;
            }

            at = end - start;
            if (at > maxRecord) return Fail(RecordFault.TooLong);
            if (!Fill()) break;
        }

        if (at > maxRecord) return Fail(RecordFault.TooLong);
        var length = at - from;
        if (length > 0 && (!Has(at) || Byte(at) == NewLine) && Byte(at - 1) == '\r') length--;
        fields.Add((from, length, false));
        return true;
    }

    private bool QuotedField()
    {
        var from = ++at;
        var escaped = false;
        while (true)
        {
            var found = Available(at).IndexOfAny(Quote, NewLine);
            if (found < 0)
            {
                at = end - start;
                if (at > maxRecord || !Fill()) return Fail(RecordFault.QuoteNeverClosed);
                continue;
            }

            at += found;
            if (Byte(at) == NewLine)
            {
                at++;
                newLines++;
                if (afterFirstLine < 0) afterFirstLine = at;
                if (at > maxRecord) return Fail(RecordFault.QuoteNeverClosed);
                continue;
            }

            if (Has(at + 1) && Byte(at + 1) == Quote)
            {
                escaped = true;
                at += 2;
                continue;
            }

            fields.Add((from, at - from, escaped));
            at++;
            if (at > maxRecord) return Fail(RecordFault.TooLong);
            if (Has(at) && Byte(at) == '\r' && (!Has(at + 1) || Byte(at + 1) == NewLine)) at++;
            return !Has(at) || Byte(at) == separator || Byte(at) == NewLine || Fail(RecordFault.TextAfterQuote);
        }
    }

    private bool Fail(RecordFault fault)
    {
        Fault = fault;
        return false;
    }

    private bool Finish(int length)
    {
        nextLine = Line + newLines;
        if (newLines == 0) nextLine++;
        start += length;
        consumed = length;
        return true;
    }

    private bool Recover()
    {
        fields.Clear();
        while (afterFirstLine < 0)
        {
            var found = Available(at).IndexOf(NewLine);
            if (found >= 0)
            {
                afterFirstLine = at + found + 1;
                break;
            }

            // Nothing of this line is wanted any more.
            start = end = 0;
            at = 0;
            if (!Fill()) afterFirstLine = 0;
        }

        nextLine = Line + 1;
        start += afterFirstLine;
        return true;
    }

    private ReadOnlySpan<byte> Available(int from) => buffer.AsSpan(start + from, end - start - from);

    private byte Byte(int index) => buffer[start + index];

    private bool Has(int index)
    {
        while (start + index >= end)
            if (!Fill())
                return false;
        return true;
    }

    private bool Fill()
    {
        if (ended) return false;
        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            end -= start;
            start = 0;
        }

        if (end == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
        var read = stream.Read(buffer, end, buffer.Length - end);
        end += read;
        ended = read == 0;
        return !ended;
    }

    private static byte[] Unescape(ReadOnlySpan<byte> raw)
    {
        var plain = new byte[raw.Length];
        var length = 0;
        for (var i = 0; i < raw.Length; i++)
        {
            plain[length++] = raw[i];
            if (raw[i] == Quote) i++;
        }

        return plain[..length];
    }
}
