namespace Simpul.Client.Input;

/// <summary>Reads all inputs of a run, one after the other, in memory that does not grow with them (but for a digest of each id).</summary>
internal sealed class InputReader(InputOptions options, InputProgress progress)
{
    private readonly DuplicateIds duplicates = new();

    /// <summary>Yields every article, warning and rejection of <paramref name="sources"/>.</summary>
    public IEnumerable<InputItem> Read(IEnumerable<InputItemSource> sources)
    {
        foreach (var source in sources)
        {
            if (source.Problem is { } problem)
            {
                progress.AddItem();
                yield return problem;
                continue;
            }

            foreach (var item in ReadSource(source.Source!))
            {
                if (item is not InputWarning) progress.AddItem();
                if (item is AcceptedInput accepted && duplicates.Check(accepted) is { } warning) yield return warning;
                yield return item;
            }
        }

        progress.Finished = true;
    }

    private IEnumerable<InputItem> ReadSource(InputSource source)
    {
        IEnumerator<InputItem>? items = null;
        try
        {
            while (true)
            {
                InputItem item;
                try
                {
                    items ??= Items(source).GetEnumerator();
                    if (!items.MoveNext()) yield break;
                    item = items.Current;
                }
                catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
                {
                    item = new RejectedInput(new Place(source.Name), Reason(e), "Check the file; what came before it in the file was read");
                }

                yield return item;
                if (item is RejectedInput { Place.Line: 0 }) yield break;
            }
        }
        finally
        {
            items?.Dispose();
        }
    }

    private IEnumerable<InputItem> Items(InputSource source)
    {
        using var content = new PeekStream(source.Open(progress));
        if (TextDecoder.LooksBinary(content.PeekUntil(static _ => true)))
        {
            yield return new RejectedInput(new Place(source.Name), "the file is not text, or UTF-16 without a byte-order mark", "Save it as UTF-8");
            yield break;
        }

        var format = source.Format == InputFormat.Auto ? Guess(content) : source.Format;
        var items = format switch
        {
            InputFormat.Jsonl => JsonlReader.Read(source, content, options),
            InputFormat.Csv or InputFormat.Tsv => DelimitedReader.Read(source with { Format = format }, content, options),
            _ => TextFileReader.Read(source, content, options),
        };
        foreach (var item in items) yield return item;
    }

    private static ReadOnlySpan<byte> Blank => " \t\r\n"u8;

    private static InputFormat Guess(PeekStream content) =>
        content.PeekUntil(static seen => !seen.TrimStart(Blank).IsEmpty).TrimStart(Blank) is [(byte)'{', ..] ? InputFormat.Jsonl : InputFormat.Txt;

    private static string Reason(Exception e) => e switch
    {
        InvalidDataException => "the gzip data is broken or cut off",
        FileNotFoundException or DirectoryNotFoundException => "the file is gone",
        UnauthorizedAccessException => "the file may not be read",
        _ => $"the file cannot be read ({e.Message.TrimEnd('.')})",
    };
}
