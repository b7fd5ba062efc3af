namespace Simpul.Client.Input;

/// <summary>Reads a file that is one article.</summary>
internal static class TextFileReader
{
    public static IEnumerable<InputItem> Read(InputSource source, Stream content, InputOptions options)
    {
        var place = new Place(source.Name);
        // No character of UTF-16 takes more than three bytes of UTF-8: more bytes than that are more characters than allowed.
        var most = (options.MaxText * 3) + 1;
        var bytes = ReadUpTo(content, most);
        if (bytes.Length >= most)
        {
            yield return new RejectedInput(place, $"the text is over {options.MaxText:N0} characters long", "Split it, or raise --max-text");
            yield break;
        }

        var values = new FieldValues();
        var text = TextDecoder.Decode(bytes.Span, out var fellBack);
        if (fellBack)
            yield return new InputWarning(place, "the text is not UTF-8 and was read as windows-1252", "Save it as UTF-8 if letters look wrong");
        TextFileHeader.Read(text, values);
        values.Offer(Field.Text, text, 0);

        var notices = new List<InputItem>();
        var dateInName = source.Id is null ? null : TextFileHeader.DateInName(source.Id[(source.Id.LastIndexOf('/') + 1)..]);
        var item = new ArticleBuilder(options).Build(place, values, source.Id, dateInName, notices);
        foreach (var notice in notices) yield return notice;
        yield return item;
    }

    private static ReadOnlyMemory<byte> ReadUpTo(Stream content, long most)
    {
        var buffer = new byte[16 * 1024];
        var length = 0;
        while (true)
        {
            if (length == buffer.Length) Array.Resize(ref buffer, (int)Math.Min(Array.MaxLength, Math.Min(buffer.Length * 2L, Math.Max(most, buffer.Length + 1L))));
            var read = content.Read(buffer, length, buffer.Length - length);
            length += read;
            if (read == 0 || length >= most) return buffer.AsMemory(0, length);
        }
    }
}
